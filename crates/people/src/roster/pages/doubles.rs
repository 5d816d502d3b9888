//! New rows that look like a firm of the roster, side by side.

use dure_domain::{FirmId, Industry};
use dure_roster::RosterRow;
use dure_tables::firms;
use dure_texts::{Lang, roster as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{cards, forms, headings, notices};
use maud::{Markup, html};

use super::super::choices::RowChoice;
use super::super::words;
use super::preview::Shown;

/// The view: rows still undecided, and those that were decided, so that one can think again.
pub fn view(lang: Lang, shown: &Shown<'_>) -> Markup {
    let decided = shown.choices.rows.iter().map(|(row, choice)| (*row, *choice)).collect::<Vec<_>>();
    if shown.suspects.is_empty() && decided.is_empty() {
        return notices::empty(Icon::Done, texts::doubles_none(lang), "", headings::nothing());
    }
    let body = forms::form(
        &format!("/roster/imports/{}/rows", shown.import.id),
        html! {
            p class="muted" { (texts::doubles_note(lang)) }
            @for (row, firm) in super::part(shown.suspects, shown.page) { (pair(lang, row, firm)) }
            @for (row, choice) in decided.iter().filter(|(row, _)| shown.suspects.iter().all(|(one, _)| one.row != *row)) {
                (again(lang, *row, *choice))
            }
            (forms::foot(buttons::submit(Look::Second, Some(Icon::Check), texts::doubles_save(lang))))
        },
    );
    html! {
        (headings::section("doubles", texts::view_doubles(lang), body))
        (super::turn(lang, shown.page, shown.suspects.len(), |page| shown.at(page)))
    }
}

fn pair(lang: Lang, row: &RosterRow, firm: &firms::Model) -> Markup {
    let name = format!("row-{}", row.row);
    let head = [
        Column::words(texts::what(lang)),
        Column::words(texts::in_file(lang, row.row)),
        Column::words(texts::in_roster(lang)),
    ];
    let question = texts::double_question(lang, &row.firm, &firm.name);
    let rows: Vec<Vec<Markup>> = values(lang, row, firm)
        .into_iter()
        .map(|(field, one, other)| vec![html! { (field) }, html! { (one) }, html! { (other) }])
        .collect();
    cards::card(html! {
        (tables::table(&format!("pair-{}", row.row), &question, &head, &rows))
        (choices::radio(
            &forms::Field { name: &name, label: &question, ..forms::Field::default() },
            Shape::Grid,
            &answers(lang, Some(firm.id)),
            Some("new"),
        ))
    })
}

/// A row that was decided on.
fn again(lang: Lang, row: u32, choice: RowChoice) -> Markup {
    let name = format!("row-{row}");
    let (firm, chosen) = match choice {
        RowChoice::Same(firm) => (Some(firm), format!("same:{firm}")),
        RowChoice::Not(firm) => (Some(firm), format!("not:{firm}")),
        RowChoice::Skip => (None, "skip".to_owned()),
    };
    let mut options = answers(lang, firm);
    if let (RowChoice::Not(_), Some(first)) = (choice, options.first_mut()) {
        first.value.clone_from(&chosen);
        first.title = texts::not_this_firm(lang).to_owned();
    }
    let label = texts::row_number(lang, row);
    let field = forms::Field { name: &name, label: &label, ..forms::Field::default() };
    cards::card(choices::radio(&field, Shape::Grid, &options, Some(&chosen)))
}

fn answers(lang: Lang, firm: Option<FirmId>) -> Vec<Choice> {
    let choice = |value: String, title: &str| Choice { value, title: title.to_owned(), note: String::new() };
    let same = firm.map(|firm| choice(format!("same:{firm}"), texts::double_same(lang)));
    std::iter::once(choice("new".to_owned(), texts::double_new(lang)))
        .chain(same)
        .chain([choice("skip".to_owned(), texts::double_skip(lang))])
        .collect()
}

/// What both sides say, where either says something.
fn values(lang: Lang, row: &RosterRow, firm: &firms::Model) -> Vec<(&'static str, String, String)> {
    use dure_roster::Field;
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let names: Vec<&str> = row.people.iter().map(|person| person.name.as_str()).collect();
    let phones: Vec<&str> = row.phones.iter().chain(&row.mobiles).map(|phone| phone.as_str()).collect();
    let industry = |firm: &firms::Model| {
        let code: Option<Industry> = firm.industry_code.as_deref().and_then(|code| code.parse().ok());
        code.map_or_else(|| firm.industry_text.clone(), |code| code.name_ko().to_owned())
    };
    let list = [
        (Field::Firm, row.firm.clone(), firm.name.clone()),
        (
            Field::BusinessNumber,
            row.business_number.map(|number| number.to_string()).unwrap_or_default(),
            firm.business_number.as_deref().map(super::super::plan::dashed).unwrap_or_default(),
        ),
        (Field::Representative, names.join(", "), firm.representative.clone()),
        (Field::Phone, phones.join(", "), firm.phone.clone()),
        (Field::Address, some(&row.address), super::super::plan::address_text(firm).unwrap_or_default()),
        (Field::Industry, some(&row.industry), industry(firm)),
        (Field::Products, some(&row.products), firm.products.clone()),
    ];
    let told = list.into_iter().filter(|(_, one, other)| !one.is_empty() || !other.is_empty());
    told.map(|(field, one, other)| (words::field(lang, field), one, other)).collect()
}
