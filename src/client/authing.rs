//! Authing.

mod jwks;
mod token_error;
mod token_verifier;

pub use jwks::{Jwks, JwksError};
pub use token_error::TokenError;
pub use token_verifier::{Claims, TokenVerifier};
