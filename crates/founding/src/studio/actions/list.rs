//! What a page of drafts shows, and what a new one is made of.

use std::collections::BTreeMap;

use dure_tables::{drafts, groups};
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::Result;

use super::super::access;
use super::super::store::{self, Counts, OpenRequest};

/// A page of the list.
pub struct Listed {
    /// Drafts, the newest first, each with its numbers.
    pub drafts: Vec<(drafts::Model, Counts)>,
    /// How many there are on all pages.
    pub total: u64,
    /// Requests that wait for a draft.
    pub requests: Vec<OpenRequest>,
}

/// One page of the drafts of the viewer's federation.
pub async fn list(app: &App, viewer: &Viewer, page: u64) -> Result<Listed> {
    let db = app.store.read();
    let (drafts, total) = store::page(db, viewer.federation, page).await?;
    let counts = store::counts(db, drafts.iter().map(|draft| draft.id).collect()).await?;
    let with = |draft: drafts::Model| {
        let counts = counts.get(&draft.id).copied().unwrap_or_default();
        (draft, counts)
    };
    let requests = store::open_requests(db, viewer.federation).await?;
    Ok(Listed { drafts: drafts.into_iter().map(with).collect(), total, requests })
}

/// From which firms a draft can be made.
pub struct Choices {
    /// Firms without a group by the code of their place.
    pub outside: BTreeMap<Option<i32>, i64>,
    /// Groups with how many firms each has.
    pub groups: Vec<(groups::Model, i64)>,
    /// Requests that wait.
    pub requests: Vec<OpenRequest>,
}

/// What the form of a new draft offers.
pub async fn choices(app: &App, viewer: &Viewer) -> Result<Choices> {
    let (db, federation) = (app.store.read(), viewer.federation);
    access::KEEP.require(viewer, &Thing::of_federation(federation))?;
    Ok(Choices {
        outside: store::without_group_by_place(db, federation).await?,
        groups: store::groups_of(db, federation).await?,
        requests: store::open_requests(db, federation).await?,
    })
}
