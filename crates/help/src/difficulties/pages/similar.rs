//! What is like a difficulty, in rows.

use dure_texts::{Lang, difficulties as texts};
use dure_ui::icons::Icon;
use dure_ui::rows::{self, Row};
use dure_ui::{badges, headings, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::difficulties::actions::Similar;

/// Cases and difficulties like the words typed. `untold` while nothing was typed.
pub fn list(visit: &Visit, similar: &Similar, untold: bool) -> Markup {
    let lang = visit.lang();
    if similar.is_empty() {
        let words = if untold { texts::similar_untold(lang) } else { texts::similar_none(lang) };
        return html! { p class="muted" { (words) } };
    }
    html! {
        @if !similar.cases.is_empty() { (cases(lang, visit, similar)) }
        @if !similar.difficulties.is_empty() {
            @if !similar.cases.is_empty() { h3 { (texts::similar_difficulties(lang)) } }
            (difficulties(lang, visit, similar))
        }
    }
}

fn cases(lang: Lang, visit: &Visit, similar: &Similar) -> Markup {
    let hrefs: Vec<String> = similar.cases.iter().map(|case| format!("/knowledge/{}", case.id)).collect();
    let rows: Vec<Row<'_>> = similar
        .cases
        .iter()
        .zip(&hrefs)
        .map(|(case, href)| Row {
            href,
            title: &case.title,
            note: html! { (Icon::Done) " " (words::day_ago(lang, case.kept_at, visit.app.now())) " · " (first_words(&case.cure)) },
            before: headings::nothing(),
            end: headings::nothing(),
        })
        .collect();
    rows::rows(&rows)
}

fn difficulties(lang: Lang, visit: &Visit, similar: &Similar) -> Markup {
    let hrefs: Vec<String> =
        similar.difficulties.iter().map(|row| format!("/difficulties/{}", row.id)).collect();
    let rows: Vec<Row<'_>> = similar
        .difficulties
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| Row {
            href,
            title: &row.title,
            note: html! { @if let Some(at) = row.posted_at { (words::posted(lang, (!row.anonymous).then_some(""), at, visit.app.now())) } },
            before: headings::nothing(),
            end: badges::difficulty(
                row.status,
                row.outcome,
                words::difficulty(lang, row.status, row.outcome),
            ),
        })
        .collect();
    rows::rows(&rows)
}

/// The beginning of a text, for one line.
fn first_words(text: &str) -> String {
    const LETTERS: usize = 60;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
