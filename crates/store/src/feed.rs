//! The change feed: what has been written since a reader last looked, in the order of commits.

use dure_domain::Subject;
use dure_tables::changes;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Store, StoreResult};

/// One line of the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Grows with every commit, on all nodes alike.
    pub seq: i64,
    /// What kind of thing was changed.
    pub subject: Subject,
    /// Which one.
    pub id: Uuid,
}

impl Store {
    /// The number of the newest line; 0 in a new database.
    pub async fn last_change(&self) -> StoreResult<i64> {
        let last = changes::Entity::find().order_by_desc(changes::Column::Seq).one(self.read()).await?;
        Ok(last.map_or(0, |line| line.seq))
    }

    /// At most `limit` lines after number `seq`, oldest first. Kinds that this program does not
    /// know (written by a newer node) are passed over.
    pub async fn changes_since(&self, seq: i64, limit: u64) -> StoreResult<Vec<Change>> {
        let lines = changes::Entity::find()
            .filter(changes::Column::Seq.gt(seq))
            .order_by_asc(changes::Column::Seq)
            .limit(limit)
            .all(self.read())
            .await?;
        let known = |line: changes::Model| {
            Some(Change { seq: line.seq, subject: line.kind.parse::<Subject>().ok()?, id: line.subject_id })
        };
        Ok(lines.into_iter().filter_map(known).collect())
    }
}
