//! Somebody else has changed what a form shows, while it was being filled in.

use dure_texts::{Lang, forms as texts};
use maud::{Markup, html};

use super::{cards, notices};

/// Says so, and what is stored now where it differs from what was typed: (label, typed, stored).
pub fn overtaken(lang: Lang, fields: &[(&str, &str, &str)]) -> Markup {
    let shown = |text: &str| if text.is_empty() { texts::nothing(lang).to_owned() } else { text.to_owned() };
    let differing: Vec<(String, Markup)> = fields
        .iter()
        .filter(|(_, typed, stored)| typed != stored)
        .map(|(label, _, stored)| ((*label).to_owned(), html! { (shown(stored)) }))
        .collect();
    notices::alert(
        texts::changed_meanwhile(lang),
        html! {
            p { (texts::changed_meanwhile_note(lang)) }
            @if !differing.is_empty() {
                p { b { (texts::stored_now(lang)) } }
                (cards::facts(&differing))
            }
        },
    )
}
