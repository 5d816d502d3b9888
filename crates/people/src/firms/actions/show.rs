//! A firm as the register has it.

use dure_domain::FirmId;
use dure_tables::{cases, firms, people};
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::Result;
use dure_web::secretariat;

use super::super::store::Ties;
use super::super::{access, store};

/// What the register says of a firm.
pub struct Portrait {
    /// The firm.
    pub firm: firms::Model,
    /// Its groups, the oldest membership first.
    pub ties: Ties,
    /// Its people.
    pub people: Vec<people::Model>,
    /// What was solved with it.
    pub cases: Vec<cases::Model>,
    /// Whether the viewer may change what it says of itself.
    pub may_edit: bool,
}

impl Portrait {
    /// The firm, as permissions to act on it see it.
    pub fn thing(&self) -> Thing {
        access::thing(&self.firm, secretariat::first(self.ties.iter().map(|(tie, _)| tie)))
    }
}

/// The firm, for who may see it.
pub async fn show(app: &App, viewer: &Viewer, id: FirmId) -> Result<Portrait> {
    let firm = super::find_for(app, viewer, id).await?;
    let db = app.store.read();
    let ties = store::ties_of(db, vec![id]).await?;
    let thing = access::thing(&firm, secretariat::first(ties.iter().map(|(tie, _)| tie)));
    Ok(Portrait {
        people: store::people_of(db, id).await?,
        cases: store::solved_with(db, &firm).await?,
        may_edit: access::EDIT.allows(viewer, &thing),
        ties,
        firm,
    })
}
