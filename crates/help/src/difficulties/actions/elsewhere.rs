//! Difficulties as other pages show them: on a firm's page, among what a search has found.

use dure_domain::{DifficultyId, DifficultyStatus, FirmId};
use dure_tables::difficulties::Model;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::super::{access, store};
use crate::difficulties::actions::Filter;

/// Those of the ids that the viewer may see, in no order.
pub async fn visible(app: &App, viewer: &Viewer, ids: &[DifficultyId]) -> Result<Vec<Model>> {
    let all = store::narrowed(&access::SEE.reach(viewer), viewer, &Filter::default());
    store::among(app.store.read(), all, ids).await
}

/// A firm's difficulties that wait for help and that the viewer may see, newest first. Anonymous
/// ones are never among them: the page of a firm must not tell whose they are.
pub async fn open_of_firm(app: &App, viewer: &Viewer, firm: FirmId) -> Result<Vec<Model>> {
    let all = store::narrowed(&access::SEE.reach(viewer), viewer, &Filter::default());
    let mut found = store::named_of_firm(app.store.read(), all, firm).await?;
    found.retain(|row| row.status != DifficultyStatus::Closed);
    Ok(found)
}
