//! Runs jobs: rows that acts have written, taken by one node at a time, tried again when they fail.

mod tidy;

pub use tidy::keep_tidy;

use std::time::Duration;

use dure_store::Job;

use crate::error::{Error, Result};
use crate::features;
use crate::shell::App;

/// How long a node may work on a job before another takes it, in seconds.
const LEASE_SECS: i64 = 120;
/// A job that has failed this often is given up and kept as failed.
const MOST_ATTEMPTS: i32 = 8;
const PAUSE: Duration = Duration::from_millis(500);

/// Runs jobs until the program ends.
pub async fn run(app: App) {
    loop {
        match run_due(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(%error, "jobs cannot be read"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Runs every job that is due now; gives their number.
pub async fn run_due(app: &App) -> Result<usize> {
    let mut done = 0;
    while let Some(job) = app.store.take_job(LEASE_SECS).await? {
        done += 1;
        match perform(app, &job).await {
            Ok(()) => app.store.finish_job(job.id).await?,
            Err(error) => give_back(app, &job, &error).await?,
        }
    }
    Ok(done)
}

async fn give_back(app: &App, job: &Job, error: &Error) -> Result<()> {
    tracing::warn!(%error, kind = job.kind, attempts = job.attempts, "a job failed");
    let pause_secs = 15 << job.attempts.clamp(0, 12);
    let again = (job.attempts < MOST_ATTEMPTS).then(|| app.now().plus_secs(pause_secs));
    Ok(app.store.fail_job(job.id, &error.to_string(), again).await?)
}

/// One line per kind of job.
async fn perform(app: &App, job: &Job) -> Result<()> {
    match job.kind.as_str() {
        crate::accounts::SEND_LINK => crate::accounts::send_link(app, &job.payload).await,
        crate::features::roster::actions::IMPORT => {
            crate::features::roster::actions::take_in_job(app, &job.payload).await
        }
        crate::features::asks::REMIND => crate::features::asks::actions::remind(app, &job.payload).await,
        crate::mail::SEND => crate::mail::send(app, &job.payload).await,
        features::meetings::LETTERS => features::meetings::write_letters(app, &job.payload).await,
        other => Err(Error::Internal(format!("no such kind of job: {other}"))),
    }
}
