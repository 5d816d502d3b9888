//! Who sits at which table, so that everybody meets everybody.

use std::collections::BTreeMap;

use dure_formation::Limit;
use dure_formation::rotation::{Rotation, Seating};

/// Rounds of one meeting, at most.
pub const MOST_ROUNDS: usize = 12;
/// Tables, at most.
pub const MOST_TABLES: usize = 20;
/// Names of guests that are read.
const MOST_GUESTS: usize = 60;
/// Enough for twenty at four tables; under a tenth of a second.
const MOVES: u64 = 400_000;

/// Seats of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// Round by round, table by table, the numbers of who sits there.
    pub rounds: Seating,
    /// How often two sit together again.
    pub repeats: u64,
    /// Pairs that never sit together.
    pub unmet: usize,
}

/// Seats so many people at so many tables, round after round.
pub fn seat(people: usize, tables: usize, rounds: usize) -> Tables {
    let (tables, rounds) = (tables.clamp(1, MOST_TABLES), rounds.clamp(1, MOST_ROUNDS));
    let everybody: Vec<u32> = (0..).take(people).collect();
    let rotation = Rotation {
        meetings: vec![everybody; rounds],
        table: people.div_ceil(tables).max(1),
        before: BTreeMap::new(),
    };
    if people == 0 {
        return Tables { rounds: Vec::new(), repeats: 0, unmet: 0 };
    }
    let rounds = rotation.solve(&Limit::Moves(MOVES), 1);
    let repeats = rotation.repeats(&rounds);
    Tables { unmet: unmet(people, &rounds), rounds, repeats }
}

fn unmet(people: usize, rounds: &Seating) -> usize {
    let mut met = std::collections::BTreeSet::new();
    for table in rounds.iter().flatten() {
        for a in table {
            met.extend(table.iter().filter(|b| a < *b).map(|b| (*a, *b)));
        }
    }
    people * (people - 1) / 2 - met.len()
}

/// Names of guests, one a line.
pub fn guests(text: &str) -> Vec<String> {
    let names = text.lines().map(|line| line.trim().chars().take(60).collect::<String>());
    names.filter(|name| !name.is_empty()).take(MOST_GUESTS).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sixteen_at_four_tables_meet_in_five_rounds() {
        let seated = seat(16, 4, 5);
        assert_eq!((seated.repeats, seated.unmet), (0, 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn everybody_sits_once_in_each_round(people in 0..24_usize, tables in 0..8_usize, rounds in 0..5_usize) {
            let seated = seat(people, tables, rounds);
            for round in &seated.rounds {
                let mut sitting: Vec<u32> = round.iter().flatten().copied().collect();
                sitting.sort_unstable();
                prop_assert_eq!(sitting, (0..).take(people).collect::<Vec<u32>>());
                prop_assert!(round.len() <= tables.max(1));
            }
        }

        #[test]
        fn guests_are_names(text in "\\PC{0,80}") {
            prop_assert!(guests(&text).iter().all(|name| !name.trim().is_empty()));
        }
    }
}
