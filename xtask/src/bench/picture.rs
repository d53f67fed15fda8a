//! The ratios as a picture: bars on a scale where each step is twice the last.

use std::fmt::Write as _;

use super::work::{Work, words};

/// What is drawn: a heading, and rows of a group, which are all drawn beside the
/// same floor. A row that ends in `*` stands for all that begin so.
struct Chart {
    title: &'static str,
    group: &'static str,
    floor: &'static str,
    rows: &'static [&'static str],
}

const CHARTS: &[Chart] = &[
    Chart {
        title: "An RTC token as used, beside its three HMACs by sha2",
        group: "rtc_with_uid",
        floor: "three_hmacs",
        rows: &[
            "three_hmacs_by_ring",
            "stored_as_used",
            "fixed_as_used",
            "exact_as_used",
            "agora-token*",
            "agoraiotools*",
        ],
    },
    Chart {
        title: "Reading an RTC token, beside the three HMACs of verifying it",
        group: "parse_and_verify",
        floor: "three_hmacs",
        rows: &["peek", "007", "007_as_used"],
    },
    Chart {
        title: "Minting an attestation, beside signing by ring",
        group: "attestation_by_ring",
        floor: "ring_sign",
        rows: &["mint", "mint_by_ring"],
    },
    Chart {
        title: "Verifying an attestation, beside verifying by ring",
        group: "attestation_by_ring",
        floor: "ring_verify",
        rows: &["verify"],
    },
    Chart {
        title: "A request of one thread, beside ureq",
        group: "ureq",
        floor: "bare_get",
        rows: &["get_basic", "get_app_credentials"],
    },
    Chart {
        title: "A request of a hundred threads, beside ureq",
        group: "ureq_100_threads",
        floor: "bare_get",
        rows: &["get_basic", "get_app_credentials"],
    },
    Chart {
        title: "A request, beside reqwest",
        group: "reqwest",
        floor: "bare_get",
        rows: &["get_basic", "get_app_credentials"],
    },
];

const WIDTH: f64 = 760.0;
const LEFT: f64 = 270.0;
const LINE: f64 = 22.0;
/// Pixels between a ratio and twice that ratio.
const OCTAVE: f64 = 56.0;
/// Where the ratio 1 is.
const ONE: f64 = LEFT + 2.0 * OCTAVE;

/// The picture; of `works` the rows that were measured.
pub(super) fn draw(works: &[&Work]) -> String {
    let mut body = String::new();
    let mut y = 8.0;
    for chart in CHARTS {
        let rows = chart.measured(works);
        if rows.is_empty() {
            continue;
        }
        y += LINE;
        let _ = write!(
            body,
            "\n<text class=\"title\" x=\"8\" y=\"{y}\">{}</text>",
            chart.title
        );
        let top = y + 6.0;
        for (name, ratio) in rows {
            y += LINE;
            let _ = write!(body, "{}", bar(&name, ratio, y));
        }
        let bottom = y + 6.0;
        let _ = write!(
            body,
            "\n<line x1=\"{ONE}\" y1=\"{top}\" x2=\"{ONE}\" y2=\"{bottom}\"/>"
        );
        y += 14.0;
    }
    let height = y + 10.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" aria-label=\"Processor time as multiples of what cannot be avoided\">\n\
         <style>\n\
         rect.back {{ fill: #fff }}\n\
         text {{ font: 13px sans-serif; fill: #222 }}\n\
         text.title {{ font-weight: bold }}\n\
         text.name {{ text-anchor: end }}\n\
         rect.more {{ fill: #2b6cb0 }}\n\
         rect.less {{ fill: #2f855a }}\n\
         line {{ stroke: #888 }}\n\
         @media (prefers-color-scheme: dark) {{ rect.back {{ fill: #111 }} text {{ fill: #eee }} }}\n\
         </style>\n\
         <rect class=\"back\" width=\"{WIDTH}\" height=\"{height}\"/>{body}\n</svg>\n"
    )
}

impl Chart {
    /// Names and ratios.
    fn measured(&self, works: &[&Work]) -> Vec<(String, f64)> {
        let of_group = || {
            works
                .iter()
                .copied()
                .filter(|work| work.group == self.group)
        };
        let Some(floor) = of_group().find(|work| work.name == self.floor) else {
            return Vec::new();
        };
        let find = |row: &&str| {
            let work = of_group().find(|work| match row.strip_suffix('*') {
                Some(begin) => work.name.starts_with(begin),
                None => work.name == **row,
            })?;
            Some((words(&work.name), work.time_beside(floor)?))
        };
        self.rows.iter().filter_map(find).collect()
    }
}

/// A bar from the ratio 1 to the left or to the right.
fn bar(name: &str, ratio: f64, y: f64) -> String {
    let end = (ONE + ratio.log2() * OCTAVE).clamp(LEFT, WIDTH - 60.0);
    let (from, to) = (end.min(ONE), end.max(ONE));
    let (class, width, top) = (
        if ratio < 1.0 { "less" } else { "more" },
        (to - from).max(1.0),
        y - 12.0,
    );
    let (right, left) = (to + 6.0, LEFT - 8.0);
    format!(
        "\n<text class=\"name\" x=\"{left}\" y=\"{y}\">{name}</text>\
         <rect class=\"{class}\" x=\"{from:.1}\" y=\"{top}\" width=\"{width:.1}\" height=\"15\"/>\
         <text x=\"{right:.1}\" y=\"{y}\">{ratio:.2}</text>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_drawn_beside_the_floor_of_its_chart() {
        let work = |name: &str, nanos: f64| Work {
            group: "rtc_with_uid".to_owned(),
            name: name.to_owned(),
            nanos: vec![nanos],
            ..Work::default()
        };
        let works = [
            work("three_hmacs", 100.0),
            work("exact_as_used", 400.0),
            work("agora-token_9_as_used", 3200.0),
            work("not drawn", 7.0),
        ];
        let picture = draw(&works.each_ref());
        assert!(picture.contains(">exact as used</text>"), "{picture}");
        assert!(picture.contains(">4.00</text>"), "{picture}");
        assert!(
            picture.contains(">agora-token 9 as used</text>"),
            "{picture}"
        );
        assert_eq!(picture.matches("<rect class=\"more\"").count(), 2);
        assert!(!picture.contains("not drawn"));
        // Four times is two steps.
        let width = format!("width=\"{:.1}\"", 2.0 * OCTAVE);
        assert!(picture.contains(&width), "{picture}");
    }
}
