//! The form of a group.

use axum::Form;
use axum::response::Response;
use dure_domain::GroupId;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;

use crate::groups::actions;
use crate::groups::pages::edit as pages;
use crate::groups::rules::GroupForm;

/// `GET /groups/new`
pub async fn blank(visit: Visit) -> Markup {
    pages::page(&visit, None, &GroupForm::default(), &Faults::default(), None)
}

/// `POST /groups/new`
pub async fn create(visit: Visit, Form(form): Form<GroupForm>) -> Result<Response> {
    let sent = actions::create(&visit.app, &visit.viewer, &form).await?;
    let to = |id| format!("/groups/{id}?done=created");
    Ok(sent::answer(sent, to, |faults| pages::page(&visit, None, &form, faults, None)))
}

/// `GET /groups/{id}/edit`
pub async fn show(visit: Visit, Key(id): Key<GroupId>) -> Result<Markup> {
    let (group, form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::page(&visit, Some((id, &group.name)), &form, &Faults::default(), None))
}

/// `POST /groups/{id}/edit`
pub async fn save(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<GroupForm>) -> Result<Response> {
    let (group, _) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async { Ok(actions::form_for(&visit.app, &visit.viewer, id).await?.1) };
    let to = |id| format!("/groups/{id}?done=saved");
    let again = |faults: &Faults, stored: Option<&GroupForm>| {
        let name = stored.map_or(&group.name, |stored| &stored.name);
        pages::page(&visit, Some((id, name)), &form, faults, stored)
    };
    sent::answer_change(sent, stored, to, again).await
}
