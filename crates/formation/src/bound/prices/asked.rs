//! Prices that the groups known so far ask for: nearly the least sum at which none of them exceeds its members' prices.

use std::collections::BTreeSet;

use crate::problem::FirmNo;

/// Steps towards better prices in one go; the first one as a part of what would reach the aim; steps without a gain after which they
/// become shorter, and by how much; and when they are too short.
const STEPS: usize = 300;
const STRIDE: f64 = 1.0;
const PATIENCE: usize = 15;
const SHORTER: f64 = 0.7;
const SHORTEST: f64 = 1e-3;
/// What steps aim at, as a part of the best sum.
const AIM: f64 = 0.995;

/// Groups that are known, and the prices that they ask for.
pub(super) struct Asked {
    /// By first firm, groups with their worth. Of groups with one first firm a grouping has one at most.
    groups: Vec<Vec<(f64, Vec<FirmNo>)>>,
    known: BTreeSet<Vec<FirmNo>>,
    prices: Vec<f64>,
}

impl Asked {
    /// Nothing is known yet; prices to begin with, in parts.
    pub fn new(prices: &[i64]) -> Self {
        Self {
            groups: vec![Vec::new(); prices.len()],
            known: BTreeSet::new(),
            prices: prices.iter().map(|&price| price as f64).collect(),
        }
    }

    /// Takes up a group with its worth in parts; whether it is new.
    pub fn learn(&mut self, first: usize, mut group: Vec<FirmNo>, worth: i64) -> bool {
        group.sort_unstable();
        let new = self.known.insert(group.clone());
        if new {
            self.groups[first].push((worth as f64, group));
        }
        new
    }

    /// By how much a known group of this first firm exceeds prices in parts at most; not negative.
    pub fn over(&self, first: usize, prices: &[i64]) -> i64 {
        let price = |group: &[FirmNo]| group.iter().map(|&firm| prices[firm as usize]).sum::<i64>();
        let over = self.groups[first].iter().map(|(worth, group)| *worth as i64 - price(group));
        over.max().unwrap_or_default().max(0)
    }

    /// Better prices for the groups known by now, in parts (subgradients).
    pub fn prices(&mut self) -> &[f64] {
        let mut best = (f64::MAX, self.prices.clone());
        let (mut stride, mut idle) = (STRIDE, 0);
        for _ in 0..STEPS {
            let (sum, slope) = self.sum_and_slope();
            if sum < best.0 {
                best = (sum, self.prices.clone());
                idle = 0;
            } else {
                idle += 1;
                if idle >= PATIENCE {
                    (idle, stride) = (0, stride * SHORTER);
                    self.prices.clone_from(&best.1);
                }
            }
            let norm: f64 = slope.iter().map(|slope| slope * slope).sum();
            if norm == 0.0 || stride < SHORTEST {
                break;
            }
            let step = stride * (sum - AIM * best.0) / norm;
            let down = |(price, slope): (&mut f64, &f64)| *price = (*price - step * slope).max(0.0);
            self.prices.iter_mut().zip(&slope).for_each(down);
        }
        self.prices = best.1;
        &self.prices
    }

    /// The sum of prices and of what groups exceed them by, the most of each first firm; and how it grows by price.
    fn sum_and_slope(&self) -> (f64, Vec<f64>) {
        let mut sum: f64 = self.prices.iter().sum();
        let mut slope = vec![1.0; self.prices.len()];
        let price = |group: &[FirmNo]| group.iter().map(|&firm| self.prices[firm as usize]).sum::<f64>();
        for groups in &self.groups {
            let over = groups.iter().map(|(worth, group)| (worth - price(group), group));
            if let Some((over, group)) = over.max_by(|a, b| a.0.total_cmp(&b.0))
                && over > 0.0
            {
                sum += over;
                group.iter().for_each(|&firm| slope[firm as usize] -= 1.0);
            }
        }
        (sum, slope)
    }
}
