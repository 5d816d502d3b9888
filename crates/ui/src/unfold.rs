//! What opens on demand, without scripts.

use maud::{Markup, html};

use super::buttons::Look;
use super::icons::Icon;

/// A line that opens a box.
pub fn line(summary: &str, body: Markup) -> Markup {
    html! {
        details class="unfold" {
            summary { span class="turn" { (Icon::Next) } (summary) }
            div class="unfold-body" { (body) }
        }
    }
}

/// A line that opens more of the same, without a box around it.
pub fn plain(summary: &str, body: Markup) -> Markup {
    html! {
        details class="unfold unfold-plain" {
            summary { span class="turn" { (Icon::Next) } (summary) }
            div class="unfold-body" { (body) }
        }
    }
}

/// A button that opens a small form. `open` when the form came back with an error.
pub fn button(look: Look, icon: Option<Icon>, words: &str, open: bool, body: Markup) -> Markup {
    html! {
        details class="unfold" open[open] {
            summary class=(look.class()) { @if let Some(icon) = icon { (icon) } (words) }
            div class="unfold-body" { (body) }
        }
    }
}
