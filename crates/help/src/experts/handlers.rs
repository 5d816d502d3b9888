//! Requests for experts.

use axum::Form;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{ExpertId, PersonId};
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use super::rules::ExpertForm;
use super::{actions, pages};

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    page: String,
    done: String,
}

/// `GET /experts`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let listed = actions::list(&visit.app, &visit.viewer, &asked.q, page).await?;
    Ok(pages::list(&visit, &asked.q, page, &listed))
}

/// `GET /experts/{id}`
pub async fn show(visit: Visit, Key(id): Key<ExpertId>, Query(asked): Query<Asked>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show(&visit, &portrait, &asked.done))
}

/// `GET /experts/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<ExpertId>) -> Result<Markup> {
    let ((_, person), form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::form(&visit, Some(id), person.id, &person.name, &form, &Faults::default(), None))
}

/// `POST /experts/{id}/edit`
pub async fn save(visit: Visit, Key(id): Key<ExpertId>, Form(form): Form<ExpertForm>) -> Result<Response> {
    let ((_, person), _) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async { Ok(actions::form_for(&visit.app, &visit.viewer, id).await?.1) };
    let to = |()| format!("/experts/{id}?done=saved");
    let again = |faults: &Faults, stored: Option<&ExpertForm>| {
        pages::form(&visit, Some(id), person.id, &person.name, &form, faults, stored)
    };
    sent::answer_change(sent, stored, to, again).await
}

/// `POST /experts/{id}/remove`
pub async fn remove(visit: Visit, Key(id): Key<ExpertId>, Form(form): Form<ExpertForm>) -> Result<Redirect> {
    actions::remove(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to("/experts"))
}

/// `GET /people/{id}/expert`
pub async fn blank(visit: Visit, Key(id): Key<PersonId>) -> Result<Response> {
    let (person, profile) = actions::newcomer(&visit.app, &visit.viewer, id).await?;
    if let Some(profile) = profile {
        return Ok(Redirect::to(&format!("/experts/{profile}")).into_response());
    }
    let form = ExpertForm { field: person.title.clone(), ..ExpertForm::default() };
    Ok(pages::form(&visit, None, id, &person.name, &form, &Faults::default(), None).into_response())
}

/// `POST /people/{id}/expert`
pub async fn introduce(
    visit: Visit,
    Key(id): Key<PersonId>,
    Form(form): Form<ExpertForm>,
) -> Result<Response> {
    let (person, _) = actions::newcomer(&visit.app, &visit.viewer, id).await?;
    let sent = actions::introduce(&visit.app, &visit.viewer, id, &form).await?;
    let to = |id| format!("/experts/{id}?done=saved");
    let again = |faults: &Faults| pages::form(&visit, None, id, &person.name, &form, faults, None);
    Ok(sent::answer(sent, to, again))
}
