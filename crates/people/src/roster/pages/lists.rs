//! Lists of an import: remarks, changes, firms.

use dure_texts::{Lang, roster as texts};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{headings, notices};
use maud::{Markup, html};

use super::super::plan::change::Change;
use super::super::plan::{Outcome, RowPlan};
use super::super::remark::Remark;
use super::super::words;
use super::preview::Shown;
use crate::roster::actions::LOOKING;

/// Remarks, those that keep a row out first.
pub fn problems(lang: Lang, shown: &Shown<'_>) -> Markup {
    let mut remarks: Vec<&Remark> = shown.report.remarks.iter().collect();
    remarks.sort_by_key(|remark| (!remark.kind.is_bad(), remark.row));
    if remarks.is_empty() {
        return notices::empty(Icon::Done, texts::problems_none(lang), "", headings::nothing());
    }
    let head = [
        Column::words(texts::row(lang)),
        Column::words(texts::problem(lang)),
        Column::words(texts::original(lang)),
    ];
    let rows: Vec<Vec<Markup>> = super::part(&remarks, shown.page)
        .iter()
        .map(|remark| {
            let words = words::remark(lang, remark);
            let words = if remark.kind.is_bad() {
                html! { strong { (words) } }
            } else {
                html! { (words) }
            };
            vec![html! { (texts::row_number(lang, remark.row)) }, words, html! { (short(&remark.original)) }]
        })
        .collect();
    html! {
        (tables::table("problem-list", texts::view_problems(lang), &head, &rows))
        (super::turn(lang, shown.page, remarks.len(), |page| shown.at(page)))
    }
}

/// Firms that change, each value before and after.
pub fn changed(lang: Lang, shown: &Shown<'_>) -> Markup {
    let list: Vec<&RowPlan> = shown.report.rows_that_are(Outcome::Changed).collect();
    if list.is_empty() {
        return notices::empty(Icon::Done, texts::changed_none(lang), "", headings::nothing());
    }
    let head = [
        Column::words(texts::firm(lang)),
        Column::words(texts::what(lang)),
        Column::words(texts::before(lang)),
        Column::words(texts::after(lang)),
    ];
    let rows = super::part(&list, shown.page).iter().flat_map(|row| {
        row.changes.iter().enumerate().map(|(at, change)| {
            let mut cells = vec![firm(lang, row, at == 0)];
            cells.extend(values(lang, change));
            cells
        })
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    html! {
        (tables::table("change-list", texts::view_changed(lang), &head, &rows))
        @if shown.import.state == LOOKING { (not_these(lang, shown, super::part(&list, shown.page))) }
        (super::turn(lang, shown.page, list.len(), |page| shown.at(page)))
    }
}

fn values(lang: Lang, change: &Change) -> [Markup; 3] {
    let before = &change.before;
    [
        html! { (words::field(lang, change.field)) },
        html! { @if before.is_empty() { span class="muted" { (texts::no_value(lang)) } } @else { (short(before)) } },
        html! { strong { (short(&change.after)) } },
    ]
}

fn firm(lang: Lang, row: &RowPlan, linked: bool) -> Markup {
    html! {
        @match row.id {
            Some(id) if linked => a href={ "/firms/" (id) } { (row.firm) },
            _ => (row.firm),
        }
        " " span class="muted small" { (texts::row_number(lang, row.row)) }
    }
}

/// A way to say that a row was taken for the wrong firm.
fn not_these(lang: Lang, shown: &Shown<'_>, rows: &[&RowPlan]) -> Markup {
    let action = format!("/roster/imports/{}/rows", shown.import.id);
    let label = texts::not_this_firm(lang);
    dure_ui::unfold::line(
        label,
        html! {
            form class="stack" method="post" action=(action) {
                @for row in rows {
                    @if let Some(id) = row.id {
                        label class="check" {
                            input type="checkbox" name={ "row-" (row.row) } value={ "not:" (id) };
                            span { (row.firm) " " span class="muted small" { (texts::row_number(lang, row.row)) } }
                        }
                    }
                }
                (dure_ui::buttons::submit(dure_ui::buttons::Look::Second, None, texts::doubles_save(lang)))
            }
        },
    )
}

/// Firms that are new.
pub fn firms(lang: Lang, shown: &Shown<'_>, outcome: Outcome) -> Markup {
    let list: Vec<&RowPlan> = shown.report.rows_that_are(outcome).collect();
    if list.is_empty() {
        return notices::empty(Icon::Firm, texts::new_none(lang), "", headings::nothing());
    }
    let linked = shown.import.state != LOOKING;
    let head = [Column::words(texts::firm(lang)), Column::words(texts::what(lang))];
    let rows: Vec<Vec<Markup>> = super::part(&list, shown.page)
        .iter()
        .map(|row| {
            let beside: Vec<String> = row
                .changes
                .iter()
                .map(|change| format!("{} {}", words::field(lang, change.field), short(&change.after)))
                .collect();
            vec![firm(lang, row, linked), html! { span class="muted" { (beside.join(" · ")) } }]
        })
        .collect();
    html! {
        (tables::table("new-list", texts::view_new(lang), &head, &rows))
        (super::turn(lang, shown.page, list.len(), |page| shown.at(page)))
    }
}

fn short(text: &str) -> String {
    const LONGEST: usize = 120;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
