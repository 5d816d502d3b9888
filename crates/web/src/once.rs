//! `Idempotency-Key` of the JSON interface: a request that carries one is done once, however often it is sent.
//! Who did not learn what became of it sends it again and gets the answer of the first time.
//!
//! Of several at once one is done; the others wait for its answer and get the same.
//!
//! Pages are not served so: what they answer may be shown once only (a token), and must not be kept.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use dure_domain::{ActId, Id};
use dure_store::Once;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::App;
use crate::error::{Error, KeyTrouble, Result};
use crate::visit::Visitor;

/// The header's name.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Bytes of a key at most.
pub(crate) const LONGEST_KEY: usize = 200;
/// Longer answers are not kept, longer requests not taken under a key, in bytes.
const MOST: usize = 1_000_000;
/// So often, with a pause before each, it is asked for the answer of the one that came first: some five seconds.
const LOOKS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// Serves an act under its key, or gives the answer of the first time.
///
/// # Errors
/// [`Error::Key`] where the key is empty or too long, was used for another request before, or the answer of the
/// first time does not come.
pub async fn once(State(app): State<App>, request: Request, next: Next) -> Result<Response> {
    let (request, once) = keyed(request).await?;
    let Some(once) = once else { return Ok(next.run(request).await) };
    if let Some(first) = answer_of_the_first(&app, &once).await? {
        return Ok(first);
    }
    let response = once.clone().serve(next.run(request)).await;
    if found_taken(&response) {
        return Ok(answer_of_the_first(&app, &once).await?.unwrap_or(response));
    }
    keep(&app, &once, response).await
}

/// The request with its key, if it is an act of somebody who is signed in and has one.
async fn keyed(request: Request) -> Result<(Request, Option<Once>)> {
    let acts = request.method() == Method::POST && request.uri().path().starts_with("/api/");
    let key = request.headers().get(KEY).filter(|_| acts).cloned();
    let viewer = request.extensions().get::<Visitor>().and_then(|visitor| visitor.viewer.clone());
    let (Some(key), Some(viewer)) = (key, viewer) else { return Ok((request, None)) };
    if key.is_empty() || key.len() > LONGEST_KEY {
        return Err(Error::Key(KeyTrouble::Unfit));
    }
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MOST).await.map_err(|_| Error::TooLarge(MOST as u64 / 1_000_000))?;
    let mut id = Sha256::new();
    for part in [viewer.person.uuid().as_bytes(), parts.uri.to_string().as_bytes(), key.as_bytes()] {
        id.update(part.len().to_be_bytes());
        id.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&id.finalize()[..16]);
    let id = ActId::from_uuid(uuid::Uuid::from_bytes(bytes));
    let once = Once::new(id, Sha256::digest(&body).to_vec());
    Ok((Request::from_parts(parts, Body::from(body)), Some(once)))
}

/// The same request was kept while this one was on its way.
fn found_taken(response: &Response) -> bool {
    response.extensions().get::<Error>().and_then(Error::taken).is_some_and(Once::is_taken_by)
}

/// What the first request under this key was answered, waited for if it is still being worked on; none where there
/// was none.
async fn answer_of_the_first(app: &App, once: &Once) -> Result<Option<Response>> {
    for look in 0..LOOKS {
        if look > 0 {
            tokio::time::sleep(PAUSE).await;
        }
        match once.done(&app.store).await? {
            None => return Ok(None),
            Some((false, _)) => return Err(Error::Key(KeyTrouble::Reused)),
            Some((true, answer)) if answer.is_empty() => {}
            Some((true, answer)) => return answer_again(&answer).map(Some),
        }
    }
    // It was taken, but its answer was lost or is late: nobody can say more than "look whether it is there".
    Err(Error::Key(KeyTrouble::AtWork))
}

fn answer_again(answer: &str) -> Result<Response> {
    let kept: Kept = serde_json::from_str(answer).map_err(|error| Error::Internal(error.to_string()))?;
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let mut response = (status, kept.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in kept.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value.parse()) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

/// Keeps what says that the act was done; anything else may be tried again under the same key.
async fn keep(app: &App, once: &Once, response: Response) -> Result<Response> {
    if !response.status().is_success() && !response.status().is_redirection() {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| Error::Internal(error.to_string()))?;
    if let Ok(text) = String::from_utf8(body.to_vec())
        && text.len() <= MOST
    {
        let headers = [header::CONTENT_TYPE, header::LOCATION].into_iter().filter_map(|name| {
            let value = parts.headers.get(&name)?.to_str().ok()?.to_owned();
            Some((name.to_string(), value))
        });
        let kept = Kept { status: parts.status.as_u16(), headers: headers.collect(), body: text };
        let kept = serde_json::to_string(&kept).map_err(|error| Error::Internal(error.to_string()))?;
        if let Err(error) = once.answered(&app.store, &kept).await {
            tracing::warn!(%error, "an answer could not be kept for when it is asked again");
        }
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}
