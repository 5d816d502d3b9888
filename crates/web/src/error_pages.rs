//! Gives every error its page: what happened, why, and what to do, in the reader's language. For
//! the JSON interface the same is a problem document (RFC 9457).

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use dure_store::StoreError;
use dure_texts::{Lang, errors};
use maud::{Markup, html};
use serde_json::json;

use crate::error::{Error, KeyTrouble};
use crate::visit::{Guest, Visitor};
use crate::{App, paths};

/// What happened, why, what to do.
pub struct Words {
    /// What happened.
    pub title: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub what_to_do: String,
}

/// Replaces bare errors by worded ones.
pub async fn word(State(app): State<App>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let visitor = request.extensions().get::<Visitor>().cloned();
    let back = way_back(request.method(), request.uri(), request.headers());
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    let from_page = request.headers().get(header::ACCEPT).is_none_or(|accept| accept != "application/json");
    let response = match request.extensions().get::<Error>() {
        Some(error) => error.clone().into_response(),
        None => next.run(request).await,
    };
    let Some(mut error) = error_in(&response) else { return response };
    let wants_page = from_page && !uri.path().starts_with("/api/");
    if wants_page && looks && matches!(error, Error::BadRequest(_)) {
        // An address that cannot be read leads nowhere; there was no form to go back to.
        error = Error::NotFound;
    }
    if matches!(error, Error::SignInNeeded) && wants_page {
        return Redirect::to(&paths::sign_in(&back)).into_response();
    }
    let lang = visitor.as_ref().map_or_else(Lang::default, |visitor| visitor.lang);
    let number = note(&app, &error);
    let words = words(&error, lang, &number);
    if !wants_page {
        return problem(&error, words).into_response();
    }
    let visitor = visitor.unwrap_or(Visitor {
        viewer: None,
        lang,
        theme: Default::default(),
        settings: Default::default(),
        unread: 0,
    });
    let sign_in = matches!(error, Error::LinkExpired) && visitor.viewer.is_none();
    let guest = Guest { app, visitor, path: uri.to_string() };
    (error.status(), guest.page(&words.title, page(&words, lang, sign_in))).into_response()
}

/// Where to return to after signing in: the page asked for, or the page whose form was sent.
fn way_back(method: &Method, uri: &Uri, headers: &HeaderMap) -> String {
    if matches!(*method, Method::GET | Method::HEAD) {
        return uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    }
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let from = text(header::REFERER).parse::<Uri>().unwrap_or_default();
    let ours = from.authority().is_some_and(|authority| authority.as_str() == text(header::HOST));
    let path = from.path_and_query().filter(|_| ours);
    path.map_or("/", |path| path.as_str()).to_owned()
}

/// Kinds of answers that say already what happened.
const WORDED: [&[u8]; 2] = [b"text/html", b"application/problem+json"];

/// Our own error, or an error status that axum itself gave without a page.
fn error_in(response: &Response) -> Option<Error> {
    if let Some(error) = response.extensions().get::<Error>() {
        return Some(error.clone());
    }
    if response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| WORDED.iter().any(|worded| kind.as_bytes().starts_with(worded)))
    {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Error::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Error::TooLarge(crate::limits::MOST_UPLOAD_MB)),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Some(Error::BadRequest(response.status().to_string()))
        }
        StatusCode::INTERNAL_SERVER_ERROR => Some(Error::Internal("no answer".into())),
        _ => None,
    }
}

/// Errors of the program's own making go to the log under a number that the page shows.
fn note(app: &App, error: &Error) -> String {
    if !error.status().is_server_error() {
        return String::new();
    }
    let number: String = app.store.chance().bytes::<4>().iter().map(|byte| format!("{byte:02X}")).collect();
    tracing::error!(%number, %error, "a request failed");
    number
}

fn page(words: &Words, lang: Lang, sign_in: bool) -> Markup {
    html! {
        section class="empty-state" {
            h1 { (words.title) }
            p { (words.why) }
            p { (words.what_to_do) }
            @if sign_in { p { a class="button" href="/sign-in" { (dure_texts::shell::sign_in(lang)) } } }
            p { a class=(if sign_in { "button button-second" } else { "button" }) href="/" { (dure_texts::shell::go_home(lang)) } }
        }
    }
}

fn problem(error: &Error, words: Words) -> Response {
    let status = error.status();
    let body = json!({
        "type": "about:blank",
        "title": words.title,
        "status": status.as_u16(),
        "detail": format!("{} {}", words.why, words.what_to_do),
    });
    let mut answer =
        (status, [(header::CONTENT_TYPE, "application/problem+json")], Json(body)).into_response();
    let more = match error {
        Error::SignInNeeded => Some((header::WWW_AUTHENTICATE, "Bearer")),
        Error::NotReady | Error::Key(KeyTrouble::AtWork) => Some((header::RETRY_AFTER, "1")),
        _ if status == StatusCode::SERVICE_UNAVAILABLE => Some((header::RETRY_AFTER, "5")),
        _ => None,
    };
    answer.headers_mut().extend(more.map(|(name, value)| (name, HeaderValue::from_static(value))));
    answer
}

/// Words an error; `number` is the one in the log.
pub fn words(error: &Error, lang: Lang, number: &str) -> Words {
    match error {
        Error::NotFound => {
            say(errors::not_found_title(lang), errors::not_found_why(lang), errors::not_found_do(lang))
        }
        Error::Forbidden => {
            say(errors::forbidden_title(lang), errors::forbidden_why(lang), errors::forbidden_do(lang))
        }
        Error::SignInNeeded => {
            say(errors::sign_in_title(lang), errors::sign_in_why(lang), errors::sign_in_do(lang))
        }
        Error::BadRequest(_) => {
            say(errors::bad_request_title(lang), errors::bad_request_why(lang), errors::bad_request_do(lang))
        }
        Error::CrossSite => {
            say(errors::cross_site_title(lang), errors::cross_site_why(lang), errors::cross_site_do(lang))
        }
        Error::ChangedMeanwhile => {
            say(errors::changed_title(lang), errors::changed_why(lang), errors::changed_do(lang))
        }
        Error::Rule(why) => say(errors::rule_title(lang), why, errors::rule_do(lang)),
        Error::Key(trouble) => of_key(*trouble, lang),
        Error::TooMany(seconds) => {
            let minutes = (seconds + 59) / 60;
            say(errors::too_many_title(lang), errors::too_many_why(lang), &errors::too_many_do(lang, minutes))
        }
        Error::NotReady => {
            say(errors::not_ready_title(lang), errors::not_ready_why(lang), errors::not_ready_do(lang))
        }
        Error::TooLarge(megabytes) => {
            let why = errors::too_large_why(lang, *megabytes);
            say(errors::too_large_title(lang), &why, errors::too_large_do(lang))
        }
        Error::LinkExpired => say(errors::link_title(lang), errors::link_why(lang), errors::link_do(lang)),
        Error::Store(error) => of_database(error, lang, number),
        Error::Internal(_) => internal(lang, number),
    }
}

/// Words what is wrong with an `Idempotency-Key`.
fn of_key(trouble: KeyTrouble, lang: Lang) -> Words {
    match trouble {
        KeyTrouble::Unfit => {
            let most = crate::once::LONGEST_KEY as u64;
            say(errors::key_unfit_title(lang), &errors::key_unfit_why(lang, most), errors::key_unfit_do(lang))
        }
        KeyTrouble::Reused => {
            say(errors::key_reused_title(lang), errors::key_reused_why(lang), errors::key_reused_do(lang))
        }
        KeyTrouble::AtWork => {
            say(errors::key_at_work_title(lang), errors::key_at_work_why(lang), errors::key_at_work_do(lang))
        }
    }
}

/// Words a failure of the database by what one can do about it.
fn of_database(error: &StoreError, lang: Lang, number: &str) -> Words {
    match error {
        StoreError::Taken(_) => {
            say(errors::taken_title(lang), errors::taken_why(lang), errors::taken_do(lang))
        }
        StoreError::Conflict => {
            say(errors::changed_title(lang), errors::changed_why(lang), errors::changed_do(lang))
        }
        StoreError::DiskFull => {
            say(errors::disk_full_title(lang), errors::disk_full_why(lang), errors::disk_full_do(lang))
        }
        StoreError::Disk(_) => {
            say(errors::disk_title(lang), &errors::disk_why(lang, number), errors::disk_do(lang))
        }
        StoreError::FileGone(_) => {
            say(errors::gone_title(lang), &errors::gone_why(lang, number), errors::gone_do(lang))
        }
        StoreError::InUse(_) => {
            say(errors::in_use_title(lang), errors::in_use_why(lang), errors::in_use_do(lang))
        }
        StoreError::Unreachable(_) => {
            say(errors::away_title(lang), errors::away_why(lang), errors::away_do(lang))
        }
        StoreError::Unknown => {
            say(errors::unknown_title(lang), errors::unknown_why(lang), errors::unknown_do(lang))
        }
        _ => internal(lang, number),
    }
}

fn internal(lang: Lang, number: &str) -> Words {
    say(errors::internal_title(lang), &errors::internal_why(lang, number), errors::internal_do(lang))
}

fn say(title: &str, why: &str, what_to_do: &str) -> Words {
    Words { title: title.to_owned(), why: why.to_owned(), what_to_do: what_to_do.to_owned() }
}
