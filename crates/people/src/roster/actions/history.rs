//! What was brought in before.

use std::collections::HashMap;

use dure_domain::{FederationId, GroupId, PersonId};
use dure_tables::groups;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::super::access;
use super::super::store;
pub use super::super::store::Line as HistoryLine;
use super::scope_of;
use crate::roster::choices::Scope;

/// The lines of one page, who brought them in, and how many there are.
pub async fn history(
    app: &App,
    viewer: &Viewer,
    page: u64,
    size: u64,
) -> Result<(Vec<HistoryLine>, HashMap<PersonId, String>, u64)> {
    let db = app.store.read();
    let reach = access::SEE_IMPORT.reach(viewer);
    let (lines, count) = store::history(db, &reach, viewer.person, page, size).await?;
    let mut people: Vec<PersonId> = lines.iter().filter_map(|line| line.person).collect();
    people.sort_unstable();
    people.dedup();
    let names = store::names_of(db, &people).await?;
    Ok((lines, names, count))
}

/// Groups into which the viewer may bring rows, and whether a column may name them.
pub async fn targets(app: &App, viewer: &Viewer) -> Result<(Vec<groups::Model>, bool)> {
    let db = app.store.read();
    match scope_of(viewer, viewer.federation) {
        Some(Scope::Federation) => Ok((store::groups_of(db, viewer.federation).await?, true)),
        Some(Scope::Groups(groups)) => Ok((store::groups_named(db, &groups).await?, false)),
        None => Ok((Vec::new(), false)),
    }
}

/// The name of a group.
pub async fn group_name(app: &App, group: Option<GroupId>) -> Result<Option<String>> {
    let Some(group) = group else { return Ok(None) };
    let found = store::groups_named(app.store.read(), &[group]).await?;
    Ok(found.into_iter().next().map(|group| group.name))
}

/// The name of a federation.
pub async fn federation_name(app: &App, federation: FederationId) -> Result<String> {
    let all = store::federations(app.store.read()).await?;
    Ok(all.into_iter().find(|one| one.id == federation).map(|one| one.name).unwrap_or_default())
}
