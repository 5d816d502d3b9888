//! Saying something, and telling everybody it concerns.

use std::sync::Arc;

use dure_domain::{CommentId, PersonId, Subject};
use dure_tables::{comments, people};
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, names, sessions};
use sea_orm::{ActiveModelTrait, Set};
use uuid::Uuid;

use super::read::who;
use super::record;
use crate::comments::letters::{self, Reader};
use crate::comments::rules::{self, SAME_WITHIN_SECS, Wrong};
use crate::comments::store;

/// Says something under a thing; an answer to an answer stands under the same first comment. The same words sent again
/// are the comment that is there.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Forbidden`] by what the thing says of the viewer.
pub async fn say(
    app: &App,
    viewer: &Arc<Viewer>,
    on: (Subject, Uuid),
    answers: Option<CommentId>,
    words: &str,
) -> Result<Result<CommentId, Wrong>> {
    let hold = app.hold(viewer, on.0, on.1).await?;
    if !hold.speaks {
        return Err(Error::Forbidden);
    }
    let body = match rules::checked(words) {
        Ok(body) => body,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let said = store::of(app.store.read(), on.0, on.1).await?;
    let answers = match answers {
        Some(to) => {
            let to = said.iter().find(|comment| comment.id == to).ok_or(Error::NotFound)?;
            Some(to.answers.unwrap_or(to.id))
        }
        None => None,
    };
    let spoke = said.iter().filter(|comment| comment.deleted_at.is_none()).map(|comment| comment.author_id);
    let tell = rules::to_tell(&hold, spoke, viewer.person);
    let readers = readers(app, viewer.person, on, tell).await?;
    let (body, readers, federation) = (&body, &readers, hold.federation);
    let written = app.act(viewer, |tx| async move {
        let since = tx.at().plus_secs(-SAME_WITHIN_SECS);
        if let Some(there) = store::same(tx.db(), on, viewer.person, answers, body, since).await? {
            tx.quiet();
            return Ok(there.id);
        }
        let row = comments::ActiveModel {
            id: Set(tx.random_id()),
            federation_id: Set(federation),
            thing_kind: Set(on.0),
            thing_id: Set(on.1),
            answers: Set(answers),
            author_id: Set(viewer.person),
            body: Set(body.clone()),
            at: Set(tx.at()),
            edited_at: Set(None),
            deleted_at: Set(None),
            version: Set(1),
        };
        let row = row.insert(tx.db()).await?;
        tx.record(record("comment.say", &row));
        for reader in readers {
            letters::tell(app, &tx, row.federation_id, &row, reader).await?;
        }
        Ok(row.id)
    });
    Ok(Ok(written.await?))
}

/// Those of them who may see the thing, with what they may know of who speaks.
async fn readers(
    app: &App,
    speaker: PersonId,
    on: (Subject, Uuid),
    tell: impl IntoIterator<Item = PersonId>,
) -> Result<Vec<Reader>> {
    let db = app.store.read();
    let people = store::people(db, tell.into_iter().chain([speaker])).await?;
    let author = people.get(&speaker);
    let firm = author.and_then(|author| author.firm_id);
    let firms = names::firms(db, firm).await?;
    let firm = firm.and_then(|firm| firms.get(&firm).map(String::as_str));
    let mut readers = Vec::new();
    for person in people.values().filter(|person| person.id != speaker && person.left_at.is_none()) {
        let viewer = reader_of(app, person.clone()).await?;
        match app.hold(&viewer, on.0, on.1).await {
            Ok(hold) => {
                let who = who(&hold, speaker, author, firm);
                readers.push(Reader { person: person.clone(), hold, who });
            }
            // Who may no longer see it is not told.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(readers)
}

/// Somebody who is not signed in, as permissions see them.
pub async fn reader_of(app: &App, person: people::Model) -> Result<Arc<Viewer>> {
    Ok(Arc::new(sessions::load_viewer(app, person, None).await?))
}
