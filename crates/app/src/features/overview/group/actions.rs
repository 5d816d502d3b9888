//! The viewer's other groups.

use dure_domain::GroupId;
use dure_people::groups;
use dure_web::Visit;
use dure_web::error::Result;

/// A group that the viewer belongs to.
pub struct Own {
    /// Its key.
    pub id: GroupId,
    /// Its name.
    pub name: String,
}

/// The groups that the viewer belongs to, but for this one.
pub async fn others(visit: &Visit, group: GroupId) -> Result<Vec<Own>> {
    let ids = visit.viewer.all_groups().into_iter().filter(|own| *own != group).collect();
    let names = groups::actions::names(&visit.app, ids).await?;
    Ok(names.into_iter().map(|(id, name)| Own { id, name }).collect())
}
