//! Letters about what executives bring before the federation: a group to be registered, a request for one.

use dure_domain::PersonId;
use dure_store::Tx;
use dure_tables::{foundings, group_requests};
use dure_texts::foundings as texts;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph, post};
use dure_web::names;

use super::open_button;
use crate::foundings::store;

/// Tells the federation's staff that a group was put before it.
pub async fn proposed(tx: &Tx, founding: &foundings::Model, by: PersonId) -> Result<()> {
    let people = store::people(tx.db(), [by]).await?;
    let who = people.get(&by).map(names::titled).unwrap_or_default();
    for person in store::staff(tx.db(), founding.federation_id).await?.iter().filter(|row| row.id != by) {
        post(tx, founding.federation_id, person, "founding.proposed", |lang| {
            Ok(Content {
                subject: texts::letter_proposed_subject(lang, &founding.name),
                parts: vec![Paragraph::Words(texts::letter_proposed(lang, &who, &founding.name))],
                buttons: vec![open_button(lang, founding)],
                footer: texts::letter_staff_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

/// Tells who brought a group that it comes back, and why.
pub async fn sent_back(tx: &Tx, founding: &foundings::Model) -> Result<()> {
    let people = store::people(tx.db(), founding.opened_by).await?;
    for person in people.values() {
        post(tx, founding.federation_id, person, "founding.returned", |lang| {
            Ok(Content {
                subject: texts::letter_returned_subject(lang, &founding.name),
                parts: std::iter::once(Paragraph::Words(texts::letter_returned(lang, &founding.name)))
                    .chain(Paragraph::quote(texts::letter_word(lang), &founding.word))
                    .collect(),
                buttons: vec![open_button(lang, founding)],
                footer: texts::letter_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

fn request_button(label: &str, request: &group_requests::Model) -> Button {
    Button::page(label, format!("/foundings/requests/{}", request.id))
}

/// Tells the federation's staff that firms ask for a group.
pub async fn asked_for_a_group(
    tx: &Tx,
    request: &group_requests::Model,
    firms: usize,
    by: PersonId,
) -> Result<()> {
    let people = store::people(tx.db(), [by]).await?;
    let who = people.get(&by).map(names::titled).unwrap_or_default();
    let firms = i64::try_from(firms).unwrap_or(i64::MAX);
    for person in store::staff(tx.db(), request.federation_id).await?.iter().filter(|row| row.id != by) {
        post(tx, request.federation_id, person, "group_request.asked", |lang| {
            let note = Paragraph::quote(texts::letter_message(lang), &request.note);
            let first = Paragraph::Words(texts::letter_requested(lang, &who, firms, &request.title));
            Ok(Content {
                subject: texts::letter_requested_subject(lang, &request.title),
                parts: std::iter::once(first).chain(note).collect(),
                buttons: vec![request_button(texts::letter_open(lang), request)],
                footer: texts::letter_staff_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

/// Tells who asked for a group that the request was closed, and the federation's word.
pub async fn request_closed(tx: &Tx, request: &group_requests::Model, by: PersonId) -> Result<()> {
    let people = store::people(tx.db(), request.asked_by.filter(|asker| *asker != by)).await?;
    for person in people.values() {
        post(tx, request.federation_id, person, "group_request.closed", |lang| {
            let word = Paragraph::quote(texts::letter_word(lang), &request.closing);
            let first = Paragraph::Words(texts::letter_request_closed(lang, &request.title));
            Ok(Content {
                subject: texts::letter_request_closed_subject(lang, &request.title),
                parts: std::iter::once(first).chain(word).collect(),
                buttons: vec![request_button(texts::letter_open(lang), request)],
                footer: texts::letter_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}
