//! Requests for firms.

pub mod edit;
pub mod list;
