//! How meetings are shown.

pub mod card;
pub mod form;
pub mod list;
pub mod mail;
pub mod one;
mod roll;
pub mod section;

use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::icons::Icon;
use dure_ui::{cards, words};
use maud::Markup;

/// `11월 26일(목) 18:30`, with the end where it is known.
pub fn when(lang: Lang, meeting: &meetings::Model) -> String {
    let day = words::day_of_week(lang, meeting.starts_at.day());
    let from = words::clock(lang, meeting.starts_at);
    match meeting.ends_at {
        Some(end) => texts::when_until(lang, day, from, words::clock(lang, end)),
        None => texts::when(lang, day, from),
    }
}

/// `18:30~20:30`: beside the block of the day, which says the rest.
fn hours(lang: Lang, meeting: &meetings::Model) -> String {
    let from = words::clock(lang, meeting.starts_at);
    match meeting.ends_at {
        Some(end) => texts::from_to(lang, from, words::clock(lang, end)),
        None => from.to_string(),
    }
}

/// The day as a small block.
fn day_block(lang: Lang, meeting: &meetings::Model) -> Markup {
    let day = meeting.starts_at.day();
    cards::day(&words::month(lang, day), day.date().day(), words::weekday(lang, day))
}

/// Where one's own reply stands.
fn reply_badge(lang: Lang, reply: Option<bool>) -> Markup {
    match reply {
        Some(true) => badges::badge(Tone::Good, Some(Icon::Check), texts::is_coming(lang)),
        Some(false) => badges::badge(Tone::Line, Some(Icon::Declined), texts::is_not_coming(lang)),
        None => badges::badge(Tone::Accent, Some(Icon::Clock), texts::no_reply(lang)),
    }
}

/// That a meeting is called off.
fn cancelled_badge(lang: Lang) -> Markup {
    badges::badge(Tone::Bad, Some(Icon::Close), texts::cancelled(lang))
}
