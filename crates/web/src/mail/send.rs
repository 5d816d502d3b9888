//! Handing a letter to the mail server. Once it is there, its links are forgotten here.

use dure_domain::{Id, MailId};
use dure_store::Actor;
use dure_tables::mails;
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::{html, plain, stored};
use crate::App;
use crate::config::Smtp;
use crate::error::{Error, Result};
use crate::settings::{self, Settings};

/// Kept with a letter whose links have gone before it was sent. The page says it in the reader's language.
pub const LINKS_GONE: &str = "links gone";

/// Hands one mail to the mail server. Without one its words stay readable, and its links go: nobody will ever get
/// them. The demo keeps them, as its outbox stands for everybody's mailbox.
pub async fn send(app: App, id: MailId) -> Result<()> {
    let app = &app;
    let Some(mail) = mails::Entity::find_by_id(id).one(app.store.read()).await? else { return Ok(()) };
    let Some(smtp) = &app.config.smtp else {
        return if app.config.demo { Ok(()) } else { change(app, stored::spent(&mail)).await };
    };
    if mail.sent_at.is_some() {
        return Ok(());
    }
    if stored::links_are_gone(app, &mail) {
        let failed = mails::ActiveModel { failure: Set(LINKS_GONE.into()), ..stored::spent(&mail) };
        return change(app, failed).await;
    }
    match hand_over(app, smtp, &mail).await {
        Ok(()) => note_sent(app, &mail).await,
        Err(why) => {
            change(app, mails::ActiveModel { id: Set(id), failure: Set(why), ..Default::default() }).await?;
            // What the mail server said may name the reader's address; that stands with the letter, not in the log.
            Err(Error::Internal(format!("letter {} could not be handed to the mail server", id.uuid())))
        }
    }
}

async fn note_sent(app: &App, mail: &mails::Model) -> Result<()> {
    let sent = mails::ActiveModel {
        sent_at: Set(Some(app.now())),
        failure: Set(String::new()),
        ..stored::spent(mail)
    };
    change(app, sent).await
}

async fn change(app: &App, row: mails::ActiveModel) -> Result<()> {
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let row = row.clone();
            async move {
                tx.quiet();
                row.update(tx.db()).await?;
                Ok(())
            }
        })
        .await
}

/// # Errors
/// Why not, in the mail server's words.
async fn hand_over(app: &App, smtp: &Smtp, mail: &mails::Model) -> std::result::Result<(), String> {
    let settings = settings::of(app, mail.federation_id).await.map_err(|error| error.to_string())?;
    let message = message(app, smtp, mail, &settings)?;
    let server =
        AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url).map_err(|error| error.to_string())?;
    server.build().send(message).await.map(drop).map_err(|error| error.to_string())
}

fn message(
    app: &App,
    smtp: &Smtp,
    mail: &mails::Model,
    settings: &Settings,
) -> std::result::Result<Message, String> {
    let to: Address = mail.to_address.parse().map_err(|_| "not a mail address".to_owned())?;
    let (text, html) = match stored::body(mail) {
        Some(mut body) => {
            if !settings.contact().is_empty() {
                body.footer = format!("{}\n{}", body.footer, settings.contact());
            }
            let urls = stored::urls(app, mail, &body);
            (plain::text(&body, &urls), html::page(&mail.subject, &body, &urls))
        }
        None => (mail.body_text.clone(), mail.body_html.clone()),
    };
    let mut from = smtp.from.clone();
    if !settings.sender.is_empty() {
        from.name = Some(settings.sender.clone());
    }
    let mut message = Message::builder().from(from);
    if let Ok(address) = settings.reply_to.parse::<Address>() {
        message = message.reply_to(Mailbox::new(None, address));
    }
    message
        .to(Mailbox::new(None, to))
        .subject(plain::one_line(&mail.subject))
        .multipart(MultiPart::alternative_plain_html(text, html))
        .map_err(|error| error.to_string())
}

/// The letter as it goes to the mail server.
#[cfg(any(test, feature = "testing"))]
pub fn message_for_tests(app: &App, mail: &mails::Model) -> String {
    message_with_for_tests(app, mail, &Settings::default())
}

/// The same, as a federation with these settings sends it.
#[cfg(any(test, feature = "testing"))]
pub fn message_with_for_tests(app: &App, mail: &mails::Model, settings: &Settings) -> String {
    let from = "두레 <dure@dure.example>".parse().expect("a mailbox");
    let smtp = Smtp { url: String::new(), from };
    let message = message(app, &smtp, mail, settings).expect("a message");
    String::from_utf8_lossy(&message.formatted()).into_owned()
}
