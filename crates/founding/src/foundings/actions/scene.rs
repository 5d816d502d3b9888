//! Everything that the page of a founding shows, read at once.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, FoundingId, GroupId, InvitationId, InvitationState};
use dure_tables::{firms, foundings, invitations, people};
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::names;

use super::found::{Hindrance, hindrances};
use super::prospect::{Prospect, prospect};
use crate::foundings::{access, rules, store};

/// One invitation with its firm and the person to whom it went.
#[derive(Debug, Clone)]
pub struct Line {
    /// The invitation.
    pub invitation: invitations::Model,
    /// The firm.
    pub firm: firms::Model,
    /// The executive; none where there is nobody to write to.
    pub person: Option<people::Model>,
}

/// A founding as one viewer finds it.
pub struct Scene {
    /// The founding.
    pub founding: foundings::Model,
    /// Who was invited and is still meant: those who accepted first, then who waits, then who declined.
    pub lines: Vec<Line>,
    /// The viewer's own invitation.
    pub own: Option<Line>,
    /// Whether the viewer leads it: the federation's staff.
    pub leads: bool,
    /// Whether the viewer may mend the proposal.
    pub may_mend: bool,
    /// How many have accepted.
    pub accepted: usize,
    /// What keeps the group from being founded.
    pub hindrances: Vec<Hindrance>,
    /// What the group would be good for.
    pub prospect: Prospect,
    /// Names of the groups that firms leave.
    pub groups: BTreeMap<GroupId, String>,
    /// Who opened it.
    pub opened_by: Option<people::Model>,
}

impl Scene {
    /// The firm of this key, among the lines.
    pub fn firm(&self, id: FirmId) -> Option<&firms::Model> {
        self.lines.iter().map(|line| &line.firm).find(|firm| firm.id == id)
    }

    /// How many firms are missing.
    pub fn missing(&self) -> usize {
        usize::try_from(self.founding.needed).unwrap_or_default().saturating_sub(self.accepted)
    }

    /// How many have not answered.
    pub fn waiting(&self) -> usize {
        self.count(InvitationState::Waiting)
    }

    /// How many are in this state.
    pub fn count(&self, state: InvitationState) -> usize {
        self.lines.iter().filter(|line| line.invitation.state == state).count()
    }
}

/// The founding with its invitations, for whoever may see it.
///
/// # Errors
/// [`Error::NotFound`]
pub(super) async fn seen(
    app: &App,
    viewer: &Viewer,
    id: FoundingId,
) -> Result<(foundings::Model, Vec<invitations::Model>, Thing)> {
    let db = app.store.read();
    let founding = store::founding(db, id).await?;
    let invited = store::invitations_of(db, id).await?;
    let thing = access::thing(viewer, &founding, &invited);
    access::SEE.require(viewer, &thing)?;
    Ok((founding, invited, thing))
}

/// What the page of a founding shows.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn scene(app: &App, viewer: &Viewer, id: FoundingId) -> Result<Scene> {
    let (founding, invited, thing) = seen(app, viewer, id).await?;
    let db = app.store.read();
    let hindrances = hindrances(db, &founding, &invited).await?;
    let leaves: BTreeSet<GroupId> = invited.iter().filter_map(|one| one.leaves_id).collect();
    let groups = names::groups(db, leaves.into_iter().chain(founding.group_id)).await?;
    let opener = store::people(db, founding.opened_by).await?;
    let lines = lines(app, invited).await?;
    let own =
        |line: &&Line| line.invitation.person_id == Some(viewer.person) || viewer.firm == Some(line.firm.id);
    let firms: Vec<&firms::Model> = lines
        .iter()
        .filter(|line| line.invitation.state != InvitationState::Declined)
        .map(|line| &line.firm)
        .collect();
    Ok(Scene {
        own: lines.iter().find(own).cloned(),
        leads: access::OPEN.allows(viewer, &thing),
        may_mend: access::MEND.allows(viewer, &thing),
        accepted: lines.iter().filter(|line| line.invitation.state == InvitationState::Accepted).count(),
        prospect: prospect(&firms, &rules::rules_of(&founding.rules)),
        opened_by: opener.into_values().next(),
        hindrances,
        groups,
        lines,
        founding,
    })
}

async fn lines(app: &App, invited: Vec<invitations::Model>) -> Result<Vec<Line>> {
    let db = app.store.read();
    let firms = store::firms(db, invited.iter().map(|one| one.firm_id)).await?;
    let people = store::people(db, invited.iter().filter_map(|one| one.person_id)).await?;
    let line = |invitation: invitations::Model| {
        let firm = firms.get(&invitation.firm_id)?.clone();
        let person = invitation.person_id.and_then(|id| people.get(&id)).cloned();
        (invitation.state != InvitationState::Withdrawn).then_some(Line { invitation, firm, person })
    };
    let mut lines: Vec<Line> = invited.into_iter().filter_map(line).collect();
    lines.sort_by_key(|line| match line.invitation.state {
        InvitationState::Accepted => 0,
        InvitationState::Waiting => 1,
        _ => 2,
    });
    Ok(lines)
}

/// One invitation with its founding, for the pages on which it is answered.
pub struct Found {
    /// The founding.
    pub founding: foundings::Model,
    /// The invitation with its firm and executive.
    pub line: Line,
    /// The other firms that are meant, whatever they answered.
    pub others: Vec<Line>,
    /// The name of the group that the firm leaves.
    pub leaves: Option<String>,
}

/// The invitation of this key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn find(app: &App, id: InvitationId) -> Result<Found> {
    let db = app.store.read();
    let invitation = store::invitation(db, id).await?;
    let founding = store::founding(db, invitation.founding_id).await?;
    let all = store::invitations_of(db, founding.id).await?;
    let own = lines(app, vec![invitation.clone()]).await?.into_iter().next();
    let line = match own {
        Some(line) => line,
        // Taken back: the page says so.
        None => {
            let firm = store::firms(db, [invitation.firm_id]).await?.into_values().next();
            let person = store::people(db, invitation.person_id).await?.into_values().next();
            Line { firm: firm.ok_or(Error::NotFound)?, person, invitation }
        }
    };
    let mut others = lines(app, all).await?;
    others.retain(|other| other.invitation.id != id);
    let leaves = names::groups(db, line.invitation.leaves_id).await?;
    Ok(Found { founding, others, leaves: leaves.into_values().next(), line })
}

/// The invitation, if the viewer may answer it.
pub async fn find_to_answer(app: &App, viewer: &Viewer, id: InvitationId) -> Result<Found> {
    let found = find(app, id).await?;
    access::ANSWER.require(viewer, &access::invitation(&found.line.invitation))?;
    Ok(found)
}
