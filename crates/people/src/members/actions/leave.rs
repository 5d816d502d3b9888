//! Noting that a person has left: offices end, seats are free, nobody signs in any more. What the
//! person has written stays.

use dure_domain::{Id, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::people;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::credentials;
use dure_web::error::{Error, Result};
use dure_web::secretariat;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::rules::{self, PersonForm};
use super::super::{access, letters, store};
use crate::accounts::address::Holder;

/// Notes that the person has left; gives the person as he was.
pub async fn leave(app: &App, viewer: &Viewer, id: PersonId, form: &PersonForm) -> Result<people::Model> {
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let person = super::find_for(app, viewer, id).await?;
    access::LEAVE.require(viewer, &secretariat::person_thing(app.store.read(), &person).await?)?;
    may_see_off(app.store.read(), viewer, &person).await?;
    app.act(viewer, |tx| async move {
        let person = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if person.version != version || person.left_at.is_some() {
            return Err(Error::ChangedMeanwhile);
        }
        // An office may have been given since.
        may_see_off(tx.db(), viewer, &person).await?;
        letters::seen_off(&tx, &person, &viewer.name).await?;
        see_off(&tx, person).await
    })
    .await?;
    app.viewers.clear();
    Ok(person)
}

async fn may_see_off(db: &impl ConnectionTrait, viewer: &Viewer, person: &people::Model) -> Result<()> {
    let holder = Holder::load(db, person).await?;
    let may = viewer.person != person.id && rules::may_see_off(viewer, &holder);
    if may { Ok(()) } else { Err(Error::Forbidden) }
}

async fn see_off(tx: &Tx, person: people::Model) -> Result<()> {
    let (id, federation, today) = (person.id, person.federation_id, tx.at().day());
    for held in store::open_offices(tx.db(), id).await? {
        let (appointment, office) = (held.id, held.office);
        let mut row = held.into_active_model();
        row.until = Set(Some(today));
        row.update(tx.db()).await?;
        let after = json!({ "person": id, "office": office.as_str(), "until": today });
        tx.record(Record {
            action: "appointment.end",
            subject: Subject::Appointment,
            id: appointment.uuid(),
            federation: Some(federation),
            before: None,
            after: Some(after),
        });
    }
    for seat in store::seats_of(tx.db(), id).await? {
        let (membership, was_delegate) = (seat.id, seat.delegate_id == Some(id));
        // The deputy moves up, so that the firm still has a voice.
        let delegate = if was_delegate { seat.deputy_id } else { seat.delegate_id };
        let mut row = seat.into_active_model();
        row.delegate_id = Set(delegate);
        row.deputy_id = Set(None);
        row.update(tx.db()).await?;
        tx.record(Record {
            action: "membership.edit",
            subject: Subject::Membership,
            id: membership.uuid(),
            federation: Some(federation),
            before: None,
            after: Some(json!({ "delegate": delegate, "deputy": null })),
        });
    }
    credentials::recover(tx, id).await?;
    let version = person.version + 1;
    let before = json!({ "name": person.name, "email": person.email });
    let mut row = person.into_active_model();
    row.left_at = Set(Some(tx.at()));
    row.version = Set(version);
    row.update(tx.db()).await?;
    tx.record(Record {
        action: "person.leave",
        subject: Subject::Person,
        id: id.uuid(),
        federation: Some(federation),
        before: Some(before),
        after: None,
    });
    Ok(())
}
