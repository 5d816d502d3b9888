//! Parts of a page that follow what one types. Without scripts they are filled when the page is loaded.

use maud::{Markup, html};

/// Like [`asking`], sending these fields alone: for a part of a long form.
pub fn asking_alone(url: &str, target: &str, fields: Markup) -> Markup {
    html! {
        div class="stack" hx-get=(url) hx-trigger="input delay:600ms" hx-include="this" hx-sync="this:replace" hx-target={ "#" (target) } {
            (fields)
        }
    }
}

/// Where answers appear; screen readers read them when they have time.
pub fn region(id: &str, body: Markup) -> Markup {
    html! { div class="stack" id=(id) aria-live="polite" { (body) } }
}

/// Like [`asking`], sent by POST: for texts that are long, or too private for an address.
pub fn telling(url: &str, target: &str, fields: Markup) -> Markup {
    html! {
        div class="stack" hx-post=(url) hx-trigger="input delay:600ms" hx-include="closest form" hx-sync="this:replace" hx-target={ "#" (target) } {
            (fields)
        }
    }
}
