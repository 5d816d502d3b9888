//! The verbs: ask, answer, offer unasked, take back, remind.

mod answer;
mod ask;
mod end;
mod others;
mod remind;
mod scene;
mod trail;
mod withdraw;

pub use super::letters::{open_button, post as post_letter};
pub use super::store::{Names, ask as ask_of, difficulty as difficulty_of, of_difficulty};
pub use answer::{Answer, Answered, answer, offer_unasked};
pub use ask::{Outcome, ask};
pub use end::end;
pub use others::others;
pub use remind::{REMIND, remind};
pub use scene::{Found, Past, Scene, find, find_to_answer, named, past, seen};
pub use trail::{Trail, ask_thing, thing_of};
pub use withdraw::withdraw;
