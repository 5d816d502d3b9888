//! The next meetings of a group, for the group's page.

use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::access::Thing;
use dure_web::error::Result;
use maud::Markup;

use crate::meetings::{access, pages, store};

/// Meetings shown on the group's page.
const MOST: u64 = 3;

/// What the group has before it: its next meetings, with one's own replies.
pub async fn of_group(visit: &Visit, group: GroupId) -> Result<Markup> {
    let (viewer, db) = (&visit.viewer, visit.app.store.read());
    let mut next = store::next_of_group(db, group, visit.app.now(), MOST).await?;
    next.retain(|meeting| access::SEE.allows(viewer, &access::thing_of(meeting)));
    let thing = Thing { groups: vec![group], ..Thing::of_federation(viewer.federation) };
    let invited = viewer.all_groups().contains(&group);
    let counted = next.iter().filter(|_| invited).map(|meeting| meeting.id);
    let shown = pages::section::Shown {
        group,
        tallies: store::tallies(db, counted).await?,
        mine: store::replies_of(db, viewer.person, next.iter().map(|meeting| meeting.id)).await?,
        next,
        invited,
        may_arrange: access::ARRANGE.allows(viewer, &thing),
    };
    Ok(pages::section::section(visit.lang(), &shown, visit.app.now()))
}
