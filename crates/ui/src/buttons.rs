//! Buttons and links that look like them. A link leads somewhere; a button sends a form.

use maud::{Markup, html};

use super::icons::Icon;

/// How much a button stands out. One [`Look::Main`] in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The act that the page is for.
    Main,
    /// Other acts.
    Second,
    /// Ways out, small acts.
    Quiet,
    /// What cannot be taken back.
    Danger,
}

impl Look {
    /// Classes of this look.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Second => "button button-second",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A link to a page, looking like a button.
pub fn link(look: Look, href: &str, icon: Option<Icon>, words: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { @if let Some(icon) = icon { (icon) } (words) } }
}

/// Sends the form that it stands in.
pub fn submit(look: Look, icon: Option<Icon>, words: &str) -> Markup {
    html! { button class=(look.class()) { @if let Some(icon) = icon { (icon) } (words) } }
}

/// Sends the form that it stands in, saying which of its buttons was pressed.
pub fn choice(look: Look, name: &str, value: &str, icon: Option<Icon>, words: &str) -> Markup {
    html! { button class=(look.class()) name=(name) value=(value) { @if let Some(icon) = icon { (icon) } (words) } }
}

/// A form of one button: one act by one tap.
pub fn post(action: &str, look: Look, icon: Option<Icon>, words: &str) -> Markup {
    html! { form method="post" action=(action) { (submit(look, icon, words)) } }
}

/// Like [`post`]; asks `question` first where scripts run.
pub fn post_confirmed(action: &str, look: Look, icon: Option<Icon>, words: &str, question: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            button class=(look.class()) data-confirm=(question) { @if let Some(icon) = icon { (icon) } (words) }
        }
    }
}

/// A form whose few buttons are the answers to one question: (value, icon, words), the first as
/// wide as a phone; it stands out where `main` says that nothing else on the page does.
pub fn answers(action: &str, name: &str, main: bool, answers: &[(&str, Option<Icon>, String)]) -> Markup {
    html! {
        form class="buttons buttons-fill" method="post" action=(action) {
            @for (at, (value, icon, words)) in answers.iter().enumerate() {
                @let class = match at {
                    0 if main => "button",
                    0 => "button button-second",
                    _ => "button button-second button-part",
                };
                button class=(class) name=(name) value=(value) { @if let Some(icon) = icon { (icon) } (words) }
            }
        }
    }
}

/// Copies `text`; then reads `done` for a moment. Only where scripts run.
pub fn copy(text: &str, words: &str, done: &str) -> Markup {
    html! {
        button type="button" class="button button-second scripted" data-copy=(text) data-copied=(done) {
            (Icon::Copy) span data-copy-words { (words) }
        }
    }
}

/// Opens the print dialog. Only where scripts run.
pub fn print(words: &str) -> Markup {
    html! { button type="button" class="button button-second scripted" data-print { (Icon::Print) (words) } }
}
