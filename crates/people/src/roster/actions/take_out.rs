//! The roster goes out: as rows for a file, and as entries for paper.

use std::collections::BTreeSet;

use dure_domain::{DataOutlet, FederationId, GroupId};
use dure_roster::{CsvEncoding, RosterRow, WriteError, write_csv, write_xlsx};
use dure_store::{Actor, Store};
use dure_tables::groups;
use dure_web::App;
use dure_web::access::{Reach, Thing, Viewer};
use dure_web::error::{Error, Result};

use super::super::access;
use super::super::export::{self, Selection};
use super::super::plan::snapshot::Snapshot;
use super::super::store;
use crate::data_access::actions as data_access;
use crate::data_access::rules::{Taking, Why};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// CSV in UTF-8 with the mark by which Excel knows it.
    Csv,
    /// CSV in CP949.
    Cp949,
}

/// What goes out, for a viewer.
pub struct Taken {
    /// The roster of the federation.
    pub roster: Snapshot,
    /// Groups that the viewer may take; none for all.
    pub groups: Option<Vec<GroupId>>,
    personal: Reach,
}

impl Taken {
    /// Whether the viewer may have mobile numbers and mail addresses of a group's people.
    pub fn personal(&self, group: Option<GroupId>) -> bool {
        self.personal.everything
            || self.personal.federations.contains(&self.roster.federation)
            || group.is_some_and(|group| self.personal.groups.contains(&group))
    }

    /// As rows.
    pub fn rows(&self) -> Vec<RosterRow> {
        let personal = |group| self.personal(group);
        export::rows(&self.roster, &Selection { groups: self.groups.as_deref(), personal: &personal })
    }

    /// What the log says of it.
    pub fn as_what(&self, group: Option<GroupId>, what: DataOutlet) -> Taking {
        Taking { federation: self.roster.federation, group, what, persons: persons(&self.rows()) }
    }
}

/// How many people stand in rows: a firm in two groups does not count its people twice.
pub fn persons(rows: &[RosterRow]) -> usize {
    let of = |row: &RosterRow| -> Vec<(String, String)> {
        let people = row.people.iter().chain(&row.contacts);
        people.map(|person| (row.firm.clone(), person.name.clone())).collect()
    };
    rows.iter().flat_map(of).collect::<BTreeSet<_>>().len()
}

/// Whether the viewer may take the roster of the group out at all, or of any where none is named.
pub async fn may_take_out(app: &App, viewer: &Viewer, group: Option<GroupId>) -> Result<()> {
    reach(app, viewer, group).await.map(|_| ())
}

/// The roster as far as the viewer may take it out: of one group, or of all within reach.
pub async fn take_out(app: &App, viewer: &Viewer, group: Option<GroupId>) -> Result<Taken> {
    let (federation, groups) = reach(app, viewer, group).await?;
    let roster = store::snapshot(app.store.read(), federation, app.now(), &[]).await?;
    Ok(Taken { roster, groups, personal: access::PERSONAL.reach(viewer) })
}

/// Whose roster, and of which groups; none for all.
async fn reach(
    app: &App,
    viewer: &Viewer,
    group: Option<GroupId>,
) -> Result<(FederationId, Option<Vec<GroupId>>)> {
    let db = app.store.read();
    let reach = access::EXPORT.reach(viewer);
    Ok(match group {
        Some(group) => {
            let found = store::groups_named(db, &[group]).await?.into_iter().next().ok_or(Error::NotFound)?;
            let thing = Thing { groups: vec![group], ..Thing::of_federation(found.federation_id) };
            access::EXPORT.require(viewer, &thing)?;
            (found.federation_id, Some(vec![group]))
        }
        None if reach.everything || reach.federations.contains(&viewer.federation) => {
            (viewer.federation, None)
        }
        None => (viewer.federation, Some(reach.groups)),
    })
}

/// Groups whose rosters the viewer may take out.
pub async fn groups_to_take(app: &App, viewer: &Viewer) -> Result<Vec<groups::Model>> {
    let reach = access::EXPORT.reach(viewer);
    let db = app.store.read();
    if reach.everything || !reach.federations.is_empty() {
        store::groups_of(db, viewer.federation).await
    } else {
        store::groups_named(db, &reach.groups).await
    }
}

/// Rows of a whole federation or one of its groups, for the command line.
pub async fn rows_of(
    store: &Store,
    federation: FederationId,
    group: Option<GroupId>,
) -> Result<Vec<RosterRow>> {
    let roster = store::snapshot(store.read(), federation, store.now(), &[]).await?;
    let groups = group.map(|group| vec![group]);
    Ok(export::rows(&roster, &Selection { groups: groups.as_deref(), personal: &|_| true }))
}

/// Notes that the command line takes the rows out.
pub async fn noted_by_command(store: &Store, taking: &Taking, why: &Why) -> Result<()> {
    store.write(Actor::System, |tx| async move { data_access::note(&tx, None, taking, why).await }).await
}

/// Writes a file.
///
/// # Errors
/// See [`WriteError`].
pub async fn write(rows: Vec<RosterRow>, format: Format) -> Result<Vec<u8>, WriteError> {
    let written = tokio::task::spawn_blocking(move || match format {
        Format::Xlsx => write_xlsx(&rows),
        Format::Csv => write_csv(&rows, CsvEncoding::Utf8Bom),
        Format::Cp949 => write_csv(&rows, CsvEncoding::Cp949),
    });
    written.await.unwrap_or_else(|error| Err(WriteError::Csv(error.to_string())))
}
