//! Whom a device speaks to, and for how long.

/// Who starts the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Service {
    /// Agora Conversational AI. Agents have the name that the device gives them,
    /// unique among those that run in the project.
    ConvoAi,
    /// Shengwang's sample server: `/agent/start`, `/agent/stop`. It cannot be
    /// asked what runs, so after a start whose answer is lost the session waits
    /// until that agent has left for lack of users: leave the channel at once when
    /// an agent [may run](super::Session::may_run) and [does
    /// not](super::Session::is_running), or it never leaves.
    Sample,
    /// A TEN server: `/start`, `/ping`, `/stop`. A channel has at most one agent.
    Ten,
}

/// The longest life of a token: 24 hours.
const TOKEN_SECONDS_MAX: u32 = 86_400;

/// What an agent takes to leave.
const LEAVING_SECONDS: u32 = 10;

/// What a session has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    pub(super) service: Service,
    pub(super) needs_clock: bool,
    pub(super) renews: bool,
    pub(super) token_seconds: u32,
    pub(super) idle_seconds: u32,
    pub(super) answer_ms: u32,
}

impl Settings {
    /// 24 hours for a token that the session renews, 120 s without users, 20 s
    /// for an answer; the clock is needed, since tokens are minted here.
    #[must_use]
    pub const fn new(service: Service) -> Self {
        let mints = matches!(service, Service::ConvoAi);
        Self {
            service,
            needs_clock: mints,
            renews: mints,
            token_seconds: TOKEN_SECONDS_MAX,
            idle_seconds: 120,
            answer_ms: 20_000,
        }
    }

    /// Sets how long the agent's token lasts: 1 to 86,400 seconds; what is
    /// outside is taken for the nearest.
    #[must_use]
    pub fn token_seconds(mut self, seconds: u32) -> Self {
        self.token_seconds = seconds.clamp(1, TOKEN_SECONDS_MAX);
        self
    }

    /// Whether the session renews the token, which
    /// [`Service::ConvoAi`] alone can.
    #[must_use]
    pub const fn renews(mut self, renews: bool) -> Self {
        self.renews = renews && matches!(self.service, Service::ConvoAi);
        self
    }

    /// Whether a request needs the time: where a token is minted for it.
    #[must_use]
    pub const fn needs_clock(mut self, needs_clock: bool) -> Self {
        self.needs_clock = needs_clock;
        self
    }

    /// Sets how many seconds after the last user the agent leaves, 0 for never:
    /// the `idle_timeout` of the start, or of the sample server's configuration.
    #[must_use]
    pub const fn idle_seconds(mut self, seconds: u32) -> Self {
        self.idle_seconds = seconds;
        self
    }

    /// Sets the most milliseconds that an answer may take, from the first byte
    /// of the request: 1,000 to 600,000; what is outside is taken for the
    /// nearest.
    #[must_use]
    pub fn answer_ms(mut self, ms: u32) -> Self {
        self.answer_ms = ms.clamp(1_000, 600_000);
        self
    }

    /// After how many milliseconds of a token's life it is renewed: 3/8.
    pub(super) const fn renewal_ms(&self) -> u32 {
        self.token_seconds.saturating_mul(375)
    }

    /// Between two renewals, the first of which has failed: a 64th of the token's
    /// life, at least a second and at most a minute.
    pub(super) fn renewal_pause_ms(&self) -> u32 {
        let pause = self.token_seconds.saturating_mul(1_000) >> 6;
        pause.clamp(1_000, 60_000)
    }

    /// After how many milliseconds an agent has left of which nobody knows: for
    /// lack of users, or since its token has ended.
    pub(super) fn lost_ms(&self) -> u32 {
        let seconds = match self.idle_seconds {
            0 => self.token_seconds,
            idle => idle.min(self.token_seconds),
        };
        seconds
            .saturating_add(LEAVING_SECONDS)
            .saturating_mul(1_000)
    }
}
