//! A group is founded: at the moment enough firms have accepted, or when the federation registers it. Everything
//! happens in one transaction: the group, the memberships, the letters, the end of the request.

use dure_domain::{FoundingState, GroupId, InvitationState, PersonId};
use dure_people::groups::actions as roster;
use dure_people::groups::rules::{Content, Seat};
use dure_store::Tx;
use dure_tables::{firms, foundings, groups, invitations, memberships};
use dure_texts::{Lang, foundings as texts};
use dure_ui::words;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::invite::Directory;
use super::requests::close_behind;
use super::trail::{record_invitation, rewrite};
use crate::foundings::{letters, rules, store};

/// What keeps a group from being founded though firms have accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// So many firms are missing.
    Few(usize),
    /// Two that accepted are of one industry: the places of both in the list of those who accepted.
    SameIndustry(dure_domain::FirmId, dure_domain::FirmId),
    /// Another group bears the name by now.
    NameTaken,
}

/// Who has accepted, oldest answer first.
pub(super) fn accepted(invited: &[invitations::Model]) -> Vec<&invitations::Model> {
    let mut accepted: Vec<_> = invited.iter().filter(|one| one.state == InvitationState::Accepted).collect();
    accepted.sort_by_key(|one| (one.answered_at, one.id));
    accepted
}

/// Everything that keeps this group from being founded now; empty if nothing does.
pub(super) async fn hindrances(
    db: &impl sea_orm::ConnectionTrait,
    founding: &foundings::Model,
    invited: &[invitations::Model],
) -> Result<Vec<Hindrance>> {
    let accepted = accepted(invited);
    let kept = rules::rules_of(&founding.rules);
    let firms = store::firms(db, accepted.iter().map(|one| one.firm_id)).await?;
    let slot = |firm: &firms::Model| rules::slot_of(firm.industry_code.as_deref(), &kept);
    let seats: Vec<_> =
        accepted.iter().filter_map(|one| firms.get(&one.firm_id)).map(|firm| (firm.id, slot(firm))).collect();
    let missing = usize::try_from(founding.needed).unwrap_or_default().saturating_sub(accepted.len());
    let name = [founding.name.clone()];
    let taken = store::names_taken(db, founding.federation_id, &name, Some(founding.id)).await?;
    let clashes = rules::clashes(&seats).into_iter().map(|(a, b)| Hindrance::SameIndustry(a, b));
    let few = (missing > 0).then_some(Hindrance::Few(missing));
    let name = (!taken.is_empty()).then_some(Hindrance::NameTaken);
    Ok(few.into_iter().chain(clashes).chain(name).collect())
}

/// Founds the group if nothing keeps it from being founded.
pub(super) async fn found_if_enough(tx: &Tx, founding: &foundings::Model) -> Result<Option<groups::Model>> {
    let invited = store::invitations_of(tx.db(), founding.id).await?;
    if hindrances(tx.db(), founding, &invited).await?.is_empty() {
        found(tx, founding, &invited).await.map(Some)
    } else {
        Ok(None)
    }
}

async fn found(
    tx: &Tx,
    founding: &foundings::Model,
    invited: &[invitations::Model],
) -> Result<groups::Model> {
    let content = Content {
        name: founding.name.clone(),
        founded_on: Some(tx.at().day()),
        place: words::place_of(founding.place_code),
        meeting_place: founding.meeting_place.clone(),
        rhythm: String::new(),
        charter: founding.charter.clone(),
    };
    let group = roster::found(tx, founding.federation_id, content).await?;
    let accepted = accepted(invited);
    let directory = Directory::read(tx, accepted.iter().map(|one| one.firm_id), None).await?;
    for invitation in &accepted {
        let firm = directory.firms.get(&invitation.firm_id).ok_or(Error::NotFound)?;
        seat(tx, founding, group.id, invitation, firm, &directory).await?;
    }
    let founding = rewrite(tx, "founding.found", founding, |row| {
        row.state = Set(FoundingState::Founded);
        row.group_id = Set(Some(group.id));
        row.ended_at = Set(Some(tx.at()));
    })
    .await?;
    close_behind(tx, &founding).await?;
    letters::founded(tx, &founding, &group, &accepted, &directory).await?;
    Ok(group)
}

/// Seats a firm, and ends its membership in the group that it leaves for it.
pub(super) async fn seat(
    tx: &Tx,
    founding: &foundings::Model,
    group: GroupId,
    invitation: &invitations::Model,
    firm: &firms::Model,
    directory: &Directory,
) -> Result<()> {
    let members = store::memberships_of(tx.db(), [firm.id]).await?;
    let in_group = |id: GroupId| members.iter().find(|row| row.group_id == id).cloned();
    if let Some(leaves) = invitation.leaves_id.and_then(in_group).filter(|row| row.group_id != group) {
        roster::end_membership(tx, leaves).await?;
    }
    if in_group(group).is_none() {
        let seat = Seat {
            slot: rules::slot_of(firm.industry_code.as_deref(), &rules::rules_of(&founding.rules)),
            delegate: delegate(invitation, firm, &members, directory),
            deputy: None,
            joined_on: Some(tx.at().day()),
        };
        roster::begin_membership(tx, founding.federation_id, group, firm.id, seat).await?;
    }
    let mut row = invitation.clone().into_active_model();
    row.joined_at = Set(Some(tx.at()));
    row.version = Set(invitation.version + 1);
    let after = row.update(tx.db()).await?;
    record_invitation(tx, "invitation.join", Some(invitation), &after);
    Ok(())
}

/// Who was invited speaks for the firm; who would be invited today, where that person has left.
fn delegate(
    invitation: &invitations::Model,
    firm: &firms::Model,
    members: &[memberships::Model],
    directory: &Directory,
) -> Option<PersonId> {
    let now = directory.executives.get(&firm.id).map(|person| person.id);
    let known = invitation.person_id.filter(|id| directory.is_of(firm.id, *id));
    known.or(now).or_else(|| members.first().and_then(|member| member.delegate_id))
}

/// Who accepts after the group was founded joins it at once.
///
/// # Errors
/// [`Error::Rule`] where a member is of the same industry.
pub(super) async fn join(
    tx: &Tx,
    lang: Lang,
    founding: &foundings::Model,
    invitation: &invitations::Model,
) -> Result<()> {
    let group = founding.group_id.ok_or(Error::NotFound)?;
    let directory = Directory::read(tx, [invitation.firm_id], [group]).await?;
    let firm = directory.firms.get(&invitation.firm_id).ok_or(Error::NotFound)?;
    let slot = rules::slot_of(firm.industry_code.as_deref(), &rules::rules_of(&founding.rules));
    let seats = store::seats_of(tx.db(), [group]).await?;
    let holder = seats.iter().find(|seat| slot.is_some() && seat.industry_slot == slot);
    if let Some(holder) = holder.filter(|holder| holder.firm_id != firm.id) {
        let names = store::firms(tx.db(), [holder.firm_id]).await?;
        let name = names.into_values().next().map(|firm| firm.name).unwrap_or_default();
        return Err(Error::Rule(texts::seat_taken(lang, name)));
    }
    seat(tx, founding, group, invitation, firm, &directory).await?;
    letters::joined(tx, founding, group, invitation, &directory).await
}

/// Tells the broker once nobody is left to answer and the group is not founded.
pub(super) async fn tell_when_all_answered(tx: &Tx, founding: &foundings::Model) -> Result<()> {
    let invited = store::invitations_of(tx.db(), founding.id).await?;
    if invited.iter().any(|one| one.state == InvitationState::Waiting) {
        return Ok(());
    }
    let Some(broker) = founding.opened_by else { return Ok(()) };
    let accepted = accepted(&invited).len();
    letters::all_answered(tx, founding, broker, accepted).await
}
