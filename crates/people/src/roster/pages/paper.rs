//! The roster on paper: A4, names and numbers.

use dure_domain::Day;
use dure_texts::{Lang, roster as texts};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{buttons, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::super::export::{Entry, industry_name, people_of};
use super::super::plan::snapshot::Snapshot;

/// One table for each group; `personal` says whether mobile numbers and addresses may stand in it.
pub fn page(
    visit: &Visit,
    roster: &Snapshot,
    entries: &[Entry<'_>],
    name: &str,
    today: Day,
    personal: impl Fn(&Entry<'_>) -> bool,
) -> Markup {
    let lang = visit.lang();
    let title = texts::print_title(lang, name);
    let subtitle = texts::print_day(lang, words::date(lang, today), entries.len());
    let mut groups: Vec<(Option<&str>, Vec<&Entry<'_>>)> = Vec::new();
    for entry in entries {
        match groups.last_mut().filter(|(group, _)| *group == entry.group.as_deref()) {
            Some((_, list)) => list.push(entry),
            None => groups.push((entry.group.as_deref(), vec![entry])),
        }
    }
    let many = groups.len() > 1;
    let body = html! {
        (super::crumbs(lang, &[]))
        (headings::page_head(&title, &subtitle, buttons::print(texts::print_now(lang))))
        @if entries.is_empty() {
            (notices::empty(Icon::Print, texts::print_empty(lang), "", headings::nothing()))
        }
        @for (at, (group, list)) in groups.iter().enumerate() {
            @if many { h2 { (group.unwrap_or(dure_texts::words::federation(lang))) } }
            (table(lang, roster, list, at, group.unwrap_or(name), &personal))
        }
    };
    visit.page(&title, body)
}

fn table(
    lang: Lang,
    roster: &Snapshot,
    list: &[&Entry<'_>],
    at: usize,
    caption: &str,
    personal: &impl Fn(&Entry<'_>) -> bool,
) -> Markup {
    let head = [
        Column::words(texts::firm(lang)),
        Column::words(dure_texts::words::industry(lang)),
        Column::words(texts::person(lang)),
        Column::words(texts::contact(lang)),
        Column::words(texts::field_address(lang)),
    ];
    let rows: Vec<Vec<Markup>> = list
        .iter()
        .enumerate()
        .map(|(number, entry)| {
            let firm = entry.firm;
            vec![
                html! { span class="muted" { (number + 1) ". " } (firm.name) },
                html! { (industry_name(firm)) },
                people(lang, roster, entry),
                contact(roster, entry, personal(entry)),
                html! { (super::super::plan::address_text(firm).unwrap_or_default()) },
            ]
        })
        .collect();
    tables::table(&format!("roster-{at}"), caption, &head, &rows)
}

fn people(lang: Lang, roster: &Snapshot, entry: &Entry<'_>) -> Markup {
    let people = people_of(roster, entry);
    html! {
        @if people.is_empty() { (entry.firm.representative) }
        @for (at, (person, office)) in people.iter().enumerate() {
            @if at > 0 { br; }
            (person.name) " " span class="muted" { (person.title) }
            @if let Some(office) = office { " (" (words::office(lang, *office)) ")" }
        }
    }
}

fn contact(roster: &Snapshot, entry: &Entry<'_>, personal: bool) -> Markup {
    let mut lines: Vec<String> = vec![entry.firm.phone.clone()];
    if personal {
        for (person, _) in people_of(roster, entry) {
            lines.push(person.phone.clone());
            lines.extend(person.email.clone());
        }
    }
    lines.retain(|line| !line.is_empty());
    html! {
        @for (at, line) in lines.iter().enumerate() {
            @if at > 0 { br; }
            span class="nowrap" { (line) }
        }
    }
}
