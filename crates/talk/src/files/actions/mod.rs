//! The verbs of files: add, open, take away.

mod add;
mod compare;
mod open;
mod remove;

pub use add::{Sent, add};
pub use compare::{Compared, compare};
pub use open::{album, albums, open, places_of};
pub use remove::{FORGET, forget, forgotten, move_all, remove};
