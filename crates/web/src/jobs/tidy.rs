//! Clears away what nobody needs any more: sessions and links that have run out, jobs long done.

use std::time::Duration;

use dure_store::{Actor, Tx};
use dure_tables::{acts, jobs, rate_limits, sessions, sign_in_links};
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::App;
use crate::error::{Error, Result};
use crate::mail;

/// How long the trace of a link or a job stays after its end, in days.
const KEPT_DAYS: i64 = 30;
/// No limit of attempts and no key of a request reaches further back, in days.
const LIMITS_DAYS: i64 = 2;

const PAUSE: Duration = Duration::from_secs(3_600);

/// What a feature clears away of its own.
pub type Tidy = Box<dyn Fn(Tx) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// Clears away every hour until the program ends.
pub async fn keep_tidy(app: App) {
    loop {
        if let Err(error) = tidy(&app).await {
            tracing::warn!(%error, "what has run out could not be cleared away");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Deletes them. Several nodes may do this at once.
///
/// # Errors
/// The database's.
pub async fn tidy(app: &App) -> Result<()> {
    let demo = app.config.demo;
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| async move {
            tx.quiet();
            let (now, long_ago) = (tx.at(), tx.at().plus_days(-KEPT_DAYS));
            let over = sessions::Entity::delete_many().filter(sessions::Column::ExpiresAt.lte(now));
            over.exec(tx.db()).await?;
            let over =
                sign_in_links::Entity::delete_many().filter(sign_in_links::Column::ExpiresAt.lte(long_ago));
            over.exec(tx.db()).await?;
            let done = jobs::Entity::delete_many()
                .filter(jobs::Column::DoneAt.lte(long_ago))
                .filter(jobs::Column::Failure.eq(""));
            done.exec(tx.db()).await?;
            let old = rate_limits::Column::WindowStart.lte(now.plus_days(-LIMITS_DAYS));
            rate_limits::Entity::delete_many().filter(old).exec(tx.db()).await?;
            let old = acts::Column::At.lte(now.plus_days(-LIMITS_DAYS));
            acts::Entity::delete_many().filter(old).exec(tx.db()).await?;
            for tidy in &app.tidies {
                tidy(tx.clone()).await?;
            }
            if !demo {
                mail::forget_links(&tx).await?;
                mail::forget_old_links(&tx).await?;
            }
            Ok(())
        })
        .await
}
