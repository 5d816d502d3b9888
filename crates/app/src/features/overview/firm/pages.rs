//! A firm's page: who they are, how to reach them, what they can do and what they need.

use std::collections::BTreeMap;

use dure_founding::studio;
use dure_help::resources;
use dure_people::firms::actions::Portrait;
use dure_people::firms::pieces;
use dure_tables::difficulties::Model;
use dure_texts::{Lang, firms as texts, forms as form_texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, rows, words};
use dure_web::Visit;
use maud::{Markup, html};
use uuid::Uuid;

use super::actions::Overview;
use crate::features::history;

/// The page; `files` hang on the firm, `shown` on what it shares, and `ledger` is what it gave and took.
pub fn page(
    visit: &Visit,
    overview: &Overview,
    files: &Markup,
    shown: &BTreeMap<Uuid, Markup>,
    ledger: Markup,
    done: &str,
) -> Markup {
    let lang = visit.lang();
    let portrait = &overview.portrait;
    let firm = &portrait.firm;
    let main = html! {
        (prose("offers", texts::offers(lang), &firm.offers))
        (prose("needs", texts::needs(lang), &firm.needs))
        (files)
        (resources::section(visit, firm.id, &overview.resources, shown, portrait.may_edit))
        (difficulties(lang, &overview.difficulties))
        (pieces::cases(lang, portrait))
        (ledger)
    };
    let side = html! {
        (pieces::contact(lang, portrait))
        (pieces::people(lang, portrait, overview.may_add))
        (pieces::groups(lang, portrait))
        (pieces::facts(lang, portrait))
    };
    let industry = pieces::industry_words(lang, firm.industry_code.as_deref(), &firm.industry_text);
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/firms".into(), texts::directory(lang).into())]))
        (headings::page_head_below(above(lang, portrait), &firm.name, &industry, acts(visit, portrait)))
        (pieces::done_notice(lang, done))
        (headings::columns(main, texts::side(lang), side))
    };
    visit.page(&firm.name, body)
}

fn above(lang: Lang, portrait: &Portrait) -> Markup {
    let place = words::place_of(portrait.firm.place_code).map(|place| words::place(lang, place));
    html! {
        @if portrait.firm.left_at.is_some() { (badges::badge(Tone::Warn, Some(Icon::Leave), texts::left(lang))) }
        @for (tie, name) in &portrait.ties {
            a href={ "/groups/" (tie.group_id) } { (badges::badge(Tone::Primary, Some(Icon::Group), name)) }
        }
        @if let Some(place) = place { (badges::badge(Tone::Line, Some(Icon::Place), place)) }
    }
}

fn acts(visit: &Visit, portrait: &Portrait) -> Markup {
    let lang = visit.lang();
    let own = visit.viewer.firm == Some(portrait.firm.id);
    html! {
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/firms/{}/edit", portrait.firm.id), Some(Icon::Edit), form_texts::edit(lang)))
        }
        @if history::FIRM.allows(&visit.viewer, &portrait.thing()) {
            (buttons::link(Look::Quiet, &format!("/firms/{}/history", portrait.firm.id), Some(Icon::Clock), form_texts::history(lang)))
        }
        (buttons::print(form_texts::print(lang)))
        @if portrait.ties.is_empty() && portrait.firm.left_at.is_none() { (studio::of_firm(visit, portrait.firm.id)) }
        @if !own && portrait.firm.left_at.is_none() {
            (buttons::link(Look::Main, &format!("/difficulties/new?ask=firm:{}", portrait.firm.id), Some(Icon::Send), texts::ask(lang)))
        }
    }
}

fn prose(id: &str, title: &str, text: &str) -> Markup {
    match text.trim() {
        "" => headings::nothing(),
        text => headings::section(id, title, cards::card(cards::prose(text))),
    }
}

fn difficulties(lang: Lang, posted: &[Model]) -> Markup {
    if posted.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> = posted.iter().map(|row| format!("/difficulties/{}", row.id)).collect();
    let list: Vec<rows::Row<'_>> = posted
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| rows::Row {
            href,
            title: &row.title,
            note: html! { (words::need(lang, row.need)) },
            before: html! { (Icon::Difficulty) },
            end: badges::difficulty(
                row.status,
                row.outcome,
                words::difficulty(lang, row.status, row.outcome),
            ),
        })
        .collect();
    headings::section_with(
        "open",
        texts::open(lang),
        Some(list.len()),
        headings::nothing(),
        rows::rows(&list),
    )
}
