//! Finding one difficulty, for those who may see it.

use dure_domain::{DifficultyId, DifficultyStatus, PersonId};
use dure_tables::difficulties::Model;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::{App, Hold};
use sea_orm::ConnectionTrait;

use super::ranking::{Helpers, rank_for};
use super::similar::{Similar, similar_to};
use crate::difficulties::{access, store};
use crate::difficulty::actions::posters_known;

/// What permissions look at. Its group is the one that it was put before.
pub async fn thing_of<C: ConnectionTrait>(db: &C, difficulty: &Model) -> Result<Thing> {
    let asked = store::asked_people(db, difficulty.id).await?;
    Ok(thing_with(difficulty, asked))
}

/// Like [`thing_of`], where it is known who was asked.
pub fn thing_with(difficulty: &Model, asked: Vec<PersonId>) -> Thing {
    Thing {
        federation: Some(difficulty.federation_id),
        groups: difficulty.group_id.into_iter().collect(),
        firm: Some(difficulty.firm_id),
        person: Some(difficulty.author_id),
        asked,
        visibility: Some(difficulty.visibility),
    }
}

/// The difficulty, if the viewer may see it. A draft is seen by its author alone.
///
/// # Errors
/// [`Error::NotFound`] for all others.
pub async fn find_for(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<Model> {
    Ok(found_for(app, viewer, id).await?.0)
}

/// A difficulty that is posted, for the command line, where nobody in particular looks.
pub async fn posted(app: &App, id: DifficultyId) -> Result<Option<Model>> {
    let found = store::find(app.store.read(), id).await?;
    Ok(found.filter(|difficulty| difficulty.status != DifficultyStatus::Draft))
}

/// Like [`find_for`], with what permissions look at.
pub async fn found_for(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<(Model, Thing)> {
    let db = app.store.read();
    let difficulty = store::find(db, id).await?.ok_or(Error::NotFound)?;
    if difficulty.status == DifficultyStatus::Draft && difficulty.author_id != viewer.person {
        return Err(Error::NotFound);
    }
    let thing = thing_of(db, &difficulty).await?;
    access::SEE.require(viewer, &thing)?;
    Ok((difficulty, thing))
}

/// A difficulty that the viewer may change.
pub async fn found_to_change(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<Model> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    access::ACT.require(viewer, &thing)?;
    Ok(difficulty)
}

/// What it lets the viewer do with its files.
///
/// # Errors
/// [`Error::NotFound`] for who may not see it.
pub async fn hold(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<Hold> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    let known = !posters_known(app.store.read(), viewer, [&difficulty]).await?.is_empty();
    let draft = difficulty.status == DifficultyStatus::Draft;
    let helping = store::helping(app.store.read(), id).await?;
    Ok(Hold {
        federation: difficulty.federation_id,
        path: format!("/difficulties/{id}{}", if draft { "/edit" } else { "" }),
        adds: access::FILE.allows(viewer, &thing),
        keeps: access::ACT.allows(viewer, &thing),
        anonymous: difficulty.anonymous,
        unnamed: !known,
        behind: difficulty.anonymous.then_some((difficulty.firm_id, difficulty.author_id)),
        speaks: !draft && access::NOTE.allows(viewer, &thing),
        concerned: std::iter::once(difficulty.author_id).chain(helping).collect(),
        title: difficulty.title,
    })
}

/// A difficulty with what its page shows.
pub struct Shown {
    /// The difficulty.
    pub difficulty: Model,
    /// The firm, none where the viewer may not know it.
    pub firm: Option<store::Poster>,
    /// Name of the group that it was put before, none where that would give the firm away.
    pub group: Option<String>,
    /// Whether the viewer answers for it.
    pub acts: bool,
    /// What is like it.
    pub similar: Similar,
    /// Who can help, for those who answer for it, while it is not closed.
    pub helpers: Option<Helpers>,
}

/// The difficulty and its surroundings, if the viewer may see it.
pub async fn show(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<Shown> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    let db = app.store.read();
    let known = !posters_known(db, viewer, [&difficulty]).await?.is_empty();
    let firm = if known { store::poster(db, difficulty.firm_id).await? } else { None };
    let group = match difficulty.group_id {
        Some(group) if known => store::group_name(db, group).await?,
        _ => None,
    };
    let acts = access::ACT.allows(viewer, &thing);
    let similar = similar_to(app, viewer, &difficulty).await?;
    let helpers = match difficulty.status {
        DifficultyStatus::Open | DifficultyStatus::Helping if acts => Some(rank_for(app, &difficulty).await?),
        _ => None,
    };
    Ok(Shown { difficulty, firm, group, acts, similar, helpers })
}
