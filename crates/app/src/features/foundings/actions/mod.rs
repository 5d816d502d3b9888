//! The verbs: open a founding, invite, remind.

mod invite;
mod open;
mod remind;
mod trail;

pub use open::{Joining, Opened, Opening, OpeningGroup, open};
pub use remind::{REMIND, remind};
