//! 오늘: what waits for this person, and nothing else.

mod access;
mod handlers;

use crate::router::Routes;

/// Routes of the home page.
pub fn routes() -> Routes {
    Routes::default().get("/", &access::SEE, handlers::show)
}
