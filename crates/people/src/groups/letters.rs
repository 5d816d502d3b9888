//! What is told to whom an office is given, and to whom it is ended: it must not happen behind anybody's back.

use dure_store::{Actor, Tx};
use dure_tables::{appointments, groups};
use dure_texts::{Lang, groups as texts};
use dure_ui::words;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph, post};
use dure_web::names;

use super::store;

/// Tells who holds this office of a group, or has held it until now.
pub async fn office(tx: &Tx, held: &appointments::Model) -> Result<()> {
    let Some(group) = held.group_id else { return Ok(()) };
    let group = store::find(tx.db(), group).await?;
    let person = store::people_named(tx.db(), vec![held.person_id]).await?.remove(&held.person_id);
    let (Some(group), Some(person)) = (group, person) else { return Ok(()) };
    let by = by_whom(tx).await?;
    let purpose = if held.until.is_some() { "office.ended" } else { "office.given" };
    post(tx, held.federation_id, &person, purpose, |lang| {
        let office = words::office(lang, held.office);
        let (subject, what) = match held.until {
            None => {
                (texts::office_given_subject(lang, office), texts::office_given(lang, &group.name, office))
            }
            Some(_) => {
                (texts::office_ended_subject(lang, office), texts::office_ended(lang, &group.name, office))
            }
        };
        let by = by.as_deref().map(|name| Paragraph::Words(texts::office_by(lang, name)));
        let parts = [Some(Paragraph::Words(what)), by, Some(Paragraph::words(texts::office_doubt(lang)))];
        Ok(Content {
            subject,
            parts: parts.into_iter().flatten().collect(),
            buttons: vec![open(lang, &group)],
            footer: texts::office_footer(lang).to_owned(),
        })
    })
    .await
}

fn open(lang: Lang, group: &groups::Model) -> Button {
    Button::page(texts::office_open_group(lang), format!("/groups/{}", group.id))
}

async fn by_whom(tx: &Tx) -> Result<Option<String>> {
    let Actor::Person(id) = tx.actor() else { return Ok(None) };
    Ok(names::people(tx.db(), [id]).await?.remove(&id))
}
