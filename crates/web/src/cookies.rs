//! The few cookies of Dure: the session, and how a visitor likes to read.

use axum::http::{HeaderMap, HeaderValue, header};

/// Holds the session's token.
pub const SESSION: &str = "dure_session";
/// Holds the language of a visitor who is not signed in.
pub const LANG: &str = "dure_lang";
/// Holds `light` or `dark`; absent, the device decides.
pub const THEME: &str = "dure_theme";

/// The value of a cookie in the request.
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A `Set-Cookie` value. `script` cookies may be read by our own scripts (the theme alone).
pub fn set(name: &str, value: &str, max_age_secs: i64, https: bool, script: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    let http_only = if script { "" } else { "; HttpOnly" };
    let text = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={max_age_secs}{http_only}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
