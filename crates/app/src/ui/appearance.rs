//! How a visitor likes to read: light or dark, and in which language. Both are kept in cookies.

use axum::extract::Form;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use dure_texts::{Lang, shell as texts};
use maud::{Markup, html};
use serde::Deserialize;

use super::icons::Icon;
use crate::access::{Relation, Row};
use crate::shell::Part;
use crate::shell::cookies;
use crate::shell::paths::own_path;
use crate::shell::visit::{Guest, Theme};

const CHOOSE: Row = Row::new("appearance.choose", &[Relation::Anyone]);
const A_YEAR_SECS: i64 = 365 * 24 * 60 * 60;

/// The part of the choices.
pub fn part() -> Part {
    Part::default().post("/appearance", &CHOOSE, choose_theme).post("/language", &CHOOSE, choose_language)
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

#[derive(Deserialize)]
struct ThemeChoice {
    theme: String,
    #[serde(default)]
    back: String,
}

async fn choose_theme(guest: Guest, Form(choice): Form<ThemeChoice>) -> impl IntoResponse {
    let (value, age) = match choice.theme.as_str() {
        value @ ("light" | "dark") => (value, A_YEAR_SECS),
        _ => ("", 0),
    };
    let cookie = cookies::set(cookies::THEME, value, age, guest.app.config.is_https(), true);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(own_path(&choice.back)))
}

#[derive(Deserialize)]
struct LanguageChoice {
    lang: String,
    #[serde(default)]
    back: String,
}

async fn choose_language(guest: Guest, Form(choice): Form<LanguageChoice>) -> impl IntoResponse {
    let lang = Lang::from_tag(&choice.lang).unwrap_or(guest.lang());
    let cookie = cookies::set(cookies::LANG, lang.tag(), A_YEAR_SECS, guest.app.config.is_https(), false);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(own_path(&choice.back)))
}
