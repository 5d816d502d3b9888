//! BM25 over the postings.

use super::{B, Index, K1, Slot, TermId};
use std::collections::BinaryHeap;

/// A term of a question, with all that multiplies its BM25 part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WeightedTerm {
    pub term: TermId,
    pub weight: f32,
}

/// A document and its score; the better one is the greater, ties go to the lower slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    pub slot: Slot,
    pub score: f32,
}

impl Eq for Scored {}

impl Ord for Scored {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.score.total_cmp(&other.score).then(other.slot.cmp(&self.slot))
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Index {
    /// The `keep` best documents among those that `accept` lets through, best first.
    pub(crate) fn retrieve(
        &self,
        terms: &[WeightedTerm],
        keep: usize,
        accept: impl Fn(Slot) -> bool,
    ) -> Vec<Scored> {
        let mut scores = vec![0.0f32; self.documents.len()];
        for term in terms {
            self.add_term(*term, &mut scores);
        }
        let mut best: BinaryHeap<std::cmp::Reverse<Scored>> = BinaryHeap::with_capacity(keep + 1);
        for (slot, &score) in scores.iter().enumerate().filter(|&(_, &score)| score > 0.0) {
            let scored = Scored { slot: slot as Slot, score };
            let full = best.len() >= keep;
            if full && best.peek().is_none_or(|least| scored <= least.0) || !accept(scored.slot) {
                continue;
            }
            if full {
                best.pop();
            }
            best.push(std::cmp::Reverse(scored));
        }
        best.into_sorted_vec().into_iter().map(|reversed| reversed.0).collect()
    }

    fn add_term(&self, term: WeightedTerm, scores: &mut [f32]) {
        let average = self.average_length();
        for posting in self.postings.list(term.term) {
            let slot = posting.slot() as usize;
            scores[slot] += term.weight * saturated(posting.frequency(), self.lengths[slot] / average);
        }
    }

    /// The part of one term in the score of one document.
    pub(crate) fn term_score(&self, term: WeightedTerm, slot: Slot) -> f32 {
        let frequency = self.postings.frequency(term.term, slot);
        if frequency == 0.0 {
            return 0.0;
        }
        term.weight * saturated(frequency, self.lengths[slot as usize] / self.average_length())
    }
}

/// `f (k1 + 1) / (f + k1 (1 - b + b L))`, L being the length relative to the average (Robertson and Zaragoza 2009).
fn saturated(frequency: f32, relative_length: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * relative_length))
}
