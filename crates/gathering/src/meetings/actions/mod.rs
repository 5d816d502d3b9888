//! What one does with meetings.

pub mod announce;
pub mod arrange;
pub mod look;
pub mod next;
pub mod reply;

use dure_domain::{GroupId, MeetingId, PersonId, Subject};
use dure_store::Record;
use dure_tables::meetings;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{access, store};

/// The meeting, if the viewer may see it.
pub async fn find_for(app: &App, viewer: &Viewer, id: MeetingId) -> Result<meetings::Model> {
    seen(app.store.read(), viewer, id).await
}

async fn seen(db: &impl ConnectionTrait, viewer: &Viewer, id: MeetingId) -> Result<meetings::Model> {
    let meeting = store::find(db, id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing_of(&meeting))?;
    Ok(meeting)
}

/// Chairs and secretaries of these groups: they answer for what is asked under a meeting.
pub async fn officers(app: &App, groups: &[GroupId]) -> Result<Vec<PersonId>> {
    store::officers(app.store.read(), groups).await
}

/// The meeting, if the viewer may arrange it.
pub async fn find_to_arrange(app: &App, viewer: &Viewer, id: MeetingId) -> Result<meetings::Model> {
    to_arrange(app.store.read(), viewer, id).await
}

/// The same, as an act sees it.
async fn to_arrange(db: &impl ConnectionTrait, viewer: &Viewer, id: MeetingId) -> Result<meetings::Model> {
    let meeting = seen(db, viewer, id).await?;
    access::ARRANGE.require(viewer, &access::thing_of(&meeting))?;
    Ok(meeting)
}

/// What the audit keeps of a meeting.
fn state(meeting: &meetings::Model) -> Value {
    json!({
        "group": meeting.group_id,
        "kind": meeting.kind,
        "title": meeting.title,
        "place": meeting.place,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "cancelled_at": meeting.cancelled_at,
    })
}

fn record(
    action: &'static str,
    meeting: &meetings::Model,
    before: Option<Value>,
    after: Option<Value>,
) -> Record {
    let federation = Some(meeting.federation_id);
    Record { action, subject: Subject::Meeting, id: meeting.id.0, federation, before, after }
}
