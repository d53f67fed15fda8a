//! Agents: how they are started and changed, and what is said about them.

use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::conversation::{
    AdvancedFeatures, FillerWords, Geofence, Interruption, Parameters, Rtc, Sal, TurnDetection,
};
use super::pipeline::{Asr, Avatar, Llm, Mllm, Tts};
use crate::client::convoai::object::{objects, open_enums, setters};
use std::collections::BTreeMap;

open_enums! {
    /// What an agent does at the moment; 0 to 6 in the filter of a listing.
    AgentStatus {
        Idle = "IDLE",
        Starting = "STARTING",
        Running = "RUNNING",
        Stopping = "STOPPING",
        Stopped = "STOPPED",
        Recovering = "RECOVERING",
        Failed = "FAILED",
    }

    /// What becomes of speech under way when new speech is asked for.
    SpeakPriority {
        Interrupt = "INTERRUPT",
        Append = "APPEND",
        Ignore = "IGNORE",
    }

    /// Who said something.
    Speaker {
        User = "user",
        Assistant = "assistant",
    }

    /// What `think` does to an agent that is busy. (`inject` only while it
    /// listens.)
    ThinkAction {
        Inject = "inject",
        Interrupt = "interrupt",
        Ignore = "ignore",
        Append = "append",
    }
}

objects! {
    /// The body of `agents.start`.
    StartAgent {
        /// A name that no other running agent of the project has.
        name: String,
        /// Presets, separated by commas; then models need not be given.
        preset: String,
        /// A pipeline made in the console.
        pipeline_id: String,
        /// Everything else.
        properties: Properties,
    }

    /// How an agent joins, hears, thinks and speaks.
    Properties {
        /// The channel to join. Required.
        channel: String,
        /// The token to join with. Required.
        token: String,
        /// The uid of the agent. Required.
        agent_rtc_uid: String,
        /// Whom it listens to. Required; the service takes one.
        remote_rtc_uids: Vec<String>,
        /// Whether uids are text.
        enable_string_uid: bool,
        /// Seconds after the last user left until it leaves; 0 is never.
        idle_timeout: i64,
        /// Which servers may be used.
        geofence: Geofence,
        /// Switches.
        advanced_features: AdvancedFeatures,
        /// Speech recognition.
        asr: Asr,
        /// Speech.
        tts: Tts,
        /// Language model.
        llm: Llm,
        /// Model that hears and speaks by itself.
        mllm: Mllm,
        /// Moving picture.
        avatar: Avatar,
        /// When a turn begins and ends.
        turn_detection: TurnDetection,
        /// What interrupts the agent.
        interruption: Interruption,
        /// Whose voice counts.
        sal: Sal,
        /// Labels of the caller's.
        labels: BTreeMap<String, String>,
        /// Encryption of the channel.
        rtc: Rtc,
        /// What is said while the model thinks.
        filler_words: FillerWords,
        /// The rest.
        parameters: Parameters,
    }

    /// The answer of `agents.start` and `agents.update`.
    StartedAgent {
        /// The id of the agent.
        agent_id: String,
        /// When it was made, Unix seconds.
        create_ts: i64,
        /// What it does.
        status: AgentStatus,
    }

    /// One agent of a listing, or the answer of `agents.get`.
    Agent {
        /// The id of the agent.
        agent_id: String,
        /// What it does.
        status: AgentStatus,
        /// When it started, Unix seconds.
        start_ts: i64,
        /// When it ended, Unix seconds.
        stop_ts: i64,
        /// Why it ended.
        message: String,
    }

    /// The answer of `agents.get_history`; running agents alone have one.
    History {
        /// The id of the agent.
        agent_id: String,
        /// When it started, Unix seconds.
        start_ts: i64,
        /// What it does.
        status: AgentStatus,
        /// What was said.
        contents: Vec<Utterance>,
    }

    /// One thing that was said.
    Utterance {
        /// By whom.
        role: Speaker,
        /// What.
        content: String,
        /// When speech began, Unix milliseconds; with the vendor `custom` alone.
        speech_start_ms: i64,
        /// When speech ended, Unix milliseconds; with the vendor `custom` alone.
        speech_end_ms: i64,
        /// How much of that is the delay of recognition, in milliseconds.
        speech_algorithmic_delay: i64,
    }

    /// The `properties` of `agents.update`.
    UpdateProperties {
        /// A new token to stay in the channel with.
        token: String,
        /// Another way to think.
        llm: UpdateLlm,
        /// Another way to think for a model that hears by itself.
        mllm: UpdateMllm,
    }

    /// What of a language model can change.
    UpdateLlm {
        /// Other instructions.
        system_messages: Vec<Map<String, Value>>,
        /// Takes the place of all parameters there were.
        params: Map<String, Value>,
    }

    /// What of such a model can change.
    UpdateMllm {
        /// Takes the place of all parameters there were.
        params: Map<String, Value>,
    }

    /// The body of `agents.speak`.
    Speak {
        /// What to say; the service takes 512 bytes.
        text: String,
        /// What becomes of speech under way.
        priority: SpeakPriority,
        /// Whether users can interrupt it.
        interruptable: bool,
    }

    /// The body of `agents.think`.
    Think {
        /// What to think about.
        text: String,
        /// When the agent listens.
        on_listening_action: ThinkAction,
        /// When it thinks.
        on_thinking_action: ThinkAction,
        /// When it speaks.
        on_speaking_action: ThinkAction,
        /// Whether users can interrupt it.
        interruptable: bool,
        /// Data of the caller's.
        metadata: BTreeMap<String, String>,
    }

    /// The answer of `agents.speak`, `agents.interrupt` and `agents.think`.
    Spoken {
        /// The id of the agent.
        agent_id: String,
        /// Its channel.
        channel: String,
        /// When it started, Unix seconds.
        start_ts: i64,
    }

    /// One page of `agents.turns`.
    Turns {
        /// The id of the agent.
        agent_id: String,
        /// Its name.
        name: String,
        /// Its channel.
        channel: String,
        /// On all pages.
        total_turn_count: i64,
        /// Which page this is.
        pagination: TurnPagination,
        /// The turns.
        turns: Vec<Turn>,
    }

    /// Which page of how many.
    TurnPagination {
        /// From 1.
        page_index: i64,
        /// How many there are.
        total_pages: i64,
        /// Whether no page follows.
        is_last_page: bool,
    }

    /// One turn of a conversation.
    Turn {
        /// The id of the agent.
        agent_id: String,
        /// Its channel.
        channel: String,
        /// The id of the turn.
        turn_id: i64,
        /// How it began.
        start: TurnStart,
        /// How it ended.
        end: TurnEnd,
        /// How long things took.
        metrics: TurnMetrics,
    }

    /// How a turn began.
    TurnStart {
        /// When, Unix milliseconds.
        start_at: f64,
        /// By what.
        r#type: String,
        /// More about it.
        metadata: Map<String, Value>,
    }

    /// How a turn ended.
    TurnEnd {
        /// When, Unix milliseconds.
        end_at: f64,
        /// By what.
        r#type: String,
        /// More about it.
        metadata: Map<String, Value>,
    }

    /// How long the parts of a turn took.
    TurnMetrics {
        /// From end to end, in milliseconds.
        e2e_latency_ms: f64,
        /// Part by part.
        segmented_latency_ms: Vec<Latency>,
    }

    /// How long one part took.
    Latency {
        /// Which part.
        name: String,
        /// In milliseconds.
        latency: f64,
    }
}

impl StartAgent {
    /// A body with a name and properties.
    #[must_use]
    pub fn named(name: &str, properties: impl Into<Properties>) -> Self {
        Self::new().name(name).properties(properties)
    }
}

impl Properties {
    /// What the service requires of every agent.
    #[must_use]
    pub fn joining(channel: &str, token: &str, agent_rtc_uid: &str, remote_uids: &[&str]) -> Self {
        let remote_uids: Vec<String> = remote_uids.iter().map(|uid| (*uid).into()).collect();
        Self::new()
            .channel(channel)
            .token(token)
            .agent_rtc_uid(agent_rtc_uid)
            .remote_rtc_uids(remote_uids)
    }
}

impl Speak {
    /// Says `text`.
    #[must_use]
    pub fn text_of(text: &str) -> Self {
        Self::new().text(text)
    }
}

/// Which agents `agents.list` shows. Times are Unix seconds; the service
/// defaults to the last two hours.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AgentFilter {
    /// Of this channel.
    pub channel: Option<String>,
    /// Started at or after.
    pub from_time: Option<f64>,
    /// Started before.
    pub to_time: Option<f64>,
    /// In this state, `"0"` (idle) to `"6"` (failed).
    pub state: Option<String>,
    /// On one page.
    pub limit: Option<u32>,
    /// After this agent.
    pub cursor: Option<String>,
}

setters! {
    AgentFilter {
        /// Shows those of this channel.
        channel: &str = Some(channel.into());
        /// Shows those started at this time or after.
        from_time: f64 = Some(from_time);
        /// Shows those started before this time.
        to_time: f64 = Some(to_time);
        /// Shows those in this state, `"0"` (idle) to `"6"` (failed).
        state: &str = Some(state.into());
        /// Sets how many are on one page.
        limit: u32 = Some(limit);
        /// Goes on after this agent.
        cursor: &str = Some(cursor.into());
    }
}
