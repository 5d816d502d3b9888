//! A person's own sessions: seen, and ended, here and from elsewhere.

use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use dure_domain::SessionId;
use dure_store::Actor;
use dure_tables::sessions::{Column, Entity, Model};
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::{App, Visit, cookies, sessions};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::accounts::access;

/// A link opened so recently counts as proof of who one is, in seconds.
const FRESH_SECS: i64 = 30 * 60;

/// The person's living sessions, the last seen first.
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Model>> {
    let own =
        Entity::find().filter(Column::PersonId.eq(viewer.person)).filter(Column::ExpiresAt.gt(app.now()));
    Ok(own.order_by_desc(Column::SeenAt).all(app.store.read()).await?)
}

/// Ends one of the person's sessions.
///
/// # Errors
/// [`Error::NotFound`] for a session that is not the viewer's.
pub async fn end(app: &App, viewer: &Viewer, id: SessionId) -> Result<()> {
    let row = Entity::find_by_id(id).one(app.store.read()).await?.ok_or(Error::NotFound)?;
    let thing = Thing { person: Some(row.person_id), ..Thing::default() };
    access::OWN.require(viewer, &thing).map_err(|_| Error::NotFound)?;
    sessions::end(app, viewer.person, id).await
}

/// Ends all of the person's sessions but the present one.
pub async fn end_others(app: &App, viewer: &Viewer) -> Result<()> {
    let (person, present) = (viewer.person, viewer.session);
    app.store
        .write::<_, Error, _, _>(Actor::Person(person), |tx| async move {
            let mut others = Entity::delete_many().filter(Column::PersonId.eq(person));
            if let Some(present) = present {
                others = others.filter(Column::Id.ne(present));
                tx.record(sessions::record("session.end_others", present));
            } else {
                tx.quiet();
            }
            others.exec(tx.db()).await?;
            Ok(())
        })
        .await?;
    app.viewers.clear();
    Ok(())
}

/// Whether the person has just shown, by a mailed link, to be the one who reads their mail; or has just come in for
/// the first time, with nothing to show yet.
pub async fn is_fresh(app: &App, viewer: &Viewer) -> Result<bool> {
    let Some(id) = viewer.session else { return Ok(false) };
    let Some(row) = Entity::find_by_id(id).one(app.store.read()).await? else { return Ok(false) };
    let by_mail = matches!(row.opened_by.as_str(), "link" | "invitation" | "by_hand");
    Ok(by_mail && app.now().secs_since(row.created_at) < FRESH_SECS)
}

/// `POST /sign-out`
pub async fn sign_out(visit: Visit) -> Result<impl IntoResponse> {
    if let Some(session) = visit.viewer.session {
        sessions::end(&visit.app, visit.viewer.person, session).await?;
    }
    let gone = cookies::set(cookies::SESSION, "", 0, visit.app.config.is_https(), false);
    Ok((AppendHeaders([(header::SET_COOKIE, gone)]), Redirect::to("/")))
}
