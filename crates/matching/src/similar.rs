//! Documents that speak of the same as a text, such as solved cases while a difficulty is being typed.

use crate::document::Kinds;
use crate::index::Index;
use crate::rank::{Match, Query};

impl Index {
    /// The `limit` documents of these kinds that are most like `text`, best first.
    pub fn similar(&self, text: &str, kinds: impl Into<Kinds>, limit: usize) -> Vec<Match> {
        self.rank(&Query::new("", text).kinds(kinds).limit(limit)).matches
    }
}
