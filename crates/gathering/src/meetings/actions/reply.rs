//! Saying that one comes, or that one does not; the last word counts.

use dure_domain::{MeetingId, PersonId};
use dure_store::Actor;
use dure_tables::{meeting_replies, meetings};
use dure_texts::{Lang, meetings as texts};
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::record;
use crate::meetings::{rules, store};

/// Notes the reply of a person. `lang` is what the person reads, for the words of a refusal.
pub async fn reply(app: &App, person: PersonId, id: MeetingId, coming: bool, lang: Lang) -> Result<()> {
    app.store
        .write(Actor::Person(person), |tx| async move {
            let meeting = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
            if !rules::takes_replies(&meeting, tx.at()) {
                return Err(Error::Rule(why_not(&meeting, lang).to_owned()));
            }
            let before = store::replies_of(tx.db(), person, [id]).await?.get(&id).copied();
            let row = meeting_replies::ActiveModel {
                meeting_id: Set(id),
                person_id: Set(person),
                federation_id: Set(meeting.federation_id),
                coming: Set(coming),
                at: Set(tx.at()),
            };
            let again =
                OnConflict::columns([meeting_replies::Column::MeetingId, meeting_replies::Column::PersonId])
                    .update_columns([meeting_replies::Column::Coming, meeting_replies::Column::At])
                    .to_owned();
            meeting_replies::Entity::insert(row).on_conflict(again).exec_without_returning(tx.db()).await?;
            let words = |coming| json!({ "person": person, "coming": coming });
            tx.record(record("meeting.reply", &meeting, before.map(words), Some(words(coming))));
            Ok(())
        })
        .await
}

fn why_not(meeting: &meetings::Model, lang: Lang) -> &'static str {
    match meeting.cancelled_at {
        Some(_) => texts::is_cancelled(lang),
        None => texts::is_over(lang),
    }
}
