//! After days of silence one reminder, and only one.

use dure_domain::{AskId, AskState, Moment};
use dure_store::Actor;
use dure_web::App;
use dure_web::error::Result;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::trail::Trail;
use crate::asks::letters;
use crate::asks::rules::{self, REMIND_AFTER_DAYS};
use crate::asks::store::{self, Names};

/// The kind of job that reminds of a request; its payload is the [`AskId`].
pub const REMIND: &str = "ask.remind";

/// When a request of this moment is due for its reminder.
pub(super) const fn due(asked_at: Moment) -> Moment {
    asked_at.plus_days(REMIND_AFTER_DAYS)
}

/// Reminds of a request that still waits. Whatever was answered meanwhile is left in peace.
pub async fn remind(app: App, id: AskId) -> Result<()> {
    app.store
        .write(Actor::System, |tx| {
            let app = app.clone();
            async move {
                let request = store::ask(tx.db(), id).await?;
                let difficulty = store::difficulty(tx.db(), request.difficulty_id).await?;
                let waits = request.state == AskState::Asked && request.reminded_at.is_none();
                if !waits || !rules::takes_help(difficulty.status) {
                    tx.quiet();
                    return Ok(());
                }
                let mut row = request.clone().into_active_model();
                row.reminded_at = Set(Some(tx.at()));
                let after = row.update(tx.db()).await?;
                let who = [request.person_id, difficulty.author_id].into_iter().chain(request.asked_by);
                let names = Names::read(tx.db(), who, [difficulty.firm_id]).await?;
                letters::reminder(&app, &tx, &difficulty, &after, &names).await?;
                let trail = Trail { tx: &tx, difficulty: &difficulty, actor: None };
                trail.record_ask("asks.remind", Some(&request), &after);
                Ok(())
            }
        })
        .await
}
