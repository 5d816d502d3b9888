//! Choosing firms in a form: those that are chosen, and those that answer to the words typed.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupId};
use dure_people::firms::actions as directory;
use dure_tables::firms;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::names;

use crate::foundings::store;

/// Firms offered for the words typed.
const MOST_OFFERED: usize = 12;
/// Firms that one form may name.
const MOST_CHOSEN: usize = 60;

/// A firm to choose.
#[derive(Debug, Clone)]
pub struct FirmLine {
    /// The firm.
    pub firm: firms::Model,
    /// Names of the groups that it is a member of.
    pub groups: Vec<String>,
}

/// A choice of firms as it stands.
#[derive(Debug, Clone, Default)]
pub struct Picked {
    /// Firms that are chosen, in the order in which they came.
    pub chosen: Vec<FirmLine>,
    /// Firms that answer to the words.
    pub offered: Vec<FirmLine>,
    /// The words.
    pub typed: String,
}

/// Reads what is chosen and what the words find. Firms of other federations are left out.
pub async fn picked(app: &App, viewer: &Viewer, chosen: &[FirmId], typed: &str) -> Result<Picked> {
    let mut seen = BTreeSet::new();
    let chosen: Vec<FirmId> =
        chosen.iter().copied().filter(|id| seen.insert(*id)).take(MOST_CHOSEN).collect();
    let mut found = match typed.trim() {
        "" => Vec::new(),
        typed => directory::found_for(app, viewer.federation, typed).await?.0,
    };
    found.retain(|id| !seen.contains(id));
    found.truncate(MOST_OFFERED);
    let lines = lines(app, viewer, chosen.iter().chain(&found).copied()).await?;
    let pick = |ids: &[FirmId]| ids.iter().filter_map(|id| lines.get(id).cloned()).collect();
    Ok(Picked { chosen: pick(&chosen), offered: pick(&found), typed: typed.trim().to_owned() })
}

async fn lines(
    app: &App,
    viewer: &Viewer,
    ids: impl Iterator<Item = FirmId>,
) -> Result<BTreeMap<FirmId, FirmLine>> {
    let db = app.store.read();
    let mut firms = store::firms(db, ids).await?;
    firms.retain(|_, firm| firm.federation_id == viewer.federation && firm.left_at.is_none());
    let members = store::memberships_of(db, firms.keys().copied()).await?;
    let groups: BTreeSet<GroupId> = members.iter().map(|row| row.group_id).collect();
    let names = names::groups(db, groups).await?;
    let groups = |id: FirmId| {
        let own = members.iter().filter(|row| row.firm_id == id);
        own.filter_map(|row| names.get(&row.group_id).cloned()).collect()
    };
    Ok(firms.into_iter().map(|(id, firm)| (id, FirmLine { groups: groups(id), firm })).collect())
}
