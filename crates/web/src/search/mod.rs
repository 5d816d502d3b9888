//! The search index of this node: derived from the database, kept up to date by the change feed.
//!
//! A write on any node is found here within a second. The index is built in the background after
//! the start; until then searches find nothing yet, and pages say so.

mod documents;
mod kept;
mod source;

pub use documents::{document, of_firm, place_of, placed, shard};
pub use source::{Firms, Reading, Rows, Source, everything};

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use dure_domain::{FederationId, Id, Subject};
use dure_matching::{Document, Index, Kind, Search as Words};
use dure_store::Change;
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::App;
use crate::error::Result;

/// How often the feed is read.
const PAUSE: Duration = Duration::from_millis(200);
const LINES_AT_ONCE: u64 = 2_000;

/// The index with its state.
#[derive(Default)]
pub struct Search {
    index: RwLock<Index>,
    ready: AtomicBool,
    kept: kept::Kept,
}

impl Search {
    /// The index, for questions.
    pub fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the index has been built since the start.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// What of one kind and one federation answers to what was typed, the best first. Where some have every word,
    /// only those.
    pub fn found<I: Id>(&self, federation: FederationId, kind: Kind, typed: &str, most: usize) -> Vec<I> {
        let shard = shard(federation);
        let own = move |document: &Document| document.tags == shard;
        let found = self.index().search(&Words::new(typed).kinds(kind).limit(most).filter(&own));
        let whole = found.iter().any(|one| one.complete);
        let kept = found.iter().filter(|one| one.complete || !whole);
        kept.map(|one| I::from_uuid(Uuid::from_u128(one.id.0))).collect()
    }

    /// Forgets what was kept, as a line of the feed does.
    #[cfg(any(test, feature = "testing"))]
    pub fn forget_kept(&self) {
        self.kept.clear();
    }

    fn replace(&self, index: Index) {
        let mut held = self.index.write().unwrap_or_else(PoisonError::into_inner);
        *held = index;
        self.kept.clear();
        drop(held);
        self.ready.store(true, Ordering::Release);
    }
}

/// One page of the rows that were found, the best first, and how many there are on all pages.
pub fn page_of<R, I: PartialEq>(
    mut rows: Vec<R>,
    ranked: &[I],
    id: impl Fn(&R) -> I,
    offset: u64,
    limit: u64,
) -> (Vec<R>, u64) {
    rows.sort_by_key(|row| ranked.iter().position(|one| *one == id(row)));
    let total = rows.len() as u64;
    let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
    (rows.into_iter().skip(skipped).take(limit as usize).collect(), total)
}

/// Builds the index, then follows the feed until the program ends.
pub async fn follow(app: App) {
    let mut seen = None;
    loop {
        match step(&app, seen).await {
            Ok(now) => seen = Some(now),
            Err(error) => tracing::error!(%error, "the change feed cannot be read"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Builds the index when nothing has been seen, else takes in what has changed; gives the number of
/// the last line seen.
pub async fn step(app: &App, seen: Option<i64>) -> Result<i64> {
    let Some(mut seen) = seen else { return rebuild(app).await };
    loop {
        let lines = app.store.changes_since(seen, LINES_AT_ONCE).await?;
        let Some(last) = lines.last() else { return Ok(seen) };
        seen = last.seq;
        take_in(app, &lines).await?;
    }
}

/// An index of everything in the database, for a command that asks once.
pub async fn index_of(db: &DatabaseConnection, sources: &[Source]) -> Result<Index> {
    let documents = source::everything(db, sources).await?;
    let build = tokio::task::spawn_blocking(move || Index::build(documents));
    build.await.map_err(|error| crate::error::Error::Internal(error.to_string()))
}

/// Reads everything; gives the number of the feed's line up to which this holds.
pub async fn rebuild(app: &App) -> Result<i64> {
    let seen = app.store.last_change().await?;
    let index = index_of(app.store.read(), &app.sources).await?;
    app.search.replace(index);
    Ok(seen)
}

async fn take_in(app: &App, lines: &[Change]) -> Result<()> {
    if lines.iter().any(|line| changes_viewers(line.subject)) {
        app.viewers.clear();
    }
    app.search.kept.clear();
    let changed = source::changed(app.store.read(), &app.sources, lines).await?;
    if changed.is_empty() {
        return Ok(());
    }
    let mut index = app.search.index.write().unwrap_or_else(PoisonError::into_inner);
    for (id, document) in changed {
        match document {
            Some(document) => index.upsert(document),
            None => index.remove(id),
        };
    }
    app.search.kept.clear();
    Ok(())
}

fn changes_viewers(subject: Subject) -> bool {
    use Subject::{Appointment, Firm, Membership, Person, Session, Token};
    matches!(subject, Person | Membership | Appointment | Session | Token | Firm)
}
