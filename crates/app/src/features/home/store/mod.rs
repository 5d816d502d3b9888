//! Queries of the home page; none per row.

mod care;
mod waiting;

pub use care::{attention, pulse_firms, pulse_posted, pulse_solved, unhelped, unhelped_count};
pub use waiting::{
    asked, asks_about, by_ids, drafts, expert_of, has_posted, open_of_firm, programmes_of, resources_of,
    standing_statements, waiting_for,
};
