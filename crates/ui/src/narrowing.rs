//! Fields of the search and filters above a list: none must be filled.

use maud::{Markup, html};

use super::forms::OptionGroup;
use super::icons::Icon;

/// The words to search for, wider than the rest.
pub fn words(name: &str, label: &str, value: &str) -> Markup {
    html! {
        div class="field field-wide" {
            label for=(name) { (label) }
            input class="input" id=(name) name=(name) type="search" value=(value) autocomplete="off";
        }
    }
}

/// One of several, `all` for no choice.
pub fn one_of(name: &str, label: &str, all: &str, options: &[(String, String)], chosen: &str) -> Markup {
    around(
        name,
        label,
        html! {
            option value="" { (all) }
            (listed(options, chosen))
        },
    )
}

/// Like [`one_of`], with headings between the choices.
pub fn one_of_groups(name: &str, label: &str, all: &str, groups: &[OptionGroup], chosen: &str) -> Markup {
    around(
        name,
        label,
        html! {
            option value="" { (all) }
            @for (heading, options) in groups { optgroup label=(heading) { (listed(options, chosen)) } }
        },
    )
}

/// One of several of which one always holds, such as the order of a list.
pub fn always_one(name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    around(name, label, listed(options, chosen))
}

/// Choices that a phone folds away, so that what was found is seen first; `chosen` of them hold.
pub fn folded(summary: &str, chosen: usize, fields: Markup) -> Markup {
    html! {
        details class="unfold filters-more" {
            summary {
                span class="turn" { (Icon::Next) } (summary)
                @if chosen > 0 { span class="count" { (chosen) } }
            }
            (fields)
        }
    }
}

fn around(name: &str, label: &str, options: Markup) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
            select class="input" id=(name) name=(name) { (options) }
        }
    }
}

fn listed(options: &[(String, String)], chosen: &str) -> Markup {
    html! { @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } } }
}
