//! Moving firms by hand, and locking them where they are.
//!
//! What makes a group worthless for its members is refused: two rivals, two who must not meet, two who must stay together parted,
//! more firms than a group may have. Distance is a matter of how far people are ready to drive, and size mends itself while one goes
//! on moving, so those are only pointed out.

use dure_domain::{DraftId, FirmId};
use dure_pool::{Fault, FirmNo, Grouping};
use dure_store::Tx;
use dure_tables::{draft_firms, draft_groups, draft_pairs, drafts};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::json;

use super::super::access;
use super::super::rules::Target;
use super::scene::{Scene, scene};
use super::{bump, held, record};

/// What became of a move.
pub enum Outcome {
    /// It was made; this is to be thought about.
    Done(Vec<Fault>),
    /// It was not made, because of this.
    Refused(Vec<Fault>),
}

/// Whether a person may not make a move that breaks this.
pub(super) fn is_hard(fault: &Fault) -> bool {
    match fault {
        Fault::Size { size, most, .. } => size > most,
        Fault::TooFar { .. } | Fault::NoMeetingPlace { .. } => false,
        _ => true,
    }
}

/// Moves firms into a group, a new one, or out of all; whoever is moved into a group is locked there, so that solving again leaves it.
pub async fn shift(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    version: i32,
    firms: &[FirmId],
    to: Target,
) -> Result<Outcome> {
    let scene = open(app, viewer, id, version).await?;
    let moved = numbers(&scene, firms)?;
    let number = number_of(&scene, to)?;
    let after = with(&scene.grouping, &moved, number);
    let fresh = |fault: &Fault| !scene.faults.contains(fault);
    let faults: Vec<Fault> = dure_pool::faults(&scene.posed, &after).into_iter().filter(fresh).collect();
    let (refused, warned): (Vec<Fault>, Vec<Fault>) = faults.into_iter().partition(is_hard);
    if !refused.is_empty() {
        return Ok(Outcome::Refused(refused));
    }
    let worth = after.worth(&scene.posed.problem);
    let number = number.and_then(|number| i32::try_from(number).ok());
    let firms = firms.to_vec();
    app.act(viewer, |tx| {
        let firms = firms.clone();
        async move {
            let draft = held(&tx, id, version).await?;
            if let Some(number) = number {
                make_room(&tx, &draft, number).await?;
            }
            let seat = draft_firms::ActiveModel {
                number: Set(number),
                locked: Set(number.is_some()),
                ..Default::default()
            };
            let before = seats(&tx, id, &firms).await?;
            update(&tx, id, &firms, seat).await?;
            let mut row = bump(&tx, draft).await?.into_active_model();
            row.worth = Set(Some(worth));
            let draft = row.update(tx.db()).await?;
            let after = json!({"firms": firms, "number": number});
            tx.record(record("formation.move", &draft, Some(before), Some(after)));
            Ok(())
        }
    })
    .await?;
    Ok(Outcome::Done(warned))
}

/// Locks firms in their groups, or lets them go.
pub async fn lock(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    version: i32,
    firms: &[FirmId],
    locked: bool,
) -> Result<()> {
    let scene = open(app, viewer, id, version).await?;
    numbers(&scene, firms)?;
    let firms = firms.to_vec();
    app.act(viewer, |tx| {
        let firms = firms.clone();
        async move {
            let draft = held(&tx, id, version).await?;
            let seat = draft_firms::ActiveModel { locked: Set(locked), ..Default::default() };
            draft_firms::Entity::update_many()
                .set(seat)
                .filter(of(id, &firms))
                .filter(draft_firms::Column::Number.is_not_null())
                .exec(tx.db())
                .await?;
            let draft = bump(&tx, draft).await?;
            let after = json!({"firms": firms, "locked": locked});
            tx.record(record("formation.lock", &draft, None, Some(after)));
            Ok(())
        }
    })
    .await
}

/// Takes firms out of the draft altogether: they are not asked this time.
pub async fn take_out(app: &App, viewer: &Viewer, id: DraftId, version: i32, firms: &[FirmId]) -> Result<()> {
    let scene = open(app, viewer, id, version).await?;
    let gone = numbers(&scene, firms)?;
    let worth = with(&scene.grouping, &gone, None).worth(&scene.posed.problem);
    let firms = firms.to_vec();
    app.act(viewer, |tx| {
        let firms = firms.clone();
        async move {
            let draft = held(&tx, id, version).await?;
            let pairs = Condition::any()
                .add(draft_pairs::Column::FirmId.is_in(firms.clone()))
                .add(draft_pairs::Column::OtherId.is_in(firms.clone()));
            draft_pairs::Entity::delete_many()
                .filter(draft_pairs::Column::DraftId.eq(id))
                .filter(pairs)
                .exec(tx.db())
                .await?;
            draft_firms::Entity::delete_many().filter(of(id, &firms)).exec(tx.db()).await?;
            let mut row = bump(&tx, draft).await?.into_active_model();
            row.worth = Set(Some(worth));
            let draft = row.update(tx.db()).await?;
            tx.record(record("formation.take_out", &draft, Some(json!({"firms": firms})), None));
            Ok(())
        }
    })
    .await
}

/// The draft as the viewer saw it, if it may be changed and nobody was faster.
pub(super) async fn open(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    version: i32,
) -> Result<std::sync::Arc<Scene>> {
    let scene = scene(app, viewer, id).await?;
    access::KEEP.require(viewer, &access::thing(scene.draft()))?;
    if scene.draft().version != version || !scene.is_open() {
        Err(Error::ChangedMeanwhile)
    } else {
        Ok(scene)
    }
}

fn numbers(scene: &Scene, firms: &[FirmId]) -> Result<Vec<FirmNo>> {
    let found: Vec<FirmNo> = firms.iter().filter_map(|firm| scene.number_of(*firm)).collect();
    if found.is_empty() || found.len() != firms.len() {
        return Err(Error::BadRequest("firm".into()));
    }
    Ok(found)
}

/// The number of the group that is meant; none for out of all.
fn number_of(scene: &Scene, to: Target) -> Result<Option<u32>> {
    let known =
        |number: u32| i32::try_from(number).is_ok_and(|number| scene.contents.groups.contains_key(&number));
    match to {
        Target::Out => Ok(None),
        Target::Group(number) if known(number) => Ok(Some(number)),
        Target::Group(_) => Err(Error::BadRequest("group".into())),
        Target::New => Ok((1..).find(|number| !known(*number))),
    }
}

fn with(grouping: &Grouping, moved: &[FirmNo], number: Option<u32>) -> Grouping {
    let mut after = grouping.clone();
    moved.iter().for_each(|firm| after.of[*firm as usize] = number);
    after
}

async fn make_room(tx: &Tx, draft: &drafts::Model, number: i32) -> Result<()> {
    let key = (draft.id, number);
    if draft_groups::Entity::find_by_id(key).one(tx.db()).await?.is_none() {
        let row = draft_groups::ActiveModel {
            draft_id: Set(draft.id),
            number: Set(number),
            federation_id: Set(draft.federation_id),
            name: Set(String::new()),
            group_id: Set(None),
        };
        draft_groups::Entity::insert(row).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

fn of(id: DraftId, firms: &[FirmId]) -> Condition {
    Condition::all()
        .add(draft_firms::Column::DraftId.eq(id))
        .add(draft_firms::Column::FirmId.is_in(firms.to_vec()))
}

async fn update(tx: &Tx, id: DraftId, firms: &[FirmId], seat: draft_firms::ActiveModel) -> Result<()> {
    draft_firms::Entity::update_many().set(seat).filter(of(id, firms)).exec(tx.db()).await?;
    Ok(())
}

async fn seats(tx: &Tx, id: DraftId, firms: &[FirmId]) -> Result<serde_json::Value> {
    let rows = draft_firms::Entity::find().filter(of(id, firms)).all(tx.db()).await?;
    Ok(rows
        .iter()
        .map(|row| json!({"firm": row.firm_id, "number": row.number, "locked": row.locked}))
        .collect())
}
