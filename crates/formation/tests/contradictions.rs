//! Wishes that cannot be kept are named, and what could be done still is.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::atomic::AtomicBool;

use dure_formation::{
    Anchor, Answer, Clash, Contradiction, Effort, Firm, Limit, Pair, Point, Problem, Radius, check, search,
    solve,
};

/// Thirty firms of fifteen industries in a row, a km between neighbours, each worth something to the next ones.
fn village() -> Problem {
    let firm = |number: u32| Firm {
        classes: vec![number % 15],
        point: Some(Point { x: f64::from(number), y: 0.0 }),
    };
    let mut problem = Problem::new((0..30).map(firm).collect());
    problem.pairs = (0..28).flat_map(|a| [1, 2].map(|step| Pair { a, b: a + step, worth: 10 })).collect();
    (problem.least, problem.most) = (5, 10);
    problem
}

fn kept(members: &[u32]) -> Anchor {
    Anchor { members: members.to_vec(), closed: false, meets_at: None }
}

fn found(problem: &Problem) -> Answer {
    let cancel = AtomicBool::new(false);
    let effort = Effort {
        limit: Limit::Moves(50_000),
        seed: 1,
        cancel: &cancel,
        progress: &|_, _| {},
        start: None,
        moves_hoped: 0,
    };
    let answer = solve(problem, &effort);
    assert_eq!(check::faults(&problem.consistent().0, &answer.grouping), []);
    assert_eq!(answer.contradictions, problem.contradictions());
    let again = search(problem, &effort);
    assert_eq!(check::faults(&problem.consistent().0, &again.grouping), []);
    answer
}

fn lock(a: u32, b: u32, why: Clash) -> Contradiction {
    Contradiction::Lock { a, b, why }
}

#[test]
fn nothing_is_said_of_wishes_that_can_be_kept() {
    let mut problem = village();
    problem.together = vec![(0, 1), (1, 2), (2, 0)];
    problem.apart = vec![(3, 4)];
    problem.anchors = vec![kept(&[5, 20, 7])];
    let answer = found(&problem);
    assert_eq!(answer.contradictions, []);
    assert!(answer.grouping.placed() > 20);
}

#[test]
fn a_lock_to_a_firm_of_the_same_industry_is_dropped_also_through_others() {
    let mut problem = village();
    problem.anchors = vec![kept(&[0, 1])];
    problem.together = vec![(16, 0), (2, 3), (3, 17)];
    let answer = found(&problem);
    assert_eq!(
        answer.contradictions,
        [lock(16, 0, Clash::SameIndustry(16, 1)), lock(3, 17, Clash::SameIndustry(2, 17))]
    );
    assert_eq!(answer.grouping.group(2), answer.grouping.group(3), "the other lock holds");
}

#[test]
fn locks_of_firms_too_far_apart_or_forbidden_are_dropped() {
    let mut problem = village();
    problem.radius = Radius::Pairwise(8.0);
    problem.together = vec![(0, 9), (1, 2), (4, 5)];
    problem.apart = vec![(2, 1)];
    let answer = found(&problem);
    assert_eq!(answer.contradictions, [lock(0, 9, Clash::TooFar(0, 9)), lock(1, 2, Clash::Apart(1, 2))]);
    problem.radius = Radius::MeetingPlace(4.0);
    assert_eq!(found(&problem).contradictions[0], lock(0, 9, Clash::NoMeetingPlace));
}

#[test]
fn a_chain_of_locks_ends_where_a_group_is_full() {
    let mut problem = village();
    problem.together = (0..12).map(|a| (a, a + 1)).collect();
    let answer = found(&problem);
    assert_eq!(answer.contradictions[0], lock(9, 10, Clash::TooMany { size: 11, most: 10 }));
}

#[test]
fn kept_groups_stay_apart_and_closed() {
    let mut problem = village();
    problem.anchors = vec![kept(&[0, 1, 2]), kept(&[2, 3, 4]), Anchor { closed: true, ..kept(&[5, 6]) }];
    problem.apart = vec![(0, 1)];
    problem.together = vec![(0, 3), (5, 7)];
    let answer = found(&problem);
    let expected = [
        Contradiction::KeptTwice(2),
        Contradiction::KeptApart(0, 1),
        lock(0, 3, Clash::TwoKeptGroups),
        lock(5, 7, Clash::Closed),
    ];
    assert_eq!(answer.contradictions, expected);
    assert_eq!(answer.grouping.group(0), answer.grouping.group(2));
    assert_eq!(answer.grouping.group(3), answer.grouping.group(4));
}

#[test]
fn a_kept_group_larger_than_most_stays_as_it_is() {
    let mut problem = village();
    problem.anchors = vec![kept(&(0..14).collect::<Vec<_>>())];
    let answer = found(&problem);
    assert_eq!(answer.contradictions, []);
    assert_eq!((0..30).filter(|&firm| answer.grouping.group(firm) == answer.grouping.group(0)).count(), 14);
}

#[test]
fn firms_that_are_not_there_are_named() {
    let mut problem = village();
    problem.pairs.push(Pair { a: 3, b: 99, worth: 5 });
    problem.pairs.push(Pair { a: 3, b: 3, worth: 5 });
    problem.apart = vec![(98, 1)];
    problem.together = vec![(4, 97)];
    problem.anchors = vec![kept(&[96, 8]), kept(&[95]), kept(&[])];
    let expected = [
        Contradiction::NoSuchFirm(96),
        Contradiction::NoSuchFirm(95),
        Contradiction::NoSuchFirm(99),
        Contradiction::WithItself(3),
        Contradiction::NoSuchFirm(98),
        Contradiction::NoSuchFirm(97),
    ];
    assert_eq!(found(&problem).contradictions, expected);
}

#[test]
fn where_no_group_can_be_nobody_is_placed() {
    let mut none = village();
    (none.least, none.most) = (9, 3);
    let answer = found(&none);
    assert_eq!(
        (answer.grouping.placed(), answer.contradictions),
        (0, vec![Contradiction::Sizes { least: 9, most: 3 }])
    );

    let mut colliding = village();
    colliding.firms.iter_mut().for_each(|firm| firm.classes = vec![1]);
    assert_eq!(found(&colliding).grouping.placed(), 0);

    let mut isolated = village();
    isolated.radius = Radius::Pairwise(0.5);
    assert_eq!(found(&isolated).grouping.placed(), 0);
    isolated.radius = Radius::Pairwise(f64::NAN);
    assert_eq!(found(&isolated).grouping.placed(), 0);

    for firms in [0, 1] {
        let few = Problem::new(vec![Firm::default(); firms]);
        assert_eq!(found(&few).grouping.placed(), 0);
    }
}

#[test]
fn places_that_are_no_numbers_count_as_unknown() {
    for radius in [Radius::Pairwise(3.0), Radius::MeetingPlace(3.0)] {
        let mut problem = village();
        problem.radius = radius;
        for firm in &mut problem.firms[..9] {
            firm.point = Some(Point { x: f64::NAN, y: f64::INFINITY });
        }
        found(&problem);
    }
}
