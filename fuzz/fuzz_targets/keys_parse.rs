//! Keys as PEM, DER and JWK on any bytes; what is read is written as one way
//! of writing it, and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::ath::{PublicKey, SigningKey};
use tokenmint::internals::wire::{der, pem};

fuzz_target!(|data: &[u8]| {
    let private = [
        SigningKey::from_pem(data),
        SigningKey::from_pkcs8_der(data),
        SigningKey::from_sec1_der(data),
        SigningKey::from_jwk(data),
    ];
    for key in private.into_iter().flatten() {
        let mut out = [0; SigningKey::PKCS8_PEM_LEN];
        let text = key.write_pkcs8_pem(&mut out).expect("room enough");
        let again = SigningKey::from_pem(text).expect("its own text");
        assert_eq!(again.to_bytes().expose(), key.to_bytes().expose());
        let mut out = [0; SigningKey::SEC1_DER_LEN];
        let bytes = key.write_sec1_der(&mut out).expect("room enough");
        assert!(SigningKey::from_sec1_der(bytes).is_ok());
    }
    let public = [
        PublicKey::from_pem(data),
        PublicKey::from_spki_der(data),
        PublicKey::from_jwk(data),
        PublicKey::from_point(data),
    ];
    for key in public.into_iter().flatten() {
        let mut out = [0; PublicKey::SPKI_PEM_LEN];
        let text = key.write_spki_pem(&mut out).expect("room enough");
        let again = PublicKey::from_pem(text).expect("its own text");
        assert_eq!(again.to_point(), key.to_point());
        let mut out = [0; PublicKey::JWK_LEN];
        let text = key.write_jwk(&mut out).expect("room enough");
        let again = PublicKey::from_jwk(text).expect("its own text");
        assert_eq!(again.thumbprint().as_str(), key.thumbprint().as_str());
    }
    text(data);
    walk(data);
});

fn text(data: &[u8]) {
    let labels = ["PRIVATE KEY", "EC PRIVATE KEY", "PUBLIC KEY"];
    let mut out = vec![0xA5; data.len() + 16];
    for room in [0, data.len() / 2, data.len()] {
        out.fill(0xA5);
        if let Ok((label, content)) = pem::decode(data, &labels, &mut out[..room]) {
            let content = content.to_vec();
            let mut text = vec![0; pem::encoded_len(label.len(), content.len())];
            let len = text.len();
            let text = pem::write(label, &content, &mut text[..]).expect("room enough");
            assert_eq!(text.len(), len);
            let mut back = vec![0; text.len()];
            let (again, back) = pem::decode(text.as_bytes(), &labels, &mut back).expect("its own");
            assert_eq!((again, &*back), (label, &*content));
        }
        assert!(
            out[room..].iter().all(|byte| *byte == 0xA5),
            "written behind"
        );
    }
}

/// Every element, as deep as the bytes go.
fn walk(data: &[u8]) {
    let mut todo = vec![der::Reader::new(data)];
    let mut steps = 0;
    while let Some(mut reader) = todo.pop() {
        while let Some(tag) = reader.peek() {
            steps += 1;
            assert!(steps <= data.len() * 2, "an element that takes no bytes");
            let mut copy = reader;
            let _ = (copy.small_integer(), copy.bit_string());
            match reader.read(tag) {
                Ok(inner) => {
                    assert!(inner.remaining().len() < data.len());
                    let _ = der::without_unused_bits(inner);
                    if tag & 0x20 != 0 && todo.len() < 64 {
                        todo.push(inner);
                    }
                }
                Err(_) => break,
            }
        }
    }
}
