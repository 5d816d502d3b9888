//! Giving an office.

use dure_tables::people;
use dure_texts::{forms as form_texts, groups as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::{headings, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use dure_web::names;
use maud::{Markup, html};

use crate::groups::actions::Appointing;
use crate::groups::rules::{OFFICES, OfficeForm};

/// The page.
pub fn page(visit: &Visit, appointing: &Appointing, form: &OfficeForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let group = &appointing.group;
    let back = format!("/groups/{}#offices", group.id);
    let offices: Vec<Choice> = OFFICES
        .iter()
        .map(|office| Choice {
            value: office.to_string(),
            title: words::office(lang, *office).to_owned(),
            note: String::new(),
        })
        .collect();
    let named = |people: &[people::Model]| -> Vec<(String, String)> {
        people.iter().map(|one| (one.id.to_string(), names::titled(one))).collect()
    };
    let people = [
        (texts::of_members(lang).to_owned(), named(&appointing.members)),
        (texts::of_others(lang).to_owned(), named(&appointing.special)),
    ];
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), group.name.clone())]))
        (headings::page_head(texts::appoint(lang), texts::appoint_note(lang), headings::nothing()))
        (faulty.summary())
        (forms::form(&format!("/groups/{}/offices/new", group.id), html! {
            (choices::radio(&faulty.needed("office", texts::office(lang), ""), Shape::Grid, &offices, Some(&form.office)))
            @if faulty.of("instead").is_some() { (choices::tick("instead", texts::instead(lang), false)) }
            (forms::select_grouped(&faulty.needed("person", texts::who(lang), ""), ("", form_texts::pick(lang)), &people, &form.person))
            p { a href="/people/new" { (texts::new_person(lang)) } }
            (forms::input(&faulty.optional("since", texts::from(lang), ""), Input::Day, &form.since))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, texts::appoint(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::appoint(lang), body)
}
