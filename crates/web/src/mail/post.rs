//! Posting to a person of the roster: in the language they read, with a greeting. Who has no mail
//! address finds it in Dure; who has left gets nothing.

use dure_domain::FederationId;
use dure_store::Tx;
use dure_tables::people;
use dure_texts::{Lang, mail as texts};

use super::{Button, Letter, Paragraph};
use crate::error::Result;
use crate::names;

/// What a letter says; who gets it is added by [`post`].
pub struct Content {
    /// The subject line.
    pub subject: String,
    /// What it says, without the greeting.
    pub parts: Vec<Paragraph>,
    /// Buttons.
    pub buttons: Vec<Button>,
    /// Why it was sent.
    pub footer: String,
}

/// Posts a letter to a person, with a greeting.
pub async fn post(
    tx: &Tx,
    federation: FederationId,
    to: &people::Model,
    purpose: &'static str,
    content: impl FnOnce(Lang) -> Result<Content>,
) -> Result<()> {
    if to.left_at.is_some() {
        return Ok(());
    }
    let address = to.email.clone().unwrap_or_default();
    let lang = Lang::from_tag(&to.lang).unwrap_or_default();
    let Content { subject, parts, buttons, footer } = content(lang)?;
    let greeting = Paragraph::Words(texts::letter_greeting(lang, names::titled(to)));
    let letter = Letter {
        federation,
        person: Some(to.id),
        to: address,
        subject,
        parts: std::iter::once(greeting).chain(parts).collect(),
        buttons,
        footer,
        purpose,
    };
    letter.post(tx).await?;
    Ok(())
}
