//! Tests of the whole house: what must hold over all of its parts.

pub mod access;
mod borders;
mod hrefs;
mod kept;
mod letters;
mod protections;
mod rooms;
mod search;
mod stories;
mod styles;
mod tidy;
mod village;
