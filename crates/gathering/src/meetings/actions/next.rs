//! The next meeting, for other pages.

use dure_domain::GroupId;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use crate::meetings::rules::{self, Invited};
use crate::meetings::store::{self, Meeting};
use crate::meetings::{letter, rules::Roll};

/// Meetings among which the next one is chosen.
const LOOKED_AT: u64 = 4;
/// A meeting without a reply comes before an earlier one with it when it is at most so many days away.
const SOON_DAYS: i64 = 30;

/// A meeting with what its card shows.
#[derive(Debug)]
pub struct Next {
    /// The meeting.
    pub meeting: Meeting,
    /// The group, or the federation.
    pub whose: String,
    /// One's own reply.
    pub mine: Option<bool>,
    /// How many come and how many do not.
    pub tally: (i64, i64),
}

/// The next meeting to which the viewer is invited; one that still lacks the viewer's reply goes first.
pub async fn next_for(app: &App, viewer: &Viewer) -> Result<Option<Next>> {
    let (db, now) = (app.store.read(), app.now());
    let mut next = store::next_for(db, viewer.federation, viewer.all_groups(), now, LOOKED_AT).await?;
    next.retain(|meeting| rules::takes_replies(meeting, now));
    if next.is_empty() {
        return Ok(None);
    }
    let mine = store::replies_of(db, viewer.person, next.iter().map(|meeting| meeting.id)).await?;
    let soon = now.plus_days(SOON_DAYS);
    let open = next.iter().position(|meeting| !mine.contains_key(&meeting.id) && meeting.starts_at <= soon);
    let meeting = next.swap_remove(open.unwrap_or(0));
    let tally = store::tallies(db, [meeting.id]).await?.remove(&meeting.id).unwrap_or_default();
    let whose = letter::whose(app, &meeting).await?;
    Ok(Some(Next { whose, mine: mine.get(&meeting.id).copied(), tally, meeting }))
}

/// The group's next meeting, and who has not replied to it.
pub async fn silent_of(app: &App, group: GroupId) -> Result<Option<(Meeting, Vec<Invited>)>> {
    let db = app.store.read();
    let Some(meeting) = store::next_of_group(db, group, app.now(), 1).await?.pop() else { return Ok(None) };
    let replies = store::replies(db, meeting.id).await?;
    let Roll { silent, .. } = rules::roll(store::invited_of_group(db, group).await?, &replies);
    Ok(Some((meeting, silent)))
}
