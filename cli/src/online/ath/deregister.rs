//! `ath deregister`.

use clap::Args;

use super::agent::{SigningOptions, either};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::run::Run;

/// Options of `ath deregister`.
#[derive(Debug, Args)]
#[command(after_help = "\
The standalone gateway alone can do it, for the user of ATH_USER_TOKEN. When it is the registration
in the file of --credentials, the file is removed.")]
pub(crate) struct Deregister {
    /// Id of the registration, as a conflict or the file of --credentials has it
    client_id: String,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Deregister {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let agent = self.signing.agent()?;
        let result = either!(agent, client => client.deregister(&self.client_id));
        result.map_err(|error| agent.refused(&error))?;
        if as_json {
            output::json(&serde_json::json!({"deregistered": self.client_id}))?;
        } else {
            output::note("the registration is gone");
        }
        Ok(Exit::Ok)
    }
}
