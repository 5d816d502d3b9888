//! The files of `ui/`, built by the build script, embedded in the binary and served under
//! `/assets/`. Their names carry a hash of what is in them, so browsers keep them for a year.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::access::{Relation, Row};
use crate::error::{Error, Result};
use crate::shell::Part;

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/ui"]
struct Bundle;

const SEE: Row = Row::new("assets.see", &[Relation::Anyone]);
const A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Address of each file by the name that the program knows it by. Empty where the binary was built
/// without npm; pages are plain then.
static ADDRESSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let manifest = Bundle::get("manifest.json").map(|file| file.data).unwrap_or_default();
    let names: HashMap<String, String> = serde_json::from_slice(&manifest).unwrap_or_default();
    names.into_iter().map(|(logical, name)| (logical, format!("/assets/{name}"))).collect()
});

/// Where a file of `ui/` is served: `url("app.css")`.
pub fn url(logical: &str) -> Option<&'static str> {
    ADDRESSES.get(logical).map(String::as_str)
}

/// The route to the files.
pub fn part() -> Part {
    Part::default().get("/assets/{*name}", &SEE, serve)
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Result<Response> {
    let (file, encoding) = best(&name, &headers).ok_or(Error::NotFound)?;
    let mut response = file.data.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&name)));
    answer.insert(header::CACHE_CONTROL, A_YEAR);
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Ok(response)
}

/// The smallest form of the file that the browser takes.
fn best(name: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |encoding: &str| {
        accepted.split(',').any(|part| part.split(';').next().is_some_and(|word| word.trim() == encoding))
    };
    let packed = |(encoding, ending): (&'static str, &str)| {
        let file = takes(encoding).then(|| Bundle::get(&format!("{name}{ending}"))).flatten()?;
        Some((file, Some(encoding)))
    };
    [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(packed).or_else(|| Some((Bundle::get(name)?, None)))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_form_that_it_takes() {
        let Some(address) = url("app.css") else { return };
        let name = address.trim_start_matches("/assets/");
        let mut headers = HeaderMap::new();
        assert_eq!(best(name, &headers).and_then(|(_, encoding)| encoding), None);
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, deflate, br;q=0.9"));
        assert_eq!(best(name, &headers).and_then(|(_, encoding)| encoding), Some("br"));
        assert!(best("../Cargo.toml", &headers).is_none());
    }

    #[test]
    fn every_address_leads_to_a_file() {
        for address in ADDRESSES.values() {
            assert!(Bundle::get(address.trim_start_matches("/assets/")).is_some(), "{address}");
        }
    }
}
