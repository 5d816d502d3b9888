//! Counts of work and letters.

use dure_domain::{Moment, NoticeWay};
use dure_tables::{files, jobs, mails};
use dure_web::error::Result;
use sea_orm::sea_query::{Expr, ExprTrait};
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
    // What is gathered or read in Dure alone waits for nothing.
    let by_mail = mails::Column::Way.eq(NoticeWay::Now);
    let unsent = || mails::Entity::find().filter(mails::Column::SentAt.is_null()).filter(by_mail.clone());
    Ok(Letters {
        sent: mails::Entity::find().filter(mails::Column::SentAt.gte(since)).count(db).await?,
        waiting: unsent().filter(mails::Column::Failure.eq("")).count(db).await?,
        failed: unsent().filter(mails::Column::Failure.ne("")).count(db).await?,
    })
}

/// How many files are attached, and the bytes of all of them.
pub async fn files(db: &impl ConnectionTrait) -> Result<(u64, u64)> {
    let sizes: Option<(i64, Option<i64>)> = files::Entity::find()
        .select_only()
        .column_as(files::Column::Id.count(), "files")
        .expr_as(Expr::col(files::Column::Bytes).sum().cast_as("bigint"), "bytes")
        .into_tuple()
        .one(db)
        .await?;
    let (files, bytes) = sizes.unwrap_or_default();
    Ok((files.unsigned_abs(), bytes.unwrap_or_default().unsigned_abs()))
}
