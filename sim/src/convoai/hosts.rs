//! The hosts of the service, by area.

/// Those of area US.
pub const US: &[&str] = &[
    "https://api-us-west-1.agora.io",
    "https://api-us-east-1.agora.io",
    "https://api-us-west-1.sd-rtn.com",
    "https://api-us-east-1.sd-rtn.com",
];

/// Those of area EU.
pub const EU: &[&str] = &[
    "https://api-eu-west-1.agora.io",
    "https://api-eu-central-1.agora.io",
    "https://api-eu-west-1.sd-rtn.com",
    "https://api-eu-central-1.sd-rtn.com",
];

/// Those of area AP.
pub const AP: &[&str] = &[
    "https://api-ap-southeast-1.agora.io",
    "https://api-ap-northeast-1.agora.io",
    "https://api-ap-southeast-1.sd-rtn.com",
    "https://api-ap-northeast-1.sd-rtn.com",
];

/// The one of area Global.
pub const GLOBAL: &[&str] = &["https://api.agora.io"];

/// Those of area CN.
pub const CN: &[&str] = &[
    "https://api.agora.io",
    "https://api-cn-east-1.sd-rtn.com",
    "https://api-cn-north-1.sd-rtn.com",
    "https://api-cn-east-1.agora.io",
    "https://api-cn-north-1.agora.io",
];
