//! The list of drafts, their rules, and keeping them.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{DraftId, DraftPool, GroupRequestId};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::fields::Fields;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::super::rules::{DraftForm, LEAST_BROKERED};
use super::super::{actions, pages};

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
    done: String,
    request: Option<GroupRequestId>,
    a: Option<DraftId>,
    b: Option<DraftId>,
}

/// `GET /formation`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let listed = actions::list(&visit.app, &visit.viewer, page).await?;
    Ok(pages::list::page(&visit, &listed, page, &asked.done))
}

/// `GET /formation/new`
pub async fn blank(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let choices = actions::choices(&visit.app, &visit.viewer).await?;
    let mut form = DraftForm::default();
    if let Some(request) = asked.request {
        form.pool = DraftPool::Request.as_str().to_owned();
        form.request = request.to_string();
        form.least = LEAST_BROKERED.to_string();
    }
    Ok(pages::form::new(&visit, &choices, &form, &Faults::default()))
}

fn typed(fields: &Fields) -> DraftForm {
    let text = |name| fields.text(name).to_owned();
    DraftForm {
        name: text("name"),
        pool: text("pool"),
        place: text("place"),
        request: text("request"),
        groups: fields.all("groups").map(str::to_owned).collect(),
        least: text("least"),
        most: text("most"),
        level: text("level"),
        radius_km: text("radius_km"),
        measure: text("measure"),
        prefers: fields.all("prefers").map(str::to_owned).collect(),
        version: text("version"),
    }
}

/// `POST /formation/new`
pub async fn make(visit: Visit, fields: Fields) -> Result<Response> {
    let form = typed(&fields);
    match actions::make(&visit.app, &visit.viewer, &form).await? {
        Ok(id) => {
            actions::wait(&visit.app, id, super::show::PATIENCE).await?;
            Ok(Redirect::to(&format!("/formation/{id}?done=made")).into_response())
        }
        Err(faults) => {
            let choices = actions::choices(&visit.app, &visit.viewer).await?;
            let page = pages::form::new(&visit, &choices, &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /formation/{id}/rules`
pub async fn rules(visit: Visit, Key(id): Key<DraftId>) -> Result<Markup> {
    let changing = actions::changing(&visit.app, &visit.viewer, id).await?;
    Ok(pages::form::change(&visit, &changing.draft, &changing.form, &Faults::default()))
}

/// `POST /formation/{id}/rules`
pub async fn change_rules(visit: Visit, Key(id): Key<DraftId>, fields: Fields) -> Result<Response> {
    let form = typed(&fields);
    match actions::change_rules(&visit.app, &visit.viewer, id, &form).await? {
        Ok(()) => {
            actions::wait(&visit.app, id, super::show::PATIENCE).await?;
            Ok(Redirect::to(&format!("/formation/{id}?done=solved")).into_response())
        }
        Err(faults) => {
            let changing = actions::changing(&visit.app, &visit.viewer, id).await?;
            let page = pages::form::change(&visit, &changing.draft, &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /formation/{id}/rename`
pub async fn rename(visit: Visit, Key(id): Key<DraftId>, fields: Fields) -> Result<Redirect> {
    match actions::rename(&visit.app, &visit.viewer, id, fields.text("name")).await? {
        Ok(()) => Ok(Redirect::to(&format!("/formation/{id}?done=renamed"))),
        Err(faults) => {
            let words = faults.worded(visit.lang()).into_iter().map(|(_, words)| words).next();
            Err(Error::Rule(words.unwrap_or_default()))
        }
    }
}

/// `POST /formation/{id}/copy`
pub async fn copy(visit: Visit, Key(id): Key<DraftId>) -> Result<Redirect> {
    let copy = actions::copy(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/formation/{copy}?done=copied")))
}

/// `POST /formation/{id}/remove`
pub async fn remove(visit: Visit, Key(id): Key<DraftId>) -> Result<Redirect> {
    actions::remove(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to("/formation?done=removed"))
}

/// `GET /formation/compare`
pub async fn compare(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    match (asked.a, asked.b) {
        (Some(a), Some(b)) => {
            let compared = actions::compare(&visit.app, &visit.viewer, a, b).await?;
            Ok(pages::compare::page(&visit, &compared))
        }
        (a, _) => {
            let listed = actions::list(&visit.app, &visit.viewer, 1).await?;
            Ok(pages::compare::choose(&visit, &listed, a))
        }
    }
}
