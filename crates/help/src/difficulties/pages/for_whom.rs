//! Choosing the firm for which one writes.

use dure_domain::FirmId;
use dure_texts::difficulties as texts;
use dure_ui::headings;
use dure_web::Visit;
use maud::{Markup, html};

use super::by_name;
use crate::difficulties::actions::FIRMS_SHOWN;

/// The page.
pub fn page(visit: &Visit, words: &str, firms: &[(FirmId, String)]) -> Markup {
    let lang = visit.lang();
    let about = texts::for_firm(lang);
    let body = html! {
        (headings::crumbs(texts::way(lang), &[("/difficulties".into(), texts::title(lang).into())]))
        (headings::page_head(texts::for_title(lang), texts::for_subtitle(lang), headings::nothing()))
        (by_name::search("/difficulties/new/for", about, about, texts::for_search(lang), words))
        (by_name::found(lang, firms, |firm| format!("/difficulties/new?firm={firm}")))
        @if firms.len() as u64 == FIRMS_SHOWN { p class="muted" { (texts::for_more(lang)) } }
    };
    visit.page(texts::for_title(lang), body)
}
