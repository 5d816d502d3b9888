//! What a link in the invitation opens: the meeting, and one button; then thanks.

use dure_domain::Moment;
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, forms, headings, notices};
use maud::{Markup, html};

use super::{cancelled_badge, day_block, reply_badge, when};
use crate::meetings::rules;

/// What the page shows.
pub struct Shown<'a> {
    /// The meeting.
    pub meeting: &'a meetings::Model,
    /// The group, or the federation.
    pub whose: &'a str,
    /// The name of who answers.
    pub name: &'a str,
    /// What this link says.
    pub coming: bool,
    /// The reply on record.
    pub mine: Option<bool>,
    /// Where this link's answer is sent.
    pub here: &'a str,
    /// Where the other answer is sent.
    pub other: &'a str,
    /// The calendar file.
    pub calendar: &'a str,
}

/// Before the answer: one button, pressed by itself where scripts run.
pub fn ask(lang: Lang, shown: &Shown<'_>, now: Moment) -> Markup {
    let words = if shown.coming { texts::coming(lang) } else { texts::not_coming(lang) };
    let icon = if shown.coming { Icon::Check } else { Icon::Declined };
    html! {
        (headings::page_head(&texts::mail_hello(lang, shown.name), "", headings::nothing()))
        (about(lang, shown))
        @if rules::takes_replies(shown.meeting, now) {
            (forms::at_once(shown.here, buttons::submit(Look::Main, Some(icon), words)))
        }
    }
}

/// After the answer: what is noted, and how to change it.
pub fn thanks(lang: Lang, shown: &Shown<'_>, now: Moment) -> Markup {
    let (done, change) = match shown.mine {
        Some(false) => (texts::done_not_coming(lang), texts::change_to_yes(lang)),
        _ => (texts::done_coming(lang), texts::change_to_no(lang)),
    };
    let change_to = if shown.mine == Some(shown.coming) { shown.other } else { shown.here };
    html! {
        (headings::page_head(&texts::mail_thanks(lang, shown.name), "", headings::nothing()))
        (notices::notice(Tone::Good, html! { p { (done) } }))
        (about(lang, shown))
        @if rules::takes_replies(shown.meeting, now) {
            div class="buttons" {
                @if shown.mine != Some(false) {
                    (buttons::link(Look::Main, shown.calendar, Some(Icon::Download), texts::calendar(lang)))
                }
                (buttons::post(change_to, Look::Second, Some(Icon::Reply), change))
            }
        }
        p { a href={ "/meetings/" (shown.meeting.id) } { (texts::see_meeting(lang)) } }
    }
}

fn about(lang: Lang, shown: &Shown<'_>) -> Markup {
    let meeting = shown.meeting;
    let end = html! {
        @if meeting.cancelled_at.is_some() { (cancelled_badge(lang)) }
        @else if shown.mine.is_some() { (reply_badge(lang, shown.mine)) }
    };
    cards::card(html! {
        (cards::head(cards::who(day_block(lang, meeting), html! { (meeting.title) }, shown.whose), end))
        p { (when(lang, meeting)) @if !meeting.place.is_empty() { br; (meeting.place) } }
        @if meeting.cancelled_at.is_some() { p { (texts::is_cancelled(lang)) } }
        @if !meeting.body.is_empty() { (cards::prose(&meeting.body)) }
    })
}
