//! Requests for resources.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{FirmId, ResourceId};
use maud::Markup;
use serde::Deserialize;

use super::rules::ResourceForm;
use super::{actions, pages};
use crate::error::{Error, Result};
use crate::faults::Faults;
use crate::shell::Visit;

/// What an address of the list may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    kind: String,
    page: String,
}

/// `GET /resources`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let kind = asked.kind.parse().ok();
    let page = asked.page.parse().unwrap_or(1).max(1);
    let listed = actions::list(&visit.app, &visit.viewer, kind, &asked.q, page).await?;
    Ok(pages::list(&visit, kind, &asked.q, page, &listed))
}

/// `GET /resources/{id}`: its place on the page of its firm.
pub async fn show(visit: Visit, Path(id): Path<ResourceId>) -> Result<Redirect> {
    let row = actions::find_for(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/firms/{}#resource-{id}", row.firm_id)))
}

/// `GET /firms/{id}/resources/new`
pub async fn blank(visit: Visit, Path(firm): Path<FirmId>) -> Result<Markup> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let form = ResourceForm { version: "1".into(), ..ResourceForm::default() };
    Ok(pages::form(&visit, firm.id, &firm.name, None, &form, &Faults::default()))
}

/// `POST /firms/{id}/resources/new`
pub async fn add(visit: Visit, Path(firm): Path<FirmId>, Form(form): Form<ResourceForm>) -> Result<Response> {
    match actions::add(&visit.app, &visit.viewer, firm, &form).await? {
        Ok(id) => Ok(Redirect::to(&format!("/firms/{firm}?done=shared#resource-{id}")).into_response()),
        Err(faults) => {
            let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
            let page = pages::form(&visit, firm.id, &firm.name, None, &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /resources/{id}/edit`
pub async fn edit(visit: Visit, Path(id): Path<ResourceId>) -> Result<Markup> {
    let (row, firm) = actions::keep(&visit.app, &visit.viewer, id).await?;
    Ok(pages::form(&visit, row.firm_id, &firm, Some(id), &actions::form_of(&row), &Faults::default()))
}

/// `POST /resources/{id}/edit`
pub async fn save(
    visit: Visit,
    Path(id): Path<ResourceId>,
    Form(mut form): Form<ResourceForm>,
) -> Result<Response> {
    let (row, firm) = actions::keep(&visit.app, &visit.viewer, id).await?;
    match actions::update(&visit.app, &visit.viewer, id, &form).await {
        Ok(Ok(firm)) => Ok(Redirect::to(&format!("/firms/{firm}?done=saved#resource-{id}")).into_response()),
        Ok(Err(faults)) => {
            let page = pages::form(&visit, row.firm_id, &firm, Some(id), &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::ChangedMeanwhile) => {
            let (row, firm) = actions::keep(&visit.app, &visit.viewer, id).await?;
            form.version = row.version.to_string();
            let page = pages::overtaken(&visit, &row, &firm, &form);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// `POST /resources/{id}/remove`
pub async fn remove(
    visit: Visit,
    Path(id): Path<ResourceId>,
    Form(form): Form<ResourceForm>,
) -> Result<Redirect> {
    let firm = actions::remove(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&format!("/firms/{firm}?done=unshared")))
}
