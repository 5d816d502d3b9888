//! A firm's page: who they are, how to reach them, what they can do and what they need.

use dure_domain::PersonId;
use dure_tables::people;
use dure_texts::{Lang, firms as texts, forms as form_texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, contacts, headings, notices, rows, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::industry_words;
use crate::features::firms::actions::Portrait;
use crate::features::{formation, resources};

/// The page; `ledger` is what the firm gave and took.
pub fn page(visit: &Visit, portrait: &Portrait, ledger: Markup, done: &str) -> Markup {
    let lang = visit.lang();
    let firm = &portrait.firm;
    let main = html! {
        (prose("offers", texts::offers(lang), &firm.offers))
        (prose("needs", texts::needs(lang), &firm.needs))
        (resources::section(visit, firm.id, &portrait.resources, portrait.may_edit))
        (difficulties(lang, portrait))
        (cases(lang, portrait))
        (ledger)
    };
    let side = html! {
        (contact(lang, portrait))
        (people_section(lang, portrait))
        (groups(lang, portrait))
        (facts(lang, portrait))
    };
    let industry = industry_words(lang, firm.industry_code.as_deref(), &firm.industry_text);
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/firms".into(), texts::directory(lang).into())]))
        (headings::page_head_below(above(lang, portrait), &firm.name, &industry, acts(visit, portrait)))
        (done_notice(lang, done))
        (headings::columns(main, texts::side(lang), side))
    };
    visit.page(&firm.name, body)
}

fn above(lang: Lang, portrait: &Portrait) -> Markup {
    let place = words::place_of(portrait.firm.place_code).map(|place| words::place(lang, place));
    html! {
        @if portrait.firm.left_at.is_some() { (badges::badge(Tone::Warn, Some(Icon::Leave), texts::left(lang))) }
        @for (tie, name) in &portrait.ties {
            a href={ "/groups/" (tie.group_id) } { (badges::badge(Tone::Primary, Some(Icon::Group), name)) }
        }
        @if let Some(place) = place { (badges::badge(Tone::Line, Some(Icon::Place), place)) }
    }
}

fn acts(visit: &Visit, portrait: &Portrait) -> Markup {
    let lang = visit.lang();
    let own = visit.viewer.firm == Some(portrait.firm.id);
    html! {
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/firms/{}/edit", portrait.firm.id), Some(Icon::Edit), form_texts::edit(lang)))
        }
        (buttons::print(form_texts::print(lang)))
        @if portrait.ties.is_empty() && portrait.firm.left_at.is_none() { (formation::of_firm(visit, portrait.firm.id)) }
        @if !own && portrait.firm.left_at.is_none() {
            (buttons::link(Look::Main, &format!("/difficulties/new?ask=firm:{}", portrait.firm.id), Some(Icon::Send), texts::ask(lang)))
        }
    }
}

fn done_notice(lang: Lang, done: &str) -> Markup {
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

fn prose(id: &str, title: &str, text: &str) -> Markup {
    match text.trim() {
        "" => headings::nothing(),
        text => headings::section(id, title, cards::card(cards::prose(text))),
    }
}

fn difficulties(lang: Lang, portrait: &Portrait) -> Markup {
    if portrait.difficulties.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> =
        portrait.difficulties.iter().map(|row| format!("/difficulties/{}", row.id)).collect();
    let list: Vec<rows::Row<'_>> = portrait
        .difficulties
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| rows::Row {
            href,
            title: &row.title,
            note: html! { (words::need(lang, row.need)) },
            before: html! { (Icon::Difficulty) },
            end: badges::difficulty(
                row.status,
                row.outcome,
                words::difficulty(lang, row.status, row.outcome),
            ),
        })
        .collect();
    headings::section_with(
        "open",
        texts::open(lang),
        Some(list.len()),
        headings::nothing(),
        rows::rows(&list),
    )
}

fn cases(lang: Lang, portrait: &Portrait) -> Markup {
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

fn contact(lang: Lang, portrait: &Portrait) -> Markup {
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

fn people_section(lang: Lang, portrait: &Portrait) -> Markup {
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
    let add = match portrait.may_add {
        true => headings::more(&format!("/firms/{}/people/new", portrait.firm.id), texts::add_person(lang)),
        false => headings::nothing(),
    };
    if list.is_empty() && !portrait.may_add {
        return headings::nothing();
    }
    let body = match list.is_empty() {
        true => html! { p class="muted" { (texts::no_people(lang)) } },
        false => rows::rows(&list),
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

fn groups(lang: Lang, portrait: &Portrait) -> Markup {
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

fn facts(lang: Lang, portrait: &Portrait) -> Markup {
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
