//! Difficulties (애로사항): posted with a guided form, shown to whom they are meant for, and brought
//! together with those who can help, with reasons.

pub mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

use crate::router::Routes;

/// Routes of difficulties.
pub fn routes() -> Routes {
    Routes::default().get("/difficulties", &access::LIST, handlers::list::show).get(
        "/difficulties/{id}",
        &access::SEE,
        handlers::show::show,
    )
}
