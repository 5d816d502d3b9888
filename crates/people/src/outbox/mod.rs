//! The outbox: every letter can be read here, also where no mail server is set up. What failed
//! says why and can be sent again.

pub use pages::contents;

use dure_web::Part;

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

/// The part of the outbox.
pub fn part() -> Part {
    Part::default()
        .get("/outbox", &access::SEE, handlers::list)
        .get("/outbox/{id}", &access::SEE, handlers::show)
        .post("/outbox/{id}/again", &access::SEND_AGAIN, handlers::again)
}
