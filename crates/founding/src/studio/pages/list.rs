//! Every draft of the federation, and the requests that wait for one.

use dure_tables::drafts;
use dure_texts::{Lang, formation as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::tables::{self, Column};
use dure_ui::{headings, notices, rows, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{pool, state};
use crate::studio::actions::Listed;
use crate::studio::store::{Counts, OpenRequest, PER_PAGE};

/// `GET /formation`
pub fn page(visit: &Visit, listed: &Listed, page: u64, done: &str) -> Markup {
    let lang = visit.lang();
    let new = buttons::link(Look::Main, "/formation/new", Some(Icon::Plus), texts::new(lang));
    let body = html! {
        (headings::page_head(texts::title(lang), texts::subtitle(lang), html! {
            @if !listed.drafts.is_empty() {
                (new)
                (buttons::link(Look::Second, "/formation/compare", None, texts::compare(lang)))
            }
        }))
        (super::notice::done(lang, done))
        (requests(visit, &listed.requests))
        @if listed.drafts.is_empty() {
            (notices::empty(Icon::Group, texts::no_drafts(lang), texts::no_drafts_do(lang), new))
        } @else {
            (headings::section_with("drafts", texts::drafts(lang), usize::try_from(listed.total).ok(), headings::nothing(), drafts(visit, listed)))
            (turn(lang, page, listed.total))
        }
    };
    visit.page(texts::title(lang), body)
}

fn drafts(visit: &Visit, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let columns = [
        Column::words(texts::draft(lang)),
        Column::words(texts::column_state(lang)),
        Column::number(texts::column_groups(lang)),
        Column::number(texts::column_placed(lang)),
        Column::number(texts::column_left(lang)),
        Column::number(texts::column_worth(lang)),
        Column::words(texts::column_made(lang)),
    ];
    let rows: Vec<Vec<Markup>> =
        listed.drafts.iter().map(|(draft, counts)| row(visit, draft, *counts)).collect();
    tables::table("draft-list", texts::drafts(lang), &columns, &rows)
}

fn row(visit: &Visit, draft: &drafts::Model, counts: Counts) -> Vec<Markup> {
    let lang = visit.lang();
    let solved = draft.solved_at.is_some();
    vec![
        html! {
            a href={ "/formation/" (draft.id) } { (draft.name) }
            div class="muted small" { (pool(lang, draft)) }
        },
        state(lang, draft),
        html! { @if solved { (counts.groups) } @else { "–" } },
        html! { (texts::placed_of(lang, counts.placed, counts.firms)) },
        html! { (counts.firms - counts.placed) },
        html! { @if let Some(worth) = draft.worth { (texts::number(lang, worth)) } @else { "–" } },
        html! { span class="nowrap" { (words::ago(lang, draft.made_at, visit.app.now())) } },
    ]
}

fn requests(visit: &Visit, requests: &[OpenRequest]) -> Markup {
    let lang = visit.lang();
    if requests.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> =
        requests.iter().map(|open| format!("/formation/new?request={}", open.request.id)).collect();
    let shown: Vec<rows::Row<'_>> = requests
        .iter()
        .zip(&hrefs)
        .map(|(open, href)| rows::Row {
            href,
            title: &open.request.title,
            note: html! {
                (texts::request_note(lang, open.firms, words::ago(lang, open.request.asked_at, visit.app.now())))
            },
            before: html! { (Icon::Bell) },
            end: html! { (texts::draft_from(lang)) },
        })
        .collect();
    headings::section_with(
        "requests",
        texts::requests(lang),
        Some(requests.len()),
        headings::nothing(),
        rows::rows(&shown),
    )
}

fn turn(lang: Lang, page: u64, total: u64) -> Markup {
    let words = PagerWords {
        label: texts::pages(lang),
        before: texts::page_before(lang),
        after: texts::page_after(lang),
    };
    pager::pager(&words, page, total.div_ceil(PER_PAGE), |page| format!("/formation?page={page}"))
}
