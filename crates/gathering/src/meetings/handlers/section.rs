//! The next meetings of a group, for the group's page.

use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;

use crate::meetings::{actions, pages};

/// What the group has before it: its next meetings, with one's own replies.
pub async fn of_group(visit: &Visit, group: GroupId) -> Result<Markup> {
    let ahead = actions::look::ahead(&visit.app, &visit.viewer, group).await?;
    Ok(pages::section::section(visit.lang(), &ahead, visit.app.now()))
}
