//! Keeping drafts: other names, copies to try something on, and throwing away.

use dure_domain::{DraftId, DraftState};
use dure_tables::drafts;
use dure_texts::formation as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::rules::{self, MOST_NAME};
use super::super::{access, store};
use super::make::{Filling, fill, insert};
use super::record;

/// Gives a draft another name.
pub async fn rename(app: &App, viewer: &Viewer, id: DraftId, name: &str) -> Result<Result<(), Faults>> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    let name = match rules::read_name(name) {
        Ok(name) => name,
        Err(faults) => return Ok(Err(faults)),
    };
    app.act(viewer, |tx| {
        let name = name.clone();
        async move {
            let draft = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
            let before = json!({"name": draft.name});
            let mut row = draft.into_active_model();
            row.name = Set(name);
            let draft = row.update(tx.db()).await?;
            let after = json!({"name": draft.name});
            tx.record(record("formation.rename", &draft, Some(before), Some(after)));
            Ok(())
        }
    })
    .await?;
    Ok(Ok(()))
}

/// A copy with the same firms, groups, locks and wishes: to try something without losing what is there.
pub async fn copy(app: &App, viewer: &Viewer, id: DraftId) -> Result<DraftId> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    let lang = viewer.lang;
    app.act(viewer, |tx| async move {
        let held = store::contents(tx.db(), id).await?.ok_or(Error::NotFound)?;
        let of = held.draft;
        let name: String = texts::name_of_copy(lang, of.name.clone()).chars().take(MOST_NAME).collect();
        let solved = of.solved_at.is_some();
        let row = drafts::ActiveModel {
            federation_id: Set(of.federation_id),
            name: Set(name),
            pool: Set(of.pool),
            request_id: Set(of.request_id),
            rules: Set(of.rules),
            worth: Set(of.worth),
            bound: Set(of.bound),
            moves: Set(of.moves),
            solved_at: Set(of.solved_at),
            ..Default::default()
        };
        let state = if solved { DraftState::Solved } else { DraftState::New };
        let draft = insert(&tx, row, state).await?;
        let filling = Filling {
            firms: held.placed.iter().map(|firm| (firm.firm_id, firm.number, firm.locked)).collect(),
            groups: held
                .groups
                .into_values()
                .map(|group| (group.number, group.name, group.group_id))
                .collect(),
            pairs: held.pairs.iter().map(|pair| (pair.firm_id, pair.other_id, pair.wish)).collect(),
        };
        fill(&tx, draft.id, draft.federation_id, &filling).await?;
        let after = json!({"name": draft.name, "of": id});
        tx.record(record("formation.copy", &draft, None, Some(after)));
        Ok(draft.id)
    })
    .await
}

/// Throws a draft away; a solver that works on it stops. One that has been published stays: its foundings name it.
pub async fn remove(app: &App, viewer: &Viewer, id: DraftId) -> Result<()> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    let lang = viewer.lang;
    app.act(viewer, |tx| async move {
        let draft = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if draft.state == DraftState::Published {
            return Err(Error::Rule(texts::published_stays(lang).to_owned()));
        }
        drafts::Entity::delete_by_id(id).exec(tx.db()).await?;
        let before = json!({"name": draft.name, "rules": draft.rules, "worth": draft.worth});
        tx.record(record("formation.remove", &draft, Some(before), None));
        Ok(())
    })
    .await
}
