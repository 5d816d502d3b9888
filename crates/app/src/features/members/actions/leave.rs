//! Noting that a person has left: offices end, seats are free, nobody signs in any more. What the
//! person has written stays.

use dure_domain::{Id, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::people;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::credentials;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::rules::{self, PersonForm};
use super::super::{access, store};

/// Notes that the person has left; gives the person as he was.
pub async fn leave(app: &App, viewer: &Viewer, id: PersonId, form: &PersonForm) -> Result<people::Model> {
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let person = super::find_for(app, viewer, id).await?;
    let ties = store::ties(app.store.read(), &person).await?;
    access::LEAVE.require(viewer, &access::thing(&person, ties.groups()))?;
    if viewer.person == id || !rules::may_touch(viewer, false, &ties.held()) {
        return Err(Error::Forbidden);
    }
    app.act(viewer, |tx| async move {
        let person = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if person.version != version || person.left_at.is_some() {
            return Err(Error::ChangedMeanwhile);
        }
        see_off(&tx, person).await
    })
    .await?;
    app.viewers.clear();
    Ok(person)
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
