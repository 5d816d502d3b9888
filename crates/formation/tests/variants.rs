//! Splitting, recruiting, tables, and the pure form.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::atomic::AtomicBool;

use dure_formation::add::{Blocked, joinings, recruits};
use dure_formation::rotation::Rotation;
use dure_formation::split::{split, worth};
use dure_formation::{Diverse, Firm, Grouping, Limit, Pair, Problem};
use proptest::prelude::*;

fn village(classes: &[u32]) -> Problem {
    Problem::new(classes.iter().map(|&class| Firm { classes: vec![class], point: None }).collect())
}

#[test]
fn a_refusal_names_who_stands_in_the_way() {
    let mut problem = village(&[1, 2, 3, 1]);
    problem.pairs = vec![Pair { a: 0, b: 3, worth: 5 }];
    let grouping = Grouping::from_groups(4, [&[0u32, 1][..], &[2u32][..]]);
    let all = joinings(&problem, &grouping, 3);
    assert_eq!(all[0].members, [2]);
    assert_eq!(all[1].blocked, [Blocked::SameIndustry(0)]);
    assert_eq!(all[1].gain, 35);
}

#[test]
fn the_most_useful_firm_is_recruited_first() {
    let mut problem = village(&[1, 2, 3, 4]);
    problem.pairs = vec![Pair { a: 0, b: 3, worth: 50 }, Pair { a: 1, b: 2, worth: 10 }];
    let found = recruits(&problem, &Grouping::from_groups(4, [&[0u32, 1][..]]), 0);
    assert_eq!(found.iter().map(|recruit| recruit.firm).collect::<Vec<_>>(), [3, 2]);
    assert_eq!((found[0].gain, found[0].class), (80, Some(4)));
}

proptest! {
    #[test]
    fn no_division_is_better_than_the_one_found(worths in prop::collection::vec(-5..20i64, 45), least in 1..5usize) {
        let mut problem = village(&[0; 10]);
        let mut next = worths.into_iter();
        for a in 0..10 {
            for b in a + 1..10 {
                problem.pairs.push(Pair { a, b, worth: next.next().unwrap() });
            }
        }
        let members: Vec<u32> = (0..10).collect();
        let (one, other) = split(&problem, &members, least).unwrap();
        let found = worth(&problem, &one, &other);
        for set in 0u32..1 << 10 {
            let (a, b): (Vec<u32>, Vec<u32>) = members.iter().partition(|&&firm| set >> firm & 1 == 0);
            if a.len() >= least && b.len() >= least {
                prop_assert!(worth(&problem, &a, &b) <= found);
            }
        }
    }

    #[test]
    fn everybody_who_comes_has_a_seat(meetings in prop::collection::vec(prop::collection::btree_set(0..20u32, 0..20), 1..5), table in 2..6usize) {
        let rotation = Rotation {
            meetings: meetings.iter().map(|meeting| meeting.iter().copied().collect()).collect(),
            table,
            before: Default::default(),
        };
        let seating = rotation.solve(&Limit::Moves(20_000), 1);
        for (meeting, tables) in meetings.iter().zip(&seating) {
            let mut seated: Vec<u32> = tables.iter().flatten().copied().collect();
            seated.sort_unstable();
            prop_assert_eq!(seated, meeting.iter().copied().collect::<Vec<_>>());
            prop_assert!(tables.iter().all(|one| one.len() <= table));
        }
    }
}

#[test]
fn golfers_who_need_not_meet_twice_do_not() {
    for (tables, size, weeks) in [(4, 4, 5), (5, 4, 5), (5, 5, 6), (8, 4, 9)] {
        let rotation = Rotation::plain(tables, size, weeks);
        assert_eq!(rotation.repeats(&rotation.solve(&Limit::Moves(1), 1)), 0, "{tables}-{size}-{weeks}");
    }
}

#[test]
fn tables_that_no_plane_knows_are_found_by_annealing() {
    let rotation = Rotation::plain(5, 3, 7);
    assert_eq!(rotation.repeats(&rotation.solve(&Limit::Moves(20_000_000), 1)), 0);
}

#[test]
fn a_partition_of_the_pure_form_has_the_sizes_asked_for() {
    let mut diverse = Diverse::new(12, vec![(2, 4), (3, 5), (4, 6)]).unwrap();
    for a in 0..12 {
        for b in a + 1..12 {
            diverse.set(a, b, ((a * 7 + b * 13) % 11) as f64);
        }
    }
    let (groups, value, _) = diverse.solve(&Limit::Moves(200_000), 1, &AtomicBool::new(false), &|_, _| {});
    assert_eq!(diverse.value(&groups), Some(value));
}
