//! Other rules for the same firms: then everything is solved again.

use dure_domain::{DraftId, DraftState};
use dure_tables::drafts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::access;
use super::super::rules::{self, DraftForm};
use super::{held, record, rules_of};

/// The form by which the rules of a draft are changed.
pub struct Changing {
    /// The draft.
    pub draft: drafts::Model,
    /// Its rules.
    pub form: DraftForm,
}

/// The draft's rules as a form.
pub async fn changing(app: &App, viewer: &Viewer, id: DraftId) -> Result<Changing> {
    let draft = super::find(app, viewer, id).await?;
    access::KEEP.require(viewer, &access::thing(&draft))?;
    let mut form = DraftForm::of(&draft.name, &rules_of(&draft)?);
    form.version = draft.version.to_string();
    Ok(Changing { draft, form })
}

/// Writes other rules and lets the draft be solved by them.
pub async fn change_rules(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    form: &DraftForm,
) -> Result<Result<(), Faults>> {
    changing(app, viewer, id).await?;
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let wanted = match rules::read_rules(viewer.lang, form) {
        Ok(rules) => super::super::json(&rules)?,
        Err(faults) => return Ok(Err(faults)),
    };
    app.act(viewer, |tx| {
        let wanted = wanted.clone();
        async move {
            let draft = held(&tx, id, version).await?;
            let before = json!({"rules": draft.rules});
            let mut row = draft.into_active_model();
            row.rules = Set(wanted);
            row.state = Set(DraftState::Solving);
            row.progress = Set(0);
            row.failure = Set(String::new());
            row.version = Set(version + 1);
            let draft = row.update(tx.db()).await?;
            let after = json!({"rules": draft.rules});
            tx.record(record("formation.rules", &draft, Some(before), Some(after)));
            super::solve::ask(&tx, &draft)
        }
    })
    .await?;
    dure_web::jobs::wake(app);
    Ok(Ok(()))
}
