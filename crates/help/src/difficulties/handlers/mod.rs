//! Requests for difficulties.

pub mod list;
pub mod show;
pub mod why_not;
pub mod write;
