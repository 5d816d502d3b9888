//! Putting a draft to the firms.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::DraftId;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::fields::Fields;
use dure_web::paths::Key;
use maud::Markup;

use super::super::rules::{LEAST_BROKERED, PublishForm};
use super::super::{actions, pages};

/// `GET /formation/{id}/publish`
pub async fn confirm(visit: Visit, Key(id): Key<DraftId>) -> Result<Markup> {
    let publishing = actions::publishing(&visit.app, &visit.viewer, id).await?;
    let form = PublishForm {
        names: publishing.proposals.iter().map(|group| (group.number, group.name.clone())).collect(),
        needed: LEAST_BROKERED.to_string(),
        message: String::new(),
        version: publishing.scene.draft().version.to_string(),
    };
    Ok(pages::publish::page(&visit, &publishing, &form, &Faults::default()))
}

/// `POST /formation/{id}/publish`
pub async fn publish(visit: Visit, Key(id): Key<DraftId>, fields: Fields) -> Result<Response> {
    let publishing = actions::publishing(&visit.app, &visit.viewer, id).await?;
    let new = publishing.proposals.iter().filter(|group| group.existing.is_none());
    let form = PublishForm {
        names: new
            .map(|group| (group.number, fields.text(&format!("name-{}", group.number)).to_owned()))
            .collect(),
        needed: fields.text("needed").to_owned(),
        message: fields.text("message").to_owned(),
        version: fields.text("version").to_owned(),
    };
    match actions::publish(&visit.app, &visit.viewer, id, &form).await? {
        Ok(_) => Ok(Redirect::to(&format!("/formation/{id}?done=published")).into_response()),
        Err(faults) => {
            let page = pages::publish::page(&visit, &publishing, &form, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
