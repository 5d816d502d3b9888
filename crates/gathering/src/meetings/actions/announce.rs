//! 모임 알리기: a letter to everybody concerned; later once more to those who have not replied.

use std::collections::BTreeSet;

use dure_domain::{MeetingId, PersonId};
use dure_store::Tx;
use dure_tables::meetings;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};

use super::arrange::unchanged;
use super::record;
use crate::meetings::letter::{JOB, Letters, What};
use crate::meetings::{rules, store};

/// Letters that one job writes, so that a call to 4,000 firms keeps nobody waiting.
const LETTERS_PER_JOB: usize = 50;

/// Announces the meeting: the first time to all, then to those who have not replied. Gives how many
/// letters were ordered.
pub async fn announce(app: &App, viewer: &Viewer, id: MeetingId, version: i32) -> Result<usize> {
    app.act(viewer, |tx| async move {
        let meeting = unchanged(&tx, viewer, id, version).await?;
        let people = to_tell(tx.db(), &meeting).await?;
        write_letters(&tx, &meeting, What::Invite, &people)?;
        let row = meetings::ActiveModel {
            id: Set(id),
            invited_at: Set(Some(tx.at())),
            version: Set(version + 1),
            ..Default::default()
        };
        row.update(tx.db()).await?;
        let after = serde_json::json!({ "letters": people.len() });
        tx.record(record("meeting.announce", &meeting, None, Some(after)));
        Ok(people.len())
    })
    .await
}

/// Whom an announcement would reach now.
pub async fn to_tell(db: &impl ConnectionTrait, meeting: &meetings::Model) -> Result<Vec<PersonId>> {
    if meeting.invited_at.is_none() {
        return concerned(db, meeting).await;
    }
    let replies = store::replies(db, meeting.id).await?;
    match meeting.group_id {
        Some(group) => {
            let roll = rules::roll(store::invited_of_group(db, group).await?, &replies);
            Ok(roll.silent.into_iter().map(|who| who.person).collect())
        }
        None => {
            let all = store::invited_of_federation(db, meeting).await?;
            Ok(all.into_iter().filter(|who| !replies.contains_key(who)).collect())
        }
    }
}

/// Everybody whom the meeting concerns.
pub(super) async fn concerned(db: &impl ConnectionTrait, meeting: &meetings::Model) -> Result<Vec<PersonId>> {
    match meeting.group_id {
        Some(group) => {
            let invited = store::invited_of_group(db, group).await?;
            let people: BTreeSet<PersonId> = invited.into_iter().map(|who| who.person).collect();
            Ok(people.into_iter().collect())
        }
        None => store::invited_of_federation(db, meeting).await,
    }
}

/// Orders letters in the act's own transaction.
pub(super) fn write_letters(
    tx: &Tx,
    meeting: &meetings::Model,
    what: What,
    people: &[PersonId],
) -> Result<()> {
    for chunk in people.chunks(LETTERS_PER_JOB) {
        let letters = Letters { meeting: meeting.id, what, people: chunk.to_vec() };
        tx.job(JOB, &letters, tx.at())?;
    }
    Ok(())
}
