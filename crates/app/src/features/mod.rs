//! What Dure does: a folder per feature, all with the same rooms.

pub mod federation;
pub mod history;
pub mod home;
pub mod network;
pub mod overview;
pub mod seek;
pub mod settings;
pub mod status;
