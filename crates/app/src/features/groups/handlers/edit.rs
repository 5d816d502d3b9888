//! The form of a group.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::GroupId;
use maud::Markup;

use crate::error::{Error, Result};
use crate::faults::Faults;
use crate::features::groups::actions;
use crate::features::groups::pages::edit as pages;
use crate::features::groups::rules::GroupForm;
use crate::shell::Visit;

/// `GET /groups/new`
pub async fn blank(visit: Visit) -> Markup {
    pages::page(&visit, None, &GroupForm::default(), &Faults::default(), None)
}

/// `POST /groups/new`
pub async fn create(visit: Visit, Form(form): Form<GroupForm>) -> Result<Response> {
    match actions::create(&visit.app, &visit.viewer, &form).await? {
        Ok(id) => Ok(Redirect::to(&format!("/groups/{id}?done=created")).into_response()),
        Err(faults) => {
            let page = pages::page(&visit, None, &form, &faults, None);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /groups/{id}/edit`
pub async fn show(visit: Visit, Path(id): Path<GroupId>) -> Result<Markup> {
    let (group, form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::page(&visit, Some((id, &group.name)), &form, &Faults::default(), None))
}

/// `POST /groups/{id}/edit`
pub async fn save(
    visit: Visit,
    Path(id): Path<GroupId>,
    Form(mut form): Form<GroupForm>,
) -> Result<Response> {
    let (group, _) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    match actions::update(&visit.app, &visit.viewer, id, &form).await {
        Ok(Ok(id)) => Ok(Redirect::to(&format!("/groups/{id}?done=saved")).into_response()),
        Ok(Err(faults)) => {
            let page = pages::page(&visit, Some((id, &group.name)), &form, &faults, None);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::ChangedMeanwhile) => {
            let (group, stored) = actions::form_for(&visit.app, &visit.viewer, id).await?;
            form.version.clone_from(&stored.version);
            let page = pages::page(&visit, Some((id, &group.name)), &form, &Faults::default(), Some(&stored));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error),
    }
}
