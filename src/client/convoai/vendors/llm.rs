//! Language models. The five of the official SDK take the same options.
//!
//! | option | goes to |
//! |---|---|
//! | `url`, `api_key`, `system_messages`, `greeting_message`, ..., unknown ones | the top of `llm` |
//! | `model` | `params`, unless `params` has one |
//! | `max_tokens`, `temperature`, `top_p` | `params`, in place of one there |

use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::{Options, given, refused, vendors};
use crate::http::Error;

/// Something that can be the `llm` of an agent.
pub trait LlmVendor {
    /// The `llm` of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option out of its range.
    fn config(&self) -> Result<Options, Error>;
}

macro_rules! llms {
    ($( $(#[$meta:meta])* $name:ident = $vendor:literal; )*) => { $(
        vendors! {
            $(#[$meta])*
            $name {
                required { url: String }
                optional {
                    api_key: String,
                    model: String,
                    max_tokens: i64,
                    temperature: f64,
                    top_p: f64,
                    system_messages: Vec<Map<String, Value>>,
                    greeting_message: String,
                    failure_message: String,
                    max_history: i64,
                    input_modalities: Vec<String>,
                    output_modalities: Vec<String>,
                    greeting_configs: Map<String, Value>,
                    template_variables: Map<String, Value>,
                    mcp_servers: Vec<Map<String, Value>>,
                    params: Map<String, Value>,
                }
            }
        }

        impl LlmVendor for $name {
            fn config(&self) -> Result<Options, Error> {
                config($vendor, &self.options)
            }
        }
    )* };
}

llms! {
    /// Alibaba Cloud.
    #[doc(alias = "AliyunLLM")]
    AliyunLlm = "aliyun";
    /// ByteDance.
    #[doc(alias = "BytedanceLLM")]
    BytedanceLlm = "bytedance";
    /// DeepSeek.
    #[doc(alias = "DeepSeekLLM")]
    DeepSeekLlm = "deepseek";
    /// Tencent.
    #[doc(alias = "TencentLLM")]
    TencentLlm = "tencent";
    /// Any other that speaks the same language.
    #[doc(alias = "CustomLLM")]
    CustomLlm = "custom";
}

const OF_PARAMS: [&str; 4] = ["model", "max_tokens", "temperature", "top_p"];

fn config(vendor: &str, options: &Options) -> Result<Options, Error> {
    in_range(options, "max_tokens", 1.0, f64::INFINITY)?;
    in_range(options, "temperature", 0.0, 2.0)?;
    in_range(options, "top_p", 0.0, 1.0)?;
    let mut params = Map::new();
    let mut config = Map::new();
    for (name, value) in given(options) {
        match (name.as_str(), value) {
            ("params", Value::Object(given)) => params.extend(given),
            ("mcp_servers", Value::Array(servers)) => {
                let servers: Vec<Value> = servers.into_iter().map(with_transport).collect();
                config.insert(name, servers.into());
            }
            (known, _) if OF_PARAMS.contains(&known) => {}
            (_, value) => {
                config.insert(name, value);
            }
        }
    }
    for (name, value) in given(options).filter(|(name, _)| OF_PARAMS.contains(&name.as_str())) {
        if name != "model" || !params.contains_key("model") {
            params.insert(name, value);
        }
    }
    if !params.is_empty() {
        config.insert("params".into(), params.into());
    }
    config.insert("vendor".into(), vendor.into());
    Ok(config)
}

fn in_range(options: &Options, name: &str, min: f64, max: f64) -> Result<(), Error> {
    match options.get(name).and_then(Value::as_f64) {
        Some(number) if !(min..=max).contains(&number) => Err(refused(name, "is out of range")),
        _ => Ok(()),
    }
}

fn with_transport(server: Value) -> Value {
    match server {
        Value::Object(mut server) => {
            server
                .entry("transport")
                .or_insert_with(|| "streamable_http".into());
            server.into()
        }
        other => other,
    }
}
