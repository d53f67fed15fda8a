//! Which host is used after each step.

use std::time::Duration;

use serde_json::Value;
use tokenmint::client::convoai::{Area, ClientConfig, CnRouting};
use tokenmint::http::ErrorKind;

use super::world::{Names, World};
use super::{App, known};
use crate::now::now;
use crate::support::Case;

pub fn run(case: Case<'_>, app: &App) {
    let id = case.id;
    known(id, case.value, &["id", "area", "steps"]);
    let area = Area::from_name(case.text("area")).expect(id);
    // The hosts of 1.0.3 in mainland China.
    let config = ClientConfig::new(area, &app.id).cn_routing(CnRouting::OneHost);
    play(case, &case.items("steps"), &config, &[], app);
}

/// Does every step of a list, and compares the URL afterwards.
pub fn play(
    case: Case<'_>,
    steps: &[Case<'_>],
    config: &ClientConfig,
    variables: &[(&str, &str)],
    app: &App,
) {
    let id = case.id;
    for asynchronous in [false, true] {
        let (world, names) = (World::default(), Names::default());
        for (name, value) in variables {
            world.set_variable(name, value);
        }
        let config = config
            .clone()
            .app_certificate(&app.certificate)
            .resolver(names.clone());
        let blocking = world.blocking(&config).expect(id);
        let client = world.asynchronous(&config).expect(id);
        for step in steps {
            known(id, step.value, &["after", "url", "asked", "error"]);
            let mut result = Ok(());
            match step.text("after").split_once([':', '+']) {
                None if step.text("after") == "new" => {}
                None if step.text("after") == "next_region" => {
                    blocking.next_region();
                    client.next_region();
                }
                None if step.text("after") == "pool.next_region" => {
                    blocking.pool().next_region();
                    client.pool().next_region();
                }
                Some(("clock", seconds)) => {
                    world.pass(Duration::from_secs_f64(seconds.parse().expect(id)));
                }
                Some(("select", answer)) => {
                    names.say((!["all_fail", "!"].contains(&answer)).then_some(answer));
                    result = if asynchronous {
                        now(client.select_best_domain())
                    } else {
                        blocking.select_best_domain()
                    };
                }
                _ => panic!("{id}: unknown step {:?}", step.text("after")),
            }
            match (step.find("error"), result) {
                (Some(_), Err(error)) => assert_eq!(error.kind(), ErrorKind::Resolve, "{id}"),
                (None, Ok(())) => {}
                (expected, result) => panic!(
                    "{id}: {expected:?} {result:?}",
                    expected = expected.map(|e| e.value)
                ),
            }
            let asked = step.value.get("asked").filter(|asked| !asked.is_null());
            assert_eq!(
                names.asked().as_ref().map(sorted),
                asked.map(sorted),
                "{id}"
            );
            let url = if asynchronous {
                client.current_url()
            } else {
                blocking.current_url()
            };
            assert_eq!(url, step.text("url"), "{id}: after {}", step.text("after"));
        }
    }
}

/// Text that does not depend on the order of members.
fn sorted(value: &Value) -> String {
    format!("{} {}", value["prefix"], value["domains"])
}
