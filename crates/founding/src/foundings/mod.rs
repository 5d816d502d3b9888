//! 교류회 창립: firms are invited to new groups and answer by one tap; a group is founded when enough have
//! accepted. Requests for a group, and groups that executives who know each other register.

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

pub use pages::state;
pub use pieces::{care, waiting};

use dure_domain::Office;
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::one_tap;
use dure_web::{Part, Place, Room};

use handlers::answer::{answer, form};
use handlers::{brought, founding, requests};
use links::Kind;

/// The part of foundings.
pub fn part() -> Part {
    Part::default()
        .place(
            Place::new(Room::Office, "/foundings", &access::LIST, menu::menu_foundings)
                .serving(keeps_an_office),
        )
        .place(
            Place::new(Room::Find, "/foundings", &access::LIST, menu::menu_foundings).serving(may_be_invited),
        )
        .get("/foundings", &access::LIST, founding::list)
        .get("/foundings/new", &access::PROPOSE, brought::blank)
        .post("/foundings/new", &access::PROPOSE, brought::propose)
        .get("/foundings/requests", &access::LIST, requests::list)
        .get("/foundings/requests/new", &access::ASK, requests::blank)
        .post("/foundings/requests/new", &access::ASK, requests::ask)
        .post("/foundings/requests/firms", &access::ASK, requests::firms)
        .get("/foundings/requests/{id}", &access::SEE_REQUEST, requests::show)
        .post("/foundings/requests/{id}/close", &access::CLOSE, requests::close)
        .get("/foundings/{id}", &access::SEE, founding::show)
        .get("/foundings/{id}/edit", &access::MEND, brought::edit)
        .post("/foundings/{id}/edit", &access::MEND, brought::mend)
        .get("/foundings/{id}/recruits", &access::OPEN, founding::recruits)
        .post("/foundings/{id}/invite", &access::OPEN, founding::invite)
        .post(
            "/foundings/{id}/invitations/{invitation}/withdraw",
            &access::OPEN,
            founding::withdraw_invitation,
        )
        .post("/foundings/{id}/settings", &access::OPEN, founding::set)
        .post("/foundings/{id}/register", &access::OPEN, founding::register)
        .post("/foundings/{id}/return", &access::OPEN, founding::send_back)
        .post("/foundings/{id}/withdraw", &access::MEND, founding::give_up)
        .job(actions::REMIND, actions::remind)
        .get("/invitations/{id}/accept", &access::ANSWER, |visit, id| form(Kind::Accept, visit, id))
        .get("/invitations/{id}/decline", &access::ANSWER, |visit, id| form(Kind::Decline, visit, id))
        .post("/invitations/{id}/accept", &access::ANSWER, |visit, id, fields| {
            answer(Kind::Accept, visit, id, fields)
        })
        .post("/invitations/{id}/decline", &access::ANSWER, |visit, id, fields| {
            answer(Kind::Decline, visit, id, fields)
        })
        .with(one_tap::part(&access::LINK, &[Kind::Accept, Kind::Decline]))
}

/// Whose firm can be invited to a group, and who founds groups.
fn keeps_an_office(viewer: &Viewer) -> bool {
    viewer.holds(Office::Secretary) || viewer.holds(Office::Staff)
}

/// Whoever speaks for a firm finds the groups that it is invited to.
fn may_be_invited(viewer: &Viewer) -> bool {
    viewer.firm.is_some() && !keeps_an_office(viewer)
}
