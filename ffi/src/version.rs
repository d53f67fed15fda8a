//! Which version this is.

/// Major version of this header.
pub const TOKENMINT_VERSION_MAJOR: u32 = 0;
/// Minor version of this header.
pub const TOKENMINT_VERSION_MINOR: u32 = 1;
/// Patch version of this header.
pub const TOKENMINT_VERSION_PATCH: u32 = 0;

/// The version of the library: major * 65536 + minor * 256 + patch. Equal to
/// `TOKENMINT_VERSION` when library and header belong together.
///
/// @return The version as a number.
#[unsafe(no_mangle)]
pub extern "C" fn tokenmint_version() -> u32 {
    (TOKENMINT_VERSION_MAJOR << 16) | (TOKENMINT_VERSION_MINOR << 8) | TOKENMINT_VERSION_PATCH
}

#[cfg(test)]
mod tests {
    #[test]
    fn header_and_package_agree() {
        let [major, minor, patch] = [
            super::TOKENMINT_VERSION_MAJOR,
            super::TOKENMINT_VERSION_MINOR,
            super::TOKENMINT_VERSION_PATCH,
        ];
        let text = std::format!("{major}.{minor}.{patch}");
        assert_eq!(text, env!("CARGO_PKG_VERSION"));
        assert_eq!(
            super::tokenmint_version(),
            major * 65536 + minor * 256 + patch
        );
    }
}
