//! Requests for resources.

use axum::Form;
use axum::extract::Query;
use axum::response::{Redirect, Response};
use dure_domain::{FirmId, Id, ResourceId, Subject};
use dure_talk::files;
use dure_ui::headings;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use super::pages::About;
use super::rules::ResourceForm;
use super::{actions, pages};

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
pub async fn show(visit: Visit, Key(id): Key<ResourceId>) -> Result<Redirect> {
    let row = actions::find_for(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/firms/{}#resource-{id}", row.firm_id)))
}

fn unborn(firm: FirmId, firm_name: &str) -> About<'_> {
    About { firm, firm_name, id: None, files: headings::nothing() }
}

async fn about<'a>(visit: &Visit, firm: FirmId, firm_name: &'a str, id: ResourceId) -> Result<About<'a>> {
    let files = files::section(visit, Subject::Resource, id.uuid()).await?;
    Ok(About { firm, firm_name, id: Some(id), files })
}

/// `GET /firms/{id}/resources/new`
pub async fn blank(visit: Visit, Key(firm): Key<FirmId>) -> Result<Markup> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let form = ResourceForm { version: "1".into(), ..ResourceForm::default() };
    Ok(pages::form(&visit, &unborn(firm.id, &firm.name), &form, &Faults::default(), None))
}

/// `POST /firms/{id}/resources/new`
pub async fn add(visit: Visit, Key(firm): Key<FirmId>, Form(form): Form<ResourceForm>) -> Result<Response> {
    let owner = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let sent = actions::add(&visit.app, &visit.viewer, firm, &form).await?;
    let to = |id| format!("/firms/{firm}?done=shared#resource-{id}");
    Ok(sent::answer(sent, to, |faults| pages::form(&visit, &unborn(firm, &owner.name), &form, faults, None)))
}

/// `GET /resources/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<ResourceId>) -> Result<Markup> {
    let (row, firm) = actions::keep(&visit.app, &visit.viewer, id).await?;
    let about = about(&visit, row.firm_id, &firm, id).await?;
    Ok(pages::form(&visit, &about, &actions::form_of(&row), &Faults::default(), None))
}

/// `POST /resources/{id}/edit`
pub async fn save(
    visit: Visit,
    Key(id): Key<ResourceId>,
    Form(form): Form<ResourceForm>,
) -> Result<Response> {
    let (row, firm) = actions::keep(&visit.app, &visit.viewer, id).await?;
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async {
        let (row, _) = actions::keep(&visit.app, &visit.viewer, id).await?;
        Ok(actions::form_of(&row))
    };
    let to = |firm| format!("/firms/{firm}?done=saved#resource-{id}");
    let about = about(&visit, row.firm_id, &firm, id).await?;
    let again =
        |faults: &Faults, stored: Option<&ResourceForm>| pages::form(&visit, &about, &form, faults, stored);
    sent::answer_change(sent, stored, to, again).await
}

/// `POST /resources/{id}/remove`
pub async fn remove(
    visit: Visit,
    Key(id): Key<ResourceId>,
    Form(form): Form<ResourceForm>,
) -> Result<Redirect> {
    let firm = actions::remove(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&format!("/firms/{firm}?done=unshared")))
}
