//! Changing a person, and adding one.

use dure_domain::{FirmId, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{firms, people};
use dure_texts::members as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use dure_web::secretariat;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::super::rules::{self, Content, PersonForm};
use super::super::{access, store};
use crate::accounts::address::{self, Holder};
use crate::firms::access as firm_access;
use crate::firms::actions::with_secretariat;

/// What was written, or what is to be mended.
pub type Written = Result<PersonId, Faults>;

/// The form of a person whom the viewer may change, as it is stored; and whether the mail address
/// may be changed too.
pub async fn form_for(app: &App, viewer: &Viewer, id: PersonId) -> Result<(people::Model, PersonForm, bool)> {
    let person = super::find_for(app, viewer, id).await?;
    access::EDIT.require(viewer, &secretariat::person_thing(app.store.read(), &person).await?)?;
    let oneself = viewer.person == id;
    let holder = Holder::load(app.store.read(), &person).await?;
    if person.left_at.is_some() || !rules::may_touch(viewer, oneself, &holder.offices) {
        return Err(Error::Forbidden);
    }
    let form = form_of(&person);
    Ok((person, form, rules::may_change_address(viewer, oneself, &holder)))
}

/// Writes what was typed into the form of a person.
pub async fn update(app: &App, viewer: &Viewer, id: PersonId, form: &PersonForm) -> Result<Written> {
    let (person, _, may_change_address) = form_for(app, viewer, id).await?;
    let content = match rules::read_again(form, person.email.as_deref()) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    if !may_change_address && content.email != person.email {
        let words = texts::address_guarded(viewer.lang).to_owned();
        return Ok(Err(Faults::one("email", Fault::Said(words))));
    }
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let email = content.email.clone();
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move { overwrite(&tx, viewer, id, version, content).await }
    });
    settled(app, viewer, email, written.await).await
}

async fn overwrite(
    tx: &Tx,
    viewer: &Viewer,
    id: PersonId,
    version: i32,
    content: Content,
) -> Result<PersonId> {
    let person = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    if person.version != version || person.left_at.is_some() {
        return Err(Error::ChangedMeanwhile);
    }
    let before = form_of(&person);
    if content.email != person.email {
        // Who holds an office or has come in may have become another since the form was shown.
        let holder = Holder::load(tx.db(), &person).await?;
        if !rules::may_change_address(viewer, viewer.person == id, &holder) {
            return Err(Error::ChangedMeanwhile);
        }
        address::changed_by_another(tx, &person).await?;
    }
    let mut row = person.into_active_model();
    fill(&mut row, content);
    row.version = Set(version + 1);
    let person = row.update(tx.db()).await?;
    tx.record(record("person.edit", &person, Some(&before))?);
    Ok(id)
}

/// The firm to which the viewer may add people.
pub async fn keeper(app: &App, viewer: &Viewer, firm: FirmId) -> Result<firms::Model> {
    let found = with_secretariat(app.store.read(), firm).await?;
    let (firm, answers) = found.filter(|(firm, _)| firm.left_at.is_none()).ok_or(Error::NotFound)?;
    let thing = firm_access::thing(&firm, answers);
    access::SEE.require(viewer, &thing)?;
    access::ADD.require(viewer, &thing)?;
    Ok(firm)
}

/// Whether the viewer may bring in people without a firm.
pub fn outside(viewer: &Viewer) -> Result<()> {
    let groups = viewer.groups_as(dure_domain::Office::Secretary).collect();
    access::BRING.require(viewer, &Thing { groups, ..Thing::of_federation(viewer.federation) })
}

/// Adds a person to a firm; none for somebody without a firm.
pub async fn add(app: &App, viewer: &Viewer, firm: Option<FirmId>, form: &PersonForm) -> Result<Written> {
    match firm {
        Some(firm) => keeper(app, viewer, firm).await.map(drop)?,
        None => outside(viewer)?,
    }
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let (federation, lang) = (viewer.federation, viewer.lang);
    let email = content.email.clone();
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move {
            let mut row = people::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                firm_id: Set(firm),
                lang: Set(lang.tag().to_owned()),
                password_hash: Set(None),
                created_at: Set(tx.at()),
                left_at: Set(None),
                version: Set(1),
                ..Default::default()
            };
            fill(&mut row, content);
            let person = row.insert(tx.db()).await?;
            tx.record(record("person.add", &person, None)?);
            Ok(person.id)
        }
    });
    settled(app, viewer, email, written.await).await
}

/// An address that is in use is said in words; whose it is, only within the federation.
async fn settled(
    app: &App,
    viewer: &Viewer,
    email: Option<String>,
    written: Result<PersonId>,
) -> Result<Written> {
    match (written, email) {
        (Ok(id), _) => {
            app.viewers.clear();
            Ok(Ok(id))
        }
        (Err(error), Some(email)) if error.taken() == Some("people_email") => {
            let user = address::user_of(app.store.read(), &email).await?;
            let known = user.filter(|user| user.federation_id == viewer.federation);
            let words = match known {
                Some(user) => texts::address_of(viewer.lang, user.name),
                None => texts::address_taken(viewer.lang).to_owned(),
            };
            Ok(Err(Faults::one("email", Fault::Said(words))))
        }
        (Err(error), _) => Err(error),
    }
}

fn fill(row: &mut people::ActiveModel, content: Content) {
    row.name = Set(content.name);
    row.title = Set(content.title);
    row.email = Set(content.email);
    row.phone = Set(content.phone);
}

fn form_of(person: &people::Model) -> PersonForm {
    PersonForm {
        name: person.name.clone(),
        title: person.title.clone(),
        email: person.email.clone().unwrap_or_default(),
        phone: person.phone.clone(),
        version: person.version.to_string(),
    }
}

fn record(action: &'static str, person: &people::Model, before: Option<&PersonForm>) -> Result<Record> {
    let (id, federation) = (person.id, person.federation_id);
    Ok(Record::of(action, Subject::Person, id, federation, before, Some(&form_of(person)))?)
}
