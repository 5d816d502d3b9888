//! A firm with all that its page tells.

use dure_domain::FirmId;
use dure_tables::{cases, difficulties, firms, people, resources};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::super::store::Ties;
use super::super::{access, store};
use crate::features::difficulties::actions as posted;
use crate::features::resources::actions as shared;

/// What the page of a firm tells.
pub struct Portrait {
    /// The firm.
    pub firm: firms::Model,
    /// Its groups, the oldest membership first.
    pub ties: Ties,
    /// Its people.
    pub people: Vec<people::Model>,
    /// What it shares.
    pub resources: Vec<resources::Model>,
    /// What it needs help with, as far as the viewer may see.
    pub difficulties: Vec<difficulties::Model>,
    /// What was solved with it.
    pub cases: Vec<cases::Model>,
    /// Whether the viewer may change what it says of itself.
    pub may_edit: bool,
    /// Whether the viewer may add people to it.
    pub may_add: bool,
}

/// The firm for its page.
pub async fn show(app: &App, viewer: &Viewer, id: FirmId) -> Result<Portrait> {
    let firm = super::find_for(app, viewer, id).await?;
    let db = app.store.read();
    let ties = store::ties_of(db, vec![id]).await?;
    let thing = access::thing(&firm, ties.iter().map(|(tie, _)| tie.group_id).collect());
    Ok(Portrait {
        people: store::people_of(db, id).await?,
        resources: shared::of_firm(db, id).await?,
        difficulties: posted::open_of_firm(app, viewer, id).await?,
        cases: store::solved_with(db, &firm).await?,
        may_edit: access::EDIT.allows(viewer, &thing),
        may_add: crate::features::members::access::ADD.allows(viewer, &thing),
        ties,
        firm,
    })
}
