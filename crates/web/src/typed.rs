//! What was typed, cleaned at the door of every route, before any handler sees it: `dure_domain::typed` says what is kept.
//!
//! The query, the fields of a form and the strings of JSON all pass here, whatever reads them further in. Files pass
//! through their own readers; they are of kinds that no form has.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use dure_domain::typed;
use dure_ui::forms::has_lines;
use form_urlencoded::Serializer;
use serde_json::Value as Json;

use crate::error::{Error, Result};
use crate::limits::MOST_UPLOAD_MB;

/// The request as its handler may see it.
pub async fn cleaned(request: Request) -> Result<Request> {
    let (mut parts, body) = request.into_parts();
    parts.uri = address(parts.uri)?;
    let clean: fn(&[u8]) -> Option<Vec<u8>> = match kind(&parts.headers) {
        Kind::Form => form,
        Kind::Json => json,
        Kind::Other => return Ok(Request::from_parts(parts, body)),
    };
    let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await;
    let bytes = whole.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge(MOST_UPLOAD_MB),
        _ => Error::BadRequest(rejection.body_text()),
    })?;
    let bytes = clean(&bytes).map_or(bytes, Bytes::from);
    parts.headers.insert(header::CONTENT_LENGTH, bytes.len().into());
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

enum Kind {
    Form,
    Json,
    Other,
}

/// Wider than what the extractors take, so that nothing they read has gone by.
fn kind(headers: &HeaderMap) -> Kind {
    let kind = headers.get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_ascii_lowercase());
    let kind = String::from_utf8_lossy(kind.as_deref().unwrap_or_default()).into_owned();
    match () {
        () if kind.contains("form-urlencoded") => Kind::Form,
        () if kind.contains("json") => Kind::Json,
        () => Kind::Other,
    }
}

fn address(uri: Uri) -> Result<Uri> {
    let Some(query) = uri.query().and_then(|query| form(query.as_bytes())) else { return Ok(uri) };
    let unreadable = |_| Error::BadRequest("the address is too long".into());
    let query = String::from_utf8(query).unwrap_or_default();
    let path = format!("{}?{query}", uri.path());
    let mut parts = uri.into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(path).map_err(unreadable)?);
    Uri::from_parts(parts).map_err(|error| Error::BadRequest(error.to_string()))
}

/// The form with clean fields; none where it was clean.
fn form(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut changed = false;
    let mut clean = Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(bytes) {
        let (new_name, new_value) = (typed::one_line(&name), field(&name, &value));
        changed |= new_name != name || new_value != value;
        clean.append_pair(&new_name, &new_value);
    }
    changed.then(|| clean.finish().into_bytes())
}

/// The JSON with clean strings; none where it was clean, or is none.
fn json(bytes: &[u8]) -> Option<Vec<u8>> {
    let told: Json = serde_json::from_slice(bytes).ok()?;
    let clean = strings("", told.clone());
    if clean == told { None } else { serde_json::to_vec(&clean).ok() }
}

fn strings(name: &str, told: Json) -> Json {
    match told {
        Json::String(text) => Json::String(field(name, &text)),
        Json::Array(all) => all.into_iter().map(|one| strings(name, one)).collect(),
        Json::Object(fields) => {
            let clean =
                |(name, one): (String, Json)| (typed::one_line(&name).into_owned(), strings(&name, one));
            fields.into_iter().map(clean).collect()
        }
        other => other,
    }
}

/// A password is no text to be read: whatever is typed counts, and none is ever stored.
fn field(name: &str, value: &str) -> String {
    match name {
        "old" => value.to_owned(),
        name if name.ends_with("password") => value.to_owned(),
        "page" => page(value),
        name if has_lines(name) => typed::lines(value).into_owned(),
        _ => typed::one_line(value).into_owned(),
    }
}

/// No list has so many pages, and neither database counts rows much further.
const LAST_PAGE: u64 = 1_000_000_000;

/// The number of a page, that of the last there could be where it is beyond; what is no number is left to its reader.
fn page(value: &str) -> String {
    let digits = value.trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return typed::one_line(value).into_owned();
    }
    digits.parse().map_or(LAST_PAGE, |page: u64| page.min(LAST_PAGE)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_cleaned_by_its_kind() {
        let told = "name=%ED%95%9C%00%E2%80%AE%EB%B9%9B&problem=a%0D%0Ab%00&password=a%00+b&na%00me=x%0Ay";
        let clean = form(told.as_bytes()).unwrap();
        let clean: Vec<_> = form_urlencoded::parse(&clean).into_owned().collect();
        let pairs = [("name", "한빛"), ("problem", "a\nb"), ("password", "a\0 b"), ("name", "x y")];
        assert_eq!(clean, pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(form(b"name=a+b&problem=a%0Ab"), None);
    }

    #[test]
    fn so_is_every_string_of_json() {
        let told = r#"{"title":"a\u0000\nb","problem":"a\r\nb\u202e","tags":["\u200bc"],"deep":{"x":"\u0000","n":18446744073709551615}}"#;
        let clean = String::from_utf8(json(told.as_bytes()).unwrap()).unwrap();
        assert_eq!(
            clean,
            r#"{"deep":{"n":18446744073709551615,"x":""},"problem":"a\nb","tags":["c"],"title":"a b"}"#
        );
        assert_eq!(json(br#"{"title":"a"}"#), None);
        assert_eq!(json(br#"{"title":"\ud800"}"#), None);
    }

    #[test]
    fn a_page_beyond_all_is_the_last_there_could_be() {
        for beyond in
            ["18446744073709551615", "9223372036854775808", "99999999999999999999999999", "1000000001"]
        {
            assert_eq!(page(beyond), "1000000000");
        }
        assert_eq!((page("7"), page("many"), page("-1")), ("7".into(), "many".into(), "-1".into()));
    }

    #[test]
    fn an_address_keeps_its_path() {
        let uri = address("/firms/%00?q=%00a%0A&page=2".parse().unwrap()).unwrap();
        assert_eq!(uri, "/firms/%00?q=a+&page=2");
        let other: Uri = "/firms?q=%EC%B2%A0".parse().unwrap();
        assert_eq!(address(other.clone()).unwrap(), other);
    }
}
