//! What happened, in order; and where one stands on a way of few stations.

use dure_domain::EventKind;
use maud::{Markup, html};

use super::badges::Tone;
use super::icons::Icon;

/// One thing that happened.
pub struct Event {
    /// What its sign means.
    pub tone: Tone,
    /// Its sign.
    pub icon: Icon,
    /// Who did what.
    pub words: Markup,
    /// When, for machines: `2026-11-22T14:03:00+09:00`.
    pub at: String,
    /// When, for people.
    pub when: String,
    /// What was said; empty for nothing.
    pub note: String,
}

/// The sign of each kind of event of a difficulty.
pub const fn sign(kind: EventKind) -> (Tone, Icon) {
    match kind {
        EventKind::Posted | EventKind::Reopened => (Tone::Primary, Icon::Difficulty),
        EventKind::Asked => (Tone::Accent, Icon::Send),
        EventKind::Offered => (Tone::Good, Icon::Handshake),
        EventKind::Declined => (Tone::Bad, Icon::Declined),
        EventKind::Passed => (Tone::Primary, Icon::Pass),
        EventKind::Withdrawn => (Tone::Neutral, Icon::Close),
        EventKind::Closed => (Tone::Good, Icon::Flag),
        EventKind::Stated => (Tone::Accent, Icon::Won),
        EventKind::Confirmed => (Tone::Good, Icon::Done),
        EventKind::Disputed => (Tone::Bad, Icon::Warning),
        EventKind::Kept => (Tone::Primary, Icon::Knowledge),
    }
}

/// Events in the order given.
pub fn timeline(events: &[Event]) -> Markup {
    html! {
        ol class="timeline" {
            @for event in events {
                li class={ "event event-" (event.tone.name()) } {
                    span class="event-sign" { (event.icon) }
                    div class="event-words" {
                        p { (event.words) }
                        time class="event-time" datetime=(event.at) { (event.when) }
                        @if !event.note.is_empty() { p class="event-note" { (event.note) } }
                    }
                }
            }
        }
    }
}
