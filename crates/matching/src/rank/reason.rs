//! Why a helper stands where it stands: parts that sum to the score exactly.

use serde::{Deserialize, Serialize};

/// Thousandths of a point. Whole numbers, so that parts sum to the score without rounding.
pub type Millipoints = i64;

/// A word of the question and the word of the document that answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// The word as asked, without particle or ending.
    pub asked: String,
    /// The word as it stands in the document.
    pub found: String,
    /// Its part of the points.
    pub points: Millipoints,
}

/// One part of a score. The application words it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// Question and document share words.
    Words {
        /// The words that say most, strongest first; faint traces of others are in `points` only.
        words: Vec<SharedWord>,
        /// Points of all words together.
        points: Millipoints,
    },
    /// They speak of the same thing, or of a thing and its remedy, in other words.
    Topic {
        /// Key of the topic asked about, from the lexicon.
        topic: String,
        /// The words asked.
        asked: String,
        /// The words or the industry found; empty if only the industry code tells.
        found: String,
        /// Points.
        points: Millipoints,
    },
    /// The KSIC codes agree in the first `digits` digits (2 division, 3 group, 4 class, 5 subclass).
    SameIndustry {
        /// Common leading digits.
        digits: u8,
        /// Points.
        points: Millipoints,
    },
    /// It is near the asker.
    Near {
        /// Great-circle distance in whole km, if both places are known to the point.
        km: Option<u32>,
        /// Whether both are in the same city or county.
        same_district: bool,
        /// Points.
        points: Millipoints,
    },
    /// A programme made for the asker's own province or city.
    OpenToYou {
        /// Points.
        points: Millipoints,
    },
    /// It is of a kind that suits the need best.
    WantedKind {
        /// Points.
        points: Millipoints,
    },
    /// It solved difficulties before.
    SolvedBefore {
        /// How many.
        times: u32,
        /// Points.
        points: Millipoints,
    },
    /// It was asked often of late, so others come first.
    AskedOften {
        /// How often.
        times: u32,
        /// Points, negative.
        points: Millipoints,
    },
}

impl Reason {
    /// The points of this part.
    pub fn points(&self) -> Millipoints {
        match self {
            Self::Words { points, .. }
            | Self::Topic { points, .. }
            | Self::SameIndustry { points, .. }
            | Self::Near { points, .. }
            | Self::OpenToYou { points }
            | Self::WantedKind { points }
            | Self::SolvedBefore { points, .. }
            | Self::AskedOften { points, .. } => *points,
        }
    }
}
