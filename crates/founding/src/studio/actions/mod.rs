//! The verbs of the studio.

mod change;
mod compare;
mod keep;
mod list;
mod make;
mod publish;
mod scene;
mod seating;
mod shift;
mod solve;
mod standing;
mod wish;

pub use change::{change_rules, changing};
pub use compare::{Compared, Differing, compare};
pub use keep::{copy, remove, rename};
pub use list::{Choices, Listed, choices, list};
pub use make::make;
pub use publish::{Proposal, Publishing, publish, publishing};
pub use scene::{Scene, scene};
pub use seating::{Seated, SeatingForm, seating};
pub use shift::{Outcome, lock, shift, take_out};
pub use solve::{SOLVE, again, solve, stop, wait};
pub use standing::{Dividing, Fitting, Recruiting, Standing, dividing, fitting, recruiting};
pub use wish::{Wish, unwish, wish};

use dure_domain::{DraftId, DraftState, Id, Subject};
use dure_store::{Record, Tx};
use dure_tables::drafts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::Value;

use super::{access, store};

/// A draft that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find(app: &App, viewer: &Viewer, id: DraftId) -> Result<drafts::Model> {
    let draft = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&draft))?;
    Ok(draft)
}

/// The draft as this transaction sees it, if it is still as the viewer saw it and may be changed.
async fn held(tx: &Tx, id: DraftId, version: i32) -> Result<drafts::Model> {
    let draft = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    let open = !matches!(draft.state, DraftState::Solving | DraftState::Published);
    if draft.version != version || !open { Err(Error::ChangedMeanwhile) } else { Ok(draft) }
}

/// Counts the change, so that whoever saw the draft before notices.
async fn bump(tx: &Tx, draft: drafts::Model) -> Result<drafts::Model> {
    let version = draft.version + 1;
    let mut row = draft.into_active_model();
    row.version = Set(version);
    Ok(row.update(tx.db()).await?)
}

fn record(
    action: &'static str,
    draft: &drafts::Model,
    before: Option<Value>,
    after: Option<Value>,
) -> Record {
    let (id, federation) = (draft.id.uuid(), Some(draft.federation_id));
    Record { action, subject: Subject::Draft, id, federation, before, after }
}

fn rules_of(draft: &drafts::Model) -> Result<dure_pool::Rules> {
    serde_json::from_str(&draft.rules).map_err(|error| Error::Internal(error.to_string()))
}
