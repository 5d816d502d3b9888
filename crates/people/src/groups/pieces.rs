//! Pieces of a group's page: who is in it, who leads it, when and where it meets. The page is put together in `overview`.

use dure_domain::Office;
use dure_texts::{Lang, forms as form_texts, groups as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, forms, headings, notices, unfold, words};
use maud::{Markup, html};

use super::actions::Portrait;

/// What can be done with it.
pub fn acts(lang: Lang, portrait: &Portrait) -> Markup {
    let id = portrait.group.id;
    html! {
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/groups/{id}/edit"), Some(Icon::Edit), form_texts::edit(lang)))
        }
        @if portrait.sees_history {
            (buttons::link(Look::Quiet, &format!("/groups/{id}/history"), Some(Icon::Clock), form_texts::history(lang)))
        }
    }
}

/// What was done before this page.
pub fn done_notice(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "saved" => form_texts::saved(lang),
        "created" => texts::done_created(lang),
        "joined" => texts::done_joined(lang),
        "left" => texts::done_left(lang),
        "appointed" => texts::done_appointed(lang),
        "ended" => texts::done_ended(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

/// Who leads it.
pub fn offices(lang: Lang, portrait: &Portrait) -> Markup {
    let (leading, special): (Vec<_>, Vec<_>) = portrait
        .roster
        .offices
        .iter()
        .partition(|held| matches!(held.office, Office::Chair | Office::Secretary));
    let appoint = if portrait.may_appoint {
        headings::more(&format!("/groups/{}/offices/new", portrait.group.id), texts::appoint(lang))
    } else {
        headings::nothing()
    };
    let list = |held: &[&dure_tables::appointments::Model]| {
        html! { ul class="rows" { @for held in held { (office(lang, portrait, held)) } } }
    };
    html! {
        (headings::section_with("offices", texts::offices(lang), None, appoint, if leading.is_empty() { html! { p class="muted" { (texts::no_offices(lang)) } } } else { list(&leading) }))
        @if !special.is_empty() { (headings::section("special", dure_texts::words::special_member(lang), list(&special))) }
    }
}

fn office(lang: Lang, portrait: &Portrait, held: &dure_tables::appointments::Model) -> Markup {
    let Some(person) = portrait.roster.people.get(&held.person_id) else { return headings::nothing() };
    html! {
        li class="row" {
            (badges::avatar(&person.name))
            div class="row-words" {
                p class="row-title" { a href={ "/people/" (person.id) } { (person.name) } }
                p class="row-note" { (person.title) " · " (texts::since(lang, words::date(lang, held.since))) }
                @if portrait.may_appoint {
                    div class="above no-print" {
                        (unfold::plain(texts::end_office(lang), html! {
                            form class="stack" method="post" action={ "/groups/" (portrait.group.id) "/offices/end" } {
                                p { (texts::end_office_note(lang, person.name.as_str(), words::office(lang, held.office))) }
                                (forms::hidden("appointment", &held.id.to_string()))
                                (buttons::submit(Look::Second, None, texts::end_office(lang)))
                            }
                        }))
                    }
                }
            }
            div class="row-end" { (badges::badge(tone(held.office), None, words::office(lang, held.office))) }
        }
    }
}

const fn tone(office: Office) -> Tone {
    match office {
        Office::Chair => Tone::Primary,
        Office::Secretary => Tone::Info,
        _ => Tone::Line,
    }
}

/// What it has agreed on.
pub fn charter(lang: Lang, portrait: &Portrait) -> Markup {
    match portrait.group.charter.trim() {
        "" => headings::nothing(),
        text => headings::section("charter", texts::charter(lang), cards::card(cards::prose(text))),
    }
}

/// When and where it meets.
pub fn facts(lang: Lang, portrait: &Portrait) -> Markup {
    let group = &portrait.group;
    let mut facts: Vec<(String, Markup)> = Vec::new();
    if !group.rhythm.trim().is_empty() {
        facts.push((texts::rhythm(lang).to_owned(), html! { (group.rhythm) }));
    }
    if !group.meeting_place.trim().is_empty() {
        facts.push((texts::meeting_place(lang).to_owned(), html! { (group.meeting_place) }));
    }
    if let Some(day) = group.founded_on {
        facts.push((texts::founded(lang).to_owned(), html! { (words::date(lang, day)) }));
    }
    if facts.is_empty() {
        headings::nothing()
    } else {
        headings::section("facts", texts::facts(lang), cards::card(cards::facts(&facts)))
    }
}
