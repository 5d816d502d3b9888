//! How far a list of helpers can be trusted as a whole.

use super::question::Question;
use super::reason::Millipoints;
use serde::{Deserialize, Serialize};

/// How far the list can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Nothing speaks of the matter itself: show the list as loose ideas, and ask people.
    Weak,
    /// Something fits in part.
    Fair,
    /// The first answer speaks of the very thing.
    Good,
}

/// Below this share of the points that a perfect answer would get, the list is weak.
const WEAK_BELOW: f64 = 0.155;
/// From this share on it is good.
const GOOD_FROM: f64 = 0.22;

impl Confidence {
    /// Judges by the text points of the first answer against those of a document that says all that was asked.
    pub(crate) fn of(first: Option<Millipoints>, question: &Question) -> Self {
        let known: f32 = question.terms.iter().map(|asked| asked.weighted.weight).sum();
        let possible = f64::from(known + question.unknown) * 1000.0;
        let share = first.map_or(0.0, |points| points as f64 / possible.max(1.0));
        match share {
            share if share < WEAK_BELOW => Self::Weak,
            share if share < GOOD_FROM => Self::Fair,
            _ => Self::Good,
        }
    }
}
