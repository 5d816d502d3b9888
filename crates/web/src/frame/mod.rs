//! The frame of every page: head, bar, menu, what the page has to say, foot.

mod look;
mod menu;
mod places;
mod rooms;

use dure_texts::{Lang, shell as texts};
use dure_ui::icons::{Icon, logo};
use dure_ui::{assets, badges};
use maud::{DOCTYPE, Markup, html};

use menu::Menu;

use crate::access::Viewer;
use crate::settings::Settings;

pub use look::Theme;
pub use menu::doors;
pub use places::Place;
pub use rooms::Room;

/// What the frame depends on.
pub struct Frame<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// How it shall look.
    pub theme: Theme,
    /// Where one can go.
    pub places: &'a [Place],
    /// Who is signed in.
    pub viewer: Option<&'a Viewer>,
    /// How many letters with news they have not read.
    pub unread: u64,
    /// Path and query of the page.
    pub path: &'a str,
    /// Whether this is the demo.
    pub demo: bool,
    /// Whether the page needs the whole width also for a guest; what is read or filled in does not.
    pub wide: bool,
    /// Settings of the viewer's federation.
    pub settings: &'a Settings,
}

/// A whole page; `title` is what the browser's tab says.
pub fn page(frame: &Frame<'_>, title: &str, body: Markup) -> Markup {
    let lang = frame.lang;
    let menu = frame.viewer.map(|viewer| Menu::of(lang, frame.places, viewer, frame.path, frame.settings));
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) data-theme=[look::attribute(frame.theme)] {
            (head(lang, title))
            body data-confirm-yes=(texts::yes(lang)) data-confirm-no=(texts::no(lang)) {
                a class="skip" href="#main" { (texts::skip(lang)) }
                @if frame.demo { (demo_banner(lang)) }
                (bar(frame))
                div class="frame" {
                    @if let Some(menu) = &menu { (menu.rail()) }
                    main class={ "page" @if frame.viewer.is_none() && !frame.wide { " page-narrow" } } id="main" tabindex="-1" {
                        @if let Some(menu) = &menu { (menu.tabs()) }
                        (body)
                    }
                }
                (foot(frame))
            }
        }
    }
}

fn head(lang: Lang, title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            meta name="htmx-config" content=r#"{"includeIndicatorCSS":false}"#;
            title { (title) " · " (texts::dure(lang)) }
            @if let Some(href) = assets::url("logo.svg") { link rel="icon" type="image/svg+xml" href=(href); }
            @for sheet in ["app.css", "fonts.css"] {
                @if let Some(href) = assets::url(sheet) { link rel="stylesheet" href=(href); }
            }
            @if let Some(src) = assets::url("app.js") { script type="module" src=(src) {} }
        }
    }
}

fn demo_banner(lang: Lang) -> Markup {
    html! {
        div class="banner" role="region" aria-label=(texts::demo(lang)) {
            span { (texts::demo_note(lang)) }
            a href="/personas" { (texts::demo_switch(lang)) }
        }
    }
}

fn bar(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        header class="bar" {
            a class="brand" href="/" { (logo()) span { (texts::dure(lang)) } }
            @if let Some(viewer) = frame.viewer {
                (search(lang))
                (bell(lang, frame.unread))
                (me(frame, viewer))
            } @else if !frame.path.starts_with("/sign-in") {
                a class="button bar-button" href="/sign-in" { (texts::sign_in(lang)) }
            }
        }
    }
}

fn search(lang: Lang) -> Markup {
    let label = texts::search(lang);
    html! {
        form class="bar-search" role="search" action="/search" {
            label class="unseen" for="bar-search" { (label) }
            input id="bar-search" name="q" type="search" placeholder=(texts::search_hint(lang));
            button class="icon-button" aria-label=(label) { (Icon::Search) }
        }
        a class="icon-button bar-search-link" href="/search" aria-label=(label) { (Icon::Search) }
    }
}

/// Where news waits; the number is what has not been read.
fn bell(lang: Lang, unread: u64) -> Markup {
    let label = if unread == 0 { texts::news(lang).to_owned() } else { texts::news_unread(lang, unread) };
    html! {
        a class="icon-button bar-bell" href="/inbox" aria-label=(label) title=(label) {
            (Icon::Bell)
            @if unread > 0 { span class="count" aria-hidden="true" { @if unread > 99 { "99+" } @else { (unread) } } }
        }
    }
}

fn me(frame: &Frame<'_>, viewer: &Viewer) -> Markup {
    let lang = frame.lang;
    html! {
        details class="menu me" {
            summary {
                (badges::avatar(&viewer.name))
                span class="me-name" {
                    (viewer.name) " " (viewer.title)
                    @if let Some(firm) = &viewer.firm_name { small { (firm) } }
                }
                span class="unseen" { (texts::my_menu(lang)) }
            }
            div class="menu-body" {
                (look::own(lang, viewer))
                hr;
                (look::choices(lang, frame.theme, frame.path))
                hr;
                form method="post" action="/sign-out" { button class="menu-item" { (Icon::Leave) (texts::sign_out(lang)) } }
            }
        }
    }
}

/// How the secretariat is reached, where it says so.
fn contact(lang: Lang, settings: &Settings) -> Markup {
    let dial: String = settings.phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    html! {
        @if !settings.contact().is_empty() {
            p {
                b { (texts::contact(lang)) }
                @if !settings.phone.is_empty() { " " a href={ "tel:" (dial) } { (settings.phone) } }
                @if !settings.email.is_empty() { " " a href={ "mailto:" (settings.email) } { (settings.email) } }
                @if !settings.address.is_empty() { " " (settings.address) }
            }
        }
    }
}

fn foot(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        footer class="foot" {
            div class="foot-inner" {
                p { (texts::dure_note(lang)) }
                @if frame.viewer.is_some() { (contact(lang, frame.settings)) }
                @if frame.viewer.is_none() { (look::languages(lang, frame.path)) }
            }
        }
    }
}
