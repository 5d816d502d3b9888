//! The next meetings of a group as a section of the group's page.

use dure_domain::Moment;
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{headings, notices, rows};
use maud::{Markup, html};

use super::card::{Card, ReplyTo, card};
use super::{day_block, hours, reply_badge};
use crate::meetings::actions::look::Ahead;

/// The section: the next meeting with the reply that everybody owes it, the others as rows.
pub fn section(lang: Lang, shown: &Ahead, now: Moment) -> Markup {
    let (first, others) = shown.next.split_at(usize::from(shown.invited).min(shown.next.len()));
    let hrefs: Vec<String> = others.iter().map(|meeting| format!("/meetings/{}", meeting.id)).collect();
    let rows: Vec<rows::Row<'_>> = others
        .iter()
        .zip(&hrefs)
        .map(|(meeting, href)| rows::Row {
            href,
            title: &meeting.title,
            note: html! { (hours(lang, meeting)) @if !meeting.place.is_empty() { " · " (meeting.place) } },
            before: day_block(lang, meeting),
            end: if shown.invited {
                reply_badge(lang, shown.mine.get(&meeting.id).copied())
            } else {
                headings::nothing()
            },
        })
        .collect();
    let href = format!("/meetings/new?group={}", shown.group);
    let new = if shown.may_arrange {
        buttons::link(Look::Second, &href, Some(Icon::Plus), texts::new(lang))
    } else {
        headings::nothing()
    };
    let body = html! {
        @if shown.next.is_empty() {
            (notices::empty(Icon::Meeting, texts::none_upcoming(lang), texts::none_upcoming_wait(lang), new))
        } @else {
            @for meeting in first { (card(lang, &first_card(shown, meeting, now))) }
            @if !rows.is_empty() { (rows::rows(&rows)) }
            @if !new.0.is_empty() { div class="buttons" { (new) } }
        }
    };
    let more = headings::more(&format!("/meetings?group={}", shown.group), texts::all_meetings(lang));
    headings::section_with("meetings", texts::next_meetings(lang), None, more, body)
}

fn first_card<'a>(shown: &Ahead, meeting: &'a meetings::Model, now: Moment) -> Card<'a> {
    Card {
        meeting,
        whose: "",
        mine: shown.mine.get(&meeting.id).copied(),
        tally: shown.tallies.get(&meeting.id).copied().unwrap_or_default(),
        back: ReplyTo::Meeting,
        main: true,
        now,
    }
}
