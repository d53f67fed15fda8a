//! Faults by what is asked for, as tests and people write them.
//!
//! | written | when the fault strikes |
//! |---|---|
//! | `3:answer-lost` | at exchange 3, counted from 0 |
//! | `leave:answer-lost` | at the first request whose path has the segment `leave` |
//! | `ath/token:500` | the same with several segments |
//! | `leave#2:answer-lost` | at the second such request |
//! | `leave#every:429` | at every such request |
//! | `every:429` | at every request |

use std::fmt;
use std::str::FromStr;

use tokenmint::http::Request;

use crate::fault::Fault;

/// When a fault strikes.
///
/// ```
/// use tokenmint_sim::On;
///
/// for (on, text) in [
///     (On::exchange(3), "3"),
///     (On::path("leave"), "leave"),
///     (On::path("ath/token").nth(2), "ath/token#2"),
///     (On::path("leave").every(), "leave#every"),
///     (On::any(), "every"),
/// ] {
///     assert_eq!(on.to_string(), text);
///     assert_eq!(text.parse(), Ok(on));
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct On {
    place: Place,
    /// Which of the requests there, from 1; nothing for all.
    which: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Exchange(usize),
    Path(String),
    Anywhere,
}

const EVERY: &str = "every";

impl On {
    /// At one exchange, counted from 0.
    #[must_use]
    pub const fn exchange(number: usize) -> Self {
        Self {
            place: Place::Exchange(number),
            which: Some(1),
        }
    }

    /// At the first request whose path has this segment, or these, such as
    /// `leave` or `ath/token`.
    #[must_use]
    pub fn path(segments: &str) -> Self {
        Self {
            place: Place::Path(segments.trim_matches('/').to_owned()),
            which: Some(1),
        }
    }

    /// At every request.
    #[must_use]
    pub const fn any() -> Self {
        Self {
            place: Place::Anywhere,
            which: None,
        }
    }

    /// At the `number`th of these requests, counted from 1, in place of the first.
    #[must_use]
    pub const fn nth(mut self, number: usize) -> Self {
        self.which = Some(number);
        self
    }

    /// At each of these requests, not the first alone.
    #[must_use]
    pub const fn every(mut self) -> Self {
        self.which = None;
        self
    }

    fn is_at(&self, number: usize, request: &Request) -> bool {
        match &self.place {
            Place::Exchange(exchange) => *exchange == number,
            Place::Path(segments) => {
                let target = request.target();
                let path = target.splitn(4, '/').nth(3).unwrap_or_default();
                format!("/{path}/").contains(&format!("/{segments}/"))
            }
            Place::Anywhere => true,
        }
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Exchange(number) => return write!(f, "{number}"),
            Place::Path(segments) => f.write_str(segments)?,
            Place::Anywhere => f.write_str(EVERY)?,
        }
        match (&self.place, self.which) {
            (Place::Anywhere, None) | (_, Some(1)) => Ok(()),
            (_, None) => write!(f, "#{EVERY}"),
            (_, Some(number)) => write!(f, "#{number}"),
        }
    }
}

impl FromStr for On {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == EVERY {
            return Ok(Self::any());
        }
        if let Ok(number) = text.parse() {
            return Ok(Self::exchange(number));
        }
        let (segments, which) = text.split_once('#').unwrap_or((text, "1"));
        if segments.trim_matches('/').is_empty() {
            return Err(format!("`{text}` names no segment of a path"));
        }
        let on = Self::path(segments);
        match which.parse() {
            _ if which == EVERY => Ok(on.every()),
            Ok(number) if number > 0 => Ok(on.nth(number)),
            _ => Err(format!(
                "`{which}` is not `{EVERY}` or a number from 1: write `{segments}#2` for the \
                 second request"
            )),
        }
    }
}

/// A fault and when it strikes, written as the module says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strike {
    /// When.
    pub on: On,
    /// What.
    pub fault: Fault,
}

impl fmt::Display for Strike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.on, self.fault)
    }
}

impl FromStr for Strike {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.rsplit_once(':');
        let (on, fault) = parts.ok_or_else(|| {
            format!("`{text}` is not WHEN:FAULT, such as `leave:answer-lost` or `3:html`")
        })?;
        Ok(Self {
            on: on.parse()?,
            fault: fault.parse()?,
        })
    }
}

/// Faults that wait for their requests.
#[derive(Debug, Clone, Default)]
pub struct Script(Vec<(Strike, usize)>);

impl Script {
    /// Another one; of several at one request the first counts.
    pub fn add(&mut self, strike: Strike) {
        self.0.push((strike, 0));
    }

    /// The fault of request `number`, which is sent now.
    pub fn next(&mut self, number: usize, request: &Request) -> Option<Fault> {
        let mut found = None;
        for (Strike { on, fault }, seen) in &mut self.0 {
            if on.is_at(number, request) {
                *seen += 1;
                if on.which.is_none_or(|which| which == *seen) {
                    found = found.or(Some(*fault));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use tokenmint::http::{BaseUrl, Endpoint, Method, RequestOptions, Settings};

    use super::*;

    const LEAVE: Endpoint = Endpoint::new("leave", Method::Post, "v2/agents/A1/leave");
    const LIST: Endpoint = Endpoint::new("list", Method::Get, "v2/agents");

    fn request(endpoint: &Endpoint) -> Request {
        let base = BaseUrl::new("https://api.example/leave").unwrap();
        let made = Request::to(endpoint, &base);
        let mut made = made
            .build(&Settings::new(), &RequestOptions::new())
            .unwrap();
        made.url = made.url.replacen("/leave/", "/", 1);
        made
    }

    #[test]
    fn faults_strike_where_they_are_written() {
        let requests = [&LIST, &LEAVE, &LIST, &LEAVE, &LEAVE].map(request);
        for (text, struck) in [
            ("2:html", &[2][..]),
            ("leave:html", &[1]),
            ("leave#2:html", &[3]),
            ("leave#every:html", &[1, 3, 4]),
            ("A1/leave:html", &[1]),
            ("/agents/:html", &[0]),
            ("eave:html", &[]),
            ("v2:html", &[0]),
            ("every:html", &[0, 1, 2, 3, 4]),
            ("every#x:html", &[]),
        ] {
            let mut script = Script::default();
            let parsed = text.parse::<Strike>();
            if let Ok(strike) = parsed {
                assert_eq!(strike.to_string(), text.replace("/agents/", "agents"));
                script.add(strike);
            } else {
                assert_eq!(text, "every#x:html");
            }
            let numbered = requests.iter().enumerate();
            let found: Vec<usize> = numbered
                .filter_map(|(n, request)| script.next(n, request).map(|_| n))
                .collect();
            assert_eq!(found, struck, "{text}");
        }
    }

    #[test]
    fn of_two_faults_at_one_request_the_first_counts() {
        let mut script = Script::default();
        script.add("leave:html".parse().unwrap());
        script.add("every:429".parse().unwrap());
        let next = |script: &mut Script, n| script.next(n, &request(&LEAVE));
        assert_eq!(next(&mut script, 0), Some(Fault::Html));
        assert_eq!(next(&mut script, 1), Some(Fault::TooMany));
    }

    #[test]
    fn what_is_no_fault_says_how_to_write_one() {
        for (text, part) in [
            ("leave", "WHEN:FAULT"),
            ("leave:flood", "flood"),
            (":html", "no segment"),
            ("#2:html", "no segment"),
            ("leave#0:html", "from 1"),
            ("leave#x:html", "leave#2"),
        ] {
            let message = text.parse::<Strike>().unwrap_err();
            assert!(message.contains(part), "{text}: {message}");
        }
    }
}
