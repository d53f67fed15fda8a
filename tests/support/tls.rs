//! A server that speaks TLS, and the authority behind its certificate.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::server::{Script, Server, Stream, Wrap, answer};

/// An authority and a server with a certificate of it for `name`.
pub fn tls_server(name: &str) -> (String, Server) {
    let (authority, wrap) = tls_wrap(name);
    let server = Server::wrapped(wrap, |_, _| Script::send(answer(200, "", "{}")));
    (authority, server)
}

/// An authority, and TLS with a certificate of it for `name`.
pub fn tls_wrap(name: &str) -> (String, Wrap) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let authority = params.self_signed(&key).unwrap();
    let issuer = Issuer::new(params, key);
    let server_key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec![name.to_string()])
        .unwrap()
        .signed_by(&server_key, &issuer)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(server_key.serialize_der()).unwrap(),
        )
        .unwrap();
    let config = Arc::new(config);
    let wrap = Arc::new(move |stream| -> Box<dyn Stream> {
        let session = ServerConnection::new(config.clone()).unwrap();
        Box::new(StreamOwned::new(session, stream))
    });
    (authority.pem(), wrap)
}
