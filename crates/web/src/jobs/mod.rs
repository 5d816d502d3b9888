//! Runs jobs: rows that acts have written, taken by one node at a time, tried again when they fail.

mod kinds;
mod tidy;

pub use kinds::Jobs;
#[cfg(any(test, feature = "testing"))]
pub use tidy::tidy;
pub use tidy::{Tidy, keep_tidy};

use std::time::Duration;

use dure_store::{Job, Lane};

use crate::App;
use crate::error::{Error, Result};

/// How long a node may work on a job before another takes it, in seconds.
const LEASE_SECS: i64 = 120;
/// A job that has failed this often is given up and kept as failed.
const MOST_ATTEMPTS: i32 = 8;
const PAUSE: Duration = Duration::from_millis(500);

/// Runs jobs until the program ends.
pub async fn run(app: App) {
    let [short, long] = app.jobs.lanes();
    futures::join!(run_lane(&app, short), run_lane(&app, long));
}

async fn run_lane(app: &App, lane: Lane<'_>) {
    loop {
        match run_due_of(app, lane).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(%error, "jobs cannot be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = app.jobs_wanted.notified() => {}
        }
    }
}

/// Lets this node look for jobs at once: somebody waits for one that has just been written.
pub fn wake(app: &App) {
    app.jobs_wanted.notify_waiters();
}

/// Runs every job that is due now; gives their number.
#[cfg(any(test, feature = "testing"))]
pub async fn run_due(app: &App) -> Result<usize> {
    let mut done = 0;
    loop {
        let before = done;
        for lane in app.jobs.lanes() {
            done += run_due_of(app, lane).await?;
        }
        if done == before {
            return Ok(done);
        }
    }
}

async fn run_due_of(app: &App, lane: Lane<'_>) -> Result<usize> {
    let mut done = 0;
    while let Some(job) = app.store.take_job(lane, LEASE_SECS).await? {
        done += 1;
        match perform_leased(app, &job).await {
            Ok(()) => app.store.finish_job(job.id).await?,
            Err(error) => give_back(app, &job, &error).await?,
        }
    }
    Ok(done)
}

/// Renews the lease as long as the job runs; if this node dies, another takes the job.
async fn perform_leased(app: &App, job: &Job) -> Result<()> {
    let mut work = std::pin::pin!(app.jobs.perform(app, &job.kind, &job.payload));
    let third = Duration::from_secs(LEASE_SECS.unsigned_abs() / 3);
    loop {
        tokio::select! {
            done = &mut work => return done,
            () = tokio::time::sleep(third) => {
                if let Err(error) = app.store.renew_job(job.id, LEASE_SECS).await {
                    tracing::warn!(%error, kind = job.kind, "a lease cannot be renewed");
                }
            }
        }
    }
}

async fn give_back(app: &App, job: &Job, error: &Error) -> Result<()> {
    tracing::warn!(%error, kind = job.kind, attempts = job.attempts, "a job failed");
    let pause_secs = 15 << job.attempts.clamp(0, 12);
    let again = (job.attempts < MOST_ATTEMPTS).then(|| app.now().plus_secs(pause_secs));
    Ok(app.store.fail_job(job.id, &error.to_string(), again).await?)
}
