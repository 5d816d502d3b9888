//! The outbox: every letter can be read here, also where no mail server is set up. What failed
//! says why and can be sent again.

mod access;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use axum::extract::{Path, Query};
use axum::response::Redirect;
use dure_domain::MailId;
use dure_store::Actor;
use dure_tables::mails;
use maud::Markup;
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;

use super::SEND;
use crate::error::{Error, Result};
use crate::shell::Part;
use crate::shell::Visit;

/// The part of the outbox.
pub fn part() -> Part {
    Part::default().get("/outbox", &access::SEE, list).get("/outbox/{id}", &access::SEE, show).post(
        "/outbox/{id}/again",
        &access::SEND_AGAIN,
        again,
    )
}

#[derive(Deserialize)]
struct View {
    #[serde(default)]
    page: u64,
    #[serde(default, rename = "box")]
    which: String,
    #[serde(default)]
    done: String,
}

/// `GET /outbox?box=mine|failed&page=2`
async fn list(visit: Visit, Query(view): Query<View>) -> Result<Markup> {
    let wider = rules::sees_others(&visit.viewer, visit.app.config.demo);
    let which = match view.which.as_str() {
        _ if !wider => rules::Which::Mine,
        "mine" => rules::Which::Mine,
        "failed" => rules::Which::Failed,
        _ => rules::Which::All,
    };
    let reach = access::SEE.reach(&visit.viewer);
    let within = store::within(&reach, visit.app.config.demo, which, visit.viewer.person);
    let page = store::page(visit.app.store.read(), within, view.page.max(1)).await?;
    Ok(pages::list(&visit, which, wider, &page))
}

/// `GET /outbox/{id}`
async fn show(visit: Visit, Path(id): Path<MailId>, Query(view): Query<View>) -> Result<Markup> {
    let mail = find(&visit, id).await?;
    Ok(pages::letter(&visit, &mail, &view.done))
}

/// `POST /outbox/{id}/again`
async fn again(visit: Visit, Path(id): Path<MailId>) -> Result<Redirect> {
    let mail = find(&visit, id).await?;
    access::SEND_AGAIN.require(&visit.viewer, &access::thing(&mail))?;
    if !rules::may_be_sent_again(&mail, visit.app.config.smtp.is_some()) {
        return Err(Error::ChangedMeanwhile);
    }
    visit
        .app
        .store
        .write::<_, Error, _, _>(Actor::Person(visit.viewer.person), |tx| async move {
            tx.quiet();
            let waiting =
                mails::ActiveModel { id: Set(id), failure: Set(String::new()), ..Default::default() };
            waiting.update(tx.db()).await?;
            tx.job(SEND, &id, tx.at())?;
            Ok(())
        })
        .await?;
    Ok(Redirect::to(&format!("/outbox/{id}?done=again")))
}

/// A letter that the viewer may read; in the demo everybody reads every letter.
async fn find(visit: &Visit, id: MailId) -> Result<mails::Model> {
    let mail = store::find(visit.app.store.read(), id).await?.ok_or(Error::NotFound)?;
    if !visit.app.config.demo {
        access::SEE.require(&visit.viewer, &access::thing(&mail))?;
    }
    Ok(mail)
}
