//! For which firm one writes, and before which groups the firm may put it.

use dure_domain::{DifficultyId, FederationId, FirmId, GroupId};
use dure_tables::difficulties::Model;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};

use crate::difficulties::{access, store};

/// Firms offered to choose from at once.
pub const FIRMS_SHOWN: u64 = 50;

/// A firm at whose desk one sits to write.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The firm.
    pub firm: FirmId,
    /// Its name.
    pub name: String,
    /// Its federation.
    pub federation: FederationId,
    /// The federation's name.
    pub federation_name: String,
    /// Its groups, with names; the one that the writer looks after first.
    pub groups: Vec<(GroupId, String)>,
    /// Whether somebody else writes for it.
    pub on_behalf: bool,
    /// Whether the firm has left.
    pub gone: bool,
}

impl Desk {
    /// Its groups.
    pub fn group_ids(&self) -> Vec<GroupId> {
        self.groups.iter().map(|(id, _)| *id).collect()
    }
}

/// The desk of this firm, else of the viewer's own. None for a viewer without a firm who names none.
///
/// # Errors
/// [`Error::Forbidden`] when the viewer may not write for the firm.
pub async fn desk(app: &App, viewer: &Viewer, wanted: Option<FirmId>) -> Result<Option<Desk>> {
    let Some(firm) = wanted.or(viewer.firm) else { return Ok(None) };
    let desk = at(app, viewer, firm).await?;
    if desk.gone {
        return Err(Error::NotFound);
    }
    let thing = Thing {
        federation: Some(desk.federation),
        groups: desk.group_ids(),
        firm: Some(desk.firm),
        ..Thing::default()
    };
    access::POST.require(viewer, &thing)?;
    Ok(Some(desk))
}

/// The desk at which a difficulty was written.
pub async fn desk_of(app: &App, viewer: &Viewer, difficulty: &Model) -> Result<Desk> {
    at(app, viewer, difficulty.firm_id).await
}

async fn at(app: &App, viewer: &Viewer, firm: FirmId) -> Result<Desk> {
    let db = app.store.read();
    let row = store::firm(db, firm).await?.ok_or(Error::NotFound)?;
    let mut groups = store::groups_of(db, firm).await?;
    let looks_after = viewer.all_groups();
    groups.sort_by_key(|(id, name)| (!looks_after.contains(id), name.clone()));
    Ok(Desk {
        firm,
        name: row.name,
        federation: row.federation_id,
        federation_name: store::federation_name(db, row.federation_id).await?,
        groups,
        on_behalf: viewer.firm != Some(firm),
        gone: row.left_at.is_some(),
    })
}

/// Firms for which the viewer may write, by name, narrowed to names that hold the words.
pub async fn firms_to_write_for(app: &App, viewer: &Viewer, words: &str) -> Result<Vec<(FirmId, String)>> {
    let reach = access::ON_BEHALF.reach(viewer);
    store::firms_within(app.store.read(), &reach, words.trim(), FIRMS_SHOWN).await
}

/// A row for a draft that is about to be written; nothing is stored yet.
pub fn new_draft(app: &App) -> DifficultyId {
    app.store.random_id()
}
