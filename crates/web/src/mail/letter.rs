//! A letter on its way into the outbox.

use dure_domain::{FederationId, MailId, Moment, NoticeWay, PersonId};
use dure_store::{StoreError, Tx};
use dure_tables::mails;
use sea_orm::{ActiveModelTrait, Set};

use super::notice::{self, Sending, sending};
use super::parts::{Body, Button, Kept, Paragraph, Target, To};
use super::plain::one_line;
use super::sealed::Sealed;
use super::{DIGEST, SEND, plain};
use crate::error::Result;

/// A letter to one person.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The federation on whose behalf it is sent.
    pub federation: FederationId,
    /// To whom, none for an address outside the roster.
    pub person: Option<PersonId>,
    /// The address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// What it says.
    pub parts: Vec<Paragraph>,
    /// Buttons under the text, the main one first.
    pub buttons: Vec<Button>,
    /// One line at the end: why this letter was sent.
    pub footer: String,
    /// What kind of letter it is, such as `difficulty.ask`.
    pub purpose: &'static str,
}

impl Letter {
    /// Puts the letter into the outbox in the act's own transaction, with the job that sends it. The words can be read
    /// there; links that act stand apart, encrypted. A letter that its reader does not want by mail, or without an address,
    /// is read in Dure alone.
    pub async fn post(self, tx: &Tx) -> Result<MailId> {
        let id: MailId = tx.id();
        let Sending { way, not_before } = sending(tx, self.person, self.purpose).await?;
        let way = if self.to.is_empty() { NoticeWay::Here } else { way };
        let news = self.person.is_some() && notice::kind(self.purpose).is_some();
        let (body, mut links, mut until) = apart(self.parts, self.buttons, self.footer);
        if way != NoticeWay::Now {
            // They would never reach the mailbox that they are for.
            (links, until) = (Vec::new(), None);
        }
        let json = |text: serde_json::Result<String>| text.map_err(StoreError::from);
        let no_urls = vec![None; body.buttons.len()];
        let row = mails::ActiveModel {
            id: Set(id),
            federation_id: Set(self.federation),
            person_id: Set(self.person),
            body_text: Set(plain::text(&body, &no_urls)),
            body_html: Set(String::new()),
            parts: Set(json(serde_json::to_string(&body))?),
            links: Set(if links.is_empty() { String::new() } else { json(serde_json::to_string(&links))? }),
            links_until: Set(until),
            to_address: Set(self.to),
            subject: Set(one_line(&self.subject)),
            purpose: Set(self.purpose.to_owned()),
            created_at: Set(tx.at()),
            sent_at: Set(None),
            failure: Set(String::new()),
            way: Set(way),
            read_at: Set((!news).then(|| tx.at())),
            gathered_at: Set(None),
        };
        row.insert(tx.db()).await?;
        if way == NoticeWay::Now {
            tx.job(SEND, &id, not_before)?;
        }
        if let (NoticeWay::Digest, Some(person)) = (way, self.person) {
            tx.job(DIGEST, &person, notice::next_gathering(tx.at()))?;
        }
        Ok(id)
    }
}

/// The letter as it is stored, its links, and until when the last of them acts.
fn apart(parts: Vec<Paragraph>, buttons: Vec<Button>, footer: String) -> (Body, Vec<Sealed>, Option<Moment>) {
    let (mut links, mut last) = (Vec::new(), None);
    let keep = |button: Button| {
        let to = match button.target {
            Target::Page(path) => To::Page(path),
            Target::Link { sealed, until, instead } => {
                links.push(sealed);
                last = last.max(Some(until));
                To::Link { at: links.len() - 1, instead }
            }
        };
        Kept { label: button.label, to }
    };
    let buttons = buttons.into_iter().map(keep).collect();
    (Body { parts, buttons, footer }, links, last)
}
