//! Every first firm asked once: to prove that prices suffice, or to gather groups that are worth more than theirs.

use super::asked::Asked;
use super::pricing::Pricing;
use super::tree::Question;

/// Part of the looks left that one first firm may take, and times that pairs are divided anew for it.
const OF_FIRST: u64 = 6;
const DIVISIONS: u64 = 30;
/// The same where groups are gathered.
const GATHERED: u64 = 100;
const GATHERED_DIVISIONS: u64 = 10;
/// It is worth to go on gathering as long as one first firm of so many has a new group.
const STILL_NEW: usize = 20;

/// How a round ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// No group is worth more than its prices, and these add up to less than the best known.
    Suffice,
    /// Prices would add up to no less than the best known.
    Dear,
    /// Looks did not suffice.
    Cut,
}

/// A price list that was to be proven.
pub(super) struct Round {
    /// In parts. What a first firm's groups are worth more than their prices is in its own price, for those that were asked.
    pub prices: Vec<i64>,
    pub end: End,
    /// Groups that are worth more than their prices and were not known.
    pub new: usize,
    pub looks: u64,
}

impl Round {
    /// Asks those first who took most looks the last time, as it ends with the first that spoils it. Raised prices are no harm to what was
    /// proven before: groups are worth even less against them.
    pub fn of(pricings: &mut [Pricing], prices: Vec<i64>, best: i64, left: u64, asked: &mut Asked) -> Self {
        pricings.sort_by_key(|pricing| std::cmp::Reverse(pricing.looks()));
        let mut spare = best - prices.iter().sum::<i64>();
        let mut round = Self { prices, end: End::Suffice, new: 0, looks: 0 };
        for pricing in pricings.iter_mut() {
            let first = pricing.first();
            let looks = left.saturating_sub(round.looks) / OF_FIRST;
            let known = asked.over(first, &round.prices);
            let question = Question { known, enough: spare, divisions: DIVISIONS, looks };
            let answer = pricing.most_over(&round.prices, question);
            round.looks += answer.looks;
            round.new +=
                usize::from(answer.group.is_some_and(|(group, worth)| asked.learn(first, group, worth)));
            spare -= answer.over;
            round.prices[first] += answer.over;
            if answer.cut || spare <= 0 {
                round.end = if answer.cut { End::Cut } else { End::Dear };
                return round;
            }
        }
        round
    }
}

/// Gathers groups that are worth more than the prices asked for by those known, until hardly any new ones are found; gives the looks that
/// it took.
pub(super) fn gather(pricings: &mut [Pricing], most: u64, asked: &mut Asked) -> u64 {
    let mut looks = 0;
    while looks < most {
        let prices: Vec<i64> = asked.prices().iter().map(|price| *price as i64).collect();
        let mut new = 0;
        for pricing in pricings.iter_mut() {
            let first = pricing.first();
            let known = asked.over(first, &prices);
            let question =
                Question { known, enough: i64::MAX, divisions: GATHERED_DIVISIONS, looks: GATHERED };
            let answer = pricing.most_over(&prices, question);
            looks += answer.looks;
            new += usize::from(answer.group.is_some_and(|(group, worth)| asked.learn(first, group, worth)));
        }
        if new * STILL_NEW <= pricings.len() {
            break;
        }
    }
    looks
}
