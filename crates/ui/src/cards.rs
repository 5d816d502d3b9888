//! Cards, figures and facts.

use maud::{Markup, html};

use super::icons::Icon;

/// A card around anything.
pub fn card(body: Markup) -> Markup {
    html! { div class="card" { (body) } }
}

/// A card that waits for the reader and says so with its edge.
pub fn waiting(body: Markup) -> Markup {
    html! { article class="card card-waiting" { (body) } }
}

/// What a card that opens a page shows.
pub struct LinkCard<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// Badges and small words above the heading.
    pub top: Markup,
    /// Under the heading.
    pub body: Markup,
    /// Buttons at the foot; empty for none. They keep their own targets.
    pub foot: Markup,
    /// Whether it waits for the reader.
    pub waiting: bool,
}

/// A card whose whole face opens what its heading names.
pub fn link_card(card: LinkCard<'_>) -> Markup {
    let class = if card.waiting { "card card-link card-waiting" } else { "card card-link" };
    html! {
        article class=(class) {
            @if !card.top.0.is_empty() { div class="card-top" { (card.top) } }
            h3 { a class="stretched" href=(card.href) { (card.title) } }
            (card.body)
            @if !card.foot.0.is_empty() { div class="card-foot above" { (card.foot) } }
        }
    }
}

/// The first lines of a longer text.
pub fn excerpt(text: &str) -> Markup {
    html! { p class="clamp" { (text) } }
}

/// A text as its writer broke it into lines.
pub fn prose(text: &str) -> Markup {
    html! { p class="prose" { (text) } }
}

/// A face or a sign and the words beside it: name and one small line.
pub fn who(mark: Markup, name: Markup, note: &str) -> Markup {
    html! {
        div class="who" {
            (mark)
            div { h3 { (name) } @if !note.is_empty() { p class="muted small" { (note) } } }
        }
    }
}

/// The same, at the head of a card with a badge at its end.
pub fn head(who: Markup, end: Markup) -> Markup {
    html! { div class="card-head" { (who) (end) } }
}

/// A day of the calendar as a small block: month, day of the month, weekday.
pub fn day(month: &str, day: i8, weekday: &str) -> Markup {
    html! { div class="day" { span { (month) } b { (day) } span { (weekday) } } }
}

/// One large figure.
pub struct Stat<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The number, ready to read.
    pub value: &'a str,
    /// Its unit, may be empty.
    pub unit: &'a str,
    /// The change or the base, may be empty.
    pub note: &'a str,
}

/// Large figures beside each other.
pub fn stats(stats: &[Stat<'_>]) -> Markup {
    html! {
        dl class="stats" {
            @for stat in stats {
                div class="stat" {
                    dt { (stat.label) }
                    dd {
                        span { (stat.value) @if !stat.unit.is_empty() { span class="unit" { (stat.unit) } } }
                        @if !stat.note.is_empty() { small { (stat.note) } }
                    }
                }
            }
        }
    }
}

/// Names and values. Leave out what is empty.
pub fn facts(facts: &[(String, Markup)]) -> Markup {
    html! { dl class="facts" { @for (name, value) in facts { dt { (name) } dd { (value) } } } }
}

/// Small words in a line, each with its icon.
pub fn statline(items: &[(Icon, String)]) -> Markup {
    html! { ul class="statline" { @for (icon, words) in items { li { (icon) (words) } } } }
}

/// Cards beside each other as the width allows.
pub fn grid(cards: &[Markup]) -> Markup {
    html! { div class="grid" { @for card in cards { (card) } } }
}
