//! 마무리와 주고받음: how a difficulty ended and who helped, what each help was worth, said by one side and
//! confirmed by the other, and the account that follows from what both sides have confirmed.

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

pub use pieces::{of_firm, worth};

use dure_texts::shell as menu;
use dure_web::one_tap;
use dure_web::{Part, Place, Room};

use handlers::{account, answer, close, worth as statement};
use links::Kind;

/// The part of closing, of statements of worth, and of the account.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Help, "/ledger", &access::SEE, menu::menu_ledger))
        .get("/difficulties/{id}/close", &access::CLOSE, close::form)
        .post("/difficulties/{id}/close", &access::CLOSE, close::close)
        .post("/difficulties/{id}/reopen", &access::CLOSE, close::reopen)
        .get("/difficulties/{id}/asks/{ask}/worth", &access::STATE, statement::form)
        .post("/difficulties/{id}/asks/{ask}/worth", &access::STATE, statement::state)
        .post("/settlements/{id}/confirm", &access::ANSWER, answer::confirm)
        .get("/settlements/{id}/dispute", &access::ANSWER, answer::dispute_form)
        .post("/settlements/{id}/dispute", &access::ANSWER, answer::dispute)
        .with(one_tap::part(&access::LINK, &[Kind::Confirm, Kind::Dispute]))
        .get("/ledger", &access::SEE, account::show)
        .get("/ledger.csv", &access::SEE, account::csv)
        .get("/ledger.xlsx", &access::SEE, account::xlsx)
}
