//! Arranging, changing and calling off a meeting.

use dure_domain::{FederationId, GroupId, MeetingId, PersonId};
use dure_store::{Actor, Tx};
use dure_tables::meetings;
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};

use super::{announce, record, state};
use crate::meetings::letter::What;
use crate::meetings::rules::Plan;
use crate::meetings::store;

/// Arranges a new meeting of the group, or of the federation.
pub async fn create(
    app: &App,
    by: PersonId,
    federation: FederationId,
    group: Option<GroupId>,
    plan: Plan,
) -> Result<MeetingId> {
    app.store
        .write(Actor::Person(by), |tx| {
            let plan = plan.clone();
            async move {
                let row = meetings::ActiveModel {
                    id: Set(tx.id()),
                    federation_id: Set(federation),
                    group_id: Set(group),
                    invited_at: Set(None),
                    cancelled_at: Set(None),
                    version: Set(1),
                    ..planned(plan)
                };
                let meeting = row.insert(tx.db()).await?;
                tx.record(record("meeting.arrange", &meeting, None, Some(state(&meeting))));
                Ok::<_, Error>(meeting.id)
            }
        })
        .await
}

fn planned(plan: Plan) -> meetings::ActiveModel {
    meetings::ActiveModel {
        kind: Set(plan.kind),
        title: Set(plan.title),
        place: Set(plan.place),
        body: Set(plan.body),
        starts_at: Set(plan.starts_at),
        ends_at: Set(plan.ends_at),
        ..Default::default()
    }
}

/// Changes a meeting. When time or place change, it counts as not announced, so that all can be told.
pub async fn change(app: &App, by: PersonId, id: MeetingId, version: i32, plan: Plan) -> Result<()> {
    app.store
        .write(Actor::Person(by), |tx| {
            let plan = plan.clone();
            async move {
                let before = unchanged(&tx, id, version).await?;
                let moved = (before.starts_at, &before.place) != (plan.starts_at, &plan.place);
                let row = meetings::ActiveModel {
                    id: Set(id),
                    invited_at: Set(before.invited_at.filter(|_| !moved)),
                    version: Set(version + 1),
                    ..planned(plan)
                };
                let after = row.update(tx.db()).await?;
                tx.record(record("meeting.change", &after, Some(state(&before)), Some(state(&after))));
                Ok(())
            }
        })
        .await
}

/// Calls a meeting off; who was invited is told.
pub async fn cancel(app: &App, by: PersonId, id: MeetingId, version: i32) -> Result<()> {
    app.store
        .write(Actor::Person(by), |tx| async move {
            let before = unchanged(&tx, id, version).await?;
            let row = meetings::ActiveModel {
                id: Set(id),
                cancelled_at: Set(Some(tx.at())),
                version: Set(version + 1),
                ..Default::default()
            };
            let after = row.update(tx.db()).await?;
            if before.invited_at.is_some() {
                let people = announce::concerned(tx.db(), &after).await?;
                announce::write_letters(&tx, &after, What::Cancelled, &people)?;
            }
            tx.record(record("meeting.cancel", &after, Some(state(&before)), Some(state(&after))));
            Ok(())
        })
        .await
}

/// The meeting, if it is still as the form was made from, and not called off.
pub(super) async fn unchanged(tx: &Tx, id: MeetingId, version: i32) -> Result<meetings::Model> {
    let meeting = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    if meeting.version == version && meeting.cancelled_at.is_none() {
        Ok(meeting)
    } else {
        Err(Error::ChangedMeanwhile)
    }
}
