//! Arranging, changing and calling off a meeting.

use dure_domain::{GroupId, MeetingId, Office};
use dure_people::groups;
use dure_store::Tx;
use dure_tables::meetings;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::{App, names};
use sea_orm::{ActiveModelTrait, Set};

use super::{announce, record, state};
use crate::meetings::access;
use crate::meetings::letter::What;
use crate::meetings::rules::Plan;

/// For whom one may arrange a meeting: a group by its name, or the federation.
pub type Choice = Vec<(Option<GroupId>, Option<String>)>;

/// Groups for which the viewer may arrange a meeting, and the federation for its staff.
pub async fn choice(app: &App, viewer: &Viewer) -> Result<Choice> {
    let (chair, secretary) = (viewer.groups_as(Office::Chair), viewer.groups_as(Office::Secretary));
    let names = names::groups(app.store.read(), chair.chain(secretary)).await?;
    let federation = viewer.holds(Office::Staff).then_some((None, None));
    Ok(federation.into_iter().chain(names.into_iter().map(|(id, name)| (Some(id), Some(name)))).collect())
}

/// What the form of a new meeting begins with.
pub struct Beginning {
    /// For whom.
    pub choice: Choice,
    /// The group that is chosen at first.
    pub first: Option<GroupId>,
    /// Where it usually meets.
    pub place: String,
}

/// The form of a new meeting, for `wanted` if it is named: staff arranges for any group of the federation.
pub async fn begin(app: &App, viewer: &Viewer, wanted: Option<GroupId>) -> Result<Beginning> {
    let mut choice = choice(app, viewer).await?;
    let first = wanted.or_else(|| choice.first().and_then(|(id, _)| *id));
    let group = match first {
        Some(id) => Some(groups::actions::find_for(app, viewer, id).await?),
        None => None,
    };
    if let Some(group) = group.as_ref().filter(|group| !choice.iter().any(|(id, _)| *id == Some(group.id))) {
        access::ARRANGE.require(viewer, &groups::access::thing(group))?;
        choice = vec![(Some(group.id), Some(group.name.clone()))];
    }
    Ok(Beginning { choice, first, place: group.map(|group| group.meeting_place).unwrap_or_default() })
}

/// The meeting to be, as permissions see it; only a group of the viewer's own federation counts.
///
/// # Errors
/// [`Error::NotFound`] for a group that the viewer may not see, [`Error::Forbidden`] for one that is not the viewer's
/// to call together.
pub async fn may_arrange(app: &App, viewer: &Viewer, group: Option<GroupId>) -> Result<()> {
    if let Some(group) = group {
        groups::actions::find_for(app, viewer, group).await?;
    }
    let thing = Thing { groups: group.into_iter().collect(), ..Thing::of_federation(viewer.federation) };
    access::ARRANGE.require(viewer, &thing)
}

/// Arranges a new meeting of the group, or of the federation.
pub async fn create(app: &App, viewer: &Viewer, group: Option<GroupId>, plan: Plan) -> Result<MeetingId> {
    may_arrange(app, viewer, group).await?;
    app.act(viewer, |tx| {
        let plan = plan.clone();
        async move {
            let row = meetings::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(viewer.federation),
                group_id: Set(group),
                invited_at: Set(None),
                cancelled_at: Set(None),
                version: Set(1),
                ..planned(plan)
            };
            let meeting = row.insert(tx.db()).await?;
            tx.record(record("meeting.arrange", &meeting, None, Some(state(&meeting))));
            Ok(meeting.id)
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
pub async fn change(app: &App, viewer: &Viewer, id: MeetingId, version: i32, plan: Plan) -> Result<()> {
    app.act(viewer, |tx| {
        let plan = plan.clone();
        async move {
            let before = unchanged(&tx, viewer, id, version).await?;
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
pub async fn cancel(app: &App, viewer: &Viewer, id: MeetingId, version: i32) -> Result<()> {
    app.act(viewer, |tx| async move {
        let before = unchanged(&tx, viewer, id, version).await?;
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

/// The meeting, if it is the viewer's to arrange, still as the form was made from, and not called off.
pub(super) async fn unchanged(
    tx: &Tx,
    viewer: &Viewer,
    id: MeetingId,
    version: i32,
) -> Result<meetings::Model> {
    let meeting = super::to_arrange(tx.db(), viewer, id).await?;
    if meeting.version == version && meeting.cancelled_at.is_none() {
        Ok(meeting)
    } else {
        Err(Error::ChangedMeanwhile)
    }
}
