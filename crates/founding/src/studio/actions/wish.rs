//! Wishes about two firms: together, or never.

use dure_domain::{DraftId, FirmId, PairWish};
use dure_pool::Trouble;
use dure_tables::draft_pairs;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::pool;
use super::shift::open;
use super::{bump, held, record};

/// Two firms and what is wanted of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// One.
    pub firm: FirmId,
    /// The other.
    pub other: FirmId,
    /// What.
    pub wish: PairWish,
}

/// Notes a wish, or says why it cannot be kept; one about the same two firms takes the place of an earlier one.
pub async fn wish(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    version: i32,
    wanted: Wish,
) -> Result<Result<(), Trouble>> {
    let scene = open(app, viewer, id, version).await?;
    let numbers = scene.number_of(wanted.firm).zip(scene.number_of(wanted.other));
    let (a, b) = numbers.filter(|(a, b)| a != b).ok_or_else(|| Error::BadRequest("firm".into()))?;
    // Locks are no reason against a wish: what a person locked, a person may let go.
    let mut wishes = pool::wishes(&scene.contents, false);
    let other = |pair: &(u32, u32)| *pair != (a, b) && *pair != (b, a);
    wishes.together.retain(other);
    wishes.apart.retain(other);
    match wanted.wish {
        PairWish::Together => wishes.together.push((a, b)),
        PairWish::Apart => wishes.apart.push((a, b)),
    }
    let troubles = scene.posed.wishing(&wishes).troubles;
    let clash = troubles.into_iter().find(|trouble| matches!(trouble, Trouble::Lock { .. }));
    if let Some(clash) = clash {
        return Ok(Err(clash));
    }
    let (first, second) = (wanted.firm.min(wanted.other), wanted.firm.max(wanted.other));
    app.act(viewer, |tx| async move {
        let draft = held(&tx, id, version).await?;
        let row = draft_pairs::ActiveModel {
            draft_id: Set(id),
            firm_id: Set(first),
            other_id: Set(second),
            federation_id: Set(draft.federation_id),
            wish: Set(wanted.wish),
        };
        use draft_pairs::Column;
        let known = OnConflict::columns([Column::DraftId, Column::FirmId, Column::OtherId])
            .update_column(Column::Wish)
            .to_owned();
        draft_pairs::Entity::insert(row).on_conflict(known).exec_without_returning(tx.db()).await?;
        let draft = bump(&tx, draft).await?;
        let after = json!({"firms": [first, second], "wish": wanted.wish});
        tx.record(record("formation.wish", &draft, None, Some(after)));
        Ok(())
    })
    .await?;
    Ok(Ok(()))
}

/// Drops a wish.
pub async fn unwish(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    version: i32,
    firm: FirmId,
    other: FirmId,
) -> Result<()> {
    open(app, viewer, id, version).await?;
    let key = (id, firm.min(other), firm.max(other));
    app.act(viewer, |tx| async move {
        let draft = held(&tx, id, version).await?;
        draft_pairs::Entity::delete_by_id(key).exec(tx.db()).await?;
        let mut row = bump(&tx, draft).await?.into_active_model();
        // What could not be exceeded with the wish can perhaps without.
        row.bound = Set(None);
        let draft = row.update(tx.db()).await?;
        tx.record(record("formation.unwish", &draft, Some(json!({"firms": [key.1, key.2]})), None));
        Ok(())
    })
    .await
}
