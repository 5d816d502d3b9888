//! Jobs are rows: written with the act that wants them, taken by one node at a time.

use dure_domain::{JobId, Moment};
use dure_tables::jobs;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter};
use sea_orm::{QueryOrder, QuerySelect, Set};

use crate::{Actor, Store, StoreError, StoreResult};

/// A job that this node has taken and nobody else will run until the lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which one.
    pub id: JobId,
    /// What to do.
    pub kind: String,
    /// With what, as JSON.
    pub payload: String,
    /// How often it has been taken, this time included.
    pub attempts: i32,
}

/// Which kinds of job are taken: so that long ones do not hold up the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane<'a> {
    /// These kinds.
    Only(&'a [&'a str]),
    /// Every other kind.
    AllBut(&'a [&'a str]),
}

impl Store {
    /// Takes the oldest job of the lane that is due, for `lease_secs`; none when nothing is due.
    pub async fn take_job(&self, lane: Lane<'_>, lease_secs: i64) -> StoreResult<Option<Job>> {
        if self.due_job(lane).one(self.read()).await?.is_none() {
            return Ok(None);
        }
        self.write::<_, StoreError, _, _>(Actor::System, |tx| async move {
            tx.quiet();
            let locked = self.due_job(lane).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            let Some(job) = locked.one(tx.db()).await? else { return Ok(None) };
            let mut row = job.clone().into_active_model();
            row.attempts = Set(job.attempts + 1);
            row.taken_until = Set(Some(tx.at().plus_secs(lease_secs)));
            row.update(tx.db()).await?;
            Ok(Some(Job { id: job.id, kind: job.kind, payload: job.payload, attempts: job.attempts + 1 }))
        })
        .await
    }

    /// Keeps a job that is still being worked on for another `lease_secs`.
    pub async fn renew_job(&self, id: JobId, lease_secs: i64) -> StoreResult<()> {
        self.write(Actor::System, |tx| async move {
            tx.quiet();
            let until = Some(tx.at().plus_secs(lease_secs));
            let kept = jobs::ActiveModel { id: Set(id), taken_until: Set(until), ..Default::default() };
            kept.update(tx.db()).await?;
            Ok(())
        })
        .await
    }

    fn due_job(&self, lane: Lane<'_>) -> sea_orm::Select<jobs::Entity> {
        let now = self.now();
        let kind = match lane {
            Lane::Only(kinds) => jobs::Column::Kind.is_in(kinds.iter().copied()),
            Lane::AllBut(kinds) => jobs::Column::Kind.is_not_in(kinds.iter().copied()),
        };
        let free =
            Condition::any().add(jobs::Column::TakenUntil.is_null()).add(jobs::Column::TakenUntil.lt(now));
        jobs::Entity::find()
            .filter(kind)
            .filter(jobs::Column::DoneAt.is_null())
            .filter(jobs::Column::RunAt.lte(now))
            .filter(free)
            .order_by_asc(jobs::Column::RunAt)
            .order_by_asc(jobs::Column::Id)
            .limit(1)
    }

    /// Marks a job as done.
    pub async fn finish_job(&self, id: JobId) -> StoreResult<()> {
        self.write(Actor::System, |tx| async move {
            tx.quiet();
            let done = jobs::ActiveModel { id: Set(id), done_at: Set(Some(tx.at())), ..Default::default() };
            done.update(tx.db()).await?;
            Ok(())
        })
        .await
    }

    /// Notes why a job failed and when it is tried again; `None` gives it up (kept as failed).
    pub async fn fail_job(&self, id: JobId, why: &str, again_at: Option<Moment>) -> StoreResult<()> {
        self.write(Actor::System, |tx| async move {
            tx.quiet();
            let mut row =
                jobs::ActiveModel { id: Set(id), failure: Set(why.to_owned()), ..Default::default() };
            match again_at {
                Some(moment) => {
                    row.run_at = Set(moment);
                    row.taken_until = Set(None);
                }
                None => row.done_at = Set(Some(tx.at())),
            }
            row.update(tx.db()).await?;
            Ok(())
        })
        .await
    }
}
