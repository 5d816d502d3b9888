//! What is the reader's own in the head of a page: their pages, how pages look, the language.

use dure_texts::{Lang, shell as texts};
use dure_ui::icons::Icon;
use maud::{Markup, html};

use crate::access::Viewer;

/// How the reader wants pages to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device does.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The attribute that overrules the device, in the page's root.
pub(super) fn attribute(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::Device => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

/// The three looks, the present one pressed. `back` is where to return to.
pub(super) fn choices(lang: Lang, theme: Theme, back: &str) -> Markup {
    let looks = [
        (Theme::Device, Icon::Auto, texts::look_device(lang)),
        (Theme::Light, Icon::Light, texts::look_light(lang)),
        (Theme::Dark, Icon::Dark, texts::look_dark(lang)),
    ];
    html! {
        form method="post" action="/appearance" aria-label=(texts::look(lang)) {
            p class="menu-title" { (texts::look(lang)) }
            input type="hidden" name="back" value=(back);
            @for (look, icon, words) in looks {
                @let value = attribute(look).unwrap_or("auto");
                button class="menu-item" name="theme" value=(value) data-theme-choice=(value) aria-pressed=((look == theme).to_string()) {
                    (icon) (words)
                }
            }
        }
    }
}

/// The languages, for visitors who are not signed in; others choose on their own page.
pub(super) fn languages(lang: Lang, back: &str) -> Markup {
    html! {
        form class="cluster" method="post" action="/language" aria-label=(texts::language(lang)) {
            (Icon::Language)
            input type="hidden" name="back" value=(back);
            @for one in Lang::ALL {
                button class="button button-quiet" lang=(one.tag()) name="lang" value=(one.tag())
                    aria-pressed=((one == lang).to_string()) { (one.own_name()) }
            }
        }
    }
}

/// The person's own pages.
pub(super) fn own(lang: Lang, viewer: &Viewer) -> Markup {
    html! {
        a class="menu-item" href={ "/people/" (viewer.person) } { (Icon::Person) (texts::my_page(lang)) }
        @if let Some(firm) = viewer.firm {
            a class="menu-item" href={ "/firms/" (firm) } { (Icon::Firm) (texts::my_firm(lang)) }
        }
        a class="menu-item" href="/outbox" { (Icon::Mail) (texts::my_mail(lang)) }
        a class="menu-item" href="/account" { (Icon::Settings) (texts::my_account(lang)) }
    }
}
