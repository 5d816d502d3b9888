//! Pure decisions about requests: which step may follow which, whom to address, who sees whom.

use dure_domain::{AskState, DifficultyStatus, EventKind, HelperKind, Moment, PersonId, Visibility};
use uuid::Uuid;

pub use crate::difficulty::rules::{Standing, shows_poster};

/// A request waits this long for its answer; its links end then, answering in the program stays possible.
pub const WAITS_DAYS: i64 = 14;
/// After this silence one reminder is sent.
pub const REMIND_AFTER_DAYS: i64 = 3;

/// A step that a request can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The helper offers help.
    Offer,
    /// The helper declines, or steps back from an offer.
    Decline,
    /// The helper names somebody else.
    Pass,
    /// The asking side takes the request back, or no longer needs the offer.
    Withdraw,
    /// The difficulty has ended and the asking side says that this helper helped.
    Help,
}

impl Step {
    /// Every step.
    #[cfg(test)]
    pub const ALL: &[Self] = &[Self::Offer, Self::Decline, Self::Pass, Self::Withdraw, Self::Help];
}

/// Where a request stands after a step; none when the step cannot be taken from there. Declined,
/// passed, withdrawn and helped are ends: who wants to ask again makes a new request.
pub const fn after(state: AskState, step: Step) -> Option<AskState> {
    match (state, step) {
        (AskState::Asked, Step::Offer) => Some(AskState::Offered),
        (AskState::Asked, Step::Pass) => Some(AskState::Passed),
        (AskState::Asked | AskState::Offered, Step::Decline) => Some(AskState::Declined),
        (AskState::Asked | AskState::Offered, Step::Withdraw) => Some(AskState::Withdrawn),
        (AskState::Offered, Step::Help) => Some(AskState::Helped),
        _ => None,
    }
}

/// Where a posted difficulty stands by its requests: the first offer makes it `helping`, and when the
/// last offer is gone it looks for help again. A draft and what has ended stay.
pub fn status_after(
    status: DifficultyStatus,
    states: impl IntoIterator<Item = AskState>,
) -> DifficultyStatus {
    match status {
        DifficultyStatus::Draft | DifficultyStatus::Closed => status,
        DifficultyStatus::Open | DifficultyStatus::Helping => by_offers(states),
    }
}

/// Where a difficulty that is open stands by its requests.
pub fn by_offers(states: impl IntoIterator<Item = AskState>) -> DifficultyStatus {
    if states.into_iter().any(|state| matches!(state, AskState::Offered | AskState::Helped)) {
        DifficultyStatus::Helping
    } else {
        DifficultyStatus::Open
    }
}

/// Whether helpers can be asked and can offer.
pub const fn takes_help(status: DifficultyStatus) -> bool {
    matches!(status, DifficultyStatus::Open | DifficultyStatus::Helping)
}

/// A helper of the index: `firm:0190…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Helper {
    /// What it is.
    pub kind: HelperKind,
    /// Which one.
    pub key: Uuid,
}

impl std::fmt::Display for Helper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind, self.key)
    }
}

impl std::str::FromStr for Helper {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, key) = text.trim().split_once(':').ok_or(())?;
        Ok(Self { kind: kind.parse().map_err(|_| ())?, key: Uuid::parse_str(key).map_err(|_| ())? })
    }
}

/// Somebody of a helper to whom a request could go, in the order of preference: delegate, deputy, others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Whether there is a mail address.
    pub has_mail: bool,
}

/// Whom to address: the first who can be reached by mail, else the first at all, who then finds the
/// request in the program.
pub fn addressee(candidates: &[Candidate]) -> Option<PersonId> {
    let with_mail = candidates.iter().find(|candidate| candidate.has_mail);
    with_mail.or_else(|| candidates.first()).map(|candidate| candidate.person)
}

/// Why a helper was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// There is no such helper any more, or it is out of reach of this difficulty.
    Unknown,
    /// Nobody of the helper can be addressed.
    Nobody,
    /// The person has been asked already, or has offered.
    Already,
    /// It is the poster's own firm.
    OwnFirm,
}

impl Missed {
    /// The word that an address carries.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Nobody => "nobody",
            Self::Already => "already",
            Self::OwnFirm => "own",
        }
    }

    /// The reason behind [`Self::as_str`].
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Unknown, Self::Nobody, Self::Already, Self::OwnFirm]
            .into_iter()
            .find(|why| why.as_str() == word)
    }
}

/// Days that a request still waits; none when they have gone by.
pub const fn days_left(asked_at: Moment, now: Moment) -> Option<i64> {
    let gone = now.secs_since(asked_at) / 86_400;
    if gone < WAITS_DAYS { Some(WAITS_DAYS - gone) } else { None }
}

/// Whether a line of the timeline is for this viewer. Who leads sees all; a helper sees what concerns
/// the own request; others see what happened to the difficulty, not who said no.
pub fn shows_event(kind: EventKind, ask: Option<Uuid>, standing: &Standing) -> bool {
    if standing.leads() || ask.is_some_and(|ask| standing.own.contains(&ask)) {
        return true;
    }
    matches!(
        kind,
        EventKind::Posted | EventKind::Offered | EventKind::Closed | EventKind::Reopened | EventKind::Kept
    )
}

/// Whether a request may be handed on to others at once. What only named helpers may see goes to
/// nobody else by itself: then the asking side reads the advice and decides.
pub const fn passes_at_once(visibility: Visibility) -> bool {
    !matches!(visibility, Visibility::Named)
}
