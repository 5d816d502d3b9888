//! What a page and its sections begin with.

use maud::{Markup, PreEscaped, html};

use super::icons::Icon;

/// Nothing, where a piece of markup is asked for.
pub fn nothing() -> Markup {
    PreEscaped(String::new())
}

/// Title, one line under it (may be empty) and the acts of the whole page.
pub fn page_head(title: &str, subtitle: &str, actions: Markup) -> Markup {
    page_head_below(nothing(), title, subtitle, actions)
}

/// Like [`page_head`], with badges above the title: the state of the thing that the page is about.
pub fn page_head_below(above: Markup, title: &str, subtitle: &str, actions: Markup) -> Markup {
    html! {
        div class="page-head" {
            div class="page-head-words" {
                @if !above.0.is_empty() { div class="cluster" { (above) } }
                h1 { (title) }
                @if !subtitle.is_empty() { p class="subtitle" { (subtitle) } }
            }
            @if !actions.0.is_empty() { div class="buttons" { (actions) } }
        }
    }
}

/// The way from the top to this page, as (address, name), without the page itself.
pub fn crumbs(label: &str, way: &[(String, String)]) -> Markup {
    html! {
        nav aria-label=(label) {
            ol class="crumbs" {
                @for (href, name) in way { li { a href=(href) { (name) } } }
            }
        }
    }
}

/// A part of a page under its own heading. `id` is unique in the page.
pub fn section(id: &str, title: &str, body: Markup) -> Markup {
    section_with(id, title, None, nothing(), body)
}

/// Like [`section`], with how many there are and a link or button beside the heading.
pub fn section_with(id: &str, title: &str, count: Option<usize>, more: Markup, body: Markup) -> Markup {
    html! {
        section class="section" aria-labelledby=(id) {
            div class="section-head" {
                h2 id=(id) {
                    (title)
                    @if let Some(count) = count { " " span class="count count-quiet" { (count) } }
                }
                (more)
            }
            (body)
        }
    }
}

/// The link beside a heading that leads to all of it.
pub fn more(href: &str, words: &str) -> Markup {
    html! { a class="more" href=(href) { (words) (Icon::Next) } }
}

/// What one reads on the left, what one looks up on the right; below each other on a phone.
/// `label` names the right side for screen readers.
pub fn columns(main: Markup, label: &str, side: Markup) -> Markup {
    html! {
        div class="columns" {
            div class="stack stack-wide" { (main) }
            aside class="stack stack-wide" aria-label=(label) { (side) }
        }
    }
}
