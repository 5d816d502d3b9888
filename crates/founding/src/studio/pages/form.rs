//! The form of a draft: from which firms, and by which rules.

use std::collections::BTreeMap;

use dure_domain::{Level, Place};
use dure_pool::Preference;
use dure_tables::drafts;
use dure_texts::{Lang, formation as texts, forms as form_texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Field, Input};
use dure_ui::{headings, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::crumbs;
use crate::studio::actions::Choices;
use crate::studio::rules::DraftForm;
use crate::studio::words::preference as preference_words;

/// An industry by which the levels are explained: plating of metal.
const EXAMPLE: &str = "25922";

/// `GET /formation/new`
pub fn new(visit: &Visit, offered: &Choices, form: &DraftForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let body = html! {
        (crumbs(lang, None))
        (headings::page_head(texts::new(lang), texts::new_note(lang), headings::nothing()))
        (faulty.summary())
        (forms::form("/formation/new", html! {
            (forms::step(1, texts::which_firms(lang), from(lang, &faulty, offered, form)))
            (forms::step(2, texts::which_rules(lang), rules(lang, &faulty, form)))
            (forms::step(3, texts::which_name(lang), html! {
                (forms::input(&faulty.optional("name", texts::name(lang), texts::name_hint(lang)), Input::Text, &form.name))
            }))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, texts::make(lang)))
                (buttons::link(Look::Quiet, "/formation", None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::new(lang), body)
}

/// `GET /formation/{id}/rules`
pub fn change(visit: &Visit, draft: &drafts::Model, form: &DraftForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let back = format!("/formation/{}", draft.id);
    let body = html! {
        (crumbs(lang, Some((draft.id, &draft.name))))
        (headings::page_head(texts::change_rules(lang), texts::change_rules_note(lang), headings::nothing()))
        (faulty.summary())
        (forms::form(&format!("{back}/rules"), html! {
            (forms::hidden("version", &form.version))
            (rules(lang, &faulty, form))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, texts::solve_by_rules(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::change_rules(lang), body)
}

fn choice(value: &str, title: impl Into<String>, note: impl Into<String>) -> Choice {
    Choice { value: value.to_owned(), title: title.into(), note: note.into() }
}

fn from(lang: Lang, faulty: &Faulty, offered: &Choices, form: &DraftForm) -> Markup {
    let outside: i64 = offered.outside.values().sum();
    let mut pools = vec![choice(
        "without_group",
        texts::pool_without_group(lang),
        texts::pool_without_group_note(lang, outside),
    )];
    if !offered.requests.is_empty() {
        pools.push(choice("request", texts::pool_request(lang), texts::pool_request_note(lang)));
    }
    pools.push(choice("groups", texts::pool_groups(lang), texts::pool_groups_note(lang)));
    let plain = |name, label, hint| Field {
        name,
        label,
        hint,
        error: faulty.of(name),
        filter: true,
        ..Field::default()
    };
    html! {
        (choices::radio(&faulty.needed("pool", texts::pool(lang), ""), Shape::Grid, &pools, Some(&form.pool)))
        div class="pool-detail pool-detail-without-group" {
            (forms::select(&plain("place", texts::place(lang), texts::place_hint(lang)), &places(lang, &offered.outside), &form.place))
        }
        @if !offered.requests.is_empty() {
            div class="pool-detail pool-detail-request" {
                (forms::select(&plain("request", texts::request(lang), ""), &requests(lang, offered), &form.request))
            }
        }
        div class="pool-detail pool-detail-groups" { (groups(lang, &plain("groups", texts::groups(lang), texts::groups_hint(lang)), offered, form)) }
    }
}

/// Provinces and cities in which firms without a group are, each with their number.
fn places(lang: Lang, outside: &BTreeMap<Option<i32>, i64>) -> Vec<(String, String)> {
    let mut counts: BTreeMap<Place, i64> = BTreeMap::new();
    for (code, firms) in outside {
        if let Some(place) = words::place_of(*code) {
            *counts.entry(place).or_default() += firms;
            if !place.is_province() {
                *counts.entry(place.province()).or_default() += firms;
            }
        }
    }
    let mut found: Vec<(Place, i64)> = counts.into_iter().collect();
    found.sort_by_key(|(place, _)| (place.province(), *place));
    let all = (String::new(), texts::everywhere(lang).to_owned());
    let option = |(place, firms): (Place, i64)| {
        (place.to_string(), texts::place_with_firms(lang, words::place_in_full(lang, place), firms))
    };
    std::iter::once(all).chain(found.into_iter().map(option)).collect()
}

fn requests(lang: Lang, offered: &Choices) -> Vec<(String, String)> {
    let none = (String::new(), texts::choose_request(lang).to_owned());
    let option = |open: &crate::studio::store::OpenRequest| {
        (open.request.id.to_string(), texts::place_with_firms(lang, open.request.title.clone(), open.firms))
    };
    std::iter::once(none).chain(offered.requests.iter().map(option)).collect()
}

fn groups(lang: Lang, field: &Field<'_>, offered: &Choices, form: &DraftForm) -> Markup {
    let choices: Vec<Choice> = offered
        .groups
        .iter()
        .map(|(group, firms)| {
            choice(&group.id.to_string(), group.name.clone(), texts::firms_many(lang, *firms))
        })
        .collect();
    choices::several(field, Shape::Grid, &choices, &form.groups)
}

fn rules(lang: Lang, faulty: &Faulty, form: &DraftForm) -> Markup {
    let measures = [
        choice("pairs", texts::measure_pairs(lang), texts::measure_pairs_note(lang)),
        choice("place", texts::measure_place(lang), texts::measure_place_note(lang)),
    ];
    html! {
        div class="beside" {
            (forms::input_with_unit(&faulty.needed("least", texts::least(lang), texts::least_hint(lang)), Input::Number, &form.least, texts::unit_firms(lang)))
            (forms::input_with_unit(&faulty.needed("most", texts::most(lang), texts::most_hint(lang)), Input::Number, &form.most, texts::unit_firms(lang)))
        }
        (choices::radio(&faulty.needed("level", texts::level(lang), texts::level_hint(lang)), Shape::Grid, &levels(lang), Some(&form.level)))
        (forms::input_with_unit(&faulty.optional("radius_km", texts::radius(lang), texts::radius_hint(lang)), Input::Number, &form.radius_km, "km"))
        (choices::radio(&faulty.needed("measure", texts::measure(lang), ""), Shape::Grid, &measures, Some(&form.measure)))
        (choices::several(&faulty.optional("prefers", texts::prefers(lang), texts::prefers_hint(lang)), Shape::Grid, &preferences(lang), &form.prefers))
    }
}

fn preferences(lang: Lang) -> Vec<Choice> {
    let one = |preference: Preference| {
        let (title, note) = preference_words(lang, preference);
        choice(preference.as_str(), title, note)
    };
    Preference::ALL.into_iter().map(one).collect()
}

fn levels(lang: Lang) -> Vec<Choice> {
    let example =
        |level: Level| EXAMPLE.parse::<dure_domain::Industry>().ok().and_then(|code| code.at(level));
    let named = |level, words: fn(Lang, String, &str) -> String| {
        let slot = example(level);
        let name = slot.map(|slot| words::industry_name(lang, slot)).unwrap_or_default();
        words(lang, slot.map(|slot| slot.to_string()).unwrap_or_default(), name)
    };
    vec![
        choice(
            "2",
            texts::level_two(lang),
            named(Level::Division, |lang, code, name| texts::level_two_note(lang, code, name)),
        ),
        choice(
            "3",
            texts::level_three(lang),
            named(Level::Group, |lang, code, name| texts::level_three_note(lang, code, name)),
        ),
        choice("5", texts::level_five(lang), texts::level_five_note(lang)),
    ]
}
