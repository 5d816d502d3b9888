//! Requests for a group: the list, one, and its form.

use dure_tables::{group_requests, people};
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::tables::{self, Column};
use dure_ui::{headings, notices, unfold, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use dure_web::names;
use maud::{Markup, html};

use super::{count, firm_link, firm_note, picker, state};
use crate::foundings::actions::{Picked, Request, Requests};
use crate::foundings::rules::{LEAST_FIRMS, RequestForm};

/// `/foundings/requests`
pub fn requests(visit: &Visit, requests: &Requests, closed: bool, page: u64) -> Markup {
    let lang = visit.lang();
    let tab = |href, words, here| Tab { href, words, count: None, here };
    let tabs = [
        tab("/foundings/requests", texts::requests_open(lang), !closed),
        tab("/foundings/requests?show=closed", texts::requests_closed(lang), closed),
    ];
    let new =
        buttons::link(Look::Main, "/foundings/requests/new", Some(Icon::Plus), texts::ask_for_group(lang));
    let show = if closed { "closed" } else { "" };
    let href = |page: u64| with_query("/foundings/requests", &[("show", show), ("page", &page.to_string())]);
    let cards: Vec<Markup> =
        requests.rows.iter().map(|(row, firms)| card(visit, requests, row, *firms)).collect();
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/foundings".into(), texts::title(lang).into())]))
        (headings::page_head(texts::requests(lang), texts::requests_note(lang), new))
        (pager::tabs(texts::tabs(lang), &tabs))
        @if cards.is_empty() {
            (notices::empty(Icon::Group, texts::no_requests(lang), texts::no_requests_note(lang), headings::nothing()))
        } @else {
            h2 class="unseen" { (texts::requests(lang)) }
            (cards::grid(&cards))
        }
        (pager::pager(&PagerWords::of(lang), page, requests.total.div_ceil(requests.per_page), href))
    };
    visit.page(texts::requests(lang), body)
}

fn card(visit: &Visit, requests: &Requests, row: &group_requests::Model, firms: usize) -> Markup {
    let lang = visit.lang();
    let asker = row.asked_by.and_then(|id| requests.people.get(&id)).map(names::titled);
    let mut lines = vec![
        (Icon::Firm, dure_texts::words::firms(lang, count(firms))),
        (Icon::Clock, words::ago(lang, row.asked_at, visit.app.now())),
    ];
    lines.extend(asker.map(|name| (Icon::Person, name)));
    let page = format!("/foundings/requests/{}", row.id);
    cards::link_card(LinkCard {
        href: &page,
        title: &row.title,
        top: request_state(lang, row),
        body: html! { @if !row.note.is_empty() { (cards::excerpt(&row.note)) } (cards::statline(&lines)) },
        foot: html! {
            @if requests.leads && row.closed_at.is_none() {
                (buttons::link(Look::Second, &format!("/formation/new?request={}", row.id), Some(Icon::Network), texts::draft_from_it(lang)))
            }
        },
        waiting: requests.leads && row.closed_at.is_none(),
    })
}

fn request_state(lang: Lang, row: &group_requests::Model) -> Markup {
    match row.closed_at {
        None => badges::badge(Tone::Accent, Some(Icon::Bell), texts::request_open(lang)),
        Some(_) => badges::badge(Tone::Neutral, Some(Icon::Done), texts::request_closed(lang)),
    }
}

/// `/foundings/requests/{id}`
pub fn request(visit: &Visit, one: &Request, done: &str) -> Markup {
    let lang = visit.lang();
    let row = &one.request;
    let acts = html! {
        @if one.leads && row.closed_at.is_none() {
            (buttons::link(Look::Main, &format!("/formation/new?request={}", row.id), Some(Icon::Network), texts::draft_from_it(lang)))
        }
    };
    let crumbs = [
        ("/foundings".to_owned(), texts::title(lang).to_owned()),
        ("/foundings/requests".to_owned(), texts::requests(lang).to_owned()),
    ];
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &crumbs))
        (headings::page_head_below(request_state(lang, row), &row.title, "", acts))
        (request_done(lang, done))
        (headings::columns(
            html! {
                @if !row.note.is_empty() { (headings::section("note", texts::request_why(lang), cards::card(cards::prose(&row.note)))) }
                (firms(lang, one))
            },
            texts::side(lang),
            html! { (request_facts(lang, one)) (came_of_it(lang, one)) @if one.may_close { (closing(lang, one)) } },
        ))
    };
    visit.page(&row.title, body)
}

fn request_done(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "asked" => texts::done_asked(lang),
        "closed" => texts::done_request_closed(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

fn firms(lang: Lang, one: &Request) -> Markup {
    let columns = [Column::words(dure_texts::words::firm(lang)), Column::words(texts::in_groups(lang))];
    let rows: Vec<Vec<Markup>> = one
        .firms
        .iter()
        .map(|line| {
            let groups = if line.groups.is_empty() {
                texts::in_no_group(lang).to_owned()
            } else {
                line.groups.join(", ")
            };
            vec![
                html! { (firm_link(&line.firm)) p class="muted small" { (firm_note(lang, &line.firm)) } },
                html! { (groups) },
            ]
        })
        .collect();
    let table = tables::table("asking", texts::asking_firms(lang), &columns, &rows);
    headings::section_with("firms", texts::asking_firms(lang), Some(rows.len()), headings::nothing(), table)
}

fn request_facts(lang: Lang, one: &Request) -> Markup {
    let row = &one.request;
    let person =
        |person: &people::Model| html! { a href={ "/people/" (person.id) } { (names::titled(person)) } };
    let mut facts: Vec<(String, Markup)> = Vec::new();
    facts.extend(one.asked_by.as_ref().map(|who| (texts::asked_by(lang).to_owned(), person(who))));
    facts.push((texts::asked_at(lang).to_owned(), html! { (words::date(lang, row.asked_at.day())) }));
    if let Some(at) = row.closed_at {
        facts.push((texts::closed_at(lang).to_owned(), html! { (words::date(lang, at.day())) }));
    }
    facts.extend(one.closed_by.as_ref().map(|who| (texts::closed_by(lang).to_owned(), person(who))));
    if !row.closing.is_empty() {
        facts.push((texts::word_of_federation(lang).to_owned(), cards::prose(&row.closing)));
    }
    headings::section("facts", texts::facts(lang), cards::card(cards::facts(&facts)))
}

fn came_of_it(lang: Lang, one: &Request) -> Markup {
    if one.foundings.is_empty() {
        return headings::nothing();
    }
    headings::section(
        "came",
        texts::came_of_it(lang),
        cards::card(html! {
            ul class="list" {
                @for founding in &one.foundings {
                    li { a href={ "/foundings/" (founding.id) } { (founding.name) } " " (state(lang, founding.state)) }
                }
            }
        }),
    )
}

fn closing(lang: Lang, one: &Request) -> Markup {
    let hint = if one.leads { texts::close_hint(lang) } else { texts::take_back_hint(lang) };
    let label = if one.leads { texts::close_request(lang) } else { texts::take_back(lang) };
    let word = Field {
        name: "word",
        label: texts::word(lang),
        hint,
        optional: form_texts::optional(lang),
        ..Field::default()
    };
    unfold::line(
        label,
        forms::form(
            &format!("/foundings/requests/{}/close", one.request.id),
            html! {
                (forms::textarea(&word, ""))
                (forms::foot(buttons::submit(Look::Second, None, label)))
            },
        ),
    )
}

/// `/foundings/requests/new`
pub fn request_form(visit: &Visit, form: &RequestForm, picked: &Picked, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let crumbs = [("/foundings/requests".to_owned(), texts::requests(lang).to_owned())];
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &crumbs))
        (headings::page_head(texts::ask_for_group(lang), &texts::ask_note(lang, count(LEAST_FIRMS)), headings::nothing()))
        (faulty.summary())
        (forms::form("/foundings/requests/new", html! {
            (forms::input(&faulty.needed("title", texts::request_title(lang), texts::request_title_hint(lang)), Input::Text, &form.title))
            (picker::field(lang, picked, faulty.of("firm")))
            (forms::textarea(&faulty.optional("note", texts::request_why(lang), texts::request_why_hint(lang)), &form.note))
            (forms::foot(html! {
                (buttons::choice(Look::Main, "do", "send", Some(Icon::Send), texts::send_request(lang)))
                (buttons::link(Look::Quiet, "/foundings/requests", None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::ask_for_group(lang), body)
}
