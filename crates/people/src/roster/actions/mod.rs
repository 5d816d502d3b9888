//! The verbs of rosters: bring in, look through, take in, give back, take out.

mod bring_in;
mod duplicates;
mod history;
mod look_through;
mod places;
mod take_in;
mod take_out;

pub use bring_in::{Refused, Target, Upload, bring_in};
pub use duplicates::{Merge, Side, compare, keep_apart, merge, pairs};
pub use history::{HistoryLine, federation_name, group_name, history, targets};
pub use look_through::{bad_rows, check_sheet, choose, look_through, preview_of};
pub use places::{columns_of, federation_named, federations, group_named, group_names, kept, unkept};
pub use take_in::{IMPORT, start, take_in, take_in_job};
pub use take_out::{
    Format, Taken, groups_to_take, may_take_out, noted_by_command, persons, rows_of, take_out, write,
};

use dure_domain::ImportId;
use dure_tables::imports;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};

use super::access;
use super::choices::{Choices, Scope};
use super::store;

/// Uploaded and looked through; nothing is written yet.
pub const LOOKING: &str = "looking";
/// Told to be taken in; the job has not begun.
pub const WAITING: &str = "waiting";
/// Being taken in.
pub const RUNNING: &str = "running";
/// Taken in.
pub const DONE: &str = "done";

/// How far the viewer's imports may reach in a federation.
pub fn scope_of(viewer: &Viewer, federation: dure_domain::FederationId) -> Option<Scope> {
    let reach = access::IMPORT.reach(viewer);
    if reach.everything || reach.federations.contains(&federation) {
        return Some(Scope::Federation);
    }
    (federation == viewer.federation && !reach.groups.is_empty()).then_some(Scope::Groups(reach.groups))
}

/// An import that the viewer may see: the own ones, and those of the own federation for its staff.
pub async fn find(app: &App, viewer: &Viewer, id: ImportId) -> Result<imports::Model> {
    let import = store::import(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE_IMPORT
        .require(viewer, &Thing { person: import.person_id, ..Thing::of_federation(import.federation_id) })?;
    Ok(import)
}

/// The choices that are kept with an import.
pub fn choices_of(import: &imports::Model) -> Result<Choices> {
    if import.mapping.is_empty() {
        return Ok(Choices::default());
    }
    serde_json::from_str(&import.mapping).map_err(|error| Error::Internal(error.to_string()))
}
