//! The federation registers a group that was put before it, or sends it back.

use dure_domain::{FoundingId, FoundingState};
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::Set;

use super::found::found_if_enough;
use super::scene::seen;
use super::trail::rewrite;
use crate::foundings::{access, letters, store};

/// The federation registers a proposed group: it is founded with all who have confirmed.
///
/// # Errors
/// [`Error::Rule`] where firms are missing or two are of one industry, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn register(app: &App, viewer: &Viewer, id: FoundingId) -> Result<()> {
    let (.., thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)?;
    app.act(viewer, |tx| {
        let viewer = viewer.clone();
        async move {
            let founding = store::founding(tx.db(), id).await?;
            if founding.state != FoundingState::Proposed {
                return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
            }
            match found_if_enough(&tx, &founding).await? {
                Some(_) => Ok(()),
                None => Err(Error::Rule(texts::cannot_be_registered(viewer.lang).to_owned())),
            }
        }
    })
    .await?;
    app.viewers.clear();
    Ok(())
}

/// The federation sends a proposal back with a word; who brought it mends it and puts it forward again.
///
/// # Errors
/// [`Error::Rule`] without a word, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn send_back(app: &App, viewer: &Viewer, id: FoundingId, word: &str) -> Result<()> {
    let (.., thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)?;
    if word.trim().is_empty() {
        return Err(Error::Rule(texts::word_missing(viewer.lang).to_owned()));
    }
    app.act(viewer, |tx| {
        let (viewer, word) = (viewer.clone(), word.trim().to_owned());
        async move {
            let founding = store::founding(tx.db(), id).await?;
            if founding.state != FoundingState::Proposed {
                return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
            }
            let founding = rewrite(&tx, "founding.return", &founding, |row| {
                row.state = Set(FoundingState::Returned);
                row.word = Set(word);
            })
            .await?;
            letters::sent_back(&tx, &founding).await
        }
    })
    .await
}
