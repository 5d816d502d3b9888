//! Queries of groups.

mod find;
mod list;
mod roster;

pub use find::find;
pub use list::{Line, page};
pub use roster::{
    Roster, candidates, firm_and_people, holder_of, membership, offices_of, open_appointment, people_named,
    roster, terms_of_firm,
};
