//! Looking for a firm by its name.

use dure_domain::FirmId;
use dure_texts::{Lang, difficulties as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{headings, notices, rows};
use maud::{Markup, html};

/// The row to search with: where it leads, what it is for, the words of the field and of the button, what was typed.
pub fn search(action: &str, about: &str, label: &str, find: &str, typed: &str) -> Markup {
    let field = Field { name: "q", label, filter: true, ..Field::default() };
    let row = html! {
        (forms::input(&field, Input::Search, typed))
        (buttons::submit(Look::Second, Some(Icon::Search), find))
    };
    forms::filters(action, about, row)
}

/// The firms of that name, to pick one of.
pub fn found(lang: Lang, firms: &[(FirmId, String)], href: impl Fn(FirmId) -> String) -> Markup {
    if firms.is_empty() {
        return notices::empty(
            Icon::Firm,
            texts::for_none(lang),
            texts::for_none_do(lang),
            headings::nothing(),
        );
    }
    let rows: Vec<(String, &str)> = firms.iter().map(|(id, name)| (href(*id), name.as_str())).collect();
    rows::firms(&rows)
}
