//! Ending sessions from the account's page.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::SessionId;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;

use super::done;
use crate::accounts::own_sessions as own;

/// `POST /account/sessions/{id}/end`
pub(super) async fn end(visit: Visit, Key(id): Key<SessionId>) -> Result<Response> {
    own::end(&visit.app, &visit.viewer, id).await?;
    if visit.viewer.session == Some(id) {
        return Ok(Redirect::to("/").into_response());
    }
    Ok(done("session"))
}

/// `POST /account/sessions/end-others`
pub(super) async fn end_others(visit: Visit) -> Result<Response> {
    own::end_others(&visit.app, &visit.viewer).await?;
    Ok(done("sessions"))
}
