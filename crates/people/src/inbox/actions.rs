//! The verbs of news: read, mark as read, choose how it comes.

use dure_domain::{Id, MailId, Subject};
use dure_store::Record;
use dure_tables::{mails, notice_ways, people};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};

use super::rules::{Chosen, Listed};
use super::{access, store};

/// One page of the viewer's news.
pub async fn list(app: &App, viewer: &Viewer, unread: bool, page: u64) -> Result<Listed> {
    let (news, total) = store::page(app.store.read(), viewer.person, unread, page).await?;
    Ok(Listed { news, total, page, unread })
}

/// One piece of news, for its reader.
pub async fn find(app: &App, viewer: &Viewer, id: MailId) -> Result<mails::Model> {
    let mail = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&mail))?;
    Ok(mail)
}

/// Marks one piece of news as read, or all of it.
pub async fn read(app: &App, viewer: &Viewer, id: Option<MailId>) -> Result<()> {
    if let Some(id) = id {
        find(app, viewer, id).await?;
    }
    app.act(viewer, |tx| async move {
        tx.quiet();
        store::read(tx.db(), viewer.person, id, tx.at()).await
    })
    .await
}

/// What the viewer chose.
pub async fn chosen(app: &App, viewer: &Viewer) -> Result<Chosen> {
    store::chosen(app.store.read(), viewer.person).await
}

/// Chooses how news comes from now on.
pub async fn choose(app: &App, viewer: &Viewer, chosen: &Chosen) -> Result<()> {
    app.act(viewer, |tx| async move {
        let before = store::chosen(tx.db(), viewer.person).await?;
        let of_viewer = notice_ways::Column::PersonId.eq(viewer.person);
        notice_ways::Entity::delete_many().filter(of_viewer).exec(tx.db()).await?;
        for (kind, way) in &chosen.ways {
            let row =
                notice_ways::ActiveModel { person_id: Set(viewer.person), kind: Set(*kind), way: Set(*way) };
            row.insert(tx.db()).await?;
        }
        let quiet = people::ActiveModel {
            id: Set(viewer.person),
            quiet_at_night: Set(chosen.quiet),
            ..Default::default()
        };
        quiet.update(tx.db()).await?;
        tx.record(Record {
            action: "news.choose",
            subject: Subject::Person,
            id: viewer.person.uuid(),
            federation: Some(viewer.federation),
            before: Some(told(&before)),
            after: Some(told(chosen)),
        });
        Ok(())
    })
    .await
}

fn told(chosen: &Chosen) -> Value {
    let ways: Vec<_> = chosen.ways.iter().map(|(kind, way)| json!([kind, way])).collect();
    json!({ "ways": ways, "quiet": chosen.quiet })
}
