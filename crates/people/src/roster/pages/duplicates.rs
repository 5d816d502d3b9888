//! Firms that stand twice: the list of pairs, and two firms side by side.

use std::collections::HashMap;

use dure_domain::FirmId;
use dure_tables::firms;
use dure_texts::{Lang, roster as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{cards, forms, headings, notices};
use dure_web::Visit;
use maud::{Markup, html};

use super::super::duplicates::{Pair, VALUES, Value, Why};
use super::super::export::industry_name;
use super::super::words;
use crate::roster::actions::Side;

/// The list.
pub fn list(visit: &Visit, pairs: &[Pair], firms: &[firms::Model], page: u64, done: &str) -> Markup {
    let lang = visit.lang();
    let by_id: HashMap<FirmId, &firms::Model> = firms.iter().map(|firm| (firm.id, firm)).collect();
    let shown: Vec<Markup> = super::part(pairs, page)
        .iter()
        .filter_map(|pair| card(lang, pair, by_id.get(&pair.one)?, by_id.get(&pair.other)?))
        .collect();
    let body = html! {
        (super::crumbs(lang, &[]))
        (headings::page_head(texts::duplicates(lang), texts::duplicates_subtitle(lang), headings::nothing()))
        (done_notice(lang, done))
        @if pairs.is_empty() {
            (notices::empty(Icon::Done, texts::duplicates_none(lang), texts::duplicates_none_do(lang), headings::nothing()))
        } @else {
            div class="stack" { @for card in shown { (card) } }
            (super::turn(lang, page, pairs.len(), |page| format!("/roster/duplicates?page={page}")))
        }
    };
    visit.page(texts::duplicates(lang), body)
}

fn done_notice(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "merged" => texts::merged(lang),
        "different" => texts::different_kept(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

fn card(lang: Lang, pair: &Pair, one: &firms::Model, other: &firms::Model) -> Option<Markup> {
    let href = format!("/roster/duplicates/pair?one={}&other={}", pair.one, pair.other);
    let why = match pair.why {
        Why::Number => texts::why_number(lang),
        Why::Name => texts::why_name(lang),
        Why::Shared => texts::why_shared(lang),
        Why::Similar => texts::why_similar(lang),
    };
    Some(cards::card(html! {
        div class="card-top" { (badges::badge(Tone::Warn, None, why)) }
        div class="grid" { (brief(one)) (brief(other)) }
        div class="card-foot" { (buttons::link(Look::Second, &href, None, texts::compare(lang))) }
    }))
}

fn brief(firm: &firms::Model) -> Markup {
    let place = super::super::plan::address_text(firm).unwrap_or_default();
    let facts = [
        firm.business_number.as_deref().map(super::super::plan::dashed).unwrap_or_default(),
        firm.representative.clone(),
        firm.phone.clone(),
        place,
        industry_name(firm),
    ];
    let told: Vec<String> = facts.into_iter().filter(|text| !text.is_empty()).collect();
    html! {
        div {
            h3 { a href={ "/firms/" (firm.id) } { (firm.name) } }
            p class="muted small" { (told.join(" · ")) }
        }
    }
}

/// Two firms side by side.
pub fn pair(visit: &Visit, one: &Side, other: &Side) -> Markup {
    let lang = visit.lang();
    let way = [("/roster/duplicates".to_owned(), texts::duplicates(lang).to_owned())];
    let body = html! {
        (super::crumbs(lang, &way))
        (headings::page_head(texts::compare_title(lang), &format!("{} · {}", one.firm.name, other.firm.name), headings::nothing()))
        (headings::section("hangs", texts::hangs(lang), hangs(lang, one, other)))
        (merge_form(lang, one, other))
        (different_form(lang, one, other))
    };
    visit.page(texts::compare_title(lang), body)
}

fn hangs(lang: Lang, one: &Side, other: &Side) -> Markup {
    let head = [
        Column::words(texts::what(lang)),
        Column::number(one.firm.name.clone()),
        Column::number(other.firm.name.clone()),
    ];
    let (a, b) = (one.hanging, other.hanging);
    let counts = [
        (texts::count_people(lang), a.people, b.people),
        (texts::count_memberships(lang), a.memberships, b.memberships),
        (texts::count_resources(lang), a.resources, b.resources),
        (texts::count_difficulties(lang), a.difficulties, b.difficulties),
        (texts::count_asks(lang), a.asks, b.asks),
        (texts::count_gave(lang), a.give_and_take, b.give_and_take),
        (texts::count_cases(lang), a.cases, b.cases),
    ];
    let rows: Vec<Vec<Markup>> =
        counts.iter().map(|(name, a, b)| vec![html! { (name) }, html! { (a) }, html! { (b) }]).collect();
    tables::table("hanging", texts::hangs(lang), &head, &rows)
}

fn merge_form(lang: Lang, one: &Side, other: &Side) -> Markup {
    let (first, second) = (&one.firm, &other.firm);
    let keep = [first, second].map(|firm| Choice {
        value: firm.id.to_string(),
        title: firm.name.clone(),
        note: firm.business_number.as_deref().map(super::super::plan::dashed).unwrap_or_default(),
    });
    let chosen = if heavier(other, one) { second } else { first };
    let field = forms::Field { name: "keep", label: texts::keep_question(lang), ..forms::Field::default() };
    let body = forms::form(
        "/roster/duplicates/merge",
        html! {
            (forms::hidden("one", &first.id.to_string()))
            (forms::hidden("other", &second.id.to_string()))
            (forms::hidden("one_version", &first.version.to_string()))
            (forms::hidden("other_version", &second.version.to_string()))
            (choices::radio(&field, Shape::Grid, &keep, Some(&chosen.id.to_string())))
            @for value in VALUES { (which(lang, value, first, second, chosen.id == first.id)) }
            (forms::foot(html! {
                button class=(Look::Danger.class()) data-confirm=(texts::merge_question(lang)) { (texts::merge(lang)) }
                p class="muted small" { (texts::merge_note(lang)) }
            }))
        },
    );
    headings::section("merge", texts::merge(lang), body)
}

/// The firm on which more hangs is the one to keep.
fn heavier(one: &Side, other: &Side) -> bool {
    let weight = |side: &Side| {
        let hanging = side.hanging;
        (
            hanging.difficulties + hanging.give_and_take + hanging.asks + hanging.cases,
            hanging.memberships,
            hanging.people,
        )
    };
    weight(one) > weight(other)
}

/// A choice, where both firms say something and not the same.
fn which(lang: Lang, value: &Value, one: &firms::Model, other: &firms::Model, first: bool) -> Markup {
    let (a, b) = ((value.shown)(one), (value.shown)(other));
    if a.is_empty() || b.is_empty() || a == b {
        return headings::nothing();
    }
    let label = texts::which_value(lang, words::field(lang, value.field));
    let name = format!("value-{}", value.word);
    let choice = |value: &str, title: String| Choice { value: value.to_owned(), title, note: String::new() };
    let field = forms::Field { name: &name, label: &label, ..forms::Field::default() };
    let chosen = if first { "one" } else { "other" };
    choices::radio(&field, Shape::Grid, &[choice("one", a), choice("other", b)], Some(chosen))
}

fn different_form(lang: Lang, one: &Side, other: &Side) -> Markup {
    html! {
        form method="post" action="/roster/duplicates/different" {
            (forms::hidden("one", &one.firm.id.to_string()))
            (forms::hidden("other", &other.firm.id.to_string()))
            (buttons::submit(Look::Second, None, texts::different(lang)))
        }
    }
}
