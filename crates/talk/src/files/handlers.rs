//! Requests for files.

use axum::Json;
use axum::body::Body;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Query, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{FileId, FileKind, Subject};
use dure_files::{Failed, Size, media_type};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::headers::to_keep;
use dure_web::limits::MOST_UPLOAD_MB;
use dure_web::paths::Key;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::actions::{self, Sent};
use super::pages;
use super::rules::NotAdded;

/// `POST /files/on/{kind}/{thing}`: one file from a script, which is answered with JSON, or several from a form.
pub async fn add(visit: Visit, Key(on): Key<(Subject, Uuid)>, request: Request) -> Result<Response> {
    let by_script = accepts_json(request.headers());
    let hold = visit.app.hold(&visit.viewer, on.0, on.1).await?;
    if !hold.adds {
        return Err(Error::Forbidden);
    }
    let form = Multipart::from_request(request, &visit.app).await.map_err(not_a_form)?;
    let sent = read(form).await?;
    if sent.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, pages::nothing_sent(&visit, &hold)).into_response());
    }
    let (mut added, mut not_added) = (Vec::new(), Vec::new());
    for file in sent {
        let name = file.name.clone();
        match actions::add(&visit.app, &visit.viewer, on, file).await? {
            Ok(file) => added.push(file.id),
            Err(why) => not_added.push((name, why)),
        }
    }
    if by_script {
        return scripted(&visit, on, &added, &not_added).await;
    }
    match not_added.first() {
        None => Ok(Redirect::to(&format!("{}#files", hold.path)).into_response()),
        Some((_, why)) => {
            let page = pages::not_all(&visit, &hold, added.len(), &not_added);
            Ok((status(why), page).into_response())
        }
    }
}

async fn scripted(
    visit: &Visit,
    on: (Subject, Uuid),
    added: &[FileId],
    not_added: &[(String, NotAdded)],
) -> Result<Response> {
    if let Some((_, why)) = not_added.first() {
        let status = status(why);
        let told = json!({ "status": status.as_u16(), "detail": pages::why(visit.lang(), why) });
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        return Ok((status, kind, told.to_string()).into_response());
    }
    let album = actions::album(&visit.app, &visit.viewer, on.0, on.1).await?;
    let items: Vec<String> = added.iter().map(|id| pages::item_of(visit, &album, *id).0).collect();
    Ok((StatusCode::CREATED, Json(json!({ "items": items }))).into_response())
}

fn status(why: &NotAdded) -> StatusCode {
    match why {
        NotAdded::Refused(dure_files::Refused::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
        NotAdded::Refused(_) | NotAdded::NoRoom => StatusCode::UNPROCESSABLE_ENTITY,
        NotAdded::NotKept(Failed::Full(_)) => StatusCode::INSUFFICIENT_STORAGE,
        NotAdded::NotKept(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn accepts_json(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepts.contains("application/json")
}

fn not_a_form(rejection: MultipartRejection) -> Error {
    Error::BadRequest(rejection.to_string())
}

async fn read(mut form: Multipart) -> Result<Vec<Sent>> {
    let failed = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge(MOST_UPLOAD_MB),
        _ => Error::BadRequest(error.to_string()),
    };
    let mut sent = Vec::new();
    while let Some(field) = form.next_field().await.map_err(failed)? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(failed)?.to_vec();
        // A field of a form in which nothing was chosen.
        if !(name.is_empty() && bytes.is_empty()) {
            sent.push(Sent { name, bytes });
        }
    }
    Ok(sent)
}

/// What an address of a file may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    size: String,
}

/// `GET /files/{id}`: a picture to look at, anything else to keep. It never changes, but who may see it does: a
/// browser keeps it and asks each time.
pub async fn show(
    visit: Visit,
    Key(id): Key<FileId>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    let size = Size::ALL.into_iter().find(|size| size.as_str() == asked.size);
    let opened = actions::open(&visit.app, &visit.viewer, visit.lang(), id, size).await?;
    let mark = format!("\"{}\"", opened.part);
    let kept = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, mark.clone())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == mark.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let (bytes, pieces) = match visit.app.config.files.fetch(&opened.part).await {
        Ok(found) => found,
        Err(failed) => {
            tracing::error!(%failed, file = %id, "a file cannot be fetched");
            return Ok((StatusCode::SERVICE_UNAVAILABLE, pages::gone(&visit)).into_response());
        }
    };
    let told = [
        (header::CONTENT_TYPE, media_type(opened.file.kind).to_owned()),
        (header::CONTENT_LENGTH, bytes.to_string()),
    ];
    let mut answer = (kept, told, Body::from_stream(pieces)).into_response();
    if opened.file.kind != FileKind::Picture {
        let name = to_keep(&opened.name).parse().map_err(|_| Error::Internal("a file's name".into()))?;
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

/// `POST /files/{id}/remove`
pub async fn remove(visit: Visit, Key(id): Key<FileId>) -> Result<Redirect> {
    let hold = actions::remove(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("{}#files", hold.path)))
}
