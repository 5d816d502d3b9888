//! A group's page: who is in it, who leads it, when and where it meets.

use dure_founding::studio;
use dure_people::groups::actions::Portrait;
use dure_people::groups::pieces;
use dure_texts::{forms as form_texts, groups as texts};
use dure_ui::{headings, words};
use dure_web::Visit;
use maud::{Markup, html};

/// The page; `meetings` are those to come.
pub fn page(visit: &Visit, portrait: &Portrait, meetings: Markup, done: &str) -> Markup {
    let lang = visit.lang();
    let group = &portrait.group;
    let place = words::place_of(group.place_code).map(|place| words::place_in_full(lang, place));
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/groups".into(), texts::title(lang).into())]))
        (headings::page_head(&group.name, place.as_deref().unwrap_or_default(), pieces::acts(lang, portrait)))
        (pieces::done_notice(lang, done))
        (pieces::members(lang, portrait))
        (studio::of_group(visit, group))
        (headings::columns(
            html! { (meetings) (pieces::charter(lang, portrait)) },
            texts::side(lang),
            html! { (pieces::offices(lang, portrait)) (pieces::facts(lang, portrait)) },
        ))
    };
    visit.page(&group.name, body)
}
