//! The log as a table.

use dure_tables::data_access;
use dure_texts::{Lang, data_access as texts};
use dure_ui::headings;
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::tables::{self, Column};
use dure_ui::{notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::pieces;
use crate::data_access::actions::Log;

/// `/data-access`
pub fn list(visit: &Visit, log: &Log) -> Markup {
    let lang = visit.lang();
    let rows: Vec<Vec<Markup>> = log.lines.iter().map(|line| row(lang, log, line)).collect();
    let columns = [
        Column::words(texts::at(lang)),
        Column::words(texts::who(lang)),
        Column::words(texts::what(lang)),
        Column::number(texts::persons(lang)),
        Column::words(texts::reason(lang)),
    ];
    let body = html! {
        (headings::page_head(texts::title(lang), texts::about(lang), headings::nothing()))
        @if rows.is_empty() {
            (notices::empty(Icon::Download, texts::empty(lang), texts::empty_do(lang), headings::nothing()))
        } @else {
            (tables::table("data-access", texts::title(lang), &columns, &rows))
        }
        (pager::pager(&PagerWords::of(lang), log.page, log.last, |page| format!("/data-access?page={page}")))
    };
    visit.page(texts::title(lang), body)
}

fn row(lang: Lang, log: &Log, line: &data_access::Model) -> Vec<Markup> {
    let who = line
        .person_id
        .map_or(texts::command_line(lang), |id| log.people.get(&id).map_or("–", String::as_str));
    let scope = line.group_id.map_or(texts::all(lang), |id| log.groups.get(&id).map_or("–", String::as_str));
    let reason = pieces::reason(lang, line.reason);
    vec![
        html! { (words::date(lang, line.at.day())) " " (words::clock(lang, line.at)) },
        html! { (who) },
        html! { (pieces::outlet(lang, line.what)) " · " (scope) },
        html! { (texts::many(lang, i64::from(line.persons))) },
        html! { (reason) @if !line.note.is_empty() { " · " (line.note) } },
    ]
}
