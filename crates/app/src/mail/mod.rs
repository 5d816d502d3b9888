//! Mail: written into the outbox with the act that causes it, handed to the mail server by a job.
//! Without a mail server the outbox is a page where the mails can be read.

mod letter;
mod outbox;
mod post;

use std::str::FromStr;

use dure_domain::MailId;
use dure_store::Actor;
use dure_tables::mails;
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

pub use letter::{Button, Letter};
pub use post::{Content, post};

use crate::error::{Error, Result};
use crate::router::Routes;
use crate::shell::App;
use crate::shell::config::Smtp;

/// The kind of job that hands over one mail; its payload is the [`MailId`].
pub const SEND: &str = "mail.send";

/// Routes of the outbox.
pub fn routes() -> Routes {
    outbox::routes()
}

/// Hands one mail to the mail server. Without one there is nothing to do: it stays readable.
pub async fn send(app: &App, payload: &str) -> Result<()> {
    let Some(smtp) = &app.config.smtp else { return Ok(()) };
    let id: MailId = serde_json::from_str(payload).map_err(|error| Error::Internal(error.to_string()))?;
    let Some(mail) = mails::Entity::find_by_id(id).one(app.store.read()).await? else { return Ok(()) };
    if mail.sent_at.is_some() {
        return Ok(());
    }
    if let Err(error) = hand_over(smtp, &mail).await {
        note_failure(app, id, &error).await?;
        return Err(error);
    }
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| async move {
            tx.quiet();
            let sent = mails::ActiveModel {
                id: Set(id),
                sent_at: Set(Some(tx.at())),
                failure: Set(String::new()),
                ..Default::default()
            };
            sent.update(tx.db()).await?;
            Ok(())
        })
        .await
}

/// Keeps with the letter why it could not be handed over; its job tries again later.
async fn note_failure(app: &App, id: MailId, error: &Error) -> Result<()> {
    let why = error.to_string();
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let why = why.clone();
            async move {
                tx.quiet();
                let failed = mails::ActiveModel { id: Set(id), failure: Set(why), ..Default::default() };
                failed.update(tx.db()).await?;
                Ok(())
            }
        })
        .await
}

async fn hand_over(smtp: &Smtp, mail: &mails::Model) -> Result<()> {
    let wrong = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
    let message = Message::builder()
        .from(smtp.from.clone())
        .to(Mailbox::from_str(&mail.to_address).map_err(|error| wrong(&error))?)
        .subject(mail.subject.clone())
        .multipart(MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone()))
        .map_err(|error| wrong(&error))?;
    let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url).map_err(|error| wrong(&error))?;
    server.build().send(message).await.map(drop).map_err(|error| wrong(&error))
}
