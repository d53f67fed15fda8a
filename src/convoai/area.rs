//! Areas and the hosts that serve them.
//!
//! | area | regions, in order | domains, in order | path |
//! |---|---|---|---|
//! | US | `api-us-west-1`, `api-us-east-1` | `agora.io`, `sd-rtn.com` | `/api/conversational-ai-agent` |
//! | EU | `api-eu-west-1`, `api-eu-central-1` | the same | the same |
//! | AP | `api-ap-southeast-1`, `api-ap-northeast-1` | the same | the same |
//! | CN | `api-cn-east-1`, `api-cn-north-1` | `sd-rtn.com`, `agora.io` | `/cn/api/conversational-ai-agent` |
//! | CN, one host | `api` | `agora.io` | the same as CN |
//! | global | `api` | `agora.io` | `/api/conversational-ai-agent` |

/// Where the service runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Area {
    /// North America: west, then east.
    Us,
    /// Europe: west, then central.
    Eu,
    /// Asia and Pacific: southeast, then northeast.
    Ap,
    /// Mainland China: east, then north, unless [`CnRouting::OneHost`].
    Cn,
    /// `api.agora.io`, which serves everything but mainland China without
    /// regions, as firmware and sample servers call it.
    Global,
}

/// Which hosts serve [`Area::Cn`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum CnRouting {
    /// East, then north, as SDK 2.12.0 has it.
    #[default]
    EastNorth,
    /// `api.agora.io`, without regions, as SDK 1.0.3 had it.
    OneHost,
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hosts {
    pub(crate) regions: &'static [&'static str],
    pub(crate) domains: &'static [&'static str],
    pub(crate) path: &'static str,
}

const GLOBAL_DOMAINS: &[&str] = &["agora.io", "sd-rtn.com"];
const GLOBAL_PATH: &str = "/api/conversational-ai-agent";
const CN_PATH: &str = "/cn/api/conversational-ai-agent";

impl Area {
    /// The area with the number that the official SDK gives it: US 1, EU 2,
    /// AP 3, CN 4.
    #[must_use]
    pub const fn from_number(number: u32) -> Option<Self> {
        match number {
            1 => Some(Self::Us),
            2 => Some(Self::Eu),
            3 => Some(Self::Ap),
            4 => Some(Self::Cn),
            _ => None,
        }
    }

    /// The area with this name: `US`, `EU`, `AP`, `CN` or `GLOBAL`, in any letter
    /// case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Us, Self::Eu, Self::Ap, Self::Cn, Self::Global]
            .into_iter()
            .find(|area| area.name().eq_ignore_ascii_case(name))
    }

    /// The name: `US`, `EU`, `AP`, `CN` or `GLOBAL`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us => "US",
            Self::Eu => "EU",
            Self::Ap => "AP",
            Self::Cn => "CN",
            Self::Global => "GLOBAL",
        }
    }

    pub(crate) const fn hosts(self, routing: CnRouting) -> Hosts {
        let (regions, domains, path): (&[&str], _, _) = match (self, routing) {
            (Self::Us, _) => (
                &["api-us-west-1", "api-us-east-1"],
                GLOBAL_DOMAINS,
                GLOBAL_PATH,
            ),
            (Self::Eu, _) => (
                &["api-eu-west-1", "api-eu-central-1"],
                GLOBAL_DOMAINS,
                GLOBAL_PATH,
            ),
            (Self::Ap, _) => (
                &["api-ap-southeast-1", "api-ap-northeast-1"],
                GLOBAL_DOMAINS,
                GLOBAL_PATH,
            ),
            (Self::Cn, CnRouting::OneHost) => (&["api"], &["agora.io"], CN_PATH),
            (Self::Global, _) => (&["api"], &["agora.io"], GLOBAL_PATH),
            (Self::Cn, CnRouting::EastNorth) => (
                &["api-cn-east-1", "api-cn-north-1"],
                &["sd-rtn.com", "agora.io"],
                CN_PATH,
            ),
        };
        Hosts {
            regions,
            domains,
            path,
        }
    }
}
