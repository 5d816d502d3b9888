//! Looking at meetings.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use dure_domain::{GroupId, MeetingId, Visibility};
use dure_texts::shell;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::names;
use maud::Markup;
use serde::Deserialize;

use super::Done;
use crate::meetings::rules::{self, Roll};
use crate::meetings::store::{self, Meeting, Wanted};
use crate::meetings::{access, actions, calendar, letter, pages};

/// Difficulties shown as something to talk about.
const MOST_TO_TALK: u64 = 8;

/// Which meetings a list shows.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Listing {
    when: Option<String>,
    group: Option<GroupId>,
    page: Option<u64>,
}

/// `GET /meetings`
pub async fn list(visit: Visit, Query(listing): Query<Listing>) -> Result<Markup> {
    let (app, viewer, now) = (&visit.app, &visit.viewer, visit.app.now());
    let db = app.store.read();
    let upcoming = listing.when.as_deref() != Some("past");
    let wanted = Wanted { upcoming, group: listing.group, page: listing.page.unwrap_or(1).max(1) };
    let (meetings, total) = store::list(db, &access::SEE.reach(viewer), wanted, now).await?;
    let ids = || meetings.iter().map(|meeting| meeting.id);
    let choice = viewer.all_groups();
    let group_ids = meetings.iter().filter_map(|meeting| meeting.group_id).chain(choice.iter().copied());
    let shown = pages::list::Shown {
        mine: store::replies_of(db, viewer.person, ids()).await?,
        tallies: store::tallies(db, ids()).await?,
        groups: names::groups(db, group_ids).await?,
        may_arrange: access::ARRANGE.admit(Some(viewer)).is_ok(),
        meetings,
        total,
        choice,
        wanted,
    };
    let lang = visit.lang();
    Ok(visit.page(shell::menu_meetings(lang), pages::list::body(lang, &shown, now)))
}

/// `GET /meetings/{id}`
pub async fn show(visit: Visit, Path(id): Path<MeetingId>, Query(done): Query<Done>) -> Result<Markup> {
    let meeting = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let shown = gather(&visit, meeting, done.done).await?;
    let body = pages::one::body(visit.lang(), &shown, visit.app.now());
    Ok(visit.page(&shown.meeting.title, body))
}

async fn gather(visit: &Visit, meeting: Meeting, done: Option<String>) -> Result<pages::one::Shown> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let db = app.store.read();
    let thing = access::thing_of(&meeting);
    let replies = store::replies(db, meeting.id).await?;
    let roll = roll_of(visit, &meeting, &replies).await?;
    let talk = match meeting.group_id {
        Some(group) => store::to_talk_about(db, group, &open_to(visit, group), MOST_TO_TALK).await?,
        None => Vec::new(),
    };
    let posters = talk.iter().map(|row| row.firm_id);
    let arranging = if access::ARRANGE.allows(viewer, &thing) && meeting.cancelled_at.is_none() {
        Some(actions::announce::to_tell(db, &meeting).await?.len())
    } else {
        None
    };
    Ok(pages::one::Shown {
        whose: letter::whose(app, &meeting).await?,
        mine: replies.get(&viewer.person).copied(),
        may_reply: access::REPLY.allows(viewer, &thing),
        firms: names::firms(db, posters).await?,
        meeting,
        roll,
        talk,
        arranging,
        done,
    })
}

async fn roll_of(
    visit: &Visit,
    meeting: &Meeting,
    replies: &BTreeMap<dure_domain::PersonId, bool>,
) -> Result<Roll> {
    let db = visit.app.store.read();
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
fn open_to(visit: &Visit, group: GroupId) -> Vec<Visibility> {
    let mut open = vec![Visibility::Federation, Visibility::All];
    let of_group = visit.viewer.all_groups().contains(&group);
    let of_staff = visit.viewer.holds(dure_domain::Office::Staff);
    open.extend((of_group || of_staff).then_some(Visibility::Group));
    open
}

/// `GET /meetings/{id}/calendar.ics`
pub async fn calendar(visit: Visit, Path(id): Path<MeetingId>) -> Result<impl IntoResponse> {
    let meeting = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let whose = letter::whose(&visit.app, &meeting).await?;
    let url = visit.app.config.url(&format!("/meetings/{id}"));
    Ok(calendar::answer(calendar::file(&meeting, &whose, &url, visit.app.now())))
}
