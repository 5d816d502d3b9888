//! Letters about foundings. Each is written in the language of who gets it; who has no mail address
//! finds the same on the page.

mod brought;
mod founded;
mod invited;

use dure_domain::FederationId;
use dure_store::Tx;
use dure_tables::{foundings, people};
use dure_texts::{Lang, foundings as texts};

use crate::error::Result;
use crate::mail::{Button, Letter};
use crate::shell::App;

pub use brought::{asked_for_a_group, proposed, request_closed, sent_back};
pub use founded::{all_answered, founded, joined, withdrawn};
pub use invited::{Invited, invited, reminder};

/// What a letter says; who gets it is added by [`post`].
pub struct Content {
    /// The subject line.
    pub subject: String,
    /// Paragraphs, without the greeting.
    pub paragraphs: Vec<String>,
    /// Buttons.
    pub buttons: Vec<Button>,
    /// Why it was sent.
    pub footer: String,
}

/// Posts a letter to a person who has a mail address, with a greeting.
pub async fn post(
    tx: &Tx,
    federation: FederationId,
    to: &people::Model,
    purpose: &'static str,
    content: impl FnOnce(Lang) -> Result<Content>,
) -> Result<()> {
    let Some(address) = to.email.clone().filter(|_| to.left_at.is_none()) else { return Ok(()) };
    let lang = Lang::from_tag(&to.lang).unwrap_or_default();
    let Content { subject, paragraphs, buttons, footer } = content(lang)?;
    let greeting = texts::letter_greeting(lang, format!("{} {}", to.name, to.title).trim());
    let letter = Letter {
        federation,
        person: Some(to.id),
        to: address,
        subject,
        paragraphs: std::iter::once(greeting).chain(paragraphs).collect(),
        buttons,
        footer,
        purpose,
    };
    letter.post(tx).await?;
    Ok(())
}

/// The button that opens the founding.
fn open_button(app: &App, lang: Lang, founding: &foundings::Model) -> Button {
    Button {
        label: texts::letter_open(lang).to_owned(),
        url: app.config.url(&format!("/foundings/{}", founding.id)),
    }
}
