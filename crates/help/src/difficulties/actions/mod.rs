//! What can be done with difficulties.

mod desk;
mod draft;
mod elsewhere;
mod find;
mod list;
mod post;
mod ranking;
mod similar;

pub use desk::{Desk, FIRMS_SHOWN, desk, desk_of, firms_to_write_for, new_draft};
pub use draft::{Drafted, discard, keep_draft, last_draft};
pub use elsewhere::{open_of_firm, visible};
pub use find::{Shown, find_for, found_for, found_to_change, hold, posted, show, thing_with};
pub use list::{Card, Listed, PER_PAGE, list};
pub use ranking::{
    Answer, Asking, Candidate, Helper, Helpers, firms_named, form_value, rank, rank_for, why_not,
};

pub use super::rules::{Filter, Scope};
pub use post::{Sent, change, post};
pub use similar::{Similar, similar};
