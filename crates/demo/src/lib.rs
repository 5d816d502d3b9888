//! The demo: a federation of exchange groups in Gangwon, with two years of difficulties, help and
//! meetings behind it. All firms and people are invented.
//!
//! Pure: the day it is and the seed are arguments, and the same arguments give the same bytes. The
//! texts were written by hand and lie in `data/`; the code deals them out, dates them relative to
//! the day, and makes the figures of the federation those of the survey of 2006 (see [`survey`]).
//!
//! A demo comes in [`Part`]s that stand on their own, so that a writer can take one transaction a
//! part and never needs all in memory: the first is the federation written by hand, the further
//! ones are combined from the same texts (see [`scale`]).

mod build;
mod chance;
pub mod corpus;
mod part;
pub mod scale;
pub mod survey;

use dure_domain::Day;

pub use corpus::{BadCorpus, Corpus};
pub use part::{Part, Persona};

/// Groups that are written by hand.
pub const GROUPS: usize = 20;
/// Firms that are written by hand.
pub const FIRMS: usize = 135;

/// What to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The same seed gives the same demo.
    pub seed: u64,
    /// How many groups.
    pub groups: usize,
    /// How many member firms.
    pub firms: usize,
    /// The day on which the demo is looked at: deadlines and meetings lie around it.
    pub today: Day,
}

impl Options {
    /// The federation written by hand, as it looks on `today`.
    pub const fn gangwon(today: Day) -> Self {
        Self { seed: 1, groups: GROUPS, firms: FIRMS, today }
    }

    /// How many parts [`parts`] gives.
    pub fn part_count(&self) -> usize {
        1 + scale::chunks(self).count()
    }
}

/// The demo, part by part.
///
/// # Errors
/// [`BadCorpus`] when the texts contradict each other; a test of this crate shows that they do not.
pub fn parts(options: Options) -> Result<impl Iterator<Item = Part> + Send, BadCorpus> {
    let corpus = Corpus::load()?;
    let mut village = build::by_hand(&corpus, &options)?;
    let first = std::mem::take(&mut village.part);
    let more = scale::chunks(&options).map(move |chunk| scale::part(&corpus, &options, &village, chunk));
    Ok(std::iter::once(first).chain(more))
}
