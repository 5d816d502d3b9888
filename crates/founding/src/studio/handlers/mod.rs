//! Requests for the studio.

pub mod drafts;
pub mod firms;
pub mod publish;
pub mod show;
pub mod standing;
