//! Rows to tap: one link each, the whole row its target.

use maud::{Markup, html};

use super::icons::Icon;
use super::{badges, headings};

/// One row.
pub struct Row<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// What it is.
    pub title: &'a str,
    /// A small line under the title; empty for none.
    pub note: Markup,
    /// Before the words: an avatar, a day; empty for none.
    pub before: Markup,
    /// After the words: a badge, a number; empty for a plain arrow.
    pub end: Markup,
}

/// A list of rows.
pub fn rows(rows: &[Row<'_>]) -> Markup {
    html! { ul class="rows" { @for row in rows { (one(row)) } } }
}

/// Firms to pick one of: (where it leads, name).
pub fn firms(firms: &[(String, &str)]) -> Markup {
    let row = |(href, name): &(String, &str)| {
        one(&Row {
            href,
            title: name,
            note: headings::nothing(),
            before: badges::firm_mark(name),
            end: headings::nothing(),
        })
    };
    html! { ul class="rows" { @for firm in firms { (row(firm)) } } }
}

fn one(row: &Row<'_>) -> Markup {
    html! {
        li class="row" {
            (row.before)
            div class="row-words" {
                p class="row-title" { a href=(row.href) { (row.title) } }
                @if !row.note.0.is_empty() { p class="row-note" { (row.note) } }
            }
            div class="row-end" { @if row.end.0.is_empty() { (Icon::Next) } @else { (row.end) } }
        }
    }
}
