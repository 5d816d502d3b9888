//! News (소식): one list of what happened to me, which is the letters to me; what of it has been read, and how the
//! next ones come.

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use dure_web::Part;

/// The part of news.
pub fn part() -> Part {
    Part::default()
        .get("/inbox", &access::OWN, handlers::list)
        .get("/inbox/settings", &access::OWN, handlers::settings)
        .post("/inbox/settings", &access::OWN, handlers::choose)
        .post("/inbox/read", &access::OWN, handlers::read_all)
        .get("/inbox/{id}", &access::SEE, handlers::show)
        .post("/inbox/{id}/read", &access::SEE, handlers::read)
}
