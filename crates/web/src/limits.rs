//! Limits of one request: its size, its time; and what becomes of a handler that panics.

use std::any::Any;
use std::time::Duration;

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::StreamExt;

use crate::error::{Error, Result};

/// The largest file that may be sent to the server, in megabytes.
pub const MOST_UPLOAD_MB: u64 = 20;
/// What a form says around a file of that size.
const AROUND: u64 = 500_000;
const MOST_UPLOAD: u64 = MOST_UPLOAD_MB * 1_000_000 + AROUND;
/// So much of an oversized file is taken in and thrown away, so that the browser reads our answer;
/// it would not while it is still sending.
const MOST_THROWN_AWAY: u64 = 200 * 1_000_000;
/// Longer than any honest request, slow uploads included.
const PATIENCE: Duration = Duration::from_secs(300);

/// Refuses a body that says of itself that it is too large.
pub async fn size(request: Request, next: Next) -> Result<Response> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length: u64 = length.and_then(|value| value.to_str().ok()?.parse().ok()).unwrap_or_default();
    if length <= MOST_UPLOAD {
        return Ok(next.run(request).await);
    }
    let mut pieces = request.into_body().into_data_stream();
    let mut thrown_away = 0;
    while let Some(Ok(piece)) = pieces.next().await {
        thrown_away += piece.len() as u64;
        if thrown_away > MOST_THROWN_AWAY {
            break;
        }
    }
    Err(Error::TooLarge(MOST_UPLOAD_MB))
}

/// Ends what takes too long; a transaction under way is rolled back.
pub async fn time(request: Request, next: Next) -> Result<Response> {
    let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
    answer.map_err(|_| Error::Internal(format!("no answer within {} s", PATIENCE.as_secs())))
}

/// A panic is an error of the program like any other: its page, and its number in the log.
pub fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Error::Internal(format!("panicked: {text}")).into_response()
}

/// What axum's extractors are told.
pub fn most_upload() -> usize {
    usize::try_from(MOST_UPLOAD).unwrap_or(usize::MAX)
}
