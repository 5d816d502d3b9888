//! Founding a group, and changing what it says of itself.

use dure_domain::{FederationId, GroupId, Subject};
use dure_store::{Record, Tx};
use dure_tables::groups;
use dure_texts::groups as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::super::rules::{self, Content, GroupForm};
use super::super::{access, store};

/// The form of a group that the viewer may change, as it is stored.
pub async fn form_for(app: &App, viewer: &Viewer, id: GroupId) -> Result<(groups::Model, GroupForm)> {
    let group = super::find_for(app, viewer, id).await?;
    access::EDIT.require(viewer, &access::thing(&group))?;
    let form = form_of(&group);
    Ok((group, form))
}

/// Founds a group.
pub async fn create(app: &App, viewer: &Viewer, form: &GroupForm) -> Result<Result<GroupId, Faults>> {
    access::CREATE.require(viewer, &Thing::of_federation(viewer.federation))?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let federation = viewer.federation;
    let founded = app.act(viewer, |tx| {
        let content = content.clone();
        async move { found(&tx, federation, content).await.map(|group| group.id) }
    });
    named_twice(viewer, founded.await)
}

/// Founds a group in the caller's transaction.
///
/// # Errors
/// `taken()` names `groups_name` where another group bears the name.
pub async fn found(tx: &Tx, federation: FederationId, content: Content) -> Result<groups::Model> {
    let mut row = groups::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    fill(&mut row, content);
    let group = row.insert(tx.db()).await?;
    tx.record(record("group.create", &group, None)?);
    Ok(group)
}

/// Changes what a group says of itself.
pub async fn update(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    form: &GroupForm,
) -> Result<Result<GroupId, Faults>> {
    form_for(app, viewer, id).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move { overwrite(&tx, id, version, content).await }
    });
    named_twice(viewer, written.await)
}

async fn overwrite(tx: &Tx, id: GroupId, version: i32, content: Content) -> Result<GroupId> {
    let group = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    if group.version != version {
        return Err(Error::ChangedMeanwhile);
    }
    let before = form_of(&group);
    let mut row = group.into_active_model();
    fill(&mut row, content);
    row.version = Set(version + 1);
    let group = row.update(tx.db()).await?;
    tx.record(record("group.edit", &group, Some(&before))?);
    Ok(id)
}

/// A name that is taken is a fault of the form.
fn named_twice(viewer: &Viewer, written: Result<GroupId>) -> Result<Result<GroupId, Faults>> {
    match written {
        Ok(id) => Ok(Ok(id)),
        Err(error) if error.taken() == Some("groups_name") => {
            Ok(Err(Faults::one("name", Fault::Said(texts::name_taken(viewer.lang).to_owned()))))
        }
        Err(error) => Err(error),
    }
}

fn fill(row: &mut groups::ActiveModel, content: Content) {
    row.name = Set(content.name);
    row.founded_on = Set(content.founded_on);
    row.place_code = Set(content.place.and_then(|place| place.to_string().parse().ok()));
    row.meeting_place = Set(content.meeting_place);
    row.rhythm = Set(content.rhythm);
    row.charter = Set(content.charter);
}

fn form_of(group: &groups::Model) -> GroupForm {
    GroupForm {
        name: group.name.clone(),
        founded_on: group.founded_on.map(|day| day.to_string()).unwrap_or_default(),
        place_code: group.place_code.map(|code| code.to_string()).unwrap_or_default(),
        meeting_place: group.meeting_place.clone(),
        rhythm: group.rhythm.clone(),
        charter: group.charter.clone(),
        version: group.version.to_string(),
    }
}

fn record(action: &'static str, group: &groups::Model, before: Option<&GroupForm>) -> Result<Record> {
    let (id, federation) = (group.id, group.federation_id);
    Ok(Record::of(action, Subject::Group, id, federation, before, Some(&form_of(group)))?)
}
