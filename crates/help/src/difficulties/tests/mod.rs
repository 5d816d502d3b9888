//! Stories of difficulties, told on both databases.

mod drafts;
mod page;
mod ranking;
mod reach;
mod seeing;

use crate::testing::posting::{RUST, post, send};
