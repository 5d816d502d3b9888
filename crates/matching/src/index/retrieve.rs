//! BM25 over the postings, leaving out what cannot change the best.
//!
//! Scores are summed term by term, short lists (rare words) first. Once the long lists that remain cannot lift a new
//! document among the best any more, they are only looked up for the documents that still can be (MaxScore; Turtle
//! and Flood 1995). The result is that of full scoring.

use super::{B, Index, K1, Slot, TermId};
use std::cmp::Reverse;
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

/// A lookup by bisection costs about as much as adding this many postings.
const LOOKUP_COST: usize = 12;
/// Slack for the rounding of 32-bit sums, relative to the bound.
const ROUNDING: f32 = 1e-4;

impl Index {
    /// The `keep` best documents among those that `accept` lets through, best first.
    pub(crate) fn retrieve(
        &self,
        terms: &[WeightedTerm],
        keep: usize,
        accept: impl Fn(Slot) -> bool,
    ) -> Vec<Scored> {
        let mut terms = terms.to_vec();
        // Stable: sums must not depend on the order in which the index met its terms.
        terms.sort_by_key(|term| self.postings.list(term.term).len());
        let mut remaining = Remaining::new(self, &terms);
        let mut scores = vec![0.0f32; self.documents.len()];
        let mut added = 0;
        for (at, &term) in terms.iter().enumerate() {
            let length = self.postings.list(term.term).len();
            if added >= scores.len() && remaining.postings > 2 * scores.len() {
                added = 0;
                if let Some(found) = self.finish_by_lookup(&terms[at..], &remaining, &scores, keep, &accept) {
                    return found;
                }
            }
            self.add_term(term, &mut scores);
            remaining.take(length, self.bound(term));
            added += length;
        }
        let all = (0..).zip(scores).map(|(slot, score)| Scored { slot, score });
        best(all.filter(|scored| scored.score > 0.0), keep, accept)
    }

    /// Completes the scores of the documents that can still be among the best; `None` if those are too many.
    fn finish_by_lookup(
        &self,
        rest: &[WeightedTerm],
        remaining: &Remaining,
        scores: &[f32],
        keep: usize,
        accept: &impl Fn(Slot) -> bool,
    ) -> Option<Vec<Scored>> {
        let all = || (0..).zip(scores).map(|(slot, &score)| Scored { slot, score });
        let leaders = best(all().filter(|scored| scored.score > 0.0), keep, accept);
        let worst = leaders.last().filter(|_| leaders.len() >= keep)?.score;
        let needed = worst - remaining.bound * (1.0 + ROUNDING) - ROUNDING * worst;
        if needed <= 0.0 {
            return None;
        }
        let mut open: Vec<Scored> = all().filter(|scored| scored.score >= needed).collect();
        if open.len() * rest.len() * LOOKUP_COST > remaining.postings {
            return None;
        }
        for scored in &mut open {
            scored.score += rest.iter().map(|&term| self.term_score(term, scored.slot)).sum::<f32>();
        }
        Some(best(open.into_iter(), keep, accept))
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

    /// No document gets more from this term.
    fn bound(&self, term: WeightedTerm) -> f32 {
        term.weight * saturated(self.postings.greatest_frequency(term.term), 0.0)
    }
}

/// What the terms not yet added can still bring, and cost.
struct Remaining {
    postings: usize,
    bound: f32,
}

impl Remaining {
    fn new(index: &Index, terms: &[WeightedTerm]) -> Self {
        Self {
            postings: terms.iter().map(|term| index.postings.list(term.term).len()).sum(),
            bound: terms.iter().map(|&term| index.bound(term)).sum(),
        }
    }

    fn take(&mut self, postings: usize, bound: f32) {
        self.postings -= postings;
        self.bound -= bound;
    }
}

fn best(scored: impl Iterator<Item = Scored>, keep: usize, accept: impl Fn(Slot) -> bool) -> Vec<Scored> {
    let mut best: BinaryHeap<Reverse<Scored>> = BinaryHeap::with_capacity(keep + 1);
    for scored in scored {
        let full = best.len() >= keep;
        if full && best.peek().is_none_or(|least| scored <= least.0) || !accept(scored.slot) {
            continue;
        }
        if full {
            best.pop();
        }
        best.push(Reverse(scored));
    }
    best.into_sorted_vec().into_iter().map(|reversed| reversed.0).collect()
}

/// `f (k1 + 1) / (f + k1 (1 - b + b L))`, L being the length relative to the average (Robertson and Zaragoza 2009).
fn saturated(frequency: f32, relative_length: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * relative_length))
}

#[cfg(test)]
mod tests;
