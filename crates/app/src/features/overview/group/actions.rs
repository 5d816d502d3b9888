//! The viewer's other groups.

use dure_domain::GroupId;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, names};

/// The groups that the viewer belongs to, but for this one: (key, name), by name.
pub async fn others(app: &App, viewer: &Viewer, group: GroupId) -> Result<Vec<(GroupId, String)>> {
    let ids = viewer.all_groups().into_iter().filter(|own| *own != group);
    let mut others: Vec<_> = names::groups(app.store.read(), ids).await?.into_iter().collect();
    others.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(others)
}
