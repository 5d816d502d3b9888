//! The verbs: ask, answer, offer unasked, take back, remind.

mod answer;
mod ask;
mod others;
mod remind;
mod scene;
mod trail;
mod withdraw;

pub use super::store::Names;
pub use answer::{Answer, Answered, answer, offer_unasked};
pub use ask::{Outcome, ask};
pub use others::others;
pub use remind::{REMIND, remind};
pub use scene::{Found, Past, Scene, find, named, past};
pub use trail::{Trail, ask_thing, set_status, thing_of};
pub use withdraw::withdraw;
