//! The files of pages, served under `/assets/`. Their names carry a hash of what is in them, so browsers keep them for
//! a year.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use dure_ui::assets;

use crate::Part;
use crate::access::{Relation, Row};
use crate::error::{Error, Result};

const SEE: Row = Row::new("assets.see", &[Relation::Anyone]);
const A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The route to the files.
pub fn part() -> Part {
    Part::default().get("/assets/{*name}", &SEE, serve)
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Result<Response> {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (file, encoding) = assets::smallest(&name, accepted).ok_or(Error::NotFound)?;
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
