//! Reading letters and sending them again.

use dure_domain::MailId;
use dure_tables::mails;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::mail::SEND;
use sea_orm::{ActiveModelTrait, Set};

use super::{access, rules, store};

/// One page of the letters within reach.
pub async fn list(app: &App, viewer: &Viewer, which: rules::Which, page: u64) -> Result<rules::Page> {
    let within = store::within(&access::SEE.reach(viewer), app.config.demo, which, viewer.person);
    store::page(app.store.read(), within, page).await
}

/// A letter that the viewer may read; in the demo everybody reads every letter.
pub async fn find(app: &App, viewer: &Viewer, id: MailId) -> Result<mails::Model> {
    let mail = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    if !app.config.demo {
        access::SEE.require(viewer, &access::thing(&mail))?;
    }
    Ok(mail)
}

/// Sends a letter again that could not be handed over.
pub async fn send_again(app: &App, viewer: &Viewer, id: MailId) -> Result<()> {
    let mail = find(app, viewer, id).await?;
    access::SEND_AGAIN.require(viewer, &access::thing(&mail))?;
    if !rules::may_be_sent_again(&mail, app.config.smtp.is_some()) {
        return Err(Error::ChangedMeanwhile);
    }
    app.act(viewer, |tx| async move {
        tx.quiet();
        let waiting = mails::ActiveModel { id: Set(id), failure: Set(String::new()), ..Default::default() };
        waiting.update(tx.db()).await?;
        tx.job(SEND, &id, tx.at())?;
        Ok(())
    })
    .await
}
