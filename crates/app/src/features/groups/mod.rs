//! Exchange groups (교류회): their rosters, offices and rhythm.

pub mod access;
pub mod actions;
mod handlers;
mod store;

use crate::router::Routes;

/// Routes of groups.
pub fn routes() -> Routes {
    Routes::default().get("/groups", &access::SEE, handlers::list).get(
        "/groups/{id}",
        &access::SEE,
        handlers::show,
    )
}
