//! The invitation: a letter by which somebody from the roster comes in for the first time.

use axum::response::Redirect;
use dure_domain::PersonId;
use dure_store::Tx;
use dure_tables::people;
use dure_texts::{Lang, accounts as texts};
use dure_web::error::{Error, Result};
use dure_web::mail::{Button, Letter, Paragraph};
use dure_web::paths::Key;
use dure_web::sessions::OpenedBy;
use dure_web::{App, Visit, secretariat};
use sea_orm::EntityTrait;

use super::by_link::{make, path, record};
use crate::accounts::access;
use crate::accounts::limits::{self, LETTERS_BY_ADDRESS};

const LASTS_DAYS: i64 = 14;
/// A link that goes through other hands lives shorter.
pub const BY_HAND_DAYS: i64 = 2;

/// `POST /people/{id}/invitation`
pub(super) async fn send(visit: Visit, Key(id): Key<PersonId>) -> Result<Redirect> {
    let app = &visit.app;
    let person = people::Entity::find_by_id(id).one(app.store.read()).await?;
    let person = person.filter(|person| person.left_at.is_none()).ok_or(Error::NotFound)?;
    access::INVITE.require(&visit.viewer, &secretariat::person_thing(app.store.read(), &person).await?)?;
    let Some(email) = person.email.clone() else {
        return Err(Error::Rule(texts::invitation_no_address(visit.lang(), &person.name)));
    };
    limits::count(app, &[(LETTERS_BY_ADDRESS, &email)]).await?;
    let (by, from) = (visit.viewer.person, visit.viewer.name.clone());
    app.act(&visit.viewer, |tx| {
        let (app, person, from) = (app.clone(), person.clone(), from.clone());
        async move { invite(&app, &tx, &person, by, &from).await }
    })
    .await?;
    Ok(Redirect::to(&format!("/people/{id}?done=invited")))
}

/// Invites a person of the roster, in the act's own transaction. Does nothing without an address.
async fn invite(app: &App, tx: &Tx, person: &people::Model, by: PersonId, from: &str) -> Result<()> {
    let Some(to) = person.email.clone() else { return Ok(()) };
    let until = tx.at().plus_days(LASTS_DAYS);
    let token = make(tx, person.id, OpenedBy::Invitation, until, Some(by)).await?;
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    tx.record(record("person.invite", person));
    let letter = Letter {
        federation: person.federation_id,
        person: Some(person.id),
        to,
        subject: texts::invitation_mail_subject(lang).to_owned(),
        parts: vec![
            Paragraph::Words(texts::invitation_mail_hello(lang, &person.name, &person.title)),
            Paragraph::Words(texts::invitation_mail_body(lang, from)),
            Paragraph::Words(texts::invitation_mail_until(lang, LASTS_DAYS)),
        ],
        buttons: vec![Button::link(
            app,
            texts::invitation_mail_button(lang),
            &path(&token, "/"),
            until,
            String::new(),
        )?],
        footer: texts::invitation_mail_footer(lang).to_owned(),
        purpose: "invitation",
    };
    letter.post(tx).await?;
    Ok(())
}

/// A link for the operator to hand over by hand, where no mail can be sent yet or none arrives.
pub async fn link_by_hand(tx: &Tx, person: &people::Model, base_url: &str) -> Result<String> {
    let token = make(tx, person.id, OpenedBy::Invitation, tx.at().plus_days(BY_HAND_DAYS), None).await?;
    tx.record(record("person.link_by_hand", person));
    Ok(format!("{base_url}/sign-in/link/{token}"))
}
