//! After a week of silence one reminder, and only one.

use dure_domain::{FoundingState, InvitationId, InvitationState};
use dure_store::Actor;
use dure_tables::firms;
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::invite::Directory;
use super::trail::record_invitation;
use crate::foundings::letters::{self, Invited};
use crate::foundings::store;

/// The kind of job that reminds of an invitation; its payload is the [`InvitationId`].
pub const REMIND: &str = "invitation.remind";

/// Reminds of an invitation that still waits. Whatever was answered meanwhile is left in peace.
pub async fn remind(app: App, id: InvitationId) -> Result<()> {
    app.store
        .write(Actor::System, |tx| {
            let app = app.clone();
            async move {
                let invitation = store::invitation(tx.db(), id).await?;
                let founding = store::founding(tx.db(), invitation.founding_id).await?;
                let open = !matches!(founding.state, FoundingState::Withdrawn | FoundingState::Returned);
                let waits = invitation.state == InvitationState::Waiting && invitation.reminded_at.is_none();
                if !open || !waits {
                    tx.quiet();
                    return Ok(());
                }
                let all = store::invitations_of(tx.db(), founding.id).await?;
                let standing = all.iter().filter(|one| one.state != InvitationState::Withdrawn);
                let directory =
                    Directory::read(&tx, standing.map(|one| one.firm_id), invitation.leaves_id).await?;
                let mut row = invitation.clone().into_active_model();
                row.reminded_at = Set(Some(tx.at()));
                let after = row.update(tx.db()).await?;
                record_invitation(&tx, "invitation.remind", Some(&invitation), &after);
                let firm = directory.firms.get(&after.firm_id).ok_or(Error::NotFound)?;
                let Some(person) = directory.executives.get(&firm.id) else { return Ok(()) };
                let others: Vec<&firms::Model> =
                    directory.firms.values().filter(|other| other.id != firm.id).collect();
                let leaves = after.leaves_id.and_then(|id| directory.groups.get(&id)).map(String::as_str);
                let letter = Invited {
                    founding: &founding,
                    invitation: &after,
                    person,
                    firm,
                    leaves,
                    others: &others,
                };
                letters::reminder(&app, &tx, letter).await
            }
        })
        .await
}
