//! The form of a firm.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use dure_domain::FirmId;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use crate::firms::actions;
use crate::firms::pages::edit as pages;
use crate::firms::rules::FirmForm;

/// `GET /firms/{id}/edit`
pub async fn show(visit: Visit, Key(id): Key<FirmId>) -> Result<Markup> {
    let (firm, form) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    Ok(pages::page(&visit, Some((id, &firm.name)), &form, &Faults::default(), None))
}

/// `POST /firms/{id}/edit`
pub async fn save(visit: Visit, Key(id): Key<FirmId>, Form(form): Form<FirmForm>) -> Result<Response> {
    let (firm, _) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let known = Some((id, firm.name.as_str()));
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async { Ok(actions::form_for(&visit.app, &visit.viewer, id).await?.1) };
    let to = |id| format!("/firms/{id}?done=saved");
    let again =
        |faults: &Faults, stored: Option<&FirmForm>| pages::page(&visit, known, &form, faults, stored);
    sent::answer_change(sent, stored, to, again).await
}

/// `GET /firms/new`
pub async fn blank(visit: Visit) -> Result<Markup> {
    let form = actions::blank(&visit.viewer)?;
    Ok(pages::page(&visit, None, &form, &Faults::default(), None))
}

/// `POST /firms/new`
pub async fn create(visit: Visit, Form(form): Form<FirmForm>) -> Result<Response> {
    let sent = actions::create(&visit.app, &visit.viewer, &form).await?;
    let to = |id| format!("/firms/{id}?done=created");
    Ok(sent::answer(sent, to, |faults| pages::page(&visit, None, &form, faults, None)))
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
