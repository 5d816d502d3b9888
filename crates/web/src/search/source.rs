//! Where documents of the index come from: every feature brings the rows of its own that are found by words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dure_domain::{FirmId, Subject};
use dure_matching::{DocId, Document};
use dure_store::Change;
use dure_tables::firms;
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, Condition, DatabaseConnection, EntityTrait, QueryFilter, Select};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::error::Result;

/// Rows that were looked at, each with its document if it is to be found.
pub type Rows = Vec<(Uuid, Option<Document>)>;

/// Firms by their key, for what is found by its firm's industry and place.
pub type Firms = BTreeMap<FirmId, firms::Model>;

/// The rows of one table.
#[derive(Clone, Copy)]
pub struct Source {
    /// Whose rows they are.
    pub subject: Subject,
    /// Reads them: all at the start, afterwards those that have changed. One function answers both, so that they
    /// cannot differ.
    pub read: for<'a> fn(&'a Reading<'a>) -> BoxFuture<'a, Result<Rows>>,
}

/// One reading of the database for the index.
pub struct Reading<'a> {
    /// Where from.
    pub db: &'a DatabaseConnection,
    /// What has changed; none where everything is read.
    changed: Option<BTreeMap<Subject, BTreeSet<Uuid>>>,
    firms: OnceCell<Arc<Firms>>,
}

impl<'a> Reading<'a> {
    /// Everything there is.
    pub(super) fn everything(db: &'a DatabaseConnection) -> Self {
        Self { db, changed: None, firms: OnceCell::new() }
    }

    /// What this stretch of the feed names.
    pub(super) fn changes(db: &'a DatabaseConnection, lines: &[Change]) -> Self {
        let mut changed = BTreeMap::<Subject, BTreeSet<Uuid>>::new();
        for line in lines {
            changed.entry(line.subject).or_default().insert(line.id);
        }
        Self { db, changed: Some(changed), firms: OnceCell::new() }
    }

    /// Rows of a table: all, or those for which one of these columns names a thing that has changed.
    ///
    /// # Errors
    /// The database's.
    pub async fn rows<E: EntityTrait>(
        &self,
        all: Select<E>,
        by: &[(E::Column, Subject)],
    ) -> Result<Vec<E::Model>> {
        let Some(changed) = &self.changed else { return Ok(all.all(self.db).await?) };
        let named: Vec<_> =
            by.iter().filter_map(|(column, subject)| Some((column, changed.get(subject)?))).collect();
        if named.is_empty() {
            return Ok(Vec::new());
        }
        let any = named
            .into_iter()
            .fold(Condition::any(), |any, (column, ids)| any.add(column.is_in(ids.iter().copied())));
        Ok(all.filter(any).all(self.db).await?)
    }

    /// Things of this kind that have changed; none where everything is read.
    pub fn changed(&self, subject: Subject) -> impl Iterator<Item = Uuid> {
        self.changed.iter().filter_map(move |changed| changed.get(&subject)).flatten().copied()
    }

    /// Firms that have not left: these, or all of them where everything is read.
    ///
    /// # Errors
    /// The database's.
    pub async fn firms(&self, wanted: impl IntoIterator<Item = FirmId>) -> Result<Arc<Firms>> {
        let here = firms::Entity::find().filter(firms::Column::LeftAt.is_null());
        let by_key = |found: Vec<firms::Model>| found.into_iter().map(|firm| (firm.id, firm)).collect();
        if self.changed.is_some() {
            let found = here.filter(firms::Column::Id.is_in(wanted)).all(self.db).await?;
            return Ok(Arc::new(by_key(found)));
        }
        let all = self.firms.get_or_try_init(async || here.all(self.db).await.map(by_key).map(Arc::new));
        Ok(all.await?.clone())
    }
}

/// Every document there is.
pub async fn everything(db: &DatabaseConnection, sources: &[Source]) -> Result<Vec<Document>> {
    let reading = Reading::everything(db);
    let mut documents = Vec::new();
    for source in sources {
        documents.extend((source.read)(&reading).await?.into_iter().filter_map(|(_, document)| document));
    }
    Ok(documents)
}

/// What a stretch of the feed means for the index: new texts, and none for what is no longer to be found.
pub(super) async fn changed(
    db: &DatabaseConnection,
    sources: &[Source],
    lines: &[Change],
) -> Result<BTreeMap<DocId, Option<Document>>> {
    let reading = Reading::changes(db, lines);
    let mut found = BTreeMap::new();
    for source in sources {
        // A row that is gone from the database is not read.
        found.extend(reading.changed(source.subject).map(|id| (DocId(id.as_u128()), None)));
        let rows = (source.read)(&reading).await?;
        found.extend(rows.into_iter().map(|(id, document)| (DocId(id.as_u128()), document)));
    }
    Ok(found)
}
