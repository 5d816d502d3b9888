//! What Dure does: a folder per feature, all with the same rooms.

pub mod asks;
pub mod difficulties;
pub mod difficulty;
pub mod experts;
pub mod federation;
pub mod firms;
pub mod formation;
pub mod foundings;
pub mod groups;
pub mod home;
pub mod knowledge;
pub mod ledger;
pub mod meetings;
pub mod members;
pub mod network;
pub mod outbox;
pub mod overview;
pub mod programmes;
pub mod resources;
pub mod roster;
pub mod seek;
