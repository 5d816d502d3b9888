//! States as a sign and a word, numbers to notice, and faces by their first letter.

use dure_domain::{AskState, DifficultyStatus, Outcome, SettlementState};
use maud::{Markup, html};

use super::icons::Icon;

/// What a colour means. It never stands alone: a word and mostly an icon say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// No judgement.
    Neutral,
    /// Belongs here.
    Primary,
    /// Waits for the reader.
    Accent,
    /// Went well.
    Good,
    /// Take care.
    Warn,
    /// Went wrong.
    Bad,
    /// For information.
    Info,
    /// Barely there: kinds, past things.
    Line,
}

impl Tone {
    /// The name in class names: `badge-good`, `event-good`, `notice-good`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Primary => "primary",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Line => "line",
        }
    }
}

/// A small word with a sign.
pub fn badge(tone: Tone, icon: Option<Icon>, words: &str) -> Markup {
    html! { span class={ "badge badge-" (tone.name()) } { @if let Some(icon) = icon { (icon) } (words) } }
}

/// Where a difficulty stands; `outcome` once it has ended.
pub fn difficulty(status: DifficultyStatus, outcome: Option<Outcome>, words: &str) -> Markup {
    let (tone, icon) = match (status, outcome) {
        (_, Some(Outcome::Solved)) => (Tone::Good, Icon::Done),
        (_, Some(Outcome::Partly)) => (Tone::Warn, Icon::Partly),
        (_, Some(Outcome::Unsolved)) => (Tone::Neutral, Icon::Close),
        (DifficultyStatus::Draft, None) => (Tone::Line, Icon::Edit),
        (DifficultyStatus::Open, None) => (Tone::Accent, Icon::Bell),
        (DifficultyStatus::Helping, None) => (Tone::Info, Icon::Handshake),
        (DifficultyStatus::Closed, None) => (Tone::Neutral, Icon::Done),
    };
    badge(tone, Some(icon), words)
}

/// The sign of where a request to a helper stands.
pub const fn ask_sign(state: AskState) -> (Tone, Icon) {
    match state {
        AskState::Asked => (Tone::Info, Icon::Clock),
        AskState::Offered => (Tone::Good, Icon::Handshake),
        AskState::Declined => (Tone::Bad, Icon::Declined),
        AskState::Passed => (Tone::Primary, Icon::Pass),
        AskState::Withdrawn => (Tone::Line, Icon::Close),
        AskState::Helped => (Tone::Good, Icon::Done),
    }
}

/// Where a request to a helper stands.
pub fn ask(state: AskState, words: &str) -> Markup {
    let (tone, icon) = ask_sign(state);
    badge(tone, Some(icon), words)
}

/// Where a statement of worth stands.
pub fn settlement(state: SettlementState, words: &str) -> Markup {
    let (tone, icon) = match state {
        SettlementState::Stated => (Tone::Info, Icon::Clock),
        SettlementState::Confirmed => (Tone::Good, Icon::Done),
        SettlementState::Disputed => (Tone::Warn, Icon::Warning),
    };
    badge(tone, Some(icon), words)
}

/// A person's first letter on one of four grounds, always the same for the same name.
pub fn avatar(name: &str) -> Markup {
    mark(name, "avatar")
}

/// A firm's first letter; legal forms such as `(주)` do not count.
pub fn firm_mark(name: &str) -> Markup {
    mark(
        name.trim_start_matches("(주)").trim_start_matches("㈜").trim_start_matches("주식회사"),
        "avatar avatar-firm",
    )
}

fn mark(name: &str, class: &str) -> Markup {
    let letter = name.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('·');
    let ground = name.chars().map(u32::from).fold(0, u32::wrapping_add) % 4 + 1;
    html! { span class={ (class) " avatar-" (ground) } aria-hidden="true" { (letter) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_shows_its_own_letter() {
        assert!(firm_mark("(주)한빛정밀").0.contains(">한<"));
        assert!(firm_mark("㈜ 동해").0.contains(">동<"));
        assert!(avatar("").0.contains(">·<"));
    }
}
