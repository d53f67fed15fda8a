//! How a conversation goes: turns, interruptions, silence, encryption.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use crate::client::convoai::object::{objects, open_enums};

open_enums! {
    /// Where servers may be.
    GeofenceArea {
        Global = "GLOBAL",
        NorthAmerica = "NORTH_AMERICA",
        Europe = "EUROPE",
        Asia = "ASIA",
        India = "INDIA",
        Japan = "JAPAN",
    }

    /// How the beginning of speech is noticed.
    StartOfSpeechMode {
        Vad = "vad",
        Keywords = "keywords",
        Disabled = "disabled",
        Manual = "manual",
    }

    /// How the end of speech is noticed.
    EndOfSpeechMode {
        Vad = "vad",
        Semantic = "semantic",
        Manual = "manual",
    }

    /// What becomes of speech that does not interrupt.
    DisabledStrategy {
        Append = "append",
        Ignored = "ignored",
        Ignore = "ignore",
    }

    /// Turn detection of old.
    TurnDetectionType {
        AgoraVad = "agora_vad",
        ServerVad = "server_vad",
        SemanticVad = "semantic_vad",
    }

    /// Interruption of old.
    InterruptMode {
        Interrupt = "interrupt",
        Append = "append",
        Ignore = "ignore",
        Keyword = "keyword",
        Adaptive = "adaptive",
    }

    /// Patience of old.
    Eagerness {
        Auto = "auto",
        Low = "low",
        High = "high",
    }

    /// What interrupts.
    InterruptionMode {
        StartOfSpeech = "start_of_speech",
        Keywords = "keywords",
    }

    /// How one voice is told from others.
    SalMode {
        Locking = "locking",
        Recognition = "recognition",
    }

    /// Which filler comes next.
    FillerSelectionRule {
        Shuffle = "shuffle",
        RoundRobin = "round_robin",
    }

    /// What silence leads to.
    SilenceAction {
        Speak = "speak",
        Think = "think",
    }

    /// What carries transcripts and states.
    DataChannel {
        Rtm = "rtm",
        Datastream = "datastream",
    }

    /// How the sound of the agent is encoded for devices that decode nothing
    /// else.
    AudioCodec {
        Pcmu = "PCMU",
        Pcma = "PCMA",
        G722 = "G722",
        Opus = "OPUS",
    }

    /// How sound is processed.
    AudioScenario {
        Default = "default",
        Chorus = "chorus",
        Aiserver = "aiserver",
    }
}

objects! {
    /// Which servers may be used.
    Geofence {
        /// Those of this area. Required.
        area: GeofenceArea,
        /// But not those; with `GLOBAL` alone.
        exclude_area: GeofenceArea,
    }

    /// Switches.
    AdvancedFeatures {
        /// Graceful interruption; of 1.0.3, some devices still send it.
        enable_aivad: bool,
        /// Suppression of voices in the background.
        enable_bhvs: bool,
        /// Signaling.
        enable_rtm: bool,
        /// A model that hears by itself: the switch of 1.0.3; now
        /// [`Mllm::enable`](super::pipeline::Mllm::enable).
        enable_mllm: bool,
        /// Telling voices apart.
        enable_sal: bool,
        /// Tools.
        enable_tools: bool,
    }

    /// When a turn begins and ends.
    TurnDetection {
        /// `default`.
        mode: String,
        /// How.
        config: TurnDetectionConfig,
        /// The language that is spoken; also that of the recognition.
        language: String,
        /// Deprecated.
        r#type: TurnDetectionType,
        /// Deprecated.
        interrupt_mode: InterruptMode,
        /// Deprecated; milliseconds.
        interrupt_duration_ms: f64,
        /// Deprecated.
        threshold: f64,
        /// Deprecated; the service takes 128.
        interrupt_keywords: Vec<String>,
        /// Deprecated; milliseconds.
        prefix_padding_ms: i64,
        /// Deprecated; milliseconds.
        silence_duration_ms: i64,
        /// Deprecated.
        create_response: bool,
        /// Deprecated.
        interrupt_response: bool,
        /// Deprecated.
        eagerness: Eagerness,
    }

    /// How turns are detected.
    TurnDetectionConfig {
        /// From where on sound is speech.
        speech_threshold: f64,
        /// The beginning.
        start_of_speech: StartOfSpeech,
        /// The end.
        end_of_speech: EndOfSpeech,
    }

    /// How the beginning of speech is noticed.
    StartOfSpeech {
        /// By what. Required.
        mode: StartOfSpeechMode,
        /// By voice activity.
        vad_config: StartVad,
        /// By words.
        keywords_config: StartKeywords,
        /// Not at all.
        disabled_config: Disabled,
    }

    /// The beginning by voice activity.
    StartVad {
        /// Speech of so many milliseconds interrupts.
        interrupt_duration_ms: i64,
        /// Speech of so many milliseconds interrupts while the agent speaks.
        speaking_interrupt_duration_ms: i64,
        /// So many milliseconds before it belong to it.
        prefix_padding_ms: i64,
    }

    /// The beginning by words.
    StartKeywords {
        /// Speech of so many milliseconds interrupts.
        interrupt_duration_ms: i64,
        /// So many milliseconds before it belong to it.
        prefix_padding_ms: i64,
        /// The words.
        triggered_keywords: Vec<String>,
    }

    /// What becomes of speech that does not interrupt.
    Disabled {
        /// Kept for later or dropped.
        strategy: DisabledStrategy,
    }

    /// How the end of speech is noticed.
    EndOfSpeech {
        /// By what.
        mode: EndOfSpeechMode,
        /// By silence.
        vad_config: EndVad,
        /// By meaning.
        semantic_config: EndSemantic,
    }

    /// The end by silence.
    EndVad {
        /// Of so many milliseconds.
        silence_duration_ms: i64,
    }

    /// The end by meaning.
    EndSemantic {
        /// After silence of so many milliseconds.
        silence_duration_ms: i64,
        /// At most so many milliseconds later.
        max_wait_ms: i64,
        /// Whether "wait a moment" is understood.
        pause_state_enabled: bool,
    }

    /// What interrupts the agent.
    Interruption {
        /// Whether anything does.
        enable: bool,
        /// By what.
        mode: InterruptionMode,
        /// By words.
        keywords_config: InterruptionKeywords,
        /// Not at all.
        disabled_config: Disabled,
    }

    /// Interruption by words.
    InterruptionKeywords {
        /// The words.
        trigger_keywords: Vec<String>,
    }

    /// Whose voice counts.
    Sal {
        /// The first one's or a known one's.
        sal_mode: SalMode,
        /// Recordings of known voices; the service takes one.
        sample_urls: BTreeMap<String, String>,
    }

    /// Encryption of the channel.
    Rtc {
        /// The key.
        encryption_key: String,
        /// 32 bytes as base64; needed for modes 7 and 8.
        encryption_salt: String,
        /// 1 to 8.
        encryption_mode: i64,
    }

    /// What is said while the model thinks.
    FillerWords {
        /// Whether anything is.
        enable: bool,
        /// When.
        trigger: FillerTrigger,
        /// What.
        content: FillerContent,
    }

    /// When a filler is said.
    FillerTrigger {
        /// `fixed_time`.
        mode: String,
        /// After how long.
        fixed_time_config: FixedTime,
    }

    /// A fixed time.
    FixedTime {
        /// In milliseconds.
        response_wait_ms: i64,
    }

    /// What a filler is.
    FillerContent {
        /// `static`, or `generated`.
        mode: String,
        /// Which ones.
        static_config: StaticFillers,
        /// How they are made up.
        generated_config: GeneratedFillers,
    }

    /// Fillers that a language model makes up.
    GeneratedFillers {
        /// The model: as `llm`, in the language of OpenAI.
        llm_provider: Map<String, Value>,
        /// What it is told.
        prompt: String,
        /// What is said when it is late: `static`.
        fallback_strategy: String,
    }

    /// Fillers from a list.
    StaticFillers {
        /// The service takes 100.
        phrases: Vec<String>,
        /// Which comes next.
        selection_rule: FillerSelectionRule,
    }

    /// The rest.
    Parameters {
        /// What silence leads to.
        silence_config: SilenceConfig,
        /// How the agent leaves.
        farewell_config: FarewellConfig,
        /// What carries transcripts and states.
        data_channel: DataChannel,
        /// Whether numbers are sent; needs `enable_rtm`.
        enable_metrics: bool,
        /// Whether errors are sent; needs `enable_rtm`.
        enable_error_message: bool,
        /// How sound is processed.
        audio_scenario: AudioScenario,
        /// Whether the service keeps nothing of the session.
        opt_out: bool,
        /// The codec of the agent's sound: `PCMU` (8,000 samples a second) or
        /// `G722` (16,000) for small devices. Some boards say `G711U` for PCMU.
        output_audio_codec: AudioCodec,
        /// Private parameters of the agent's RTC SDK: the text of a JSON
        /// object, such as `{"che.audio.acm_ptime": 20}` for packets of 20
        /// milliseconds.
        agent_rtc_sdk_params: String,
        /// What is sent of what was said.
        transcript: Transcript,
        /// Whether the service records the sound of the session, to look for
        /// faults.
        enable_dump: bool,
    }

    /// What is sent of what was said, over the data channel.
    Transcript {
        /// Whether anything is.
        enable: bool,
        /// Whether each message is sent again with the next, against loss.
        redundant: bool,
        /// Whether the words have times of their own.
        enable_words: bool,
    }

    /// What silence leads to.
    SilenceConfig {
        /// After so many milliseconds, up to 60,000; 0 is never.
        timeout_ms: i64,
        /// To what.
        action: SilenceAction,
        /// Said, or thought about.
        content: String,
    }

    /// How the agent leaves.
    FarewellConfig {
        /// After it has finished speaking.
        graceful_enabled: bool,
        /// Within so many seconds.
        graceful_timeout_seconds: i64,
    }
}
