//! Member firms (회원사): the directory, and a page for each.

pub mod access;
pub mod actions;
mod handlers;
mod store;

use crate::router::Routes;

/// Routes of firms.
pub fn routes() -> Routes {
    Routes::default().get("/firms", &access::SEE, handlers::list).get(
        "/firms/{id}",
        &access::SEE,
        handlers::show,
    )
}
