//! Queries of groups.

mod find;
mod list;
mod roster;

pub use find::{find, find_named, names};
pub use list::{Line, page};
pub use roster::{
    Roster, candidates, firm_and_people, holder_of, membership, membership_of, offices_of, open_appointment,
    people_named, roster, terms_of_firm,
};
