//! The list of groups, and one with its roster.

use dure_domain::GroupId;
use dure_tables::groups;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::super::store::{Line, Roster};
use super::super::{access, store};

/// Groups on a page.
pub const PER_PAGE: u64 = 24;

/// One page of the list.
pub struct Listed {
    /// The groups, the viewer's own first.
    pub lines: Vec<Line>,
    /// How many there are on all pages.
    pub total: u64,
    /// Groups that the viewer belongs to.
    pub own: Vec<GroupId>,
}

/// The groups of the viewer's federation.
pub async fn list(app: &App, viewer: &Viewer, page: u64) -> Result<Listed> {
    let own = viewer.all_groups();
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (lines, total) =
        store::page(app.store.read(), viewer.federation, own.clone(), offset, PER_PAGE).await?;
    Ok(Listed { lines, total, own })
}

/// What the page of a group tells.
pub struct Portrait {
    /// The group.
    pub group: groups::Model,
    /// Its members and offices now.
    pub roster: Roster,
    /// Whether it is a group that the viewer belongs to.
    pub is_own: bool,
    /// Whether the viewer may change name, rhythm, place and charter.
    pub may_edit: bool,
    /// Whether the viewer may see its history.
    pub sees_history: bool,
    /// Whether the viewer may take in and see off members.
    pub may_keep: bool,
    /// Whether the viewer may give and end offices.
    pub may_appoint: bool,
}

/// The group for its page.
pub async fn show(app: &App, viewer: &Viewer, id: GroupId) -> Result<Portrait> {
    let group = super::find_for(app, viewer, id).await?;
    let thing = access::thing(&group);
    Ok(Portrait {
        roster: store::roster(app.store.read(), id).await?,
        is_own: viewer.all_groups().contains(&id),
        sees_history: access::HISTORY.allows(viewer, &thing),
        may_edit: access::EDIT.allows(viewer, &thing),
        may_keep: access::KEEP_MEMBERS.allows(viewer, &thing),
        may_appoint: access::APPOINT.allows(viewer, &thing),
        group,
    })
}
