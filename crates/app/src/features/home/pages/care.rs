//! For secretaries and chairs: what the group needs. For staff: numbers that need attention.

use dure_domain::Moment;
use dure_texts::{Lang, home as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, rows, words};
use maud::{Markup, html};

use crate::features::home::rules;
use crate::features::home::today::{Attention, GroupCare};

/// Whether the group needs anything of its secretary.
pub fn needs_something(care: &GroupCare) -> bool {
    !care.unhelped.is_empty() || care.silent.is_some() || care.no_meeting
}

/// What the reader's groups need.
pub fn groups(lang: Lang, groups: &[GroupCare], now: Moment) -> Markup {
    html! { @for care in groups.iter().filter(|care| needs_something(care)) { (group(lang, care, now)) } }
}

fn group(lang: Lang, care: &GroupCare, now: Moment) -> Markup {
    let id = format!("group-{}", care.group);
    let more = headings::more(&format!("/groups/{}", care.group), texts::to_group(lang));
    let body = html! {
        @if let Some((meeting, names, many)) = &care.silent {
            (cards::card(html! {
                h3 { a href={ "/meetings/" (meeting.id) "#roll" } { (texts::not_replied(lang, &meeting.title, count(*many))) } }
                p class="muted" { (names.join(", ")) @if *many > names.len() { (texts::and_others(lang)) } }
                p class="muted small" { (words::until(lang, meeting.starts_at.day(), now.day())) }
            }))
        }
        @if care.no_meeting {
            (cards::card(html! {
                p { (texts::no_meeting(lang)) }
                div class="buttons" {
                    (buttons::link(Look::Second, &format!("/meetings/new?group={}", care.group), Some(Icon::Plus), dure_texts::meetings::new(lang)))
                }
            }))
        }
        @if !care.unhelped.is_empty() {
            h3 { (texts::unhelped(lang, i64::try_from(care.unhelped_in_all).unwrap_or(i64::MAX))) }
            (unhelped(lang, care, now))
        }
    };
    headings::section_with(&id, &texts::group_needs(lang, &care.name), None, more, body)
}

fn unhelped(lang: Lang, care: &GroupCare, now: Moment) -> Markup {
    let hrefs: Vec<String> =
        care.unhelped.iter().map(|row| format!("/difficulties/{}#helpers", row.id)).collect();
    let rows: Vec<rows::Row<'_>> = care
        .unhelped
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| {
            let days = rules::days_since(row.posted_at.unwrap_or(row.created_at), now);
            let tone = if days >= 7 { Tone::Warn } else { Tone::Line };
            let old = if days > 0 {
                texts::waits_days(lang, days)
            } else {
                dure_texts::time::today(lang).to_owned()
            };
            rows::Row {
                href,
                title: &row.title,
                note: html! { (words::need(lang, row.need)) },
                before: headings::nothing(),
                end: badges::badge(tone, Some(Icon::Clock), &old),
            }
        })
        .collect();
    rows::rows(&rows)
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// The numbers, each leading to what is behind it.
pub fn attention(lang: Lang, numbers: Attention) -> Markup {
    let lines = [
        (
            numbers.unhelped,
            "/difficulties?scope=federation&status=open",
            texts::unhelped_long(lang),
            Icon::Difficulty,
        ),
        (numbers.unanswered, "/difficulties?scope=federation", texts::unanswered_long(lang), Icon::Clock),
        (numbers.unconfirmed, "/ledger", texts::unconfirmed_long(lang), Icon::Won),
        (numbers.no_meeting, "/federation?only=no-meeting", texts::groups_no_meeting(lang), Icon::Meeting),
        (numbers.silent, "/federation?only=silent", texts::groups_silent(lang), Icon::Pulse),
    ];
    let rows: Vec<rows::Row<'_>> = lines
        .into_iter()
        .map(|(number, href, title, icon)| rows::Row {
            href,
            title,
            note: headings::nothing(),
            before: html! { (icon) },
            end: badges::badge(if number > 0 { Tone::Warn } else { Tone::Good }, None, &number.to_string()),
        })
        .collect();
    let more = headings::more("/federation", texts::to_federation(lang));
    headings::section_with("attention", texts::attention(lang), None, more, rows::rows(&rows))
}
