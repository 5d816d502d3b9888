//! The form of a firm.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::FirmId;
use maud::Markup;
use serde::Deserialize;

use crate::error::Result;
use crate::faults::Faults;
use crate::features::firms::actions::{self, Outcome};
use crate::features::firms::pages::edit as pages;
use crate::features::firms::rules::FirmForm;
use crate::shell::Visit;

/// `GET /firms/{id}/edit`
pub async fn show(visit: Visit, Path(id): Path<FirmId>) -> Result<Markup> {
    let (firm, form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::page(&visit, Some((id, &firm.name)), &form, &Faults::default(), None))
}

/// `POST /firms/{id}/edit`
pub async fn save(visit: Visit, Path(id): Path<FirmId>, Form(mut form): Form<FirmForm>) -> Result<Response> {
    let name = actions::form_for(&visit.app, &visit.viewer, id).await?.0.name;
    match actions::update(&visit.app, &visit.viewer, id, &form).await? {
        Outcome::Done(id) => Ok(Redirect::to(&format!("/firms/{id}?done=saved")).into_response()),
        Outcome::Mend(faults) => {
            let page = pages::page(&visit, Some((id, &name)), &form, &faults, None);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Outcome::Overtaken(stored) => {
            form.version.clone_from(&stored.version);
            let page = pages::page(&visit, Some((id, &name)), &form, &Faults::default(), Some(&stored));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// `GET /firms/new`
pub async fn blank(visit: Visit) -> Result<Markup> {
    let form = actions::blank(&visit.viewer)?;
    Ok(pages::page(&visit, None, &form, &Faults::default(), None))
}

/// `POST /firms/new`
pub async fn create(visit: Visit, Form(form): Form<FirmForm>) -> Result<Response> {
    match actions::create(&visit.app, &visit.viewer, &form).await? {
        Outcome::Done(id) => Ok(Redirect::to(&format!("/firms/{id}?done=created")).into_response()),
        Outcome::Mend(faults) => {
            let page = pages::page(&visit, None, &form, &faults, None);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Outcome::Overtaken(_) => Err(crate::error::Error::ChangedMeanwhile),
    }
}

/// The words for which codes are asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Words {
    industry_text: String,
}

/// `GET /firms/industries`: the codes that the words may mean, while one types.
pub async fn industries(visit: Visit, Query(words): Query<Words>) -> Markup {
    pages::industries(visit.lang(), &words.industry_text, "", None)
}
