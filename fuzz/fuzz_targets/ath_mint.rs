//! Attestations and identity documents: the output rule, what serde_json and
//! the verifier read in them.

#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use tokenmint::Limits;
use tokenmint::ath::SIGNATURE_LEN;
use tokenmint::ath::{
    ATTESTATION_CAPACITY, Attestation, Audience, Developer, Expected, HeaderForm, Identity,
    ParsedAttestation, PublicKey, SigningKey, attestation_capacity, identity_key, workspace_len,
};
use tokenmint::internals::wire::jws::Jws;
use tokenmint_fuzz::{Name, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    agent_id: AgentId,
    base: Name,
    audience: u8,
    issued_at: u64,
    token_id: Name,
    key_id: Option<Name>,
    lifetime: Option<u32>,
    capabilities: Vec<Name>,
    without_type: bool,
    wire: bool,
    size: u16,
    /// Signing and verifying take a thousand times as long as the rest.
    real: u8,
    contact: Option<Name>,
}

#[derive(Debug, Arbitrary)]
enum AgentId {
    Of(Name),
    Any(Name),
}

static KEY: LazyLock<(SigningKey, PublicKey)> = LazyLock::new(|| {
    let key = SigningKey::from_bytes(&[7; 32]).expect("a key");
    let public = key.public_key();
    (key, public)
});

fuzz_target!(|input: Input| {
    let (key, public) = &*KEY;
    let agent_id = match &input.agent_id {
        AgentId::Of(domain) => format!("https://{}/.well-known/agent.json", domain.0),
        AgentId::Any(any) => any.0.clone(),
    };
    let capabilities: Vec<&str> = input.capabilities.iter().map(AsRef::as_ref).collect();
    identity(&input, &agent_id, &capabilities, public);

    let audience = match input.audience % 3 {
        0 => Audience::of_base(&input.base.0),
        1 => Audience::of_token_endpoint(&input.base.0),
        _ => Audience::exact(&input.base.0),
    };
    let mut attestation = Attestation::new(&agent_id, audience, input.issued_at, &input.token_id.0)
        .capabilities(&capabilities);
    if let Some(key_id) = &input.key_id {
        attestation = attestation.key_id(&key_id.0);
    }
    if let Some(lifetime) = input.lifetime {
        attestation = attestation.lifetime(lifetime);
    }
    if input.without_type {
        attestation = attestation.header_form(HeaderForm::WithoutType);
    }
    if input.wire {
        attestation = attestation.limits(Limits::Wire);
    }
    let real = input.real == 0;
    let minted = obeys(input.size, |out| {
        if real {
            attestation.mint(&mut &*key, out)
        } else {
            attestation.mint(&mut |_: &[u8; 32]| Ok([0x5A; SIGNATURE_LEN]), out)
        }
    });
    let Ok(token) = minted else { return };
    assert_eq!(token.len(), attestation.encoded_len());
    let key_id = input.key_id.as_ref().map_or("default", |name| &name.0);
    if !input.wire && capabilities.is_empty() {
        assert!(token.len() <= ATTESTATION_CAPACITY);
        let (id, audience, token_id) = (agent_id.len(), audience.len(), input.token_id.0.len());
        assert!(token.len() <= attestation_capacity(id, key_id.len(), audience, token_id));
    }

    let lifetime = input.lifetime.unwrap_or(3600);
    let expires_at = input.issued_at + u64::from(lifetime);
    let audience_text = audience.to_string();
    let jws = Jws::parse(&token, token.len()).expect("its own token");
    let mut part = vec![0; Jws::workspace_len(token.len())];
    let header: Value =
        serde_json::from_slice(jws.header(&mut part).expect("a header")).expect("JSON");
    let mut expected = json!({ "typ": "JWT", "alg": "ES256", "kid": key_id });
    if input.without_type {
        expected.as_object_mut().expect("an object").remove("typ");
    }
    assert_eq!(header, expected);
    let claims = jws.claims(&mut part).expect("claims");
    let expected = json!({
        "capabilities": capabilities,
        "iss": agent_id,
        "sub": agent_id,
        "aud": audience_text,
        "iat": input.issued_at,
        "exp": expires_at,
        "jti": input.token_id.0,
    });
    assert_eq!(std::str::from_utf8(claims), Ok(&*expected.to_string()));

    let mut workspace = vec![0; workspace_len(token.len())];
    if let Ok(parsed) = ParsedAttestation::parse(&token, &mut workspace) {
        let claims = parsed.claims();
        assert!(claims.audience.eq_str(&audience_text));
        assert!(claims.subject.eq_str(&agent_id));
        assert!(claims.token_id.eq_str(&input.token_id.0));
        assert!(
            claims
                .capabilities()
                .map(|name| name.to_string())
                .eq(capabilities)
        );
        if real {
            let expected = Expected::of(public, audience, &agent_id, input.issued_at).tolerance(0);
            parsed.check(&expected).ok().expect("its own token");
        }
    }
});

fn identity(input: &Input, agent_id: &str, capabilities: &[&str], public: &PublicKey) {
    let document = Identity {
        agent_id,
        name: &input.base.0,
        developer: Developer {
            name: &input.token_id.0,
            id: "id",
            contact: input.contact.as_ref().map(AsRef::as_ref),
        },
        capabilities,
        public_key: *public,
    };
    let text = obeys(input.size, |out| document.write(out)).expect("a document");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["agent_id"], agent_id);
    assert_eq!(value["name"], input.base.0);
    assert_eq!(value["developer"]["name"], input.token_id.0);
    let key = identity_key(&text, agent_id).expect("its own document");
    assert_eq!(key.to_point(), public.to_point());
}
