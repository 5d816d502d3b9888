//! Requests for people.

use axum::Form;
use axum::extract::Query;
use axum::response::{Redirect, Response};
use dure_domain::{FirmId, PersonId};
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use maud::Markup;
use serde::Deserialize;

use super::rules::PersonForm;
use super::{actions, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /people/{id}`
pub async fn show(visit: Visit, Key(id): Key<PersonId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show(&visit, &portrait, &done.done))
}

/// `GET /people/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<PersonId>) -> Result<Markup> {
    let (person, form, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let back = format!("/people/{id}");
    Ok(pages::form(&visit, &pages::Place::Known(back, person.name), &form, &Faults::default(), address, None))
}

/// `POST /people/{id}/edit`
pub async fn save(visit: Visit, Key(id): Key<PersonId>, Form(form): Form<PersonForm>) -> Result<Response> {
    let (person, _, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
    let kept = person.email.unwrap_or_default();
    let place = pages::Place::Known(format!("/people/{id}"), person.name);
    let sent = actions::update(&visit.app, &visit.viewer, id, &form).await;
    let stored = async {
        let (_, stored, address) = actions::form_for(&visit.app, &visit.viewer, id).await?;
        Ok((stored, address))
    };
    let to = |id| format!("/people/{id}?done=saved");
    let again = |faults: &Faults, stored: Option<&(PersonForm, bool)>| {
        let address = stored.map_or(address, |(_, address)| *address);
        // Where it may not be changed, the page says what it is, not what was sent.
        let email = if address { form.email.clone() } else { kept.clone() };
        let form = PersonForm { email, ..form.clone() };
        pages::form(&visit, &place, &form, faults, address, stored.map(|(form, _)| form))
    };
    sent::answer_change(sent, stored, to, again).await
}

/// `POST /people/{id}/leave`
pub async fn leave(visit: Visit, Key(id): Key<PersonId>, Form(form): Form<PersonForm>) -> Result<Redirect> {
    let person = actions::leave(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&match person.firm_id {
        Some(firm) => format!("/firms/{firm}?done=person_left"),
        None => format!("/people/{id}?done=left"),
    }))
}

/// `GET /firms/{id}/people/new`
pub async fn blank(visit: Visit, Key(firm): Key<FirmId>) -> Result<Markup> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let place = pages::Place::Firm(firm.id, firm.name);
    Ok(pages::form(&visit, &place, &PersonForm::default(), &Faults::default(), true, None))
}

/// `POST /firms/{id}/people/new`
pub async fn add(visit: Visit, Key(firm): Key<FirmId>, Form(form): Form<PersonForm>) -> Result<Response> {
    let firm = actions::keeper(&visit.app, &visit.viewer, firm).await?;
    let sent = actions::add(&visit.app, &visit.viewer, Some(firm.id), &form).await?;
    let to = |_| format!("/firms/{}?done=person#people", firm.id);
    let place = pages::Place::Firm(firm.id, firm.name.clone());
    Ok(sent::answer(sent, to, |faults| pages::form(&visit, &place, &form, faults, true, None)))
}

/// `GET /people/new`
pub async fn blank_outside(visit: Visit) -> Result<Markup> {
    actions::outside(&visit.viewer)?;
    Ok(pages::form(&visit, &pages::Place::Outside, &PersonForm::default(), &Faults::default(), true, None))
}

/// `POST /people/new`
pub async fn add_outside(visit: Visit, Form(form): Form<PersonForm>) -> Result<Response> {
    let sent = actions::add(&visit.app, &visit.viewer, None, &form).await?;
    let to = |id| format!("/people/{id}?done=added");
    let again = |faults: &Faults| pages::form(&visit, &pages::Place::Outside, &form, faults, true, None);
    Ok(sent::answer(sent, to, again))
}
