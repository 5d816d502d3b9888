//! Tables of a meeting, to be printed and put on the wall.

use dure_texts::{Lang, formation as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{headings, notices, unfold};
use dure_web::Visit;
use maud::{Markup, html};

use super::count;
use crate::studio::actions::{Seated, SeatingForm};

/// `GET /formation/tables?group=`
pub fn page(visit: &Visit, seated: &Seated, form: &SeatingForm) -> Markup {
    let lang = visit.lang();
    let title = texts::tables_title(lang, seated.group.name.clone());
    let note = texts::tables_note(lang, count(seated.people.len()));
    let body = html! {
        (headings::crumbs(dure_texts::forms::way(lang), &[(format!("/groups/{}", seated.group.id), seated.group.name.clone())]))
        (headings::page_head(&title, &note, html! { (buttons::print(dure_texts::forms::print(lang))) }))
        div class="no-print" { (asked(lang, seated, form)) }
        @if seated.people.len() < 2 {
            (notices::empty(Icon::Group, texts::tables_none(lang), texts::tables_none_do(lang), headings::nothing()))
        } @else {
            (met(lang, seated))
            @for (at, round) in seated.tables.rounds.iter().enumerate() { (self::round(lang, seated, at, round)) }
        }
    };
    visit.page(&title, body)
}

fn asked(lang: Lang, seated: &Seated, form: &SeatingForm) -> Markup {
    let field = |name, label, hint| Field { name, label, hint, filter: true, ..Field::default() };
    let firms: Vec<Choice> = seated
        .members
        .iter()
        .map(|(firm, name, delegate)| Choice {
            value: firm.to_string(),
            title: name.clone(),
            note: delegate.clone().unwrap_or_default(),
        })
        .collect();
    html! {
        form class="form" method="get" action="/formation/tables" {
            (forms::hidden("group", &seated.group.id.to_string()))
            div class="beside" {
                (forms::input_with_unit(&field("tables", texts::tables_count(lang), ""), Input::Number, &seated.asked.tables.to_string(), texts::unit_tables(lang)))
                (forms::input_with_unit(&field("rounds", texts::rounds_count(lang), ""), Input::Number, &seated.asked.rounds.to_string(), texts::unit_rounds(lang)))
            }
            (forms::textarea(&field("guests", texts::guests(lang), texts::guests_hint(lang)), &form.guests))
            (unfold::line(texts::absent(lang), html! {
                (choices::several(&field("absent", texts::absent_who(lang), ""), Shape::Grid, &firms, &form.absent))
            }))
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Group), texts::seat(lang))))
        }
    }
}

fn met(lang: Lang, seated: &Seated) -> Markup {
    let tables = &seated.tables;
    let repeats = i64::try_from(tables.repeats).unwrap_or(i64::MAX);
    let words = match (tables.unmet, tables.repeats) {
        (0, 0) => texts::all_met(lang).to_owned(),
        (unmet, 0) => texts::some_unmet(lang, count(unmet)),
        (unmet, _) => texts::some_again(lang, count(unmet), repeats),
    };
    let tone = if tables.repeats == 0 { Tone::Good } else { Tone::Info };
    notices::notice(
        tone,
        html! {
            p { (words) }
            @if let Some(words) = fewer(lang, seated) { p { (words) } }
        },
    )
}

/// With so few people not every table is needed.
fn fewer(lang: Lang, seated: &Seated) -> Option<String> {
    let (asked, used) = (seated.asked.tables, seated.tables.rounds.first().map_or(0, Vec::len));
    (used < asked).then(|| texts::tables_fewer(lang, count(asked), count(used)))
}

fn round(lang: Lang, seated: &Seated, at: usize, round: &[Vec<u32>]) -> Markup {
    let columns = [Column::words(texts::table(lang)), Column::words(texts::who_sits(lang))];
    let rows: Vec<Vec<Markup>> = round
        .iter()
        .enumerate()
        .map(|(number, people)| {
            let names = people.iter().filter_map(|person| seated.people.get(*person as usize));
            let names: Vec<&str> = names.map(String::as_str).collect();
            vec![html! { (texts::table_number(lang, count(number + 1))) }, html! { (names.join(" · ")) }]
        })
        .collect();
    let title = texts::round_number(lang, count(at + 1));
    headings::section(
        &format!("round-{}", at + 1),
        &title,
        tables::table(&format!("round-table-{}", at + 1), &title, &columns, &rows),
    )
}
