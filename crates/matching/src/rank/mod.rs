//! From a difficulty to a ranked list of helpers, with reasons.

mod circumstances;
mod confidence;
mod explain;
mod query;
pub(crate) mod question;
mod reason;
mod why_not;

pub use confidence::Confidence;
pub use query::{Query, Record};
pub use reason::{Millipoints, Reason, SharedWord};
pub use why_not::{Verdict, WhyNot};

use crate::document::{DocId, Document, Kind};
use crate::index::{Index, Slot};
use circumstances::{circumstances, eligible};
use explain::{group_points, text_reasons};
use question::Question;
use serde::{Deserialize, Serialize};

/// Candidates by text that are weighed in full, for every answer wanted.
const CANDIDATES_PER_ANSWER: usize = 8;
const LEAST_CANDIDATES: usize = 80;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Which document.
    pub id: DocId,
    /// What it is.
    pub kind: Kind,
    /// Sum of the points of all reasons.
    pub score: Millipoints,
    /// The parts, strongest first.
    pub reasons: Vec<Reason>,
}

/// The answers to a question, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// Best first; equal scores in the order of ids.
    pub matches: Vec<Match>,
    /// How far the list as a whole can be trusted.
    pub confidence: Confidence,
}

impl Index {
    /// The best helpers for a difficulty.
    pub fn rank(&self, query: &Query) -> Ranking {
        let question = Question::new(self, query);
        let keep = LEAST_CANDIDATES.max(query.limit.saturating_mul(CANDIDATES_PER_ANSWER));
        let candidates = self.retrieve(&question.weighted(), keep, |slot| {
            self.document(slot).is_some_and(|document| admissible(document, query))
        });
        let mut weighed: Vec<Weighed> =
            candidates.iter().filter_map(|c| self.weigh(c.slot, &question, query)).collect();
        weighed.sort_unstable_by_key(|w| (std::cmp::Reverse(w.score), w.document.id));
        weighed.truncate(query.limit);
        let confidence = Confidence::of(weighed.first().map(Weighed::text_points), &question);
        let matches = weighed.into_iter().map(|weighed| weighed.explained(&question)).collect();
        Ranking { matches, confidence }
    }

    fn weigh(&self, slot: Slot, question: &Question, query: &Query) -> Option<Weighed<'_>> {
        let document = self.document(slot)?;
        let text = group_points(self, question, slot);
        let mut others = Vec::new();
        circumstances(document, query, &mut others);
        let score = text.iter().sum::<Millipoints>() + others.iter().map(Reason::points).sum::<Millipoints>();
        Some(Weighed { document, text, others, score })
    }
}

/// Whether a document may be an answer at all.
fn admissible(document: &Document, query: &Query) -> bool {
    query.kinds.contains(document.kind)
        && !query.except.contains(&document.id)
        && eligible(document, query)
        && query.filter.is_none_or(|filter| filter(document))
}

/// A document with all its points, before words are looked up for the reasons.
struct Weighed<'a> {
    document: &'a Document,
    text: Vec<Millipoints>,
    others: Vec<Reason>,
    score: Millipoints,
}

impl Weighed<'_> {
    fn text_points(&self) -> Millipoints {
        self.text.iter().sum()
    }

    fn explained(self, question: &Question) -> Match {
        let mut reasons = text_reasons(self.document, question, &self.text);
        reasons.extend(self.others);
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points()));
        Match { id: self.document.id, kind: self.document.kind, score: self.score, reasons }
    }
}
