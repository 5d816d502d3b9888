//! Requests for groups.

pub mod edit;
pub mod members;
pub mod offices;
pub mod show;
