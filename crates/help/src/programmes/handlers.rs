//! Requests for programmes.

use axum::Form;
use axum::extract::Query;
use axum::response::{Redirect, Response};
use dure_domain::ProgrammeId;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use super::rules::ProgrammeForm;
use super::{actions, pages};

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    show: String,
    page: String,
    done: String,
}

/// `GET /programmes`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let closed_too = asked.show == "all";
    let listed = actions::list(&visit.app, &visit.viewer, &asked.q, closed_too, page).await?;
    Ok(pages::list(&visit, &asked.q, closed_too, page, &listed))
}

/// `GET /programmes/{id}`
pub async fn show(visit: Visit, Key(id): Key<ProgrammeId>, Query(asked): Query<Asked>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show(&visit, &portrait, &asked.done))
}

/// `GET /programmes/new`
pub async fn blank(visit: Visit) -> Result<Markup> {
    actions::announcer(&visit.viewer)?;
    Ok(pages::form(&visit, None, &ProgrammeForm::default(), &Faults::default(), None))
}

/// `POST /programmes/new`
pub async fn announce(visit: Visit, Form(form): Form<ProgrammeForm>) -> Result<Response> {
    let sent = actions::announce(&visit.app, &visit.viewer, &form).await?;
    let to = |id| format!("/programmes/{id}?done=saved");
    Ok(sent::answer(sent, to, |faults| pages::form(&visit, None, &form, faults, None)))
}

/// `GET /programmes/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<ProgrammeId>) -> Result<Markup> {
    let (programme, form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::form(&visit, Some((id, &programme.title)), &form, &Faults::default(), None))
}

/// `POST /programmes/{id}/edit`
pub async fn save(
    visit: Visit,
    Key(id): Key<ProgrammeId>,
    Form(form): Form<ProgrammeForm>,
) -> Result<Response> {
    let (programme, _) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let known = Some((id, programme.title.as_str()));
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async { Ok(actions::form_for(&visit.app, &visit.viewer, id).await?.1) };
    let to = |()| format!("/programmes/{id}?done=saved");
    let again =
        |faults: &Faults, stored: Option<&ProgrammeForm>| pages::form(&visit, known, &form, faults, stored);
    sent::answer_change(sent, stored, to, again).await
}

/// `POST /programmes/{id}/remove`
pub async fn remove(
    visit: Visit,
    Key(id): Key<ProgrammeId>,
    Form(form): Form<ProgrammeForm>,
) -> Result<Redirect> {
    actions::remove(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to("/programmes"))
}
