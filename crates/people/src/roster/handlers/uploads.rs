//! The page of rosters, and files that come in.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::GroupId;
use dure_store::Actor;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::limits::MOST_UPLOAD_MB;

use crate::roster::actions::{self, Refused, Target, Upload};
use crate::roster::choices::Choices;
use crate::roster::pages::front::{self, BY_COLUMN, Front};
use crate::roster::words;

/// Lines of the history on the first page.
const NEWEST: u64 = 5;

/// `GET /roster`
pub async fn front(visit: Visit) -> Result<Response> {
    Ok(page(&visit, String::new(), None).await?.into_response())
}

async fn page(visit: &Visit, chosen: String, wrong: Option<String>) -> Result<maud::Markup> {
    let (targets, by_column) = actions::targets(&visit.app, &visit.viewer).await?;
    let groups = actions::groups_to_take(&visit.app, &visit.viewer).await?;
    let (history, names, _) = actions::history(&visit.app, &visit.viewer, 1, NEWEST).await?;
    let front = Front { targets, by_column, chosen, groups, history, names, wrong };
    Ok(front::page(visit, &front))
}

/// `POST /roster`
pub async fn receive(visit: Visit, request: Request) -> Result<Response> {
    let form = Multipart::from_request(request, &visit.app).await.map_err(not_a_form)?;
    let form = read(form).await?;
    let lang = visit.lang();
    if form.bytes.is_empty() && form.file_name.is_empty() {
        return refused(&visit, form.target, dure_texts::roster::no_file(lang).to_owned()).await;
    }
    let chosen = form.target.clone();
    let target = target(&visit, &form.target)?;
    let upload = Upload { file_name: form.file_name, bytes: form.bytes, choices: Choices::default() };
    match actions::bring_in(&visit.app.store, Actor::Person(visit.viewer.person), &target, upload).await {
        Ok(id) => Ok(Redirect::to(&format!("/roster/imports/{id}")).into_response()),
        Err(Refused::Other(error)) => Err(error),
        Err(Refused::Unreadable(error)) => refused(&visit, chosen, words::unreadable(lang, &error)).await,
    }
}

async fn refused(visit: &Visit, chosen: String, wrong: String) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(visit, chosen, Some(wrong)).await?).into_response())
}

fn target(visit: &Visit, chosen: &str) -> Result<Target> {
    let federation = visit.viewer.federation;
    let scope = actions::scope_of(&visit.viewer, federation).ok_or(Error::Forbidden)?;
    let group: Option<GroupId> = match chosen {
        BY_COLUMN | "" => None,
        chosen => Some(chosen.parse().map_err(|_| Error::BadRequest("no such group".into()))?),
    };
    Ok(Target { federation, group, scope })
}

fn not_a_form(rejection: MultipartRejection) -> Error {
    Error::BadRequest(rejection.to_string())
}

#[derive(Default)]
struct Form {
    file_name: String,
    bytes: Vec<u8>,
    target: String,
}

async fn read(mut multipart: Multipart) -> Result<Form> {
    let mut form = Form::default();
    let failed = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge(MOST_UPLOAD_MB),
        _ => Error::BadRequest(error.to_string()),
    };
    while let Some(field) = multipart.next_field().await.map_err(failed)? {
        match field.name() {
            Some("file") => {
                form.file_name = field.file_name().unwrap_or_default().to_owned();
                form.bytes = field.bytes().await.map_err(failed)?.to_vec();
            }
            Some("target") => form.target = field.text().await.map_err(failed)?,
            _ => {}
        }
    }
    Ok(form)
}
