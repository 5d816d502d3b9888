//! Looking at meetings: the list, one of them, and the next ones of a group.

use std::collections::BTreeMap;

use dure_domain::{FirmId, GroupId, MeetingId, Office, PersonId, Visibility};
use dure_tables::difficulties;
use dure_web::access::{Thing, Viewer};
use dure_web::error::Result;
use dure_web::{App, names};

use super::{announce, find_for};
use crate::meetings::rules::{self, Roll, Wanted};
pub use crate::meetings::store::PER_PAGE;
use crate::meetings::store::{self, Meeting};
use crate::meetings::{access, letter};

/// Difficulties shown as something to talk about.
const MOST_TO_TALK: u64 = 8;
/// Meetings shown on the group's page.
const MOST_OF_GROUP: u64 = 3;

/// What the list shows.
pub struct Listed {
    /// A page of meetings.
    pub meetings: Vec<Meeting>,
    /// On all pages.
    pub total: u64,
    /// One's own replies.
    pub mine: BTreeMap<MeetingId, bool>,
    /// Who comes and who does not.
    pub tallies: BTreeMap<MeetingId, (i64, i64)>,
    /// Names of the groups.
    pub groups: BTreeMap<GroupId, String>,
    /// Groups of the viewer, for the choice of one.
    pub choice: Vec<GroupId>,
    /// Which.
    pub wanted: Wanted,
    /// Whether the viewer may arrange one.
    pub may_arrange: bool,
}

/// A page of the meetings that the viewer may see.
pub async fn list(app: &App, viewer: &Viewer, wanted: Wanted) -> Result<Listed> {
    let db = app.store.read();
    let (meetings, total) = store::list(db, &access::SEE.reach(viewer), wanted, app.now()).await?;
    let ids = || meetings.iter().map(|meeting| meeting.id);
    let choice = viewer.all_groups();
    let groups = meetings.iter().filter_map(|meeting| meeting.group_id).chain(choice.iter().copied());
    Ok(Listed {
        mine: store::replies_of(db, viewer.person, ids()).await?,
        tallies: store::tallies(db, ids()).await?,
        groups: names::groups(db, groups).await?,
        may_arrange: access::ARRANGE.admit(Some(viewer)).is_ok(),
        meetings,
        total,
        choice,
        wanted,
    })
}

/// What the page of a meeting shows.
pub struct Portrait {
    /// The meeting.
    pub meeting: Meeting,
    /// The group, or the federation.
    pub whose: String,
    /// One's own reply.
    pub mine: Option<bool>,
    /// Whether the viewer is invited.
    pub may_reply: bool,
    /// Everybody's.
    pub roll: Roll,
    /// Open difficulties to talk about.
    pub talk: Vec<difficulties::Model>,
    /// Names of the firms that posted them.
    pub firms: BTreeMap<FirmId, String>,
    /// Whom an announcement would reach, where the viewer may arrange the meeting.
    pub arranging: Option<usize>,
}

/// The meeting for its page.
pub async fn show(app: &App, viewer: &Viewer, id: MeetingId) -> Result<Portrait> {
    let (db, meeting) = (app.store.read(), find_for(app, viewer, id).await?);
    let thing = access::thing_of(&meeting);
    let replies = store::replies(db, meeting.id).await?;
    let roll = roll_of(app, &meeting, &replies).await?;
    let talk = match meeting.group_id {
        Some(group) => store::to_talk_about(db, group, &open_to(viewer, group), MOST_TO_TALK).await?,
        None => Vec::new(),
    };
    let arranging = if access::ARRANGE.allows(viewer, &thing) && meeting.cancelled_at.is_none() {
        Some(announce::to_tell(db, &meeting).await?.len())
    } else {
        None
    };
    Ok(Portrait {
        whose: letter::whose(app, &meeting).await?,
        mine: replies.get(&viewer.person).copied(),
        may_reply: access::REPLY.allows(viewer, &thing),
        firms: names::firms(db, talk.iter().map(|row| row.firm_id)).await?,
        meeting,
        roll,
        talk,
        arranging,
    })
}

async fn roll_of(app: &App, meeting: &Meeting, replies: &BTreeMap<PersonId, bool>) -> Result<Roll> {
    let db = app.store.read();
    let mut invited = match meeting.group_id {
        Some(group) => store::invited_of_group(db, group).await?,
        None => Vec::new(),
    };
    // Whoever replies without being of the group (several groups together) stands in the roll too.
    let known: Vec<_> = invited.iter().map(|who| who.person).collect();
    let others: BTreeMap<_, _> =
        replies.iter().filter(|(who, _)| !known.contains(who)).map(|(a, b)| (*a, *b)).collect();
    invited.extend(store::who_replied(db, &others).await?);
    Ok(rules::roll(invited, replies))
}

/// The group hears of its own difficulties; guests from the federation of those that are open to all of it.
fn open_to(viewer: &Viewer, group: GroupId) -> Vec<Visibility> {
    let mut open = vec![Visibility::Federation, Visibility::All];
    let of_group = viewer.all_groups().contains(&group);
    open.extend((of_group || viewer.holds(Office::Staff)).then_some(Visibility::Group));
    open
}

/// What a group has before it.
pub struct Ahead {
    /// Whose meetings.
    pub group: GroupId,
    /// The next ones, soonest first.
    pub next: Vec<Meeting>,
    /// One's own replies.
    pub mine: BTreeMap<MeetingId, bool>,
    /// How many come and how many do not, as far as the viewer is invited.
    pub tallies: BTreeMap<MeetingId, (i64, i64)>,
    /// Whether the viewer is invited to meetings of this group.
    pub invited: bool,
    /// Whether the viewer may arrange one.
    pub may_arrange: bool,
}

/// The next meetings of a group, with one's own replies.
pub async fn ahead(app: &App, viewer: &Viewer, group: GroupId) -> Result<Ahead> {
    let db = app.store.read();
    let mut next = store::next_of_group(db, group, app.now(), MOST_OF_GROUP).await?;
    next.retain(|meeting| access::SEE.allows(viewer, &access::thing_of(meeting)));
    let thing = Thing { groups: vec![group], ..Thing::of_federation(viewer.federation) };
    let invited = viewer.all_groups().contains(&group);
    let counted = next.iter().filter(|_| invited).map(|meeting| meeting.id);
    Ok(Ahead {
        group,
        tallies: store::tallies(db, counted).await?,
        mine: store::replies_of(db, viewer.person, next.iter().map(|meeting| meeting.id)).await?,
        next,
        invited,
        may_arrange: access::ARRANGE.allows(viewer, &thing),
    })
}
