//! What the columns of a file mean, with examples; and industries that the table does not know.

use std::collections::BTreeMap;

use dure_domain::Industry;
use dure_roster::{Field, Sheet};
use dure_texts::{Lang, roster as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{forms, headings};
use maud::{Markup, html};

use super::super::reading::Reading;
use super::super::remark::RemarkKind;
use super::super::words;
use super::preview::Shown;

const EXAMPLES: usize = 3;
/// Texts of unknown industries that are offered at once.
const MOST_INDUSTRIES: usize = 60;

/// The view.
pub fn view(lang: Lang, shown: &Shown<'_>, reading: &Reading) -> Markup {
    html! {
        (headings::section("columns", texts::view_columns(lang), columns(lang, shown, reading)))
        (industries(lang, shown))
        (places(lang, shown))
    }
}

fn columns(lang: Lang, shown: &Shown<'_>, reading: &Reading) -> Markup {
    let sheet = &reading.book.sheet;
    let head = [
        Column::words(texts::column(lang)),
        Column::words(texts::meaning(lang)),
        Column::words(texts::examples(lang)),
    ];
    let rows: Vec<Vec<Markup>> = (0..sheet.width())
        .map(|column| {
            let name = name_of(lang, sheet, column);
            let shown = html! { span class="muted" { (examples(sheet, column)) } };
            vec![html! { (name) }, select(lang, column, &name, reading.mapping.field(column)), shown]
        })
        .collect();
    forms::form(
        &format!("/roster/imports/{}/columns", shown.import.id),
        html! {
            (tables::table("meanings", texts::view_columns(lang), &head, &rows))
            (forms::foot(buttons::submit(Look::Second, Some(Icon::Check), texts::columns_save(lang))))
        },
    )
}

fn name_of(lang: Lang, sheet: &Sheet, column: usize) -> String {
    let header = sheet.header.get(column).map_or("", String::as_str);
    if header.is_empty() { texts::column_unnamed(lang, column + 1) } else { header.to_owned() }
}

fn select(lang: Lang, column: usize, name: &str, chosen: Field) -> Markup {
    html! {
        select class="input" name={ "column-" (column) } aria-label=(texts::meaning_of(lang, name)) {
            @for field in Field::ALL {
                option value=(field.as_str()) selected[*field == chosen] { (words::field(lang, *field)) }
            }
        }
    }
}

fn examples(sheet: &Sheet, column: usize) -> String {
    let mut seen: Vec<String> = Vec::new();
    for row in &sheet.rows {
        let text = row.cell(column).text();
        let short: String = text.chars().take(30).collect();
        if !short.is_empty() && !seen.contains(&short) {
            seen.push(short);
        }
        if seen.len() == EXAMPLES {
            break;
        }
    }
    seen.join(" · ")
}

/// How often each text stands in rows with such a remark.
fn texts_with(shown: &Shown<'_>, is: impl Fn(&RemarkKind) -> bool) -> Vec<(String, RemarkKind, usize)> {
    let mut counted: BTreeMap<String, (RemarkKind, usize)> = BTreeMap::new();
    for remark in shown.report.remarks.iter().filter(|remark| is(&remark.kind)) {
        counted.entry(remark.original.clone()).or_insert_with(|| (remark.kind.clone(), 0)).1 += 1;
    }
    let mut list: Vec<_> = counted.into_iter().map(|(text, (kind, count))| (text, kind, count)).collect();
    list.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    list
}

fn industries(lang: Lang, shown: &Shown<'_>) -> Markup {
    let open = texts_with(shown, |kind| *kind == RemarkKind::UnknownIndustry);
    let chosen = shown.choices.industries.keys().map(|text| (text.clone(), RemarkKind::UnknownIndustry, 0));
    let all: Vec<_> = open.iter().cloned().chain(chosen).take(MOST_INDUSTRIES).collect();
    if all.is_empty() {
        return headings::nothing();
    }
    let body = forms::form(
        &format!("/roster/imports/{}/industries", shown.import.id),
        html! {
            p class="muted" { (texts::industries_note(lang)) }
            @for (at, (text, _, count)) in all.iter().enumerate() { (industry(lang, shown, at, text, *count)) }
            (forms::foot(buttons::submit(Look::Second, Some(Icon::Check), texts::industries_save(lang))))
        },
    );
    headings::section_with("industries", texts::industries(lang), Some(open.len()), headings::nothing(), body)
}

fn industry(lang: Lang, shown: &Shown<'_>, at: usize, text: &str, count: usize) -> Markup {
    let name = format!("industry-{at}");
    let label = if count == 0 { text.to_owned() } else { texts::industry_rows(lang, text, count) };
    let chosen = shown.choices.industries.get(text).cloned().unwrap_or_default();
    let mut options = vec![(String::new(), texts::industry_none(lang).to_owned())];
    let mut offered: Vec<Industry> = Industry::find(text).into_iter().map(|(industry, _)| industry).collect();
    offered.extend(chosen.parse::<Industry>().ok().filter(|code| !offered.contains(code)));
    options.extend(
        offered.iter().map(|code| (code.to_string(), format!("{code} {}", industry_name(lang, *code)))),
    );
    let field = forms::Field { name: &name, label: &label, filter: true, ..forms::Field::default() };
    html! {
        (forms::hidden(&format!("text-{at}"), text))
        (forms::select(&field, &options, &chosen))
    }
}

fn industry_name(lang: Lang, code: Industry) -> &'static str {
    if lang == Lang::En { code.name_en() } else { code.name_ko() }
}

fn places(lang: Lang, shown: &Shown<'_>) -> Markup {
    let is_place = |kind: &RemarkKind| {
        matches!(kind, RemarkKind::UnknownPlace | RemarkKind::SeveralPlaces | RemarkKind::Abroad { .. })
    };
    let all = texts_with(shown, is_place);
    if all.is_empty() {
        return headings::nothing();
    }
    let head = [
        Column::words(texts::place_text(lang)),
        Column::number(texts::place_rows(lang)),
        Column::words(texts::place_why(lang)),
    ];
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .take(super::PER_PAGE)
        .map(|(text, kind, count)| {
            vec![html! { (text) }, html! { (count) }, html! { (words::kind(lang, kind)) }]
        })
        .collect();
    let table = tables::table("place-list", texts::places(lang), &head, &rows);
    headings::section_with("places", texts::places(lang), Some(all.len()), headings::nothing(), table)
}
