//! nDCG, recall and reciprocal rank of the first ten.

use std::collections::HashMap;
use std::fmt;

#[derive(Default)]
pub struct Figures {
    pub count: usize,
    ndcg: f64,
    recall: f64,
    reciprocal: f64,
    weak: usize,
}

impl Figures {
    /// Adds one question: the ranked documents, the grades of the relevant ones, and whether the list calls itself weak.
    pub fn add(&mut self, ranked: &[&str], grades: &HashMap<String, u32>, weak: bool) {
        let grade = |name: &&str| grades.get(*name).copied().unwrap_or(0);
        let mut ideal: Vec<u32> = grades.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let best = gain(ideal.into_iter().take(10));
        self.count += 1;
        self.ndcg += gain(ranked.iter().map(grade)) / best.max(f64::MIN_POSITIVE);
        self.recall +=
            ranked.iter().filter(|name| grade(name) > 0).count() as f64 / grades.len().max(1) as f64;
        self.reciprocal +=
            ranked.iter().position(|name| grade(name) > 0).map_or(0.0, |at| 1.0 / (at + 1) as f64);
        self.weak += usize::from(weak);
    }
}

/// Gain `2^grade - 1`, discounted by `log2(rank + 1)`.
fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    (2..)
        .zip(grades)
        .map(|(place, grade)| (f64::from(2u32.pow(grade)) - 1.0) / f64::from(place as u32).log2())
        .sum()
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mean = |sum: f64| sum / self.count.max(1) as f64;
        write!(
            f,
            "nDCG@10 {:.4}  recall@10 {:.4}  MRR@10 {:.4}  weak lists {}",
            mean(self.ndcg),
            mean(self.recall),
            mean(self.reciprocal),
            self.weak
        )
    }
}
