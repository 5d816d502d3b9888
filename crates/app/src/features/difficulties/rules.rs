//! Pure decisions about difficulties.

use dure_tables::difficulties::Model;

use super::access;
use crate::access::{Thing, Viewer};

/// Whether the viewer may know which firm posted it: an anonymous poster is known to the own firm
/// and the secretariat only.
pub fn shows_poster(viewer: &Viewer, difficulty: &Model, thing: &Thing) -> bool {
    !difficulty.anonymous || access::POSTER.allows(viewer, thing)
}
