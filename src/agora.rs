//! Agora credentials.
