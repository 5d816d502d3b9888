//! Requests that carry a key of their own: the first act that is recorded while one is served takes the key
//! in its own transaction, so that the same request sent again, at whatever moment, is not done twice.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dure_domain::{ActId, Moment};
use dure_tables::acts;
use sea_orm::{ConnectionTrait, EntityTrait, Set};

use crate::{Actor, Store, StoreResult};

tokio::task_local! {
    static NOW_SERVED: Once;
}

/// A key, and what it is for.
#[derive(Debug, Clone)]
pub struct Once {
    id: ActId,
    asked: Vec<u8>,
    taken: Arc<AtomicBool>,
}

impl Once {
    /// `id` is made of who asks, where and the key; `asked` tells one request from another.
    pub fn new(id: ActId, asked: Vec<u8>) -> Self {
        Self { id, asked, taken: Arc::default() }
    }

    /// Serves a request under this key. An act that finds the key taken fails with
    /// [`crate::StoreError::Taken`], for which [`Once::is_taken_by`] looks.
    pub async fn serve<T>(self, request: impl Future<Output = T>) -> T {
        NOW_SERVED.scope(self, request).await
    }

    /// Whether this is how the database says that the key is taken.
    pub fn is_taken_by(constraint: &str) -> bool {
        // SQLite names the column of a primary key, PostgreSQL its index.
        matches!(constraint, "acts.id" | "acts_pkey")
    }

    /// What was done under this key: whether it was the same request, and its answer, empty if it is not known.
    pub async fn done(&self, store: &Store) -> StoreResult<Option<(bool, String)>> {
        let row = acts::Entity::find_by_id(self.id).one(store.read()).await?;
        Ok(row.map(|row| (row.asked == self.asked, row.answer)))
    }

    /// Keeps the answer for when the request is sent again.
    pub async fn answered(&self, store: &Store, answer: &str) -> StoreResult<()> {
        if !self.taken.load(Ordering::SeqCst) {
            return Ok(());
        }
        store
            .write(Actor::System, |tx| async move {
                tx.quiet();
                let row = acts::ActiveModel {
                    id: Set(self.id),
                    answer: Set(answer.to_owned()),
                    ..Default::default()
                };
                acts::Entity::update(row).exec(tx.db()).await?;
                Ok(())
            })
            .await
    }
}

/// Takes the key of the request now served, if it has one that is still free.
pub(crate) async fn take(db: &impl ConnectionTrait, at: Moment) -> StoreResult<()> {
    let Ok(once) = NOW_SERVED.try_with(Clone::clone) else { return Ok(()) };
    if once.taken.load(Ordering::SeqCst) {
        return Ok(());
    }
    let row = acts::ActiveModel {
        id: Set(once.id),
        asked: Set(once.asked),
        at: Set(at),
        answer: Set(String::new()),
    };
    acts::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// The act of the request now served was kept, and with it the key.
pub(crate) fn taken() {
    let _ = NOW_SERVED.try_with(|once| once.taken.store(true, Ordering::SeqCst));
}
