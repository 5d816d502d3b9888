//! Requests for people.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{FirmId, PersonId};
use maud::Markup;
use serde::Deserialize;

use super::rules::PersonForm;
use super::{actions, pages};
use crate::error::{Error, Result};
use crate::faults::Faults;
use crate::shell::Visit;

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /people/{id}`
pub async fn show(visit: Visit, Path(id): Path<PersonId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show(&visit, &portrait, &done.done))
}

/// `GET /people/{id}/edit`
pub async fn edit(visit: Visit, Path(id): Path<PersonId>) -> Result<Markup> {
    let (person, form, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let back = format!("/people/{id}");
    Ok(pages::form(&visit, &pages::Place::Known(back, person.name), &form, &Faults::default(), address))
}

/// `POST /people/{id}/edit`
pub async fn save(
    visit: Visit,
    Path(id): Path<PersonId>,
    Form(mut form): Form<PersonForm>,
) -> Result<Response> {
    let (person, _, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let place = pages::Place::Known(format!("/people/{id}"), person.name);
    match actions::update(&visit.app, &visit.viewer, id, &form).await {
        Ok(Ok(id)) => Ok(Redirect::to(&format!("/people/{id}?done=saved")).into_response()),
        Ok(Err(faults)) => {
            let page = pages::form(&visit, &place, &form, &faults, address);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::ChangedMeanwhile) => {
            let (_, stored, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
            form.version.clone_from(&stored.version);
            let page = pages::overtaken(&visit, &place, &form, &stored, address);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// `POST /people/{id}/leave`
pub async fn leave(visit: Visit, Path(id): Path<PersonId>, Form(form): Form<PersonForm>) -> Result<Redirect> {
    let person = actions::leave(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&match person.firm_id {
        Some(firm) => format!("/firms/{firm}?done=person_left"),
        None => format!("/people/{id}?done=left"),
    }))
}

/// `GET /firms/{id}/people/new`
pub async fn blank(visit: Visit, Path(firm): Path<FirmId>) -> Result<Markup> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let place = pages::Place::Firm(firm.id, firm.name);
    Ok(pages::form(&visit, &place, &PersonForm::default(), &Faults::default(), true))
}

/// `POST /firms/{id}/people/new`
pub async fn add(visit: Visit, Path(firm): Path<FirmId>, Form(form): Form<PersonForm>) -> Result<Response> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    match actions::add(&visit.app, &visit.viewer, Some(firm.id), &form).await? {
        Ok(_) => Ok(Redirect::to(&format!("/firms/{}?done=person#people", firm.id)).into_response()),
        Err(faults) => {
            let place = pages::Place::Firm(firm.id, firm.name);
            let page = pages::form(&visit, &place, &form, &faults, true);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /people/new`
pub async fn blank_outside(visit: Visit) -> Result<Markup> {
    actions::outside(&visit.viewer)?;
    Ok(pages::form(&visit, &pages::Place::Outside, &PersonForm::default(), &Faults::default(), true))
}

/// `POST /people/new`
pub async fn add_outside(visit: Visit, Form(form): Form<PersonForm>) -> Result<Response> {
    match actions::add(&visit.app, &visit.viewer, None, &form).await? {
        Ok(id) => Ok(Redirect::to(&format!("/people/{id}?done=added")).into_response()),
        Err(faults) => {
            let page = pages::form(&visit, &pages::Place::Outside, &form, &faults, true);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
