//! Counts of work and letters.

use dure_domain::Moment;
use dure_tables::{jobs, mails};
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Work to be done after its transaction.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Due, and not taken by anybody.
    pub waiting: u64,
    /// Since when the oldest of them is due.
    pub since: Option<Moment>,
    /// Failed, and to be tried again.
    pub again: u64,
    /// Given up after many tries.
    pub given_up: u64,
}

/// Work that is not done.
pub async fn work(db: &impl ConnectionTrait, now: Moment) -> Result<Work> {
    let open = || jobs::Entity::find().filter(jobs::Column::DoneAt.is_null());
    let free = Condition::any().add(jobs::Column::TakenUntil.is_null()).add(jobs::Column::TakenUntil.lt(now));
    let due = open().filter(free).filter(jobs::Column::RunAt.lte(now));
    let oldest = due.clone().select_only().column(jobs::Column::RunAt).order_by_asc(jobs::Column::RunAt);
    let failed = jobs::Entity::find().filter(jobs::Column::Failure.ne(""));
    Ok(Work {
        waiting: due.count(db).await?,
        since: oldest.into_tuple().one(db).await?,
        again: failed.clone().filter(jobs::Column::DoneAt.is_null()).count(db).await?,
        given_up: failed.filter(jobs::Column::DoneAt.is_not_null()).count(db).await?,
    })
}

/// Letters.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Sent within a day.
    pub sent: u64,
    /// Not sent yet, and nothing went wrong so far.
    pub waiting: u64,
    /// Not sent, since something went wrong.
    pub failed: u64,
}

/// Letters sent since then, and those that are not sent.
pub async fn letters(db: &impl ConnectionTrait, since: Moment) -> Result<Letters> {
    let unsent = || mails::Entity::find().filter(mails::Column::SentAt.is_null());
    Ok(Letters {
        sent: mails::Entity::find().filter(mails::Column::SentAt.gte(since)).count(db).await?,
        waiting: unsent().filter(mails::Column::Failure.eq("")).count(db).await?,
        failed: unsent().filter(mails::Column::Failure.ne("")).count(db).await?,
    })
}
