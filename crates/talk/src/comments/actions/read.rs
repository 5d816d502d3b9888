//! Reading what was said.

use std::sync::Arc;

use dure_domain::{CommentId, PersonId, Subject};
use dure_tables::people;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Hold, names};
use uuid::Uuid;

use crate::comments::rules::{self, History, Line, Thread, Who};
use crate::comments::store;

/// What was said under a thing.
///
/// # Errors
/// [`Error::NotFound`] where the viewer may not see the thing.
pub async fn thread(app: &App, viewer: &Arc<Viewer>, kind: Subject, thing: Uuid) -> Result<Thread> {
    let hold = app.hold(viewer, kind, thing).await?;
    let db = app.store.read();
    let said = store::of(db, kind, thing).await?;
    let people = store::people(db, said.iter().map(|comment| comment.author_id)).await?;
    let firms = names::firms(db, people.values().filter_map(|person| person.firm_id)).await?;
    let line = |comment: dure_tables::comments::Model| {
        let author = people.get(&comment.author_id);
        let firm = author.and_then(|author| firms.get(&author.firm_id?).map(String::as_str));
        let who = who(&hold, comment.author_id, author, firm);
        Line { mine: comment.author_id == viewer.person, who, comment, answers: Vec::new() }
    };
    let lines = rules::in_order(said.into_iter().map(line).collect());
    Ok(Thread { moderates: rules::moderates(viewer, hold.federation), hold, on: (kind, thing), lines })
}

/// Who said something, as somebody may know to whom the thing gave this.
pub fn who(hold: &Hold, author: PersonId, row: Option<&people::Model>, firm: Option<&str>) -> Who {
    if hold.unnamed && rules::is_poster(hold, author, row.and_then(|row| row.firm_id)) {
        return Who::Poster;
    }
    let name = row.map(names::titled).unwrap_or_default();
    Who::Named(match firm {
        Some(firm) => format!("{name} · {firm}"),
        None => name,
    })
}

/// What a comment said before, for who said it and, for disputes, staff.
///
/// # Errors
/// [`Error::NotFound`] for all others.
pub async fn history(app: &App, viewer: &Arc<Viewer>, id: CommentId) -> Result<History> {
    let db = app.store.read();
    let comment = store::find(db, id).await?.ok_or(Error::NotFound)?;
    let hold = app.hold(viewer, comment.thing_kind, comment.thing_id).await?;
    if comment.author_id != viewer.person && !rules::moderates(viewer, comment.federation_id) {
        return Err(Error::NotFound);
    }
    let people = store::people(db, [comment.author_id]).await?;
    let who = who(&hold, comment.author_id, people.get(&comment.author_id), None);
    Ok(History { who, hold, versions: store::versions(db, id).await?, comment })
}

/// Whether somebody has answered a comment.
pub async fn has_answered(app: &App, comment: &dure_tables::comments::Model, by: PersonId) -> Result<bool> {
    let said = store::of(app.store.read(), comment.thing_kind, comment.thing_id).await?;
    let root = comment.answers.unwrap_or(comment.id);
    Ok(said.iter().any(|other| {
        other.author_id == by
            && other.answers == Some(root)
            && other.at >= comment.at
            && other.deleted_at.is_none()
    }))
}

/// A comment of which somebody was told by mail.
pub struct Told {
    /// The comment.
    pub comment: dure_tables::comments::Model,
    /// Who was told.
    pub person: people::Model,
    /// The same as permissions see them.
    pub viewer: Arc<Viewer>,
    /// What the thing lets them do.
    pub hold: Hold,
    /// Who said it, as they may know.
    pub who: Who,
}

/// The comment behind a letter's link.
///
/// # Errors
/// [`Error::LinkExpired`] when it was deleted, or its reader may no longer see or answer it.
pub async fn told(app: &App, id: CommentId, person: PersonId) -> Result<Told> {
    let db = app.store.read();
    let comment = store::find(db, id).await?.filter(|row| row.deleted_at.is_none());
    let comment = comment.ok_or(Error::LinkExpired)?;
    let mut people = store::people(db, [person, comment.author_id]).await?;
    let author = people.get(&comment.author_id).cloned();
    let person = people.remove(&person).filter(|row| row.left_at.is_none()).ok_or(Error::LinkExpired)?;
    let viewer = super::reader_of(app, person.clone()).await?;
    let hold = match app.hold(&viewer, comment.thing_kind, comment.thing_id).await {
        Ok(hold) if hold.speaks => hold,
        Ok(_) | Err(Error::NotFound) => return Err(Error::LinkExpired),
        Err(error) => return Err(error),
    };
    let who = who(&hold, comment.author_id, author.as_ref(), None);
    Ok(Told { comment, person, viewer, hold, who })
}
