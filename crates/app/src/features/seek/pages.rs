//! What was found, by kind, with the words marked.

use dure_matching::Kind;
use dure_texts::{Lang, forms as form_texts, seek as texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, Tab};
use dure_ui::{forms, headings, narrowing, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::rules;
use crate::features::seek::actions::{Findings, Hit, KINDS};

/// Of each kind, while all kinds are shown.
const SHOWN_OF_EACH: usize = 5;

/// The page; `kind` is the word of the one kind that is shown, empty for all.
pub fn page(visit: &Visit, typed: &str, kind: &str, findings: &Findings) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), "", headings::nothing()))
        (forms::filters("/search", texts::title(lang), html! {
            (narrowing::words("q", texts::words(lang), typed))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        }))
        (answer(lang, typed, kind, findings))
    };
    visit.page(texts::title(lang), body)
}

fn answer(lang: Lang, typed: &str, kind: &str, findings: &Findings) -> Markup {
    if !findings.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if typed.is_empty() {
        return html! { p class="muted" { (texts::hint(lang)) } };
    }
    if findings.total() == 0 {
        return nothing_found(lang, typed);
    }
    let chosen = findings.kinds.iter().find(|(found, _)| word(*found) == kind).map(|(found, _)| *found);
    let marks = rules::words(typed);
    html! {
        @if !findings.exact { p class="muted" role="status" { (texts::inexact(lang)) } }
        (tabs(lang, typed, chosen, findings))
        @for (found, hits) in findings.kinds.iter().filter(|(found, _)| chosen.is_none_or(|one| one == *found)) {
            (section(lang, typed, *found, hits, chosen.is_some(), &marks))
        }
    }
}

/// The word of a kind in addresses.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "firm",
        Kind::Resource => "resource",
        Kind::Expert => "expert",
        Kind::Programme => "programme",
        Kind::Case => "case",
        Kind::Person => "person",
        Kind::Group => "group",
        Kind::Difficulty => "difficulty",
        Kind::Other => "other",
    }
}

fn name(lang: Lang, kind: Kind) -> &'static str {
    use dure_texts::words;
    match kind {
        Kind::Firm => words::firm(lang),
        Kind::Resource => words::resource(lang),
        Kind::Expert => words::helper_expert(lang),
        Kind::Programme => words::programme(lang),
        Kind::Case => words::case(lang),
        Kind::Person => words::person(lang),
        Kind::Group => words::group(lang),
        Kind::Difficulty | Kind::Other => words::difficulty(lang),
    }
}

fn tabs(lang: Lang, typed: &str, chosen: Option<Kind>, findings: &Findings) -> Markup {
    let count =
        |kind: Kind| findings.kinds.iter().find(|(found, _)| *found == kind).map(|(_, hits)| hits.len());
    let kinds: Vec<(Kind, usize)> = KINDS.into_iter().filter_map(|kind| Some((kind, count(kind)?))).collect();
    let all = with_query("/search", &[("q", typed)]);
    let hrefs: Vec<String> =
        kinds.iter().map(|(kind, _)| with_query("/search", &[("q", typed), ("kind", word(*kind))])).collect();
    let whole = Tab {
        href: &all,
        words: form_texts::all(lang),
        count: Some(findings.total() as u64),
        here: chosen.is_none(),
    };
    let each = kinds.iter().zip(&hrefs).map(|((kind, count), href)| Tab {
        href,
        words: name(lang, *kind),
        count: Some(*count as u64),
        here: chosen == Some(*kind),
    });
    let tabs: Vec<Tab<'_>> = std::iter::once(whole).chain(each).collect();
    pager::tabs(texts::kinds(lang), &tabs)
}

fn section(lang: Lang, typed: &str, kind: Kind, hits: &[Hit], whole: bool, marks: &[String]) -> Markup {
    let shown = if whole { hits.len() } else { SHOWN_OF_EACH.min(hits.len()) };
    let more = if shown < hits.len() {
        headings::more(&with_query("/search", &[("q", typed), ("kind", word(kind))]), texts::more(lang))
    } else {
        headings::nothing()
    };
    let body = html! { ul class="rows" { @for hit in &hits[..shown] { (row(lang, hit, marks)) } } };
    headings::section_with(word(kind), name(lang, kind), Some(hits.len()), more, body)
}

/// Where a hit leads, what it is called, what it says, and a badge.
fn told(lang: Lang, hit: &Hit) -> (String, String, String, Markup) {
    let none = headings::nothing;
    match hit {
        Hit::Firm(row) => {
            let place = words::place_of(row.place_code).map(|place| words::place(lang, place));
            let text = join(&[&row.products, &row.offers, &row.industry_text]);
            let badge = place.map_or_else(none, |place| badges::badge(Tone::Line, Some(Icon::Place), place));
            (format!("/firms/{}", row.id), row.name.clone(), text, badge)
        }
        Hit::Resource(row, firm) => {
            let badge = badges::badge(Tone::Primary, None, words::resource(lang, row.kind));
            let text = join(&[firm, &row.body, &row.terms]);
            (format!("/resources/{}", row.id), row.title.clone(), text, badge)
        }
        Hit::Expert(row, person) => {
            let badge = badges::badge(Tone::Primary, None, &row.field);
            (format!("/experts/{}", row.id), person.name.clone(), row.body.clone(), badge)
        }
        Hit::Programme(row) => {
            let text = join(&[&row.agency, &row.body, &row.eligibility]);
            (format!("/programmes/{}", row.id), row.title.clone(), text, none())
        }
        Hit::Case(row) => {
            let badge = badges::badge(Tone::Good, None, words::need(lang, row.need));
            let text = join(&[&row.problem, &row.cure, &row.effect]);
            (format!("/knowledge/{}", row.id), row.title.clone(), text, badge)
        }
        Hit::Group(row) => (format!("/groups/{}", row.id), row.name.clone(), row.charter.clone(), none()),
        Hit::Person(row, firm) => {
            (format!("/people/{}", row.id), row.name.clone(), join(&[&row.title, firm]), none())
        }
        Hit::Difficulty(row) => {
            let words = words::difficulty(lang, row.status, row.outcome);
            let badge = badges::difficulty(row.status, row.outcome, words);
            let text = join(&[&row.problem, &row.present_state, &row.tried]);
            (format!("/difficulties/{}", row.id), row.title.clone(), text, badge)
        }
    }
}

fn join(texts: &[&str]) -> String {
    let filled: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    filled.join(" · ")
}

fn row(lang: Lang, hit: &Hit, marks: &[String]) -> Markup {
    let (href, title, text, badge) = told(lang, hit);
    html! {
        li class="row" {
            div class="row-words" {
                p class="row-title" { a href=(href) { (marked(&title, marks)) } }
                @if !text.is_empty() { p class="row-note" { (marked(&rules::excerpt(&text, marks), marks)) } }
            }
            div class="row-end" { @if badge.0.is_empty() { (Icon::Next) } @else { (badge) } }
        }
    }
}

fn marked(text: &str, marks: &[String]) -> Markup {
    html! {
        @for (piece, found) in rules::marked(text, marks) {
            @if found { mark { (piece) } } @else { (piece) }
        }
    }
}

fn nothing_found(lang: Lang, typed: &str) -> Markup {
    html! {
        (notices::empty(
            Icon::Search,
            &texts::none_found(lang, typed),
            texts::none_found_note(lang),
            buttons::link(Look::Main, "/difficulties/new", Some(Icon::Plus), texts::post(lang)),
        ))
        ul class="list" {
            li { a href="/firms" { (texts::to_firms(lang)) } }
            li { a href="/resources" { (texts::to_resources(lang)) } }
            li { a href="/experts" { (texts::to_experts(lang)) } }
        }
    }
}
