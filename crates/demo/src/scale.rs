//! Larger demos: further groups and firms, combined from what was written by hand.

use dure_domain::FederationId;

use crate::{Corpus, FIRMS, GROUPS, Options, Part};

/// As many firms fit into a group on average: industries and charters keep groups small.
pub const SEATS: usize = 20;
/// Firms of one part.
const CHUNK: usize = 1_000;

/// A stretch of further groups and firms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk {
    /// Number of its first group, counted over the whole demo.
    pub first_group: usize,
    /// How many groups.
    pub groups: usize,
    /// Number of its first firm.
    pub first_firm: usize,
    /// How many firms.
    pub firms: usize,
}

/// The stretches beyond what was written by hand.
pub fn chunks(options: &Options) -> impl Iterator<Item = Chunk> + Send + use<> {
    let (groups, firms) = (options.groups.saturating_sub(GROUPS), options.firms.saturating_sub(FIRMS));
    let count = if groups == 0 { 0 } else { firms.div_ceil(CHUNK).min(groups) };
    (0..count).map(move |at| {
        let (group, next_group) = (groups * at / count, groups * (at + 1) / count);
        let (firm, next_firm) = (firms * at / count, firms * (at + 1) / count);
        Chunk {
            first_group: GROUPS + group,
            groups: next_group - group,
            first_firm: FIRMS + firm,
            firms: next_firm - firm,
        }
    })
}

/// The rows of one stretch.
pub fn part(_corpus: &Corpus, _options: &Options, _federation: FederationId, _chunk: Chunk) -> Part {
    Part::default()
}
