//! The table of causes.

macro_rules! causes {
    ($($name:ident, $id:literal, $meaning:literal, $advice:literal;)+) => {
        /// Why a token does not do what was asked of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Cause {
            $(#[doc = $meaning] $name,)+
        }

        impl Cause {
            /// A stable name for machines.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What it means.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }

            /// What to do.
            #[must_use]
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$name => $advice,)+ }
            }
        }
    };
}

causes! {
    None, "none", "The token is right for everything asked.", "Nothing; if the service still refuses, look at the client.";
    PastePlusAsSpace, "paste-plus-as-space", "Each + of the base64 was turned into a space by form or query decoding.", "Percent-encode the token when it goes into a URL or form; put the + back.";
    PastePercentEncoded, "paste-percent-encoded", "The token is still percent-encoded, once or twice (%2B, %2F, %3D).", "Decode it once where it leaves the URL, and do not encode it again.";
    PasteBase64url, "paste-base64url", "- and _ stand where + and / belong.", "Do not re-code the token; take it as the server made it.";
    PastePaddingLost, "paste-padding-lost", "The = signs at the end are gone.", "Carry the token whole; put the padding back.";
    PasteWhitespaceInside, "paste-whitespace-inside", "Spaces or line ends inside the token: line wrap, indentation.", "Join the lines, store it as one line.";
    PasteWrappedInMarks, "paste-wrapped-in-marks", "Quotes, brackets, backticks, asterisks or the like around the token.", "Take the marks off.";
    PasteInvisibleCharacters, "paste-invisible-characters", "Characters that cannot be seen: byte order mark, zero-width space, no-break space, direction mark, NUL, line end behind.", "Strip them; check how the token is read from its file or copied.";
    PasteEmbedded, "paste-embedded", "The token is inside something larger: JSON, a link, a header, source code.", "Take the token alone out of it.";
    PasteTruncated, "paste-truncated", "The end is missing.", "Copy it whole, widen the column or buffer; fetch it again.";
    PasteExtraCharacters, "paste-extra-characters", "A character or two too many, in front or behind.", "Take them off.";
    PasteCaseChanged, "paste-case-changed", "All letters were made capital or small; the content is lost.", "Do not change the letter case; fetch the token again.";
    PasteFullWidth, "paste-full-width", "Full-width digits or letters of an input method stand where ASCII belongs.", "Write them as ASCII.";
    PastePrefixLost, "paste-prefix-lost", "The version digits in front (007, 006, 04) are missing.", "Put them back; find the code that cuts them off.";
    PastePrefixDoubled, "paste-prefix-doubled", "The version digits stand twice.", "Remove one; the builder already writes them.";
    PasteWrongVersionDigits, "paste-wrong-version-digits", "The version digits are wrong or misspelt (OO7, 008, 07); the content tells the right ones.", "Write the right digits.";
    PortRawDeflate, "port-raw-deflate", "A home-made port deflates without the zlib header and checksum.", "Compress with zlib (RFC 1950).";
    PortGzip, "port-gzip", "A home-made port packs with gzip.", "Compress with zlib (RFC 1950).";
    PortNotCompressed, "port-not-compressed", "A home-made port leaves the compression out.", "Compress with zlib before base64.";
    PortDoubleCompressed, "port-double-compressed", "A home-made port compresses twice.", "Compress once.";
    PortHex, "port-hex", "A home-made port writes hex digits in place of base64.", "Write base64.";
    PortDoubleBase64, "port-double-base64", "A home-made port applies base64 twice.", "Apply it once.";
    EmptyToken, "empty-token", "The token is empty: the builder refused its inputs silently (a malformed app id or certificate, most of all).", "Check app id and certificate at the minting side: 32 hex digits each, nothing around them.";
    NotAToken, "not-a-token", "Something else that is no token: a stringified missing value or promise, an error page, a placeholder.", "Look at what the token server answered and whether the answer is awaited.";
    CredentialAsToken, "credential-as-token", "An app id, a certificate or a REST key stands where the token belongs.", "Mint a token; if a certificate or secret went to a client, renew it.";
    ZegoKitToken, "zego-kit-token", "A token of a ZEGO web kit (with a # tail) is used as a plain token.", "Give the kit the whole, everything else the part before the #.";
    CertificateDecorated, "certificate-decorated", "The certificate had a space, line end, byte order mark or quotes on it when the token was signed.", "Trim it where it is read (environment, file, secret store).";
    CertificateLength, "certificate-length", "The certificate has a character too few or too many, at minting or in the question.", "Copy it again: 32 characters.";
    CertificateCase, "certificate-case", "The certificate was used in other letter case than it is issued in.", "Use it exactly as issued.";
    AppIdCertificateSwapped, "app-id-certificate-swapped", "App id and certificate changed places; the certificate is readable in the token.", "Swap them back, and renew the certificate: it has leaked.";
    CertificateIsAppId, "certificate-is-app-id", "The app id was used as the certificate.", "Use the certificate.";
    WrongKey, "wrong-key", "Signed or encrypted with a key that is not the given one, and not a known deformation of it.", "Use the certificate or server secret of this very project, the current one.";
    WrongAppId, "wrong-app-id", "The token is of another app id.", "Mint with the app id that the client uses.";
    AppIdCase, "app-id-case", "The app id differs in letter case only.", "Use it exactly as issued.";
    ZegoAppsignAsSecret, "zego-appsign-as-secret", "The 64-character AppSign is used where the 32-character server secret belongs.", "Take the ServerSecret from the console.";
    Expired, "expired", "The token was right and has ended.", "Mint a new one; renew before the end.";
    ClockAhead, "clock-ahead", "The issue time is in the future: the minting clock is ahead, or local time was taken for UTC.", "Set the clock; use UTC seconds.";
    AbsoluteTimeAsLifetime, "absolute-time-as-lifetime", "A point in time was given where a lifetime belongs: the token lasts for decades.", "Give seconds from now.";
    LifetimeAsAbsoluteTime, "lifetime-as-absolute-time", "A lifetime was given where 006 takes a point in time: it ended in 1970.", "Give now + seconds.";
    Milliseconds, "milliseconds", "Milliseconds were given where seconds belong.", "Divide by 1000.";
    LifetimeZero, "lifetime-zero", "No lifetime, or 0: the token ends with its issue.", "Give a lifetime.";
    PrivilegeExpired, "privilege-expired", "The token lasts, the privilege asked has ended.", "Let the privileges last as long as the token.";
    V006DayLimit, "v006-day-limit", "The privileges of a 006 token last, but the token itself ends 24 hours after it was made.", "Mint every day, or use 007.";
    ChannelMismatch, "channel-mismatch", "The token is for another channel or room.", "Mint for the channel that is joined.";
    NameCase, "name-case", "Channel, room or user differ in letter case only.", "Use the same letter case on both sides.";
    NameWhitespace, "name-whitespace", "Channel or user differ by spaces, tabs or line ends at their ends only.", "Trim on both sides.";
    NameUrlEncoded, "name-url-encoded", "The channel was percent-encoded before minting.", "Mint for the plain name.";
    NameHashed, "name-hashed", "The token is for a hash (MD5, SHA-1) of the name.", "Mint for the name itself, or use the hash on both sides.";
    ChannelUserSwapped, "channel-user-swapped", "Channel and user changed places.", "Mind the order of arguments.";
    UserMismatch, "user-mismatch", "The token is for another user.", "Mint for the user that joins.";
    ValueStringified, "value-stringified", "A missing value became text at minting: undefined, null, None, NaN, [object Object].", "Check the value before minting.";
    UidNotU32, "uid-not-u32", "The number at minting is no uid: negative, above 2^32-1, or with a fraction.", "Use whole numbers from 1 to 2^32-1.";
    UidInt32Wrap, "uid-int32-wrap", "A uid above 2^31-1 was read as a negative number on one side.", "Use unsigned or 64-bit numbers.";
    UidZeroAsText, "uid-zero-as-text", "uid 0, meant as any user, was written as the text 0.", "Use a library that writes an empty user for 0, or a real uid.";
    UserFormatting, "user-formatting", "The same uid in other writing: leading zeros, .0, separators, sign, prefix.", "Write the plain decimal number.";
    UserOfOtherService, "user-of-other-service", "The user asked is in the token, but in another of its services or for another channel.", "Ask with the user of that service, or mint both for one user.";
    PublishNotGranted, "publish-not-granted", "Joining is granted, publishing (all or one kind) is not.", "Mint as publisher, or ask as subscriber.";
    JoinNotGranted, "join-not-granted", "Joining the channel or room is not among the privileges.", "Mint with the join privilege.";
    WrongService, "wrong-service", "The token is of another service than the one asked (RTC for RTM, and so on).", "Use the builder of that service.";
    ChatKind, "chat-kind", "Chat user and chat app tokens were mistaken for each other.", "Use the builder of the right kind.";
    VersionNotAccepted, "version-not-accepted", "The token is well, but of a version that the SDK or service does not take.", "Mint the version that it takes.";
    ZegoPayloadObject, "zego-payload-object", "The payload is a JSON object where JSON text belongs.", "Give the payload as text (JSON.stringify, json.dumps).";
    ZegoPayloadNotJson, "zego-payload-not-json", "The payload is not JSON text of an object.", "Give {\"room_id\":...,\"privilege\":{...}}.";
    ZegoUserNotText, "zego-user-not-text", "user_id is a JSON number.", "Write it as text.";
    ZegoAppIdNotNumber, "zego-app-id-not-number", "app_id is JSON text.", "Write it as a number.";
    ZegoLoginDenied, "zego-login-denied", "The payload denies the login to the room.", "Set privilege 1 to 1.";
    SdkNoTokenSent, "sdk-no-token-sent", "The token is right, but the error says that none was sent.", "Hand the token to join or login.";
    SdkAppIdUnknown, "sdk-app-id-unknown", "The token is right, but the error says that the client's app id is unknown.", "Correct the app id of the client; look whether the project is active.";
    SdkRefusedGoodToken, "sdk-refused-good-token", "The token is right for what was asked, and the service still calls it invalid.", "Compare the client's app id, channel and user with the question; look whether this certificate is still switched on.";
    SdkNotTheToken, "sdk-not-the-token", "The token is right and the error is about something else (devices, permissions, a user taken twice).", "Leave the token alone.";
}
