//! Giving offices of a group and ending them. One chair at a time: the database guarantees it.

use dure_domain::{AppointmentId, Day, GroupId, Id, Office, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{appointments, groups, people};
use dure_texts::groups as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::super::rules::{self, OfficeForm};
use super::super::{access, letters, store};

/// The form of an office.
pub struct Appointing {
    /// The group.
    pub group: groups::Model,
    /// People of its member firms.
    pub members: Vec<people::Model>,
    /// People without a firm.
    pub special: Vec<people::Model>,
}

/// Whom the group may appoint.
pub async fn appointing(app: &App, viewer: &Viewer, id: GroupId) -> Result<Appointing> {
    let group = super::find_for(app, viewer, id).await?;
    access::APPOINT.require(viewer, &access::thing(&group))?;
    let (members, special) = store::candidates(app.store.read(), &group).await?;
    Ok(Appointing { group, members, special })
}

/// Gives an office.
pub async fn appoint(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    form: &OfficeForm,
) -> Result<Result<(), Faults>> {
    let appointing = appointing(app, viewer, id).await?;
    let candidates: Vec<PersonId> =
        appointing.members.iter().chain(&appointing.special).map(|person| person.id).collect();
    let (office, person, since) = match rules::read_office(form, &candidates, app.now().day()) {
        Ok(read) => read,
        Err(faults) => return Ok(Err(faults)),
    };
    let federation = appointing.group.federation_id;
    let instead = office == Office::Chair && form.instead == "yes";
    let written = app.act(viewer, |tx| async move {
        if instead {
            let held = store::offices_of(tx.db(), id).await?;
            for chair in held.into_iter().filter(|held| held.office == Office::Chair) {
                finish(&tx, chair, since).await?;
            }
        }
        let row = appointments::ActiveModel {
            id: Set(tx.id()),
            federation_id: Set(federation),
            group_id: Set(Some(id)),
            person_id: Set(person),
            office: Set(office),
            since: Set(since),
            until: Set(None),
        };
        let held = row.insert(tx.db()).await?;
        tell(&tx, "appointment.begin", &held, None);
        letters::office(&tx, &held).await
    });
    match written.await {
        Ok(()) => {
            app.viewers.clear();
            Ok(Ok(()))
        }
        Err(error) => refused(app, viewer, id, error).await.map(Err),
    }
}

/// Turns what the database refused into words.
async fn refused(app: &App, viewer: &Viewer, id: GroupId, error: Error) -> Result<Faults> {
    match error.taken() {
        Some("appointments_one_chair") => {
            let db = app.store.read();
            let held = store::offices_of(db, id).await?;
            let chair = held.iter().find(|held| held.office == Office::Chair).map(|held| held.person_id);
            let names = store::people_named(db, chair.into_iter().collect()).await?;
            let name = names.into_values().next().map(|person| person.name).unwrap_or_default();
            Ok(Faults::one("instead", Fault::Said(texts::chair_taken(viewer.lang, name))))
        }
        Some("appointments_active_group") => {
            Ok(Faults::one("person", Fault::Said(texts::holds_already(viewer.lang).to_owned())))
        }
        _ => Err(error),
    }
}

/// Ends an office today.
pub async fn end_office(app: &App, viewer: &Viewer, id: GroupId, form: &OfficeForm) -> Result<()> {
    let held: AppointmentId =
        form.appointment.parse().map_err(|_| Error::BadRequest("appointment".into()))?;
    appointing(app, viewer, id).await?;
    app.act(viewer, |tx| async move {
        let held = store::open_appointment(tx.db(), id, held).await?.ok_or(Error::ChangedMeanwhile)?;
        let today = tx.at().day();
        finish(&tx, held, today).await
    })
    .await?;
    app.viewers.clear();
    Ok(())
}

/// Ends an office on this day.
pub(super) async fn finish(tx: &Tx, held: appointments::Model, until: Day) -> Result<()> {
    let before = state(&held);
    let mut row = held.into_active_model();
    row.until = Set(Some(until));
    let ended = row.update(tx.db()).await?;
    tell(tx, "appointment.end", &ended, Some(before));
    letters::office(tx, &ended).await
}

fn state(held: &appointments::Model) -> Value {
    json!({
        "group": held.group_id,
        "person": held.person_id,
        "office": held.office.as_str(),
        "since": held.since,
        "until": held.until,
    })
}

fn tell(tx: &Tx, action: &'static str, held: &appointments::Model, before: Option<Value>) {
    tx.record(Record {
        action,
        subject: Subject::Appointment,
        id: held.id.uuid(),
        federation: Some(held.federation_id),
        before,
        after: Some(state(held)),
    });
}
