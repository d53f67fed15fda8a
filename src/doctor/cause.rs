//! Why a token does not do what is asked of it: the closed list.
//!
//! One table, which people edit: name, id for machines, what it means, what to
//! do about it. Damage to the text comes first, then packaging, then what is no
//! token at all, then what is wrong with credentials, times, names, privileges
//! and contents, and last what only the SDK's message shows.

use core::fmt;

macro_rules! causes {
    ($($name:ident, $id:literal: $meaning:literal, $advice:literal;)+) => {
        /// Why a token does not do what is asked of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Cause {
            $(#[doc = $meaning] $name,)+
        }

        impl Cause {
            /// Every cause, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The name for machines, which stays.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What it means, for people.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }

            /// What to do about it, for people.
            #[must_use]
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$name => $advice,)+ }
            }
        }
    };
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

causes! {
    None, "none":
        "Nothing is wrong with the token for what was asked.",
        "Leave the token alone. If the service still refuses, compare what the client really sends.";

    PastePlusAsSpace, "paste-plus-as-space":
        "Every + has become a blank, as it does where a form or a query is decoded.",
        "Percent-encode the token wherever it travels in a URL or a form (+ as %2B).";
    PastePercentEncoded, "paste-percent-encoded":
        "The token is still percent-encoded (%2B, %2F, %3D).",
        "Decode it once where it is taken out of the URL, and do not encode it before.";
    PasteBase64url, "paste-base64url":
        "The token has - and _ where it should have + and /.",
        "Hand the token on as the server made it; nothing between may encode it anew.";
    PastePaddingLost, "paste-padding-lost":
        "The = signs at the end are gone.",
        "Keep the = signs: look for code that trims them or splits at =.";
    PasteWhitespaceInside, "paste-whitespace-inside":
        "Blanks or line ends stand inside the token.",
        "Store and send the token as one line, without a line wrap or indentation.";
    PasteWrappedInMarks, "paste-wrapped-in-marks":
        "Quotation marks, brackets or the like stand around the token.",
        "Remove the marks; if they come from a file or a variable, its quotes are taken as content.";
    PasteInvisibleCharacters, "paste-invisible-characters":
        "Characters that nobody sees are in or around the token.",
        "Trim the token where it is read, and copy it from its source and not from a formatted page.";
    PasteEmbedded, "paste-embedded":
        "The token is a part of a longer text.",
        "Take the token alone: the value of its JSON member or parameter, not all of the text.";
    PasteTruncated, "paste-truncated":
        "The end of the token is missing.",
        "Fetch the token again and copy all of it; look for a column, a buffer or a log that is too short.";
    PasteExtraCharacters, "paste-extra-characters":
        "A character or two too many stand in front of the token or behind it.",
        "Remove what does not belong to the token.";
    PasteCaseChanged, "paste-case-changed":
        "All letters are capitals or all are small, which destroys the content.",
        "Fetch the token again, and find what changes the letter case on the way.";
    PasteFullWidth, "paste-full-width":
        "Full-width characters of an input method stand in place of plain ones.",
        "Copy the token instead of typing it, or switch the input method to half width.";
    PastePrefixLost, "paste-prefix-lost":
        "The version in front of the token (007, 006, 04) is missing.",
        "Put the version back, and find the code that cuts it off.";
    PastePrefixDoubled, "paste-prefix-doubled":
        "The version stands twice in front of the token.",
        "Do not put a version in front: the builder writes it.";
    PasteWrongVersionDigits, "paste-wrong-version-digits":
        "The version in front does not fit the content, or is misspelt.",
        "Use the token as the builder wrote it, with zeros and not the letter O.";

    PortRawDeflate, "port-raw-deflate":
        "The content is deflated without the header and checksum of zlib.",
        "Compress with zlib (RFC 1950): many libraries call raw deflate by a similar name.";
    PortGzip, "port-gzip":
        "The content is packed with gzip.",
        "Compress with zlib (RFC 1950) in place of gzip.";
    PortNotCompressed, "port-not-compressed":
        "The content is not compressed.",
        "Compress the content with zlib (RFC 1950) before it is encoded in base64.";
    PortDoubleCompressed, "port-double-compressed":
        "The content is compressed twice.",
        "Compress the content once.";
    PortHex, "port-hex":
        "The content is written in hexadecimal digits.",
        "Encode the compressed content in base64.";
    PortDoubleBase64, "port-double-base64":
        "The content is encoded in base64 twice.",
        "Encode the content in base64 once; look whether the library encodes by itself.";

    EmptyToken, "empty-token":
        "There is no token: the text is empty, as builders return it for credentials that they refuse.",
        "Check app id and certificate where the token is made: 32 hexadecimal digits each, nothing around them.";
    NotAToken, "not-a-token":
        "The text is something else than a token.",
        "Look at what the token server answered, and whether its answer is awaited before it is used.";
    CredentialAsToken, "credential-as-token":
        "A credential stands where the token belongs.",
        "Mint a token from it on a server. If it is a certificate or secret and reached a client, renew it.";
    ZegoKitToken, "zego-kit-token":
        "The token has the tail of ZEGO's web kit, which begins with #.",
        "Give the web kit the whole text, and everything else the part before the #.";

    CertificateDecorated, "certificate-decorated":
        "The certificate had something around it when the token was signed: white space, quotes, a byte-order mark.",
        "Trim the certificate where the minting side reads it: file, variable or secret store.";
    CertificateLength, "certificate-length":
        "The certificate does not have 32 characters.",
        "Copy the certificate again from the console, all 32 characters of it.";
    CertificateCase, "certificate-case":
        "The certificate was used in another letter case.",
        "Use the certificate letter by letter as the console shows it.";
    AppIdCertificateSwapped, "app-id-certificate-swapped":
        "App id and certificate have changed places, so the certificate can be read in the token.",
        "Swap them back where the token is made, and renew the certificate: whoever has the token has it.";
    CertificateIsAppId, "certificate-is-app-id":
        "The token is signed with the app id in place of the certificate.",
        "Give the minting side the app certificate, which the console shows separately.";
    WrongKey, "wrong-key":
        "The token is signed or encrypted with another key, and not with a variant of this one.",
        "Mint with the certificate or server secret of this project, the one that is active now.";
    WrongAppId, "wrong-app-id":
        "The token belongs to another app id.",
        "Use one app id on both sides: that of the client.";
    AppIdCase, "app-id-case":
        "The app id differs in letter case.",
        "Use the app id letter by letter as the console shows it.";
    ZegoAppsignAsSecret, "zego-appsign-as-secret":
        "An AppSign of 64 characters is used as the server secret.",
        "Take the ServerSecret of 32 characters from the console.";

    Expired, "expired":
        "The token was right and has ended.",
        "Mint a new token, and renew in the client before the end.";
    ClockAhead, "clock-ahead":
        "The token is issued in the future: a clock is ahead, or local time was taken for UTC.",
        "Set the clock where the token is made, and use Unix seconds.";
    AbsoluteTimeAsLifetime, "absolute-time-as-lifetime":
        "A point in time was given as the lifetime, so the token lasts for decades.",
        "Give the seconds from now, such as 3600.";
    LifetimeAsAbsoluteTime, "lifetime-as-absolute-time":
        "A lifetime was given as a point in time, so it ended in 1970.",
        "Give 006 builders the current Unix time plus the lifetime.";
    Milliseconds, "milliseconds":
        "A time is in milliseconds.",
        "Divide by 1000: these fields are in seconds.";
    LifetimeZero, "lifetime-zero":
        "The lifetime is 0, so the token ends as it is issued.",
        "Give a lifetime in seconds.";
    PrivilegeExpired, "privilege-expired":
        "The token lasts on, but the privilege that is asked for has ended.",
        "Give the privileges the lifetime of the token.";
    V006DayLimit, "v006-day-limit":
        "The privileges last on, but a 006 token itself ends 24 hours after it is made.",
        "Mint a new one every day, or use 007.";

    ChannelMismatch, "channel-mismatch":
        "The token is for another channel or room.",
        "Mint for the channel that the client joins, letter by letter.";
    NameCase, "name-case":
        "The name of the channel, room or user differs in letter case.",
        "Write the name in the same letter case on both sides.";
    NameWhitespace, "name-whitespace":
        "The name of the channel or user has white space around it on one side.",
        "Trim the name on both sides.";
    NameUrlEncoded, "name-url-encoded":
        "The name was percent-encoded before the token was made.",
        "Mint for the decoded name, as the client joins it.";
    NameHashed, "name-hashed":
        "The token is for a hash of the name.",
        "Use the same on both sides: the name, or its hash.";
    ChannelUserSwapped, "channel-user-swapped":
        "Channel and user have changed places.",
        "Check the order of the arguments where the token is made.";
    UserMismatch, "user-mismatch":
        "The token is for another user.",
        "Mint for the user that joins.";
    ValueStringified, "value-stringified":
        "A missing value was turned into a text such as undefined, null or None.",
        "Check that the value is there before the token is made.";
    UidNotU32, "uid-not-u32":
        "The uid is no whole number from 0 to 4294967295.",
        "Use whole numbers from 1 to 4294967295 as uids.";
    UidInt32Wrap, "uid-int32-wrap":
        "A uid above 2147483647 became a negative number on one side.",
        "Use an unsigned or 64-bit type for uids.";
    UidZeroAsText, "uid-zero-as-text":
        "The uid 0, meant as any user, was written as the text 0.",
        "Use a builder that leaves the user empty for uid 0, or better a uid of the user's own.";
    UserFormatting, "user-formatting":
        "The user is the same number in another spelling: zeros in front, .0, separators.",
        "Write the uid in plain decimal digits on both sides.";
    UserOfOtherService, "user-of-other-service":
        "The user is in the token, but for another of its services or channels.",
        "Ask with the user of that service, or mint all services for one user.";
    PublishNotGranted, "publish-not-granted":
        "The token lets the user join, but not publish what is asked for.",
        "Mint with the role publisher, or join as audience. The service refuses to publish only where the project has co-host authentication switched on: switch it on to rely on roles.";
    JoinNotGranted, "join-not-granted":
        "The token does not let the user join.",
        "Mint with the privilege to join the channel or log in to the room.";
    WrongService, "wrong-service":
        "The token is for another service.",
        "Use the builder of the service that the client uses.";
    ChatKind, "chat-kind":
        "A token for a chat user was used as one for the application, or the reverse.",
        "Use the user token in clients and the app token for calls of the REST API.";
    VersionNotAccepted, "version-not-accepted":
        "The token is well, but the SDK or service takes another version.",
        "Mint the version that it takes, or update the SDK.";

    ZegoPayloadObject, "zego-payload-object":
        "The payload is a JSON object where a text with JSON belongs.",
        "Turn the payload into a text first (JSON.stringify, json.dumps).";
    ZegoPayloadNotJson, "zego-payload-not-json":
        "The payload is no text with a JSON object.",
        "Give a JSON object as text, with room_id and privilege.";
    ZegoUserNotText, "zego-user-not-text":
        "The user id is a number.",
        "Give the user id as a text.";
    ZegoAppIdNotNumber, "zego-app-id-not-number":
        "The app id is a text.",
        "Give the app id as a number.";
    ZegoLoginDenied, "zego-login-denied":
        "The payload denies logging in to the room.",
        "Set privilege 1 to 1.";

    SdkNoTokenSent, "sdk-no-token-sent":
        "The token is right, but the SDK says that none was sent.",
        "Give the token to the call that joins or logs in, and look whether it is empty there.";
    SdkAppIdUnknown, "sdk-app-id-unknown":
        "The token is right, but the SDK says that the app id of the client is not known.",
        "Correct the app id in the client, and look whether the project is active.";
    SdkRefusedGoodToken, "sdk-refused-good-token":
        "The token is right for what was asked, and the SDK still calls it invalid.",
        "Compare the client's app id, channel and user with those asked here, and look whether the certificate is still active.";
    SdkNotTheToken, "sdk-not-the-token":
        "The token is right, and the SDK's message is about something else.",
        "Leave the token alone and follow the message: devices, permissions, a user that is there twice.";
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec::Vec;

    use super::Cause;

    #[test]
    fn the_ids_are_those_of_the_published_list_in_its_order() {
        let table = include_str!("../../tests/vectors/situations-causes.tsv");
        let listed = table.lines().skip(1);
        let listed: Vec<_> = listed.filter_map(|line| line.split('\t').next()).collect();
        let ours: Vec<_> = Cause::ALL.iter().map(|cause| cause.id()).collect();
        assert_eq!(ours, listed);
        assert_eq!(ours.len(), 70);
    }
}
