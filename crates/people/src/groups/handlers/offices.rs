//! Giving and ending offices.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use maud::Markup;

use crate::groups::actions;
use crate::groups::pages::offices as pages;
use crate::groups::rules::OfficeForm;

/// `GET /groups/{id}/offices/new`
pub async fn blank(visit: Visit, Key(id): Key<GroupId>) -> Result<Markup> {
    let appointing = actions::appointing(&visit.app, &visit.viewer, id).await?;
    let form = OfficeForm { since: visit.app.now().day().to_string(), ..OfficeForm::default() };
    Ok(pages::page(&visit, &appointing, &form, &Faults::default()))
}

/// `POST /groups/{id}/offices/new`
pub async fn appoint(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<OfficeForm>) -> Result<Response> {
    match actions::appoint(&visit.app, &visit.viewer, id, &form).await? {
        Ok(()) => Ok(Redirect::to(&format!("/groups/{id}?done=appointed#offices")).into_response()),
        Err(faults) => {
            let appointing = actions::appointing(&visit.app, &visit.viewer, id).await?;
            let page = pages::page(&visit, &appointing, &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /groups/{id}/offices/end`
pub async fn end(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<OfficeForm>) -> Result<Redirect> {
    actions::end_office(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&format!("/groups/{id}?done=ended#offices")))
}
