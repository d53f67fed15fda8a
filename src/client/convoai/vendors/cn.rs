//! The vendors of the service in mainland China, [`Area::Cn`](super::super::Area::Cn).

pub mod avatar;
pub mod llm;
pub mod mllm;
pub mod stt;
pub mod tts;
