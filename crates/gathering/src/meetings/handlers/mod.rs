//! Requests about meetings.

pub mod arrange;
pub mod look;
pub mod reply;
pub mod section;

use serde::Deserialize;

/// `?done=`: what has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: Option<String>,
}
