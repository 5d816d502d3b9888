//! Choosing a password: the old one, or a link that was just opened, shows who one is.

use axum::extract::Form;
use axum::response::Response;
use dure_domain::{Id, Subject};
use dure_store::{Actor, Record};
use dure_tables::people;
use dure_texts::{Lang, accounts as texts};
use dure_web::error::{Error, Result};
use dure_web::mail::{Letter, Paragraph};
use dure_web::{Visit, credentials};
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;

use super::{Typed, again, done, oneself};
use crate::accounts::limits::{self, PASSWORD_BY_ADDRESS};
use crate::accounts::{own_sessions, password};

#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    old: String,
    #[serde(default)]
    password: String,
}

/// `POST /account/password`
pub(super) async fn choose(visit: Visit, Form(form): Form<Chosen>) -> Result<Response> {
    let lang = visit.lang();
    let person = oneself(&visit).await?;
    if let Err(weak) = password::judge(&form.password, person.email.as_deref().unwrap_or_default()) {
        return again(&visit, Typed::default().wrong("password", weak.words(lang))).await;
    }
    if !is_oneself(&visit, &person, &form.old).await? {
        let words = match person.password_hash {
            Some(_) => texts::old_password_wrong(lang),
            None => texts::link_needed(lang),
        };
        return again(&visit, Typed::default().wrong("old", words)).await;
    }
    let hash = password::hash(&visit.app, &form.password).await?;
    visit
        .app
        .store
        .write::<_, Error, _, _>(Actor::Person(person.id), |tx| {
            let (person, hash, present) = (person.clone(), hash.clone(), visit.viewer.session);
            async move {
                let kept = people::ActiveModel {
                    id: Set(person.id),
                    password_hash: Set(Some(hash)),
                    ..Default::default()
                };
                kept.update(tx.db()).await?;
                tx.record(Record {
                    action: "person.password",
                    subject: Subject::Person,
                    id: person.id.uuid(),
                    federation: Some(person.federation_id),
                    before: None,
                    after: None,
                });
                credentials::end_all(&tx, person.id, present).await?;
                if let Some(letter) = changed(&person) {
                    letter.post(&tx).await?;
                }
                Ok(())
            }
        })
        .await?;
    visit.app.viewers.clear();
    Ok(done("password"))
}

/// Whether it is the person: by the password, or by a link opened just now.
///
/// # Errors
/// [`Error::TooMany`] when too many passwords were tried.
pub(super) async fn is_oneself(visit: &Visit, person: &people::Model, old: &str) -> Result<bool> {
    if own_sessions::is_fresh(&visit.app, &visit.viewer).await? {
        return Ok(true);
    }
    let Some(hash) = &person.password_hash else { return Ok(false) };
    let subject = person.id.to_string();
    limits::count(&visit.app, &[(PASSWORD_BY_ADDRESS, &subject)]).await?;
    let right = password::matches(old, Some(hash)).await?;
    if right {
        limits::forgive(&visit.app, PASSWORD_BY_ADDRESS, &subject).await?;
    }
    Ok(right)
}

/// Tells the person, in case it was somebody else.
fn changed(person: &people::Model) -> Option<Letter> {
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    Some(Letter {
        federation: person.federation_id,
        person: Some(person.id),
        to: person.email.clone()?,
        subject: texts::password_mail_subject(lang).to_owned(),
        parts: vec![Paragraph::Words(texts::password_mail_body(lang, &person.name))],
        buttons: Vec::new(),
        footer: texts::link_mail_footer(lang).to_owned(),
        purpose: "account.password",
    })
}
