//! What the page has to say beside its matter: notices, empty places, progress.

use maud::{Markup, html};

use super::badges::Tone;
use super::icons::Icon;

/// A notice. Screen readers read it when it has time.
pub fn notice(tone: Tone, words: Markup) -> Markup {
    html! {
        div class={ "notice notice-" (tone.name()) } role="status" {
            (sign(tone))
            div class="notice-words" { (words) }
        }
    }
}

/// Something went wrong or must be seen now; screen readers read it at once.
pub fn alert(title: &str, words: Markup) -> Markup {
    html! {
        div class="notice notice-bad" role="alert" tabindex="-1" {
            (Icon::Warning)
            div class="notice-words" { h2 class="notice-title" { (title) } (words) }
        }
    }
}

const fn sign(tone: Tone) -> Icon {
    match tone {
        Tone::Good => Icon::Done,
        Tone::Warn | Tone::Bad => Icon::Warning,
        _ => Icon::Info,
    }
}

/// Nothing here yet: what that means, and what to do (a button, or nothing).
pub fn empty(icon: Icon, title: &str, words: &str, action: Markup) -> Markup {
    html! {
        div class="empty-state" {
            (icon)
            h2 { (title) }
            @if !words.is_empty() { p { (words) } }
            (action)
        }
    }
}

/// How far something long has come. `id` is unique in the page; `reading` is what stands beside the label.
pub fn progress(id: &str, label: &str, reading: &str, done: u64, of: u64) -> Markup {
    html! {
        div class="progress" {
            div class="progress-head" { label for=(id) { (label) } span { (reading) } }
            progress id=(id) value=(done) max=(of.max(1)) {}
        }
    }
}
