//! Choosing the firm for which one writes.

use dure_domain::FirmId;
use dure_texts::difficulties as texts;
use maud::{Markup, html};

use crate::features::difficulties::actions::FIRMS_SHOWN;
use crate::shell::Visit;
use crate::ui::buttons::{self, Look};
use crate::ui::forms::{self, Field, Input};
use crate::ui::icons::Icon;
use crate::ui::{headings, notices, rows};

/// The page.
pub fn page(visit: &Visit, words: &str, firms: &[(FirmId, String)]) -> Markup {
    let lang = visit.lang();
    let rows: Vec<(String, &str)> =
        firms.iter().map(|(id, name)| (format!("/difficulties/new?firm={id}"), name.as_str())).collect();
    let field = Field { name: "q", label: texts::for_firm(lang), filter: true, ..Field::default() };
    let body = html! {
        (headings::crumbs(texts::way(lang), &[("/difficulties".into(), texts::title(lang).into())]))
        (headings::page_head(texts::for_title(lang), texts::for_subtitle(lang), headings::nothing()))
        (forms::filters("/difficulties/new/for", texts::for_firm(lang), html! {
            (forms::input(&field, Input::Search, words))
            (buttons::submit(Look::Second, Some(Icon::Search), texts::for_search(lang)))
        }))
        @if firms.is_empty() {
            (notices::empty(Icon::Firm, texts::for_none(lang), texts::for_none_do(lang), headings::nothing()))
        } @else {
            (rows::firms(&rows))
            @if firms.len() as u64 == FIRMS_SHOWN { p class="muted" { (texts::for_more(lang)) } }
        }
    };
    visit.page(texts::for_title(lang), body)
}
