//! The one write path: load, decide, write, record; then all of it is committed together, and only a
//! commit that was verified to be one is acknowledged.

mod connection;
mod doubt;

use std::future::Future;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dure_domain::{AuditId, FederationId, Id, JobId, Moment, PersonId, Subject};
use dure_tables::{audit, changes, jobs};
use sea_orm::{ActiveValue::NotSet, ConnectionTrait, DbBackend, EntityTrait, Set};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{Retry, StoreError, StoreResult};
use crate::write::connection::Ended;
use crate::{Store, once};

pub use connection::WriteConnection;

/// Commits on PostgreSQL enter the change feed one after the other, so that a reader that has seen
/// number 7 never meets a late number 6.
const FEED_LOCK: i64 = 0x6475_7266;
/// How often an act that lost a race is tried again.
const TRIES: u32 = 10;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person, signed in or through a signed link.
    Person(PersonId),
    /// The program itself: jobs, imports from the command line, the demo.
    System,
}

/// What an act leaves behind: an audit entry and a line in the change feed.
#[derive(Debug, Clone)]
pub struct Record {
    /// A verb of the feature, such as `difficulty.post`.
    pub action: &'static str,
    /// What kind of thing was changed.
    pub subject: Subject,
    /// Which one.
    pub id: Uuid,
    /// Whose federation it belongs to.
    pub federation: Option<FederationId>,
    /// The state before, none for something new.
    pub before: Option<Value>,
    /// The state after, none for something removed.
    pub after: Option<Value>,
}

impl Record {
    /// A record of something with its states as they are written, such as the forms that people see.
    ///
    /// # Errors
    /// When a state cannot be written as JSON.
    pub fn of<S: Serialize>(
        action: &'static str,
        subject: Subject,
        id: impl Id,
        federation: FederationId,
        before: Option<&S>,
        after: Option<&S>,
    ) -> StoreResult<Self> {
        let before = before.map(serde_json::to_value).transpose()?;
        let after = after.map(serde_json::to_value).transpose()?;
        Ok(Self { action, subject, id: id.uuid(), federation: Some(federation), before, after })
    }
}

/// An open write transaction. Clones share it; none may outlive the act.
#[derive(Clone)]
pub struct Tx(Arc<Inner>);

struct Inner {
    db: WriteConnection,
    store: Store,
    at: Moment,
    actor: Actor,
    trail: Mutex<Trail>,
}

#[derive(Default)]
struct Trail {
    records: Vec<Record>,
    jobs: Vec<jobs::ActiveModel>,
    quiet: bool,
}

impl Tx {
    /// The connection for SeaORM.
    pub fn db(&self) -> &WriteConnection {
        &self.0.db
    }

    /// The instant of this act; every row that it writes carries the same one.
    pub fn at(&self) -> Moment {
        self.0.at
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.0.actor
    }

    /// A new identifier.
    pub fn id<I: Id>(&self) -> I {
        I::from_uuid(dure_domain::uuid_v7(self.0.at, self.0.store.chance.bytes()))
    }

    /// A new identifier from which nothing can be told: see [`Store::random_id`].
    pub fn random_id<I: Id>(&self) -> I {
        self.0.store.random_id()
    }

    /// Unpredictable bytes, for secrets.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        self.0.store.chance.bytes()
    }

    /// Leaves an audit entry and a line in the change feed.
    pub fn record(&self, record: Record) {
        self.trail().records.push(record);
    }

    /// Says that this act needs no audit entry: book-keeping such as "session seen".
    pub fn quiet(&self) {
        self.trail().quiet = true;
    }

    /// Writes a job row in this transaction, to run at `run_at`.
    ///
    /// # Errors
    /// When `payload` cannot be written as JSON.
    pub fn job(&self, kind: &str, payload: &impl Serialize, run_at: Moment) -> StoreResult<JobId> {
        let id: JobId = self.id();
        self.trail().jobs.push(jobs::ActiveModel {
            id: Set(id),
            kind: Set(kind.to_owned()),
            payload: Set(serde_json::to_string(payload)?),
            run_at: Set(run_at),
            attempts: Set(0),
            failure: Set(String::new()),
            ..Default::default()
        });
        Ok(id)
    }

    fn trail(&self) -> std::sync::MutexGuard<'_, Trail> {
        self.0.trail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Runs an act in one write transaction and commits it, trying again when it lost a race.
    ///
    /// The transaction is immediate on SQLite and serialisable on PostgreSQL, so what the act has
    /// read still holds when it writes. The act may run several times: it must not do anything
    /// outside the transaction (mail, index: those are jobs).
    ///
    /// # Errors
    /// The act's own error, or [`StoreError`]: among others [`StoreError::Taken`] when a rule in
    /// the database forbids it and [`StoreError::Unaudited`] when it recorded nothing.
    pub async fn write<T, E, F, Fut>(&self, actor: Actor, mut act: F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<StoreError> + Retry,
    {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.write_once(actor, &mut act).await {
                Err(error) if error.may_retry() && tries < TRIES => self.wait_a_little(tries).await,
                done => return done,
            }
        }
    }

    async fn write_once<T, E, F, Fut>(&self, actor: Actor, act: &mut F) -> Result<T, E>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<StoreError> + Retry,
    {
        let db = self.begin().await?;
        let inner =
            Inner { db, store: self.clone(), at: self.now(), actor, trail: Mutex::new(Trail::default()) };
        let tx = Tx(Arc::new(inner));
        let result = act(tx.clone()).await;
        let inner = Arc::into_inner(tx.0).ok_or(StoreError::Outlived)?;
        match result {
            Ok(value) => {
                inner.finish().await?;
                Ok(value)
            }
            Err(error) => {
                inner.db.rollback().await;
                Err(error)
            }
        }
    }

    async fn wait_a_little(&self, tries: u32) {
        let [spread] = self.chance.bytes::<1>();
        let millis = u64::from(spread % 16) + (4 << tries.min(6));
        tokio::time::sleep(Duration::from_millis(millis)).await;
    }
}

impl Inner {
    async fn finish(self) -> StoreResult<()> {
        let trail = std::mem::take(&mut *self.trail.lock().unwrap_or_else(PoisonError::into_inner));
        let left = if self.db.has_failed() {
            Err(StoreError::Broken)
        } else if trail.records.is_empty() && !trail.quiet {
            Err(StoreError::Unaudited)
        } else {
            self.leave(trail).await
        };
        match left {
            Ok(marker) => self.commit(marker).await,
            Err(error) => {
                self.db.rollback().await;
                Err(error)
            }
        }
    }

    /// Writes what the act leaves behind; gives the number of its first audit entry.
    async fn leave(&self, trail: Trail) -> StoreResult<Option<AuditId>> {
        let ids: Vec<AuditId> =
            trail.records.iter().map(|_| AuditId::new(self.at, self.store.chance.bytes())).collect();
        if !trail.jobs.is_empty() {
            jobs::Entity::insert_many(trail.jobs).exec_without_returning(&self.db).await?;
        }
        if !trail.records.is_empty() {
            once::take(&self.db, self.at).await?;
            let entries: Vec<_> = ids
                .iter()
                .zip(&trail.records)
                .map(|(id, record)| audit_entry(*id, self.at, self.actor, record))
                .collect();
            for chunk in entries.chunks(500) {
                let entries = chunk.to_vec();
                audit::Entity::insert_many(entries).exec_without_returning(&self.db).await?;
            }
            if self.db.get_database_backend() == DbBackend::Postgres {
                self.db.execute_unprepared(&format!("select pg_advisory_xact_lock({FEED_LOCK})")).await?;
            }
            for chunk in trail.records.chunks(500) {
                let lines: Vec<_> = chunk.iter().map(|record| feed_line(self.at, record)).collect();
                changes::Entity::insert_many(lines).exec_without_returning(&self.db).await?;
            }
        }
        Ok(ids.first().copied())
    }

    async fn commit(self, marker: Option<AuditId>) -> StoreResult<()> {
        let Self { db, store, at, .. } = self;
        if let Err(gone) = store.is_in_its_place() {
            db.rollback().await;
            return Err(gone);
        }
        match db.commit(&store.writer).await {
            Ended::Kept => {}
            Ended::Lost(error) => return Err(error),
            Ended::InDoubt(error) => store.settle(marker, error).await?,
        }
        // It may have gone during the commit: what went with it is not acknowledged.
        store.is_in_its_place()?;
        store.keeping.kept(at);
        if marker.is_some() {
            once::taken();
            store.commits.fetch_add(1, Ordering::SeqCst);
        }
        Ok(())
    }
}

fn audit_entry(id: AuditId, at: Moment, actor: Actor, record: &Record) -> audit::ActiveModel {
    audit::ActiveModel {
        id: Set(id),
        federation_id: Set(record.federation),
        at: Set(at),
        actor_id: Set(match actor {
            Actor::Person(person) => Some(person),
            Actor::System => None,
        }),
        action: Set(record.action.to_owned()),
        subject_kind: Set(record.subject.as_str().to_owned()),
        subject_id: Set(record.id),
        before_state: Set(record.before.as_ref().map(Value::to_string)),
        after_state: Set(record.after.as_ref().map(Value::to_string)),
    }
}

fn feed_line(at: Moment, record: &Record) -> changes::ActiveModel {
    changes::ActiveModel {
        seq: NotSet,
        federation_id: Set(record.federation),
        kind: Set(record.subject.as_str().to_owned()),
        subject_id: Set(record.id),
        at: Set(at),
    }
}
