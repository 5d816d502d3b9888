//! Numbers of groups after solving: who was in group 3 and still is together finds it as group 3.

use std::collections::{BTreeMap, BTreeSet};

/// A firm before and after solving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The number of its group before, none when it was left out.
    pub before: Option<i32>,
    /// Whether a person has locked it there.
    pub locked: bool,
    /// The group that the solver found, by the solver's own number.
    pub found: Option<u32>,
}

/// The number that each group found shall bear. A group with locked members keeps their number; then the groups that have the most
/// members in common with one from before; the others take the lowest numbers that are free and not in `reserved`, which belong to
/// groups that exist.
pub fn renumber(seats: &[Seat], reserved: &BTreeSet<i32>) -> BTreeMap<u32, i32> {
    let mut common: BTreeMap<(u32, i32), (bool, usize)> = BTreeMap::new();
    for seat in seats {
        if let (Some(found), Some(before)) = (seat.found, seat.before) {
            let (locked, members) = common.entry((found, before)).or_default();
            *locked |= seat.locked;
            *members += 1;
        }
    }
    let mut likely: Vec<((u32, i32), (bool, usize))> = common.into_iter().collect();
    likely.sort_by_key(|(pair, weight)| (std::cmp::Reverse(*weight), *pair));
    let mut numbers = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for ((found, before), _) in likely {
        if !numbers.contains_key(&found) && taken.insert(before) {
            numbers.insert(found, before);
        }
    }
    let mut free = (1..).filter(|number| !reserved.contains(number));
    let groups: BTreeSet<u32> = seats.iter().filter_map(|seat| seat.found).collect();
    for found in groups {
        numbers
            .entry(found)
            .or_insert_with(|| free.by_ref().find(|number| taken.insert(*number)).unwrap_or(i32::MAX));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seat(before: Option<i32>, locked: bool, found: Option<u32>) -> Seat {
        Seat { before, locked, found }
    }

    #[test]
    fn most_members_in_common_keep_the_number() {
        let seats = [
            seat(Some(4), false, Some(0)),
            seat(Some(4), false, Some(0)),
            seat(Some(2), false, Some(0)),
            seat(Some(4), false, Some(1)),
            seat(None, false, Some(2)),
        ];
        let numbers = renumber(&seats, &BTreeSet::from([1]));
        assert_eq!(numbers[&0], 4);
        assert_eq!((numbers[&1], numbers[&2]), (2, 3), "one is reserved, four is taken");
    }

    #[test]
    fn a_lock_outweighs_many() {
        let seats = [
            seat(Some(1), true, Some(7)),
            seat(Some(2), false, Some(7)),
            seat(Some(2), false, Some(7)),
            seat(Some(1), false, Some(8)),
            seat(Some(1), false, Some(8)),
        ];
        assert_eq!(renumber(&seats, &BTreeSet::new())[&7], 1);
    }

    proptest! {
        #[test]
        fn every_group_has_a_number_of_its_own(
            rows in prop::collection::vec((prop::option::of(1..6_i32), any::<bool>(), prop::option::of(0..6_u32)), 0..40),
            reserved in prop::collection::btree_set(1..9_i32, 0..4),
        ) {
            let seats: Vec<Seat> = rows.into_iter().map(|(before, locked, found)| seat(before, locked, found)).collect();
            let numbers = renumber(&seats, &reserved);
            let groups: BTreeSet<u32> = seats.iter().filter_map(|seat| seat.found).collect();
            prop_assert_eq!(numbers.keys().copied().collect::<BTreeSet<_>>(), groups);
            let given: BTreeSet<i32> = numbers.values().copied().collect();
            prop_assert_eq!(given.len(), numbers.len());
        }

        #[test]
        fn an_unchanged_answer_keeps_its_numbers(
            rows in prop::collection::vec(prop::option::of(1..9_i32), 0..40),
            reserved in prop::collection::btree_set(1..9_i32, 0..4),
        ) {
            let found = |number: i32| u32::try_from(100 - number).unwrap_or(0);
            let seats: Vec<Seat> = rows.iter().map(|before| seat(*before, false, before.map(found))).collect();
            let numbers = renumber(&seats, &reserved);
            for before in rows.into_iter().flatten() {
                prop_assert_eq!(numbers[&found(before)], before);
            }
        }
    }
}
