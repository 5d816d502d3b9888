//! What a person is told of what others noted.

use dure_store::Tx;
use dure_tables::people;
use dure_texts::members as texts;
use dure_web::error::Result;
use dure_web::mail::{Content, Paragraph, post};

/// Tells a person, at the address they still have, who has noted that they have left.
pub async fn seen_off(tx: &Tx, person: &people::Model, by: &str) -> Result<()> {
    post(tx, person.federation_id, person, "person.left", |lang| {
        Ok(Content {
            subject: texts::left_mail_subject(lang).to_owned(),
            parts: vec![Paragraph::Words(texts::left_mail_body(lang, by))],
            buttons: Vec::new(),
            footer: texts::left_mail_footer(lang).to_owned(),
        })
    })
    .await
}
