//! Requests for difficulties.

pub mod list;
pub mod show;
pub mod write;
