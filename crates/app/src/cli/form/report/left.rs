//! Who is left out, and rows that took no part.

use dure_texts::{Lang, form as texts};
use maud::{Markup, html};

use super::{reason_words, said};
use crate::cli::form::answer::Answer;

/// Both, each with its reasons.
pub fn all(lang: Lang, answer: &Answer) -> Markup {
    html! {
        section id="left-out" {
            h2 { (texts::left_out_title(lang, answer.account.left_out.len())) }
            @if answer.account.left_out.is_empty() { p { (texts::nobody_left_out(lang)) } }
            @else { (left_out(lang, answer)) }
        }
        @if !answer.bad.is_empty() {
            section id="rows" {
                h2 { (texts::bad_rows_title(lang, answer.bad.len())) }
                p { (texts::bad_rows_note(lang)) }
                (bad_rows(lang, answer))
            }
        }
    }
}

fn left_out(lang: Lang, answer: &Answer) -> Markup {
    html! {
        @for (reason, left) in answer.left_by_reason() {
            h3 { (reason_words(lang, reason)) " · " (texts::firms(lang, left.len())) }
            table {
                thead { tr {
                    th scope="col" { (texts::column_firm(lang)) }
                    th scope="col" { (texts::column_industry(lang)) }
                    th scope="col" { (texts::column_place(lang)) }
                    th scope="col" { (texts::column_why(lang)) }
                } }
                tbody { @for left in left {
                    @let firm = answer.firm(left.firm);
                    tr {
                        th scope="row" { (firm.name) }
                        td data-label=(texts::column_industry(lang)) { (said::industry(lang, firm)) }
                        td data-label=(texts::column_place(lang)) { (said::place(lang, firm)) }
                        td data-label=(texts::column_why(lang)) {
                            (said::with_names(answer, lang, |namer| namer.why_left(&left.why)))
                        }
                    }
                } }
            }
        }
    }
}

fn bad_rows(lang: Lang, answer: &Answer) -> Markup {
    html! {
        table {
            thead { tr {
                th scope="col" { (texts::column_row(lang)) }
                th scope="col" { (texts::column_firm(lang)) }
                th scope="col" { (texts::column_why(lang)) }
            } }
            tbody { @for bad in &answer.bad {
                tr {
                    th scope="row" { (bad.row) }
                    td data-label=(texts::column_firm(lang)) { (bad.name) }
                    td data-label=(texts::column_why(lang)) { (said::why(lang, &bad.why)) }
                }
            } }
        }
    }
}
