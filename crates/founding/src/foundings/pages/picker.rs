//! Choosing firms in a form: those chosen stay ticked, those found can be ticked. Works by its button without
//! scripts, and while one types with them.

use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::live;
use maud::{Markup, html};

use super::{count, firm_note};
use crate::foundings::actions::{FirmLine, Picked};
use crate::foundings::rules::LEAST_FIRMS;

/// The address that answers while one types.
const WHILE_TYPING: &str = "/foundings/requests/firms";

/// The field; `error` is what was wrong with the choice.
pub fn field(lang: Lang, picked: &Picked, error: Option<&str>) -> Markup {
    html! {
        fieldset class={ "choices" @if error.is_some() { " field-wrong" } } id="firm" {
            legend { (texts::which_firms(lang)) }
            p class="hint" { (texts::which_firms_hint(lang)) }
            @if let Some(error) = error { p class="error" { (Icon::Warning) (error) } }
            (live::telling(WHILE_TYPING, "choice", html! {
                div class="field" {
                    label for="q" { (texts::search_firms(lang)) }
                    div class="buttons" {
                        input class="input" id="q" name="q" type="search" value=(picked.typed) autocomplete="off";
                        (buttons::choice(Look::Second, "do", "find", Some(Icon::Search), form_texts::find(lang)))
                    }
                }
            }))
            (live::region("choice", choice(lang, picked)))
        }
    }
}

/// What is chosen, and what was found.
pub fn choice(lang: Lang, picked: &Picked) -> Markup {
    let missing = LEAST_FIRMS.saturating_sub(picked.chosen.len());
    let status = match missing {
        0 => texts::chosen(lang, count(picked.chosen.len())),
        missing => texts::chosen_missing(lang, count(picked.chosen.len()), count(missing)),
    };
    html! {
        p { b { (status) } }
        @for line in &picked.chosen { (one(lang, line, true)) }
        @if !picked.typed.is_empty() {
            p { b { (texts::found_firms(lang, &picked.typed)) } }
            @if picked.offered.is_empty() { p class="muted" { (texts::no_firm_found(lang)) } }
            @for line in &picked.offered { (one(lang, line, false)) }
        }
    }
}

fn one(lang: Lang, line: &FirmLine, chosen: bool) -> Markup {
    let member = (!line.groups.is_empty()).then(|| texts::member_of(lang, line.groups.join(", ")));
    let notes: Vec<String> = std::iter::once(firm_note(lang, &line.firm)).chain(member).collect();
    html! {
        label class="choice" {
            input type="checkbox" name="firm" value=(line.firm.id) checked[chosen];
            span class="choice-words" { b { (line.firm.name) } small { (notes.join(" · ")) } }
        }
    }
}
