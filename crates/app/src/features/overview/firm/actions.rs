//! A firm with all that its page tells.

use dure_domain::FirmId;
use dure_help::difficulties as posted;
use dure_help::resources as shared;
use dure_people::firms::actions::{self as firms, Portrait};
use dure_people::members;
use dure_tables::{difficulties, resources};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

/// What the page of a firm tells.
pub struct Overview {
    /// What the register says.
    pub portrait: Portrait,
    /// What it shares.
    pub resources: Vec<resources::Model>,
    /// What it needs help with, as far as the viewer may see.
    pub difficulties: Vec<difficulties::Model>,
    /// Whether the viewer may add people to it.
    pub may_add: bool,
}

/// The firm for its page.
pub async fn overview(app: &App, viewer: &Viewer, id: FirmId) -> Result<Overview> {
    let portrait = firms::show(app, viewer, id).await?;
    Ok(Overview {
        resources: shared::actions::of_firm(app.store.read(), id).await?,
        difficulties: posted::actions::open_of_firm(app, viewer, id).await?,
        may_add: members::access::ADD.allows(viewer, &portrait.thing()),
        portrait,
    })
}
