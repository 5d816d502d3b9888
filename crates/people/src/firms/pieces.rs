//! Pieces of a firm's page: what the register says of it. The page is put together in `overview`.

use dure_domain::PersonId;
use dure_tables::people;
use dure_texts::{Lang, firms as texts, forms as form_texts};
use dure_ui::badges::{self, Tone};
use dure_ui::icons::Icon;
use dure_ui::{cards, contacts, headings, notices, rows, words};
use maud::{Markup, html};

use super::actions::Portrait;
pub use super::pages::industry_words;

/// What was done before this page.
pub fn done_notice(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "saved" => form_texts::saved(lang),
        "created" => texts::done_created(lang),
        "shared" => texts::done_shared(lang),
        "unshared" => texts::done_unshared(lang),
        "person" => texts::done_person(lang),
        "person_left" => texts::done_person_left(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

/// How to reach it.
pub fn contact(lang: Lang, portrait: &Portrait) -> Markup {
    let firm = &portrait.firm;
    let mut facts: Vec<(String, Markup)> = Vec::new();
    let mut add = |name: &str, value: &str, shown: fn(&str) -> Markup| {
        if !value.trim().is_empty() {
            facts.push((name.to_owned(), shown(value)));
        }
    };
    add(form_texts::phone(lang), &firm.phone, contacts::phone);
    add(form_texts::email(lang), &firm.email, contacts::email);
    add(form_texts::website(lang), &firm.website, contacts::website);
    add(form_texts::fax(lang), &firm.fax, |text| html! { (text) });
    add(form_texts::address(lang), &firm.address, |text| html! { (text) });
    if facts.is_empty() {
        return headings::nothing();
    }
    headings::section("contact", texts::contact(lang), cards::card(cards::facts(&facts)))
}

/// Its people; `may_add` where the viewer may add one.
pub fn people(lang: Lang, portrait: &Portrait, may_add: bool) -> Markup {
    let hrefs: Vec<String> = portrait.people.iter().map(|person| format!("/people/{}", person.id)).collect();
    let list: Vec<rows::Row<'_>> = portrait
        .people
        .iter()
        .zip(&hrefs)
        .map(|(person, href)| rows::Row {
            href,
            title: &person.name,
            note: html! { (person.title) },
            before: badges::avatar(&person.name),
            end: role(lang, portrait, person),
        })
        .collect();
    let add = if may_add {
        headings::more(&format!("/firms/{}/people/new", portrait.firm.id), texts::add_person(lang))
    } else {
        headings::nothing()
    };
    if list.is_empty() && !may_add {
        return headings::nothing();
    }
    let body = if list.is_empty() {
        html! { p class="muted" { (texts::no_people(lang)) } }
    } else {
        rows::rows(&list)
    };
    headings::section_with("people", texts::people(lang), None, add, body)
}

fn role(lang: Lang, portrait: &Portrait, person: &people::Model) -> Markup {
    let is = |one: Option<PersonId>| one == Some(person.id);
    if portrait.ties.iter().any(|(tie, _)| is(tie.delegate_id)) {
        return badges::badge(Tone::Primary, None, dure_texts::words::delegate(lang));
    }
    if portrait.ties.iter().any(|(tie, _)| is(tie.deputy_id)) {
        return badges::badge(Tone::Line, None, dure_texts::words::deputy(lang));
    }
    headings::nothing()
}

/// Its groups.
pub fn groups(lang: Lang, portrait: &Portrait) -> Markup {
    if portrait.ties.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> =
        portrait.ties.iter().map(|(tie, _)| format!("/groups/{}", tie.group_id)).collect();
    let list: Vec<rows::Row<'_>> = portrait
        .ties
        .iter()
        .zip(&hrefs)
        .map(|((tie, name), href)| rows::Row {
            href,
            title: name,
            note: html! { @if let Some(day) = tie.joined_on { (texts::since(lang, words::date(lang, day))) } },
            before: html! { (Icon::Group) },
            end: headings::nothing(),
        })
        .collect();
    headings::section("groups", texts::groups(lang), rows::rows(&list))
}

/// What was solved with it.
pub fn cases(lang: Lang, portrait: &Portrait) -> Markup {
    if portrait.cases.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> = portrait.cases.iter().map(|row| format!("/knowledge/{}", row.id)).collect();
    let list: Vec<rows::Row<'_>> = portrait
        .cases
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| rows::Row {
            href,
            title: &row.title,
            note: html! {
                @if row.helper_firm_id == Some(portrait.firm.id) { (texts::case_helped(lang)) } @else { (texts::case_had(lang)) }
            },
            before: html! { (Icon::Knowledge) },
            end: headings::nothing(),
        })
        .collect();
    headings::section_with(
        "cases",
        texts::cases(lang),
        Some(list.len()),
        headings::nothing(),
        rows::rows(&list),
    )
}

/// What it is.
pub fn facts(lang: Lang, portrait: &Portrait) -> Markup {
    let firm = &portrait.firm;
    let mut facts: Vec<(String, Markup)> = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            facts.push((name.to_owned(), html! { (value) }));
        }
    };
    let official = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
    let coded =
        official.zip(firm.industry_code.as_deref()).map(|(name, code)| texts::coded(lang, name, code));
    add(texts::representative(lang), Some(firm.representative.clone()));
    add(texts::industry(lang), coded);
    add(texts::does(lang), Some(firm.industry_text.clone()));
    add(texts::products(lang), Some(firm.products.clone()));
    add(texts::place(lang), words::place_of(firm.place_code).map(|place| words::place_in_full(lang, place)));
    add(texts::founded(lang), firm.founded_on.map(|day| words::date(lang, day)));
    add(
        texts::employees(lang),
        firm.employees.map(|count| dure_texts::words::people(lang, i64::from(count))),
    );
    if portrait.may_edit {
        add(texts::business_number(lang), firm.business_number.as_deref().map(dashed));
        add(texts::revenue(lang), firm.revenue_won.map(|won| words::won(lang, won)));
        add(texts::motive(lang), firm.motive.map(|motive| words::motive(lang, motive).to_owned()));
        add(texts::notes(lang), Some(firm.notes.clone()));
    }
    if facts.is_empty() {
        return headings::nothing();
    }
    headings::section("facts", texts::facts(lang), cards::card(cards::facts(&facts)))
}

fn dashed(number: &str) -> String {
    number
        .parse::<dure_domain::BusinessNumber>()
        .map_or_else(|_| number.to_owned(), |number| number.to_string())
}
