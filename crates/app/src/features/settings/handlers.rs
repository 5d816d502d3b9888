//! Requests about the settings.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use super::rules::SettingsForm;
use super::{actions, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /settings/federation`
pub async fn show(visit: Visit, Query(done): Query<Done>) -> Result<Markup> {
    let form = actions::form_for(&visit.app, &visit.viewer).await?;
    Ok(pages::page(&visit, &form, &Faults::default(), None, done.done == "saved"))
}

/// `POST /settings/federation`
pub async fn save(visit: Visit, Form(form): Form<SettingsForm>) -> Result<Response> {
    let sent = actions::save(&visit.app, &visit.viewer, &form).await;
    let stored = async { actions::form_for(&visit.app, &visit.viewer).await };
    let to = |()| "/settings/federation?done=saved".to_owned();
    let again =
        |faults: &Faults, stored: Option<&SettingsForm>| pages::page(&visit, &form, faults, stored, false);
    sent::answer_change(sent, stored, to, again).await
}
