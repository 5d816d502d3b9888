//! What Dure does: a folder per feature, all with the same rooms.

pub mod home;
