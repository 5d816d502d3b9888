//! Firms that agreed to move do so at once; who would take the seat of a firm that has agreed to leave, together
//! with it.

use std::collections::BTreeMap;

use dure_domain::{FoundingId, FoundingPath, FoundingState, InvitationState};
use dure_people::groups::actions as roster;
use dure_store::Tx;
use dure_tables::{foundings, invitations};
use dure_web::error::{Error, Result};
use sea_orm::Set;

use super::found::seat;
use super::invite::Directory;
use super::trail::rewrite;
use crate::foundings::rules::{self, Mover, Seated};
use crate::foundings::{letters, store};

/// Moves every firm that has agreed to and can, in all moves of the same draft; ends those in which nobody is left
/// to answer or to move.
pub(super) async fn move_who_can(tx: &Tx, founding: &foundings::Model) -> Result<()> {
    let together: BTreeMap<FoundingId, foundings::Model> =
        store::moves_beside(tx.db(), founding).await?.into_iter().map(|row| (row.id, row)).collect();
    let invited = store::invitations_of_all(tx.db(), together.keys().copied()).await?;
    let mut agreed: Vec<&invitations::Model> = invited
        .iter()
        .filter(|one| one.state == InvitationState::Accepted && one.joined_at.is_none())
        .collect();
    agreed.sort_by_key(|one| (one.answered_at, one.id));
    let into = together.values().filter_map(|row| row.group_id);
    let directory = Directory::read(tx, agreed.iter().map(|one| one.firm_id), into.clone()).await?;
    let movers = movers(&agreed, &together, &directory)?;
    let seats: Vec<Seated> = store::seats_of(tx.db(), into)
        .await?
        .into_iter()
        .map(|row| Seated { firm: row.firm_id, group: row.group_id, slot: row.industry_slot })
        .collect();
    let able = rules::movable(&movers, &seats);
    let moving: Vec<(&invitations::Model, &Mover)> =
        able.iter().map(|at| (agreed[*at], &movers[*at])).collect();
    // All seats are vacated before any is taken, so that firms may change places.
    for (invitation, _) in &moving {
        vacate(tx, invitation).await?;
    }
    for (invitation, mover) in &moving {
        let founding = together.get(&invitation.founding_id).ok_or(Error::NotFound)?;
        let firm = directory.firms.get(&mover.firm).ok_or(Error::NotFound)?;
        seat(tx, founding, mover.to, invitation, firm, &directory).await?;
        letters::joined(tx, founding, mover.to, invitation, &directory).await?;
    }
    end_what_is_done(tx, &together).await
}

fn movers(
    agreed: &[&invitations::Model],
    together: &BTreeMap<FoundingId, foundings::Model>,
    directory: &Directory,
) -> Result<Vec<Mover>> {
    let mover = |one: &&invitations::Model| {
        let founding = together.get(&one.founding_id)?;
        let industry = directory.firms.get(&one.firm_id)?.industry_code.as_deref();
        Some(Mover {
            firm: one.firm_id,
            from: one.leaves_id,
            to: founding.group_id?,
            slot: rules::slot_of(industry, &rules::rules_of(&founding.rules)),
        })
    };
    agreed.iter().map(|one| mover(one).ok_or(Error::NotFound)).collect()
}

async fn vacate(tx: &Tx, invitation: &invitations::Model) -> Result<()> {
    let Some(from) = invitation.leaves_id else { return Ok(()) };
    let held = store::memberships_of(tx.db(), [invitation.firm_id]).await?;
    match held.into_iter().find(|row| row.group_id == from) {
        Some(member) => roster::end_membership(tx, member).await,
        None => Ok(()),
    }
}

async fn end_what_is_done(tx: &Tx, together: &BTreeMap<FoundingId, foundings::Model>) -> Result<()> {
    let invited = store::invitations_of_all(tx.db(), together.keys().copied()).await?;
    for founding in together.values().filter(|row| row.state == FoundingState::Inviting) {
        let open = |one: &&invitations::Model| {
            one.founding_id == founding.id
                && (one.state == InvitationState::Waiting
                    || (one.state == InvitationState::Accepted && one.joined_at.is_none()))
        };
        let joined = invited.iter().any(|one| one.founding_id == founding.id && one.joined_at.is_some());
        if invited.iter().any(|one| open(&one)) || founding.path != FoundingPath::Moved {
            continue;
        }
        let state = if joined { FoundingState::Founded } else { FoundingState::Withdrawn };
        rewrite(tx, "founding.end", founding, |row| {
            row.state = Set(state);
            row.ended_at = Set(Some(tx.at()));
        })
        .await?;
    }
    Ok(())
}
