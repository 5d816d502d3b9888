//! Solving as a job: asked for and stopped by a person, run by any node, watched from any.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use dure_domain::{DraftId, DraftState};
use dure_formation::{Effort, Grouping, Limit};
use dure_pool::Rules;
use dure_store::{Actor, Tx};
use dure_tables::{draft_firms, draft_groups, drafts};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::rules::{Seat, renumber};
use super::super::store::{self, Contents};
use super::super::{access, pool};
use super::make::{Filling, fill};
use super::{held, record, rules_of};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::shell::App;

/// The kind of job that solves a draft; its payload is a [`Task`].
pub const SOLVE: &str = "formation.solve";
/// How often a running solver is looked after.
const WATCH: Duration = Duration::from_millis(350);
/// Moves per firm: as many as make 200 firms the work of a fifth of a second.
const MOVES_PER_FIRM: u64 = 30_000;
const LEAST_MOVES: u64 = 2_000_000;
const MOST_MOVES: u64 = 60_000_000;
/// Progress is in thousandths; so many are for reading the firms' texts.
const READING: u64 = 50;
const WHOLE: u64 = 1_000;

/// What the job is about: a version that is gone is not solved any more.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Task {
    draft: DraftId,
    version: i32,
}

/// Writes the job in the same transaction as what it is for.
pub(super) fn ask(tx: &Tx, draft: &drafts::Model) -> Result<()> {
    tx.job(SOLVE, &Task { draft: draft.id, version: draft.version }, tx.at())?;
    Ok(())
}

/// Lets a draft be solved again from where it stands, keeping locks and wishes. The next seed gives the search another way.
pub async fn again(app: &App, viewer: &Viewer, id: DraftId, version: i32) -> Result<()> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    app.store
        .write::<_, Error, _, _>(Actor::Person(viewer.person), |tx| async move {
            let draft = held(&tx, id, version).await?;
            let (seed, before) = (draft.seed + 1, json!({"worth": draft.worth}));
            let mut row = draft.into_active_model();
            row.state = Set(DraftState::Solving);
            row.seed = Set(seed);
            row.progress = Set(0);
            row.failure = Set(String::new());
            row.version = Set(version + 1);
            let draft = row.update(tx.db()).await?;
            tx.record(record("formation.solve", &draft, Some(before), Some(json!({"seed": seed}))));
            ask(&tx, &draft)
        })
        .await?;
    crate::jobs::wake(app);
    Ok(())
}

/// Stops the solver, on whichever node it runs; the draft stays as it was before.
pub async fn stop(app: &App, viewer: &Viewer, id: DraftId) -> Result<()> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    app.store
        .write::<_, Error, _, _>(Actor::Person(viewer.person), |tx| async move {
            let draft = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
            if draft.state != DraftState::Solving {
                tx.quiet();
                return Ok(());
            }
            let state = if draft.solved_at.is_some() { DraftState::Solved } else { DraftState::New };
            let draft = put(&tx, draft, state, None).await?;
            tx.record(record("formation.stop", &draft, None, Some(json!({"state": state}))));
            Ok(())
        })
        .await
}

async fn put(
    tx: &Tx,
    draft: drafts::Model,
    state: DraftState,
    failure: Option<&str>,
) -> Result<drafts::Model> {
    let version = draft.version + 1;
    let mut row = draft.into_active_model();
    row.state = Set(state);
    row.progress = Set(0);
    row.failure = Set(failure.unwrap_or_default().to_owned());
    row.version = Set(version);
    Ok(row.update(tx.db()).await?)
}

/// Waits a moment for a solver that is quick: then the next page shows its answer at once.
pub async fn wait(app: &App, id: DraftId, at_most: Duration) -> Result<()> {
    let until = tokio::time::Instant::now() + at_most;
    while tokio::time::Instant::now() < until {
        match store::state(app.store.read(), id).await? {
            Some((DraftState::Solving, ..)) => tokio::time::sleep(Duration::from_millis(40)).await,
            _ => return Ok(()),
        }
    }
    Ok(())
}

/// The job.
pub async fn solve(app: &App, payload: &str) -> Result<()> {
    let task: Task = serde_json::from_str(payload).map_err(|error| Error::Internal(error.to_string()))?;
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
        Some(Ok(found)) if !signals.stop.load(Ordering::Relaxed) => save(app, task, &contents, &found).await,
        Some(Err(error)) => fail(app, task, &error.to_string()).await,
        _ => Ok(()),
    }
}

/// Between the solver's thread and those who watch it.
#[derive(Default)]
struct Signals {
    stop: AtomicBool,
    /// Moves tried so far.
    tried: AtomicU64,
    /// Of so many; zero as long as the firms' texts are being read.
    wanted: AtomicU64,
}

impl Signals {
    /// How far the solver is, in thousandths.
    fn progress(&self) -> u64 {
        match self.wanted.load(Ordering::Relaxed) {
            0 => 0,
            wanted => READING + (WHOLE - READING) * self.tried.load(Ordering::Relaxed).min(wanted) / wanted,
        }
    }
}

struct StopOnDrop(Arc<Signals>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

/// What the solver found.
#[derive(Debug, Clone)]
struct Found {
    grouping: Grouping,
    worth: i64,
    bound: i64,
    moves: u64,
}

fn search(app: &App, contents: &Contents, rules: &Rules, signals: &Signals) -> Found {
    let firms = pool::firms(&contents.firms);
    let posed = app.studio.posed(&firms, rules).wishing(&pool::wishes(contents, true));
    let now = pool::grouping(contents);
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
        bound: answer.bound.worth(),
        moves: answer.moves,
        grouping: answer.grouping,
    };
    // What a person made by hand may be better than anything that was found.
    let keeps_rules = dure_formation::check::faults(&posed.problem, &now).is_empty();
    let worth = now.worth(&posed.problem);
    if keeps_rules && worth > found.worth { Found { grouping: now, worth, ..found } } else { found }
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
            note_progress(app, task, progress).await?;
        }
    }
}

async fn note_progress(app: &App, task: Task, progress: u64) -> Result<()> {
    let progress = i32::try_from(progress).unwrap_or_default();
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| async move {
            tx.quiet();
            drafts::Entity::update_many()
                .set(drafts::ActiveModel { progress: Set(progress), ..Default::default() })
                .filter(drafts::Column::Id.eq(task.draft))
                .filter(drafts::Column::Version.eq(task.version))
                .exec(tx.db())
                .await?;
            Ok(())
        })
        .await
}

/// The draft, if it is still the one that was solved.
async fn solving(tx: &Tx, task: Task) -> Result<Option<drafts::Model>> {
    let draft = store::find(tx.db(), task.draft).await?;
    Ok(draft.filter(|draft| draft.state == DraftState::Solving && draft.version == task.version))
}

async fn fail(app: &App, task: Task, why: &str) -> Result<()> {
    tracing::error!(draft = %task.draft, why, "a draft cannot be solved");
    let why = why.to_owned();
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let why = why.clone();
            async move {
                let Some(draft) = solving(&tx, task).await? else {
                    tx.quiet();
                    return Ok(());
                };
                let draft = put(&tx, draft, DraftState::Failed, Some(&why)).await?;
                tx.record(record("formation.fail", &draft, None, Some(json!({"failure": why}))));
                Ok(())
            }
        })
        .await
}

async fn save(app: &App, task: Task, contents: &Contents, found: &Found) -> Result<()> {
    let filling = numbered(contents, &found.grouping);
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let (filling, found) = (filling.clone(), found.clone());
            async move {
                let Some(draft) = solving(&tx, task).await? else {
                    tx.quiet();
                    return Ok(());
                };
                refill(&tx, &draft, &filling).await?;
                let before = json!({"worth": draft.worth});
                let mut row = put(&tx, draft, DraftState::Solved, None).await?.into_active_model();
                row.worth = Set(Some(found.worth));
                row.bound = Set(Some(found.bound));
                row.moves = Set(Some(i64::try_from(found.moves).unwrap_or(i64::MAX)));
                row.solved_at = Set(Some(tx.at()));
                let draft = row.update(tx.db()).await?;
                let after = json!({"worth": draft.worth, "groups": filling.groups.len(), "seed": draft.seed});
                tx.record(record("formation.solved", &draft, Some(before), Some(after)));
                Ok(())
            }
        })
        .await
}

/// The draft's firms and groups with the numbers of the answer.
fn numbered(contents: &Contents, grouping: &Grouping) -> Filling {
    let seats: Vec<Seat> = contents
        .placed
        .iter()
        .zip(&grouping.of)
        .map(|(firm, found)| Seat { before: firm.number, locked: firm.locked, found: *found })
        .collect();
    let existing: BTreeSet<i32> =
        contents.groups.values().filter(|group| group.group_id.is_some()).map(|group| group.number).collect();
    let numbers = renumber(&seats, &existing);
    let number = |found: Option<u32>| found.and_then(|found| numbers.get(&found).copied());
    let firms = contents.placed.iter().zip(&grouping.of).map(|(firm, found)| {
        let number = number(*found);
        (firm.firm_id, number, firm.locked && number.is_some())
    });
    let used: BTreeSet<i32> = numbers.values().copied().chain(existing).collect();
    let group = |number: i32| {
        let known = contents.groups.get(&number);
        (
            number,
            known.map(|group| group.name.clone()).unwrap_or_default(),
            known.and_then(|group| group.group_id),
        )
    };
    Filling { firms: firms.collect(), groups: used.into_iter().map(group).collect(), pairs: Vec::new() }
}

async fn refill(tx: &Tx, draft: &drafts::Model, filling: &Filling) -> Result<()> {
    let id = draft.id;
    draft_firms::Entity::delete_many().filter(draft_firms::Column::DraftId.eq(id)).exec(tx.db()).await?;
    draft_groups::Entity::delete_many().filter(draft_groups::Column::DraftId.eq(id)).exec(tx.db()).await?;
    fill(tx, id, draft.federation_id, filling).await
}
