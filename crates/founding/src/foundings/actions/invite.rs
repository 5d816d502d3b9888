//! Inviting firms to a founding that is there: one invitation each, with its letter and its reminder.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupId, InvitationState, Moment, PersonId};
use dure_store::Tx;
use dure_tables::{firms, foundings, invitations, people};
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};

use super::open::Joining;
use super::remind::REMIND;
use super::trail::record_invitation;
use crate::foundings::letters::{self, Invited};
use crate::foundings::rules::{self, REMIND_AFTER_DAYS};
use crate::foundings::store;

/// Firms of one transaction, with the executives to write to and the groups they would leave.
pub struct Directory {
    /// The firms.
    pub firms: BTreeMap<FirmId, firms::Model>,
    /// Names of the groups.
    pub groups: BTreeMap<GroupId, String>,
    /// Whom to write to; none for a firm without people.
    pub executives: BTreeMap<FirmId, people::Model>,
    people: BTreeSet<(FirmId, PersonId)>,
}

impl Directory {
    /// Reads these firms and groups.
    pub async fn read(
        tx: &Tx,
        firms: impl IntoIterator<Item = FirmId>,
        groups: impl IntoIterator<Item = GroupId>,
    ) -> Result<Self> {
        let firms = store::firms(tx.db(), firms).await?;
        let groups = store::groups(tx.db(), groups).await?;
        let known = store::executives(tx.db(), &firms).await?;
        let people =
            known.iter().flat_map(|(firm, all)| all.iter().map(|(one, _)| (*firm, one.person))).collect();
        let executives = known.into_iter().filter_map(|(firm, all)| {
            let (known, people): (Vec<_>, Vec<_>) = all.into_iter().unzip();
            let chosen = rules::addressee(&known)?.person;
            Some((firm, people.into_iter().find(|person| person.id == chosen)?))
        });
        Ok(Self {
            executives: executives.collect(),
            groups: groups.into_iter().map(|(id, group)| (id, group.name)).collect(),
            firms,
            people,
        })
    }

    /// Whether this person still is of this firm.
    pub fn is_of(&self, firm: FirmId, person: PersonId) -> bool {
        self.people.contains(&(firm, person))
    }

    fn firm(&self, id: FirmId) -> Result<&firms::Model> {
        self.firms.get(&id).ok_or(Error::NotFound)
    }
}

/// Invites a firm; gives whether there is somebody with a mail address to write to. `companions` are the
/// other firms that the letter names.
pub(super) async fn invite(
    app: &App,
    tx: &Tx,
    directory: &Directory,
    founding: &foundings::Model,
    joining: Joining,
    companions: &[FirmId],
) -> Result<bool> {
    let firm = directory.firm(joining.firm)?;
    let person = directory.executives.get(&firm.id);
    let row = invitations::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(founding.federation_id),
        founding_id: Set(founding.id),
        firm_id: Set(firm.id),
        person_id: Set(person.map(|person| person.id)),
        leaves_id: Set(joining.leaves),
        state: Set(InvitationState::Waiting),
        answer: Set(String::new()),
        invited_at: Set(tx.at()),
        answered_at: Set(None),
        joined_at: Set(None),
        reminded_at: Set(None),
        version: Set(1),
    };
    let invitation = row.insert(tx.db()).await?;
    record_invitation(tx, "invitation.send", None, &invitation);
    let Some(person) = person else { return Ok(false) };
    let others: Vec<&firms::Model> =
        companions.iter().filter(|id| **id != firm.id).filter_map(|id| directory.firms.get(id)).collect();
    let leaves = joining.leaves.and_then(|id| directory.groups.get(&id)).map(String::as_str);
    let letter = Invited { founding, invitation: &invitation, person, firm, leaves, others: &others };
    letters::invited(app, tx, letter).await?;
    tx.job(REMIND, &invitation.id, due(tx.at()))?;
    Ok(person.email.is_some())
}

/// When an invitation of this moment is due for its reminder.
const fn due(invited_at: Moment) -> Moment {
    invited_at.plus_days(REMIND_AFTER_DAYS)
}
