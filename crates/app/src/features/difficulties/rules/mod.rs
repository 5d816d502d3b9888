//! Pure decisions about difficulties.

mod filter;
mod form;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Scope};
pub use form::{Checked, Fault, TEXT_MOST, Typed, Wrong};

use dure_tables::difficulties::Model;

use super::access;
use crate::access::{Thing, Viewer};

/// Whether the viewer may know which firm posted it: an anonymous poster is known to the own firm
/// and the secretariat only.
pub fn shows_poster(viewer: &Viewer, difficulty: &Model, thing: &Thing) -> bool {
    !difficulty.anonymous || access::POSTER.allows(viewer, thing)
}

/// A remark ready to be kept, none if nothing was said.
pub fn remark(words: &str) -> Option<String> {
    let words: String = form::tidy(words).chars().take(TEXT_MOST).collect();
    (!words.is_empty()).then_some(words)
}
