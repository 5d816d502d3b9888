//! The job: the firms' texts are read, groups are searched for, and the draft is watched meanwhile.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use dure_domain::DraftState;
use dure_formation::{Bound, Effort, Grouping, Limit};
use dure_pool::Rules;
use dure_tables::drafts;
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::Set;

use super::super::super::memory::Memory;
use super::super::super::pool;
use super::super::super::store::{self, Contents};
use super::super::rules_of;
use super::Task;
use super::keep::{fail, note, save};
use super::signals::{Signals, StopOnDrop};

/// How often a running solver is looked after.
const WATCH: Duration = Duration::from_millis(350);
/// Moves per firm: as many as make 200 firms the work of a fifth of a second.
const MOVES_PER_FIRM: u64 = 30_000;
const LEAST_MOVES: u64 = 2_000_000;
const MOST_MOVES: u64 = 60_000_000;

/// What the solver found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub grouping: Grouping,
    pub worth: i64,
    /// What no grouping can exceed, whatever is locked; none while that is not known.
    pub bound: Option<Bound>,
    pub moves: u64,
}

/// The job.
pub async fn solve(app: App, task: Task) -> Result<()> {
    let app = &app;
    let Some(contents) = store::contents(app.store.read(), task.draft).await? else { return Ok(()) };
    if contents.draft.state != DraftState::Solving || contents.draft.version != task.version {
        return Ok(());
    }
    let rules = rules_of(&contents.draft)?;
    let signals = Arc::new(Signals::default());
    // Whatever ends this job, be it the end of the program, ends the solver too.
    let _stopping = StopOnDrop(signals.clone());
    let work = tokio::task::spawn_blocking({
        let (app, signals, contents) = (app.clone(), signals.clone(), contents.clone());
        move || search(&app, &contents, &rules, &signals)
    });
    let found = watch(app, task, &signals, work).await?;
    match found {
        Some(Ok(found)) if !signals.stop.load(Ordering::Relaxed) => {
            match save(app, task, &contents, &found).await? {
                Some(version) => limit(app, contents, found, version).await,
                None => Ok(()),
            }
        }
        Some(Err(error)) => fail(app, task, &error.to_string()).await,
        _ => Ok(()),
    }
}

fn search(app: &App, contents: &Contents, rules: &Rules, signals: &Signals) -> Found {
    let firms = pool::firms(&contents.firms);
    let posed = app.own::<Memory>().posed(&firms, rules).wishing(&pool::wishes(contents, true));
    let now = pool::grouping(contents);
    let free = contents.placed.iter().all(|firm| !firm.locked);
    let moves = moves(contents.firms.len());
    signals.wanted.store(moves, Ordering::Relaxed);
    let answer = dure_formation::solve(
        &posed.problem,
        &Effort {
            limit: Limit::Counted(moves, &signals.tried),
            seed: contents.draft.seed.unsigned_abs(),
            cancel: &signals.stop,
            progress: &|_, _| {},
            start: contents.draft.solved_at.is_some().then_some(&now),
            moves_hoped: moves,
        },
    );
    let found = Found {
        worth: answer.worth,
        bound: free.then_some(answer.bound),
        moves: answer.moves,
        grouping: answer.grouping,
    };
    // What a person made by hand may be better than anything that was found.
    let keeps_rules = dure_formation::check::faults(&posed.problem, &now).is_empty();
    let worth = now.worth(&posed.problem);
    if keeps_rules && worth > found.worth { Found { grouping: now, worth, ..found } } else { found }
}

/// Says how near the best an answer is, once it is there to be seen: that takes longer than finding it. Locks are left aside, for a person may
/// open them.
async fn limit(app: &App, contents: Contents, found: Found, version: i32) -> Result<()> {
    let (id, rules) = (contents.draft.id, rules_of(&contents.draft)?);
    let (known, memory) = (found.bound, app.clone());
    let work = tokio::task::spawn_blocking(move || {
        let posed = memory.own::<Memory>().posed(&pool::firms(&contents.firms), &rules);
        dure_pool::bound(&posed.wishing(&pool::wishes(&contents, false)), &found.grouping, known)
    });
    let bound = work.await.map_err(|error| Error::Internal(error.to_string()))?;
    if known == Some(bound) {
        return Ok(());
    }
    let bound = Set(Some(bound.worth()));
    note(app, id, version, drafts::ActiveModel { bound, ..Default::default() }).await
}

/// Effort by the number of firms, so that a seed gives one answer on every machine.
fn moves(firms: usize) -> u64 {
    (firms as u64 * MOVES_PER_FIRM).clamp(LEAST_MOVES, MOST_MOVES)
}

/// Writes down how far the solver is, and stops it when somebody has pressed stop, be it on another node.
async fn watch(
    app: &App,
    task: Task,
    signals: &Signals,
    mut work: tokio::task::JoinHandle<Found>,
) -> Result<Option<Result<Found>>> {
    let mut told = 0;
    loop {
        tokio::select! {
            done = &mut work => {
                return Ok(Some(done.map_err(|error| Error::Internal(error.to_string()))));
            }
            () = tokio::time::sleep(WATCH) => {}
        }
        match store::state(app.store.read(), task.draft).await? {
            Some((DraftState::Solving, version, _)) if version == task.version => {}
            _ => {
                signals.stop.store(true, Ordering::Relaxed);
                return Ok(None);
            }
        }
        let progress = signals.progress();
        if progress != told {
            told = progress;
            let progress = Set(i32::try_from(progress).unwrap_or_default());
            let columns = drafts::ActiveModel { progress, ..Default::default() };
            note(app, task.draft, task.version, columns).await?;
        }
    }
}
