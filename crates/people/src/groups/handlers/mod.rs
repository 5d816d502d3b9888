//! Requests for groups.

pub mod edit;
pub mod list;
pub mod members;
pub mod offices;
pub mod roster;
