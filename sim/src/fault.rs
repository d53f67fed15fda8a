//! What can go wrong with one exchange.

use std::fmt;
use std::str::FromStr;

macro_rules! faults {
    ($( $(#[$meta:meta])* $fault:ident = $name:literal; )*) => {
        /// What can go wrong with one exchange, or around it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Fault { $( $(#[$meta])* $fault, )* }

        impl Fault {
            /// Every fault.
            pub const ALL: &[Self] = &[$(Self::$fault),*];

            /// The name in stories.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$fault => $name),* }
            }
        }
    };
}

faults! {
    /// The host name has no address, this once.
    NotResolved = "not-resolved";
    /// No connection, this once.
    Refused = "refused";
    /// The connection breaks before the service reads the request.
    ResetBefore = "reset-before";
    /// The service does it, and the connection breaks before it answers.
    AnswerLost = "answer-lost";
    /// The service does it; the answer breaks off in its headers.
    BrokenHeaders = "broken-headers";
    /// The service does it; the answer breaks off in its body.
    BrokenBody = "broken-body";
    /// The service does it; without a length in the headers half a body looks
    /// whole.
    HalfBody = "half-body";
    /// The service never sees it, and nothing comes back in time.
    SlowUnseen = "slow-unseen";
    /// The service does it; the answer takes too long.
    SlowAnswer = "slow-answer";
    /// 429; nothing was done.
    TooMany = "429";
    /// 429 with `Retry-After: 2`.
    TooManyWait = "429-wait";
    /// 429 with a `Retry-After` that is longer than a client waits.
    TooManyLong = "429-long";
    /// 500; nothing was done.
    Internal = "500";
    /// 502 of a gateway; the service did it.
    BadGateway = "502-done";
    /// 503; nothing was done.
    Unavailable = "503";
    /// 503 with `Retry-After: 2`.
    UnavailableWait = "503-wait";
    /// 504 of a gateway; the service did it.
    GatewayTimeout = "504-done";
    /// 200 with a page of HTML, from something that is not the service.
    Html = "html";
    /// 302 to another origin.
    Redirect = "redirect";
    /// From here on the region of this request takes no connections.
    RegionDown = "region-down";
    /// From here on the first domain of the service has no names.
    DomainDown = "domain-down";
    /// Until the next exchange the client's wall clock is an hour ahead.
    ClockAhead = "clock-ahead";
    /// Until the next exchange the client's wall clock is an hour behind.
    ClockBehind = "clock-behind";
    /// After this exchange the client's machine sleeps for two hours.
    MachineSleeps = "machine-sleeps";
    /// The power of a device is cut before the service reads the request.
    PowerCut = "power-cut";
    /// The service does it; the device has no power when the answer comes.
    PowerCutWaiting = "power-cut-waiting";
    /// The power of a device is cut when the answer is read, before anything else
    /// is done.
    PowerCutAfter = "power-cut-after";
    /// The power of a device is cut in the middle of a write to its flash: the one
    /// before this exchange, or else the first one after it.
    PowerCutWriting = "power-cut-writing";
}

impl Fault {
    /// Whether the service gets the request.
    #[must_use]
    pub const fn is_served(self) -> bool {
        matches!(
            self,
            Self::AnswerLost
                | Self::BrokenHeaders
                | Self::BrokenBody
                | Self::HalfBody
                | Self::SlowAnswer
                | Self::BadGateway
                | Self::GatewayTimeout
                | Self::ClockAhead
                | Self::ClockBehind
                | Self::MachineSleeps
                | Self::PowerCutWaiting
                | Self::PowerCutAfter
                | Self::PowerCutWriting
        )
    }

    /// Whether it is one of a device's power, which nothing else notices.
    #[must_use]
    pub const fn is_of_power(self) -> bool {
        matches!(
            self,
            Self::PowerCut | Self::PowerCutWaiting | Self::PowerCutAfter | Self::PowerCutWriting
        )
    }
}

impl Fault {
    /// Whether a host stays away until the end.
    #[must_use]
    pub const fn is_for_good(self) -> bool {
        matches!(self, Self::RegionDown | Self::DomainDown)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|fault| fault.name() == text);
        found
            .copied()
            .ok_or_else(|| format!("no fault is called `{text}`"))
    }
}

/// Faults and the exchanges that they happen to, numbered from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<(usize, Fault)>);

impl Faults {
    /// The faults of `list`; the first counts where an exchange has several.
    #[must_use]
    pub fn new(mut list: Vec<(usize, Fault)>) -> Self {
        list.sort();
        Self(list)
    }

    /// The fault of an exchange.
    #[must_use]
    pub fn at(&self, exchange: usize) -> Option<Fault> {
        let found = self.0.iter().find(|(at, _)| *at == exchange);
        found.map(|(_, fault)| *fault)
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether none is to come from `exchange` on.
    #[must_use]
    pub fn are_over(&self, exchange: usize) -> bool {
        self.0.iter().all(|(at, _)| *at < exchange)
    }
}

/// `3:answer-lost,5:html`, or `none`.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        for (n, (at, fault)) in self.0.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            write!(f, "{comma}{at}:{fault}")?;
        }
        Ok(())
    }
}

impl FromStr for Faults {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self::default());
        }
        let one = |part: &str| {
            let (at, fault) = part
                .split_once(':')
                .ok_or_else(|| format!("`{part}` is not EXCHANGE:FAULT"))?;
            let at = at.parse().map_err(|_| format!("`{at}` is no number"))?;
            Ok::<_, String>((at, fault.parse()?))
        };
        let list: Result<_, String> = text.split(',').map(one).collect();
        Ok(Self::new(list?))
    }
}
