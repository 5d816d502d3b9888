//! The letter by which the way of all letters is tried.

use dure_store::Tx;
use dure_tables::people;
use dure_texts::status as texts;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::mail::{Button, Content, Paragraph, post};
use sea_orm::EntityTrait;

/// Posts it to the viewer; false where they have no address.
pub async fn trial(tx: &Tx, viewer: &Viewer) -> Result<bool> {
    let person = people::Entity::find_by_id(viewer.person).one(tx.db()).await?.ok_or(Error::NotFound)?;
    if person.email.is_none() {
        return Ok(false);
    }
    post(tx, viewer.federation, &person, "status.trial", |lang| {
        Ok(Content {
            subject: texts::trial_subject(lang).to_owned(),
            parts: vec![Paragraph::words(texts::trial_words(lang))],
            buttons: vec![Button::page(texts::trial_open(lang), "/status".to_owned())],
            footer: texts::trial_footer(lang).to_owned(),
        })
    })
    .await?;
    Ok(true)
}
