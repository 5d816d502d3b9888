//! Keeping a case with the poster's consent, and taking the consent back.

use dure_domain::{AskState, CaseId, DifficultyId, DifficultyStatus, EventKind, Id, Subject, Visibility};
use dure_store::{Record, Tx};
use dure_tables::{asks, cases, difficulties};
use dure_texts::{Lang, knowledge as texts};
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Fields};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::find::thing_of as case_thing;
use crate::asks::actions::{Trail, difficulty_of, of_difficulty, thing_of};
use crate::knowledge::{access, store};

/// What is kept, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    /// What solved it.
    pub cure: String,
    /// What it brought.
    pub effect: String,
    /// What was made a rule, so that it stays solved.
    pub standard: String,
    /// Who may read it.
    pub visibility: Visibility,
    /// Without the firm's name.
    pub anonymous: bool,
}

/// Reads the fields of a case; without an own text the cure is what was noted at the end.
///
/// # Errors
/// What is missing, by field.
pub fn read_keeping(lang: Lang, fields: &Fields, note: &str) -> Result<Keeping, Vec<(String, String)>> {
    let cure = match fields.text("cure") {
        "" => note,
        cure => cure,
    };
    if cure.is_empty() {
        return Err(vec![("cure".into(), texts::cure_missing(lang).into())]);
    }
    Ok(Keeping {
        cure: cure.to_owned(),
        effect: fields.text("effect").to_owned(),
        standard: fields.text("standard").to_owned(),
        visibility: fields.read("case_visibility").unwrap_or(Visibility::Federation),
        anonymous: fields.ticked("case_anonymous"),
    })
}

/// Keeps the case of a difficulty that has ended, or changes what is kept, in an act's transaction.
///
/// # Errors
/// [`Error::Forbidden`] for anybody but the side that had the difficulty.
pub async fn keep_in(
    tx: &Tx,
    viewer: &Viewer,
    difficulty: &difficulties::Model,
    requests: &[asks::Model],
    keeping: &Keeping,
) -> Result<CaseId> {
    access::KEEP.require(viewer, &thing_of(difficulty, &[]))?;
    let before = store::of_difficulty(tx.db(), difficulty.id).await?;
    let helper = requests.iter().find(|ask| ask.state == AskState::Helped);
    let mut row = match &before {
        Some(before) => before.clone().into_active_model(),
        None => cases::ActiveModel {
            id: Set(tx.random_id()),
            difficulty_id: Set(difficulty.id),
            ..Default::default()
        },
    };
    row.federation_id = Set(difficulty.federation_id);
    row.firm_id = Set(Some(difficulty.firm_id));
    row.helper_firm_id = Set(helper.and_then(|ask| ask.firm_id));
    row.helper_person_id = Set(helper.map(|ask| ask.person_id));
    row.title = Set(difficulty.title.clone());
    row.problem = Set(problem_of(difficulty));
    row.cure = Set(keeping.cure.clone());
    row.effect = Set(keeping.effect.clone());
    row.standard = Set(keeping.standard.clone());
    row.need = Set(difficulty.need);
    row.visibility = Set(keeping.visibility);
    row.anonymous = Set(keeping.anonymous);
    row.consented_by = Set(viewer.person);
    row.kept_at = Set(tx.at());
    let after = match &before {
        Some(_) => row.update(tx.db()).await?,
        None => row.insert(tx.db()).await?,
    };
    record(tx, "knowledge.keep", before.as_ref(), Some(&after), &after);
    let trail = Trail { tx, difficulty, actor: Some(viewer.person) };
    trail.tell(EventKind::Kept, None, "").await?;
    Ok(after.id)
}

fn problem_of(difficulty: &difficulties::Model) -> String {
    let parts = [&difficulty.problem, &difficulty.present_state];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The difficulty and what is kept of it, for who may consent.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Rule`] while it has not ended.
pub async fn before_keeping(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
) -> Result<(difficulties::Model, Option<cases::Model>)> {
    let db = app.store.read();
    let difficulty = difficulty_of(db, id).await?;
    access::KEEP.require(viewer, &thing_of(&difficulty, &[]))?;
    if difficulty.status != DifficultyStatus::Closed {
        return Err(Error::Rule(texts::not_closed(viewer.lang).to_owned()));
    }
    Ok((difficulty, store::of_difficulty(db, id).await?))
}

/// Keeps the case of a difficulty that has ended.
///
/// # Errors
/// As [`before_keeping`].
pub async fn keep(app: &App, viewer: &Viewer, id: DifficultyId, keeping: &Keeping) -> Result<CaseId> {
    before_keeping(app, viewer, id).await?;
    app.act(viewer, |tx| {
        let (viewer, keeping) = (viewer.clone(), keeping.clone());
        async move {
            let difficulty = difficulty_of(tx.db(), id).await?;
            let requests = of_difficulty(tx.db(), id).await?;
            keep_in(&tx, &viewer, &difficulty, &requests, &keeping).await
        }
    })
    .await
}

/// Takes the consent back: the case is gone, from the list and from search.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`]
pub async fn withdraw(app: &App, viewer: &Viewer, id: CaseId) -> Result<()> {
    app.act(viewer, |tx| {
        let viewer = viewer.clone();
        async move {
            let case = store::case(tx.db(), id).await?;
            let group = store::group_of(tx.db(), case.difficulty_id).await?;
            let thing = case_thing(&case, group);
            access::SEE.require(&viewer, &thing)?;
            access::WITHDRAW.require(&viewer, &thing)?;
            take_out(&tx, &case).await
        }
    })
    .await
}

/// Takes out the case of a difficulty that is open again, in an act's transaction: it does not count as solved.
pub async fn forget_in(tx: &Tx, difficulty: DifficultyId) -> Result<()> {
    match store::of_difficulty(tx.db(), difficulty).await? {
        Some(case) => take_out(tx, &case).await,
        None => Ok(()),
    }
}

async fn take_out(tx: &Tx, case: &cases::Model) -> Result<()> {
    cases::Entity::delete_by_id(case.id).exec(tx.db()).await?;
    record(tx, "knowledge.withdraw", Some(case), None, case);
    Ok(())
}

fn record(
    tx: &Tx,
    action: &'static str,
    before: Option<&cases::Model>,
    after: Option<&cases::Model>,
    case: &cases::Model,
) {
    tx.record(Record {
        action,
        subject: Subject::Case,
        id: case.id.uuid(),
        federation: Some(case.federation_id),
        before: before.map(state_of),
        after: after.map(state_of),
    });
}

fn state_of(row: &cases::Model) -> Value {
    json!({
        "difficulty": row.difficulty_id,
        "title": row.title,
        "cure": row.cure,
        "effect": row.effect,
        "standard": row.standard,
        "visibility": row.visibility,
        "anonymous": row.anonymous,
        "consented_by": row.consented_by,
    })
}
