//! How a visitor likes to read: light or dark, and in which language. Both are kept in cookies.

use axum::extract::Form;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use dure_texts::Lang;
use serde::Deserialize;

use crate::access::{Relation, Row};
use crate::paths::own_path;
use crate::{Guest, Part, cookies};

const CHOOSE: Row = Row::new("appearance.choose", &[Relation::Anyone]);
const A_YEAR_SECS: i64 = 365 * 24 * 60 * 60;

/// The part of the choices.
pub fn part() -> Part {
    Part::default().post("/appearance", &CHOOSE, choose_theme).post("/language", &CHOOSE, choose_language)
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
