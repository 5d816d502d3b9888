//! What was gathered for one person since the last time, in one letter.

use dure_domain::{NoticeWay, PersonId};
use dure_store::Actor;
use dure_tables::{mails, people};
use dure_texts::mail as texts;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use super::{Button, Content, Paragraph, post};
use crate::App;
use crate::error::{Error, Result};

/// Subjects that are told; the rest are a number.
const TOLD: usize = 20;

/// Sends it. What has been read meanwhile is left out, and where nothing is left there is no letter.
///
/// # Errors
/// The database's.
pub async fn send(app: App, person: PersonId) -> Result<()> {
    let write = app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let waiting = mails::Entity::find()
            .filter(mails::Column::PersonId.eq(person))
            .filter(mails::Column::Way.eq(NoticeWay::Digest))
            .filter(mails::Column::GatheredAt.is_null())
            .order_by_asc(mails::Column::CreatedAt)
            .all(tx.db())
            .await?;
        let unread: Vec<String> =
            waiting.iter().filter(|mail| mail.read_at.is_none()).map(|mail| mail.subject.clone()).collect();
        let federation = waiting.first().map(|mail| mail.federation_id);
        for mail in waiting {
            let row = mails::ActiveModel {
                id: Set(mail.id),
                gathered_at: Set(Some(tx.at())),
                ..Default::default()
            };
            row.update(tx.db()).await?;
        }
        let reader = people::Entity::find_by_id(person).one(tx.db()).await?;
        let (Some(reader), Some(federation), false) = (reader, federation, unread.is_empty()) else {
            return Ok(());
        };
        post(&tx, federation, &reader, "digest.day", |lang| {
            let more = unread.len().saturating_sub(TOLD);
            let told = unread.iter().take(TOLD).cloned();
            let rest = (more > 0).then(|| texts::digest_more(lang, more));
            Ok(Content {
                subject: texts::digest_subject(lang, unread.len()),
                parts: vec![Paragraph::list(texts::digest_head(lang), told.chain(rest).collect())],
                buttons: vec![Button::page(texts::digest_open(lang), "/inbox".into())],
                footer: texts::digest_footer(lang).to_owned(),
            })
        })
        .await
    });
    write.await
}
