//! 도움 부탁과 답: a helper is asked, by the poster or the secretariat, and answers by one tap in a mail or
//! in the program: offers, declines with a reason, or names somebody better. Who may help without being
//! asked offers by themselves.

mod access;
pub mod actions;
mod handlers;
mod letters;
mod links;
mod pages;
mod pieces;
pub mod rules;
mod store;

#[cfg(test)]
pub mod tests;

pub use pieces::{panel, timeline};

use dure_web::Part;
use dure_web::one_tap;
use handlers::{answer, answer_form};
use links::Kind;

/// The part of requests and answers.
pub fn part() -> Part {
    Part::default()
        .post("/difficulties/{id}/asks", &access::ASK, handlers::ask)
        .post("/difficulties/{id}/asks/{ask}/withdraw", &access::ASK, handlers::withdraw)
        .post("/difficulties/{id}/offers", &access::OFFER, handlers::offer_unasked)
        .get("/asks/{id}/offer", &access::ANSWER, |visit, id| answer_form(Kind::Offer, visit, id))
        .get("/asks/{id}/decline", &access::ANSWER, |visit, id| answer_form(Kind::Decline, visit, id))
        .get("/asks/{id}/pass", &access::ANSWER, |visit, id| answer_form(Kind::Pass, visit, id))
        .post("/asks/{id}/seen", &access::SEEN, handlers::seen)
        .post("/asks/{id}/offer", &access::ANSWER, |visit, id, form| answer(Kind::Offer, visit, id, form))
        .post("/asks/{id}/decline", &access::ANSWER, |visit, id, form| answer(Kind::Decline, visit, id, form))
        .post("/asks/{id}/pass", &access::ANSWER, |visit, id, form| answer(Kind::Pass, visit, id, form))
        .job(actions::REMIND, actions::remind)
        .with(one_tap::part(&access::LINK, &[Kind::Offer, Kind::Decline, Kind::Pass]))
}
