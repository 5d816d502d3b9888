//! Journeys in a real browser through the real program: post, ask, answer from the mail, close; a roster with bad rows; a group that is founded;
//! and every page looked at by axe.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod axe;
mod browser;
mod program;

mod every_page;
mod group_is_founded;
mod help_is_found;
mod photos_go_along;
mod roster_comes_in;
