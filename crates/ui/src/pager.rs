//! Turning pages and switching views; every one has an address.

use dure_texts::{Lang, forms as texts};
use maud::{Markup, html};

use super::icons::Icon;

/// The words of a pager.
pub struct PagerWords<'a> {
    /// What it is.
    pub label: &'a str,
    /// Leads one page back.
    pub before: &'a str,
    /// Leads one page on.
    pub after: &'a str,
}

impl PagerWords<'static> {
    /// The usual ones.
    pub const fn of(lang: Lang) -> Self {
        Self { label: texts::pages(lang), before: texts::page_before(lang), after: texts::page_after(lang) }
    }
}

/// Pages 1 to `last`, with gaps. Nothing if there is one page only.
pub fn pager(words: &PagerWords<'_>, page: u64, last: u64, href: impl Fn(u64) -> String) -> Markup {
    if last <= 1 {
        return super::headings::nothing();
    }
    let shown = shown_pages(page, last);
    html! {
        nav class="pager" aria-label=(words.label) {
            @if page > 1 { a href=(href(page - 1)) rel="prev" aria-label=(words.before) { (Icon::Previous) } }
            @for (at, &number) in shown.iter().enumerate() {
                @if at > 0 && shown[at - 1] + 1 < number { span class="gap" { "…" } }
                @if number == page { span aria-current="page" { (number) } }
                @else { a href=(href(number)) { (number) } }
            }
            @if page < last { a href=(href(page + 1)) rel="next" aria-label=(words.after) { (Icon::Next) } }
        }
    }
}

/// The first, the last, and those around the present one.
fn shown_pages(page: u64, last: u64) -> Vec<u64> {
    (1..=last).filter(|&number| number == 1 || number == last || number.abs_diff(page) <= 1).collect()
}

/// One view among others.
pub struct Tab<'a> {
    /// Its address.
    pub href: &'a str,
    /// Its name.
    pub words: &'a str,
    /// How many things are in it.
    pub count: Option<u64>,
    /// Whether it is the present one.
    pub here: bool,
}

/// Views of the same thing beside each other.
pub fn tabs(label: &str, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            @for tab in tabs {
                a class="tab" href=(tab.href) aria-current=[tab.here.then_some("page")] {
                    (tab.words)
                    @if let Some(count) = tab.count { span class="count count-quiet" { (count) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_around_the_present_one_are_shown() {
        assert_eq!(shown_pages(1, 14), [1, 2, 14]);
        assert_eq!(shown_pages(7, 14), [1, 6, 7, 8, 14]);
        assert_eq!(shown_pages(2, 3), [1, 2, 3]);
    }
}
