//! One meeting: when, where, what; and what there is to talk about.

use dure_domain::Moment;
use dure_tables::difficulties;
use dure_texts::{Lang, meetings as texts, shell};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, rows, words};
use maud::{Markup, html};

use super::card::{self, ReplyTo};
use super::{cancelled_badge, reply_badge, roll, when};
use crate::meetings::actions::look::Portrait;
use crate::meetings::rules;

/// The page's body.
pub fn body(lang: Lang, shown: &Portrait, under: &Markup, done: Option<&str>, now: Moment) -> Markup {
    let meeting = &shown.meeting;
    let badges = html! {
        (badges::badge(Tone::Primary, Some(Icon::Meeting), words::meeting(lang, meeting.kind)))
        @if meeting.cancelled_at.is_some() { (cancelled_badge(lang)) }
    };
    let way = [("/meetings".to_owned(), shell::menu_meetings(lang).to_owned())];
    let main = html! {
        (facts(lang, shown, now))
        @if meeting.group_id.is_some() { (talk(lang, shown)) }
        (under)
    };
    let side = html! {
        @if let Some(to_tell) = shown.arranging { (roll::arranging(lang, meeting, &shown.roll, to_tell, now)) }
        (roll::section(lang, &shown.roll))
    };
    html! {
        (headings::crumbs(texts::way(lang), &way))
        @if let Some(words) = done.and_then(|key| said(lang, key)) {
            (notices::notice(Tone::Good, html! { p { (words) } }))
        }
        (headings::page_head_below(badges, &meeting.title, &when(lang, meeting), acts(lang, shown, now)))
        (headings::columns(main, texts::who_comes(lang), side))
    }
}

/// The words for what has just been done.
fn said(lang: Lang, key: &str) -> Option<String> {
    Some(match key {
        "coming" => texts::done_coming(lang).to_owned(),
        "not-coming" => texts::done_not_coming(lang).to_owned(),
        "arranged" => texts::done_arranged(lang).to_owned(),
        "changed" => texts::done_changed(lang).to_owned(),
        "cancelled" => texts::done_cancelled(lang).to_owned(),
        _ => texts::done_announced(lang, key.strip_prefix("announced-")?.parse::<i64>().ok()?),
    })
}

fn acts(lang: Lang, shown: &Portrait, now: Moment) -> Markup {
    let meeting = &shown.meeting;
    let calendar = format!("/meetings/{}/calendar.ics", meeting.id);
    let edit = format!("/meetings/{}/edit", meeting.id);
    let open = rules::takes_replies(meeting, now);
    html! {
        @if open { (buttons::link(Look::Second, &calendar, Some(Icon::Download), texts::calendar(lang))) }
        @if open && shown.arranging.is_some() {
            (buttons::link(Look::Quiet, &edit, Some(Icon::Edit), texts::edit(lang)))
        }
        @if shown.arranging.is_some() {
            (buttons::link(Look::Quiet, &format!("/meetings/{}/history", meeting.id), Some(Icon::Clock), dure_texts::forms::history(lang)))
        }
    }
}

fn facts(lang: Lang, shown: &Portrait, now: Moment) -> Markup {
    let meeting = &shown.meeting;
    let far = words::until(lang, meeting.starts_at.day(), now.day());
    let mut list = vec![(texts::when_label(lang).to_owned(), html! { (when(lang, meeting)) " · " (far) })];
    if !meeting.place.is_empty() {
        list.push((texts::where_label(lang).to_owned(), html! { (meeting.place) }));
    }
    let whose = match meeting.group_id {
        Some(group) => html! { a href={ "/groups/" (group) } { (shown.whose) } },
        None => html! { (shown.whose) },
    };
    list.push((texts::whose_label(lang).to_owned(), whose));
    let open = rules::takes_replies(meeting, now) && shown.may_reply;
    let body = html! {
        (cards::facts(&list))
        @if !meeting.body.is_empty() { (cards::prose(&meeting.body)) }
        @if open {
            @if shown.mine.is_some() { p { (reply_badge(lang, shown.mine)) } }
            (card::reply(lang, meeting, shown.mine, ReplyTo::Meeting, true))
        }
    };
    if open && shown.mine.is_none() { cards::waiting(body) } else { cards::card(body) }
}

fn talk(lang: Lang, shown: &Portrait) -> Markup {
    let hrefs: Vec<String> = shown.talk.iter().map(|row| format!("/difficulties/{}", row.id)).collect();
    let rows: Vec<rows::Row<'_>> =
        shown.talk.iter().zip(&hrefs).map(|(row, href)| talk_row(lang, shown, row, href)).collect();
    let body = if !rows.is_empty() {
        rows::rows(&rows)
    } else {
        notices::empty(
            Icon::Difficulty,
            texts::nothing_to_talk(lang),
            texts::nothing_to_talk_do(lang),
            buttons::link(Look::Second, "/difficulties/new", Some(Icon::Plus), texts::post_difficulty(lang)),
        )
    };
    let many = Some(rows.len()).filter(|&many| many > 0);
    headings::section_with("talk", texts::talk(lang), many, headings::nothing(), body)
}

fn talk_row<'a>(lang: Lang, shown: &Portrait, row: &'a difficulties::Model, href: &'a str) -> rows::Row<'a> {
    let firm = shown.firms.get(&row.firm_id).map_or("", String::as_str);
    let state = words::difficulty(lang, row.status, row.outcome);
    rows::Row {
        href,
        title: &row.title,
        note: html! { (firm) " · " (words::need(lang, row.need)) },
        before: headings::nothing(),
        end: badges::difficulty(row.status, row.outcome, state),
    }
}
