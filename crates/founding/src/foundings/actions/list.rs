//! Lists of foundings, and what waits for a person.

use std::collections::BTreeMap;

use dure_domain::{FoundingId, InvitationState};
use dure_tables::{foundings, invitations};
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::Result;

use crate::foundings::{access, store};

/// Foundings on a page.
pub const PER_PAGE: u64 = 24;

/// How the firms of a founding have answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many will join.
    pub accepted: i64,
    /// How many have not answered.
    pub waiting: i64,
    /// How many will not.
    pub declined: i64,
}

/// One page of the list.
pub struct Listed {
    /// The foundings, the latest first.
    pub rows: Vec<(foundings::Model, Tally)>,
    /// How many there are on all pages.
    pub total: u64,
    /// Requests for a group that are open.
    pub open_requests: u64,
    /// Whether the viewer is of the federation's staff.
    pub leads: bool,
}

/// Foundings that concern the viewer; all of the federation for its staff. `ended` says which.
pub async fn list(app: &App, viewer: &Viewer, ended: bool, page: u64) -> Result<Listed> {
    let db = app.store.read();
    let leads = access::OPEN.allows(viewer, &Thing::of_federation(viewer.federation));
    let reach = access::SEE.reach(viewer);
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (rows, total) = store::page(db, &reach, ended, offset, PER_PAGE).await?;
    let tallies = tallies(app, rows.iter().map(|row| row.id).collect()).await?;
    let tally = |id: FoundingId| tallies.get(&id).copied().unwrap_or_default();
    Ok(Listed {
        rows: rows.into_iter().map(|row| (row.clone(), tally(row.id))).collect(),
        total,
        open_requests: store::open_requests(db, &access::SEE_REQUEST.reach(viewer)).await?,
        leads,
    })
}

async fn tallies(app: &App, ids: Vec<FoundingId>) -> Result<BTreeMap<FoundingId, Tally>> {
    let mut tallies: BTreeMap<FoundingId, Tally> = BTreeMap::new();
    for (id, state, count) in store::counts(app.store.read(), ids).await? {
        let tally = tallies.entry(id).or_default();
        match state {
            InvitationState::Accepted => tally.accepted = count,
            InvitationState::Waiting => tally.waiting = count,
            InvitationState::Declined => tally.declined = count,
            InvitationState::Withdrawn => {}
        }
    }
    Ok(tallies)
}

/// An invitation that waits for an answer.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The founding.
    pub founding: foundings::Model,
    /// The invitation.
    pub invitation: invitations::Model,
}

/// Invitations that wait for this person or this person's firm, the oldest first.
pub async fn waiting_for(app: &App, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let rows = store::waiting_for(app.store.read(), viewer.person, viewer.firm).await?;
    Ok(rows.into_iter().map(|(invitation, founding)| Waiting { founding, invitation }).collect())
}

/// For staff: foundings that lack acceptances and proposals to look at, the oldest first, at most `most`; with how
/// their firms have answered.
pub async fn short_of_acceptances(
    app: &App,
    viewer: &Viewer,
    most: u64,
) -> Result<Vec<(foundings::Model, Tally)>> {
    if !access::OPEN.allows(viewer, &Thing::of_federation(viewer.federation)) {
        return Ok(Vec::new());
    }
    let rows = store::under_way(app.store.read(), viewer.federation, most).await?;
    let tallies = tallies(app, rows.iter().map(|row| row.id).collect()).await?;
    let tally = |id: FoundingId| tallies.get(&id).copied().unwrap_or_default();
    Ok(rows.into_iter().map(|row| (row.clone(), tally(row.id))).collect())
}
