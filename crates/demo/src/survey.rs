//! The figures of the members' survey of 2006 in Gangwon: 135 firms in 20 groups.
//!
//! The source gives the counts; the demo reproduces them exactly and keeps their proportions when
//! it is made larger. Which reason for joining a count belongs to is not told by the source that we
//! have: the eight reasons are those usual in Korean surveys of exchange groups.

use dure_domain::{JoiningReason, Motive, Sector};

use crate::chance::Dice;

/// Sectors of the firms.
pub const SECTORS: [(Sector, usize); 4] = [
    (Sector::MachineryMetal, 41),
    (Sector::ElectricalMedical, 35),
    (Sector::ConstructionEnvironment, 38),
    (Sector::Other, 21),
];

/// What brought them to their group.
pub const MOTIVES: [(Motive, usize); 4] =
    [(Motive::Agency, 60), (Motive::Member, 55), (Motive::Acquaintance, 12), (Motive::Media, 8)];

/// Years of membership, from and up to (not included).
pub const YEARS: [((i32, i32), usize); 3] = [((10, 20), 75), ((5, 10), 44), ((2, 5), 16)];

/// Why they joined, several each.
pub const REASONS: [(JoiningReason, usize); 8] = [
    (JoiningReason::Information, 61),
    (JoiningReason::Business, 47),
    (JoiningReason::Technology, 19),
    (JoiningReason::Resources, 15),
    (JoiningReason::Diversification, 10),
    (JoiningReason::Fellowship, 49),
    (JoiningReason::Management, 27),
    (JoiningReason::Support, 9),
];

/// Firms that answered.
pub const FIRMS: usize = 135;

/// The counts for `total` firms instead of 135, by largest remainder.
pub fn share<T: Copy>(counts: &[(T, usize)], total: usize) -> Vec<(T, usize)> {
    let asked: usize = counts.iter().map(|(_, count)| count).sum();
    let mut shares: Vec<(T, usize)> =
        counts.iter().map(|(word, count)| (*word, count * total / asked.max(1))).collect();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(counts[*at].1 * total % asked.max(1)));
    let missing = total - shares.iter().map(|(_, count)| count).sum::<usize>();
    for at in order.into_iter().take(missing) {
        shares[at].1 += 1;
    }
    shares
}

/// One word for each of `total` firms, in the survey's proportions, in random order.
pub(crate) fn deal<T: Copy>(counts: &[(T, usize)], total: usize, dice: &mut Dice) -> Vec<T> {
    let mut words: Vec<T> =
        share(counts, total).into_iter().flat_map(|(word, count)| std::iter::repeat_n(word, count)).collect();
    dice.shuffle(&mut words);
    words
}

/// The reasons of each of `total` firms: at least one, none twice, in the survey's counts.
pub(crate) fn deal_reasons(total: usize, dice: &mut Dice) -> Vec<Vec<JoiningReason>> {
    let asked: usize = REASONS.iter().map(|(_, count)| count).sum();
    let mut dealt: Vec<Vec<JoiningReason>> = vec![Vec::new(); total];
    let mut seats: Vec<usize> = (0..total).collect();
    dice.shuffle(&mut seats);
    // Each reason's tokens are fewer than the firms and lie side by side, so no firm gets one twice.
    let tokens = share(&REASONS, asked * total / FIRMS);
    let tokens = tokens.into_iter().flat_map(|(reason, count)| std::iter::repeat_n(reason, count));
    for (token, at) in tokens.zip((0..total).cycle()) {
        dealt[seats[at]].push(token);
    }
    loosen(&mut dealt, dice);
    for reasons in &mut dealt {
        reasons.sort_unstable();
    }
    dealt
}

/// Moves reasons about, so that some firms name one and others four.
fn loosen(dealt: &mut [Vec<JoiningReason>], dice: &mut Dice) {
    for _ in 0..dealt.len() {
        let (from, to) = (dice.below(dealt.len()), dice.below(dealt.len()));
        let Some(at) = dealt[from].len().checked_sub(1).map(|last| dice.below(last + 1)) else { continue };
        let reason = dealt[from][at];
        if dealt[from].len() > 1 && dealt[to].len() < 4 && !dealt[to].contains(&reason) {
            dealt[from].remove(at);
            dealt[to].push(reason);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_the_survey_are_kept_as_they_are() {
        assert_eq!(share(&SECTORS, 135), SECTORS);
        assert_eq!(share(&MOTIVES, 135), MOTIVES);
        assert_eq!(share(&YEARS, 135), YEARS);
    }

    #[test]
    fn larger_federations_keep_the_proportions() {
        for total in [0, 1, 7, 136, 4_000, 100_000] {
            assert_eq!(share(&SECTORS, total).iter().map(|(_, count)| count).sum::<usize>(), total);
        }
    }

    #[test]
    fn every_firm_has_a_reason_and_none_twice() {
        for total in [1, 20, 135, 1_000] {
            for reasons in deal_reasons(total, &mut Dice::of(3, "reasons")) {
                let mut once = reasons.clone();
                once.dedup();
                assert_eq!(once, reasons);
                assert!((1..=5).contains(&reasons.len()));
            }
        }
    }
}
