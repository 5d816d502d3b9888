//! Pages of difficulties.

mod by_name;
pub mod for_whom;
pub mod form;
pub mod list;
pub mod ranking;
pub mod reasons;
pub mod show;
pub mod similar;
pub mod why_not;

use dure_texts::{Lang, difficulties as texts};
use dure_ui::badges::Tone;
use dure_ui::{headings, notices};
use maud::{Markup, html};

/// The good notice after an act, none for an unknown key.
fn done_notice(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "posted" => texts::done_posted(lang),
        "changed" => texts::done_changed(lang),
        "draft" => texts::done_draft(lang),
        "deleted" => texts::done_deleted(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}
