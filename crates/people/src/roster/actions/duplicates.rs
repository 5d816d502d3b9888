//! Firms that stand twice: found, looked at side by side, made one, or remembered as two.

use dure_domain::{FirmId, Id, Office, Subject};
use dure_store::{Actor, Record, Tx};
use dure_tables::{firm_pairs, firms};
use dure_talk::files;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::secretariat;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::access;
use super::super::duplicates::{self, Pair};
use super::super::store::hanging::{self, Hanging};
use super::super::store::{self, DIFFERENT, MERGED};
use crate::firms::access as firm_access;

/// A firm beside another.
pub struct Side {
    /// The firm.
    pub firm: firms::Model,
    /// What hangs on it.
    pub hanging: Hanging,
}

/// Pairs within the viewer's reach, with their firms.
pub async fn pairs(app: &App, viewer: &Viewer) -> Result<(Vec<Pair>, Vec<firms::Model>)> {
    let db = app.store.read();
    let reach = access::MERGE.reach(viewer);
    let whole = reach.everything || reach.federations.contains(&viewer.federation);
    let within = (!whole).then_some(reach.groups.as_slice());
    let firms = store::active_firms(db, viewer.federation, within).await?;
    let decided = store::decided_pairs(db, viewer.federation).await?;
    let found = tokio::task::spawn_blocking(move || (duplicates::pairs(&firms, &decided), firms));
    found.await.map_err(|error| Error::Internal(error.to_string()))
}

/// Two firms side by side.
pub async fn compare(app: &App, viewer: &Viewer, one: FirmId, other: FirmId) -> Result<(Side, Side)> {
    Ok((side(app, viewer, one).await?, side(app, viewer, other).await?))
}

async fn side(app: &App, viewer: &Viewer, id: FirmId) -> Result<Side> {
    let db = app.store.read();
    let firm = store::firm(db, id).await?.ok_or(Error::NotFound)?;
    let answers = secretariat::of_firm(db, id).await?;
    access::MERGE.require(viewer, &firm_access::thing(&firm, answers))?;
    let hanging = hanging::count(db, id, viewer.holds(Office::Staff)).await?;
    Ok(Side { firm, hanging })
}

/// What one asks for when two firms shall become one.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The firm that stays, and the version that was looked at.
    pub kept: (FirmId, i32),
    /// The firm that goes into it.
    pub gone: (FirmId, i32),
    /// Values that are taken from the one that goes.
    pub from_gone: Vec<String>,
}

/// Makes two firms one: everything moves to the one that stays, the other is marked as left.
pub async fn merge(app: &App, viewer: &Viewer, merge: &Merge) -> Result<()> {
    let (kept, gone) = compare(app, viewer, merge.kept.0, merge.gone.0).await?;
    if kept.firm.id == gone.firm.id || kept.firm.federation_id != gone.firm.federation_id {
        return Err(Error::BadRequest("a firm is merged with another of its federation".into()));
    }
    app.act(viewer, |tx| {
        let merge = merge.clone();
        async move { merge_in(&tx, &merge).await }
    })
    .await?;
    app.viewers.clear();
    Ok(())
}

async fn merge_in(tx: &Tx, merge: &Merge) -> Result<()> {
    let kept = store::firm(tx.db(), merge.kept.0).await?.ok_or(Error::NotFound)?;
    let gone = store::firm(tx.db(), merge.gone.0).await?.ok_or(Error::NotFound)?;
    if (kept.version, gone.version) != (merge.kept.1, merge.gone.1) {
        return Err(Error::ChangedMeanwhile);
    }
    let mut left = gone.clone().into_active_model();
    left.left_at = Set(Some(tx.at()));
    left.updated_at = Set(tx.at());
    left.version = Set(gone.version + 1);
    left.update(tx.db()).await?;
    let mut both = duplicates::merged(&kept, &gone, &merge.from_gone);
    both.version = kept.version + 1;
    both.updated_at = tx.at();
    both.clone().into_active_model().reset_all().update(tx.db()).await?;
    let moved = hanging::move_all(tx.db(), gone.id, kept.id).await?;
    files::move_all(tx, Subject::Firm, gone.id.uuid(), kept.id.uuid()).await?;
    remember(tx, &kept, gone.id, MERGED).await?;
    let name = |firm: &firms::Model| json!({"name": firm.name, "business_number": firm.business_number});
    let note = |subject, id, before, after| {
        tx.record(Record {
            action: "roster.merge",
            subject,
            id,
            federation: Some(kept.federation_id),
            before,
            after,
        });
    };
    note(Subject::Firm, kept.id.uuid(), Some(name(&kept)), Some(name(&both)));
    let pointer = json!({"merged_into": kept.id, "name": gone.name});
    note(Subject::Firm, gone.id.uuid(), Some(name(&gone)), Some(pointer));
    for (subject, id, before) in moved {
        let before = before.unwrap_or_else(|| json!({"firm": gone.id}));
        note(subject, id, Some(before), Some(json!({"firm": kept.id})));
    }
    Ok(())
}

/// Remembers that two firms are two.
pub async fn keep_apart(app: &App, viewer: &Viewer, one: FirmId, other: FirmId) -> Result<()> {
    let (one, other) = compare(app, viewer, one, other).await?;
    app.act(viewer, |tx| {
        let (one, other) = (one.firm.clone(), other.firm.clone());
        async move {
            remember(&tx, &one, other.id, DIFFERENT).await?;
            let after = Some(json!({"different_from": other.id}));
            let (subject, federation) = (Subject::Firm, Some(one.federation_id));
            let (action, id) = ("roster.keep_apart", one.id.uuid());
            tx.record(Record { action, subject, id, federation, before: None, after });
            Ok(())
        }
    })
    .await
}

async fn remember(tx: &Tx, firm: &firms::Model, other: FirmId, verdict: &str) -> Result<()> {
    let person = match tx.actor() {
        Actor::Person(person) => Some(person),
        Actor::System => None,
    };
    let row = firm_pairs::ActiveModel {
        firm_id: Set(firm.id),
        other_id: Set(other),
        federation_id: Set(firm.federation_id),
        verdict: Set(verdict.to_owned()),
        decided_by: Set(person),
        decided_at: Set(tx.at()),
    };
    let replace = OnConflict::columns([firm_pairs::Column::FirmId, firm_pairs::Column::OtherId])
        .update_columns([
            firm_pairs::Column::Verdict,
            firm_pairs::Column::DecidedBy,
            firm_pairs::Column::DecidedAt,
        ])
        .to_owned();
    firm_pairs::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.db()).await?;
    Ok(())
}
