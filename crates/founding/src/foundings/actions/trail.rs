//! What every act on a founding leaves behind.

use dure_domain::{Id, InvitationState, Subject};
use dure_store::{Record, Tx};
use dure_tables::{foundings, invitations};
use dure_web::error::Result;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

/// An audit entry about a founding.
pub(super) fn record_founding(
    tx: &Tx,
    action: &'static str,
    before: Option<&foundings::Model>,
    after: &foundings::Model,
) {
    tx.record(Record {
        action,
        subject: Subject::Founding,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: before.map(founding_state),
        after: Some(founding_state(after)),
    });
}

/// An audit entry about an invitation.
pub(super) fn record_invitation(
    tx: &Tx,
    action: &'static str,
    before: Option<&invitations::Model>,
    after: &invitations::Model,
) {
    tx.record(Record {
        action,
        subject: Subject::Invitation,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: before.map(invitation_state),
        after: Some(invitation_state(after)),
    });
}

fn founding_state(founding: &foundings::Model) -> Value {
    json!({
        "name": founding.name,
        "path": founding.path,
        "draft": founding.draft_id,
        "group": founding.group_id,
        "place": founding.place_code,
        "needed": founding.needed,
        "state": founding.state,
        "word": founding.word,
        "version": founding.version,
    })
}

fn invitation_state(invitation: &invitations::Model) -> Value {
    json!({
        "founding": invitation.founding_id,
        "firm": invitation.firm_id,
        "person": invitation.person_id,
        "leaves": invitation.leaves_id,
        "state": invitation.state,
        "answer": invitation.answer,
        "version": invitation.version,
    })
}

/// Writes a founding that was changed, with its next version, and records it.
pub(super) async fn rewrite(
    tx: &Tx,
    action: &'static str,
    before: &foundings::Model,
    change: impl FnOnce(&mut foundings::ActiveModel),
) -> Result<foundings::Model> {
    let mut row = before.clone().into_active_model();
    row.version = Set(before.version + 1);
    change(&mut row);
    let after = row.update(tx.db()).await?;
    record_founding(tx, action, Some(before), &after);
    Ok(after)
}

/// Moves an invitation on, with what was said, and records it.
pub(super) async fn move_on(
    tx: &Tx,
    action: &'static str,
    before: &invitations::Model,
    state: InvitationState,
    words: Option<&str>,
) -> Result<invitations::Model> {
    let mut row = before.clone().into_active_model();
    row.state = Set(state);
    row.version = Set(before.version + 1);
    if let Some(words) = words {
        row.answer = Set(words.to_owned());
        row.answered_at = Set(Some(tx.at()));
    }
    let after = row.update(tx.db()).await?;
    record_invitation(tx, action, Some(before), &after);
    Ok(after)
}
