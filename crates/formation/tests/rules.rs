//! Whatever is asked, the answer keeps the rules; and small answers are the best there are.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::atomic::AtomicBool;

use dure_formation::bound::{bound, tight};
use dure_formation::{
    Anchor, Contradiction, Effort, Firm, Grouping, Limit, Metric, Pair, Point, Problem, Radius, check,
    search, solve,
};
use proptest::prelude::*;

fn firms(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Firm>> {
    let firm = (prop::collection::vec(0..12u32, 0..3), prop::option::of((0.0..60.0f64, 0.0..60.0f64)))
        .prop_map(|(classes, place)| Firm { classes, point: place.map(|(x, y)| Point { x, y }) });
    prop::collection::vec(firm, count)
}

/// A number of a firm; now and then of one that is not there.
fn anybody() -> impl Strategy<Value = u32> {
    prop_oneof![20 => 0..40u32, 1 => 40..60u32]
}

prop_compose! {
    /// Wishes as they come: they may contradict each other and the rules.
    fn problem(count: std::ops::Range<usize>)(
        firms in firms(count),
        least in 0..4usize,
        more in -1..5i64,
        radius in prop_oneof![Just(Radius::Any), (5.0..60.0f64).prop_map(Radius::Pairwise), (5.0..60.0f64).prop_map(Radius::MeetingPlace)],
        placed in -5..40i64,
        pairs in prop::collection::vec((anybody(), anybody(), -10..60i64), 0..60),
        together in prop::collection::vec((anybody(), anybody()), 0..5),
        apart in prop::collection::vec((anybody(), anybody()), 0..5),
        kept in prop::collection::vec((prop::collection::vec(anybody(), 0..5), any::<bool>(), prop::option::of((0.0..60.0f64, 0.0..60.0f64))), 0..3),
    ) -> Problem {
        // Most numbers are of firms that are there, however few these are.
        let number = |firm: u32| if firm < 40 { firm % firms.len() as u32 } else { firm };
        let two = |list: Vec<(u32, u32)>| list.into_iter().map(|(a, b)| (number(a), number(b))).collect();
        let pairs = pairs.into_iter().map(|(a, b, worth)| Pair { a: number(a), b: number(b), worth }).collect();
        let (together, apart) = (two(together), two(apart));
        let anchor = |(members, closed, meets_at): (Vec<u32>, bool, Option<(f64, f64)>)| Anchor {
            members: members.into_iter().map(number).collect(),
            closed,
            meets_at: meets_at.map(|(x, y)| Point { x, y }),
        };
        let anchors = kept.into_iter().map(anchor).collect();
        let most = usize::try_from(least as i64 + more).unwrap_or_default();
        Problem { least, most, radius, metric: Metric::Plane, placed, pairs, together, apart, anchors, ..Problem::new(firms) }
    }
}

fn answer(problem: &Problem, moves: u64, seed: u64) -> dure_formation::Answer {
    let cancel = AtomicBool::new(false);
    let effort = Effort {
        limit: Limit::Moves(moves),
        seed,
        cancel: &cancel,
        progress: &|_, _| {},
        start: None,
        moves_hoped: 0,
    };
    solve(problem, &effort)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_refused(problem in problem(1..40), seed in any::<u64>()) {
        let answer = answer(&problem, 6_000, seed);
        let (consistent, contradictions) = problem.consistent();
        prop_assert_eq!(check::faults(&consistent, &answer.grouping), vec![]);
        prop_assert_eq!(answer.worth, answer.grouping.worth(&consistent));
        prop_assert!(answer.bound.worth() >= answer.worth, "{:?}", answer);
        prop_assert!(tight(&consistent, &Grouping::nobody(problem.len()), 3_000).worth() >= answer.worth);
        prop_assert_eq!(answer.contradictions, contradictions);
    }

    #[test]
    fn what_contradicts_is_dropped_and_nothing_else(problem in problem(1..40)) {
        let (consistent, contradictions) = problem.consistent();
        let only_sizes = consistent.contradictions().iter().all(|one| matches!(one, Contradiction::Sizes { .. }));
        prop_assert!(only_sizes);
        let locks = contradictions.iter().filter(|one| matches!(one, Contradiction::Lock { .. })).count();
        let faulty = problem.together.iter().filter(|(a, b)| a == b || *a.max(b) as usize >= problem.len()).count();
        prop_assert_eq!(consistent.together.len() + locks + faulty, problem.together.len());
    }

    #[test]
    fn a_start_that_breaks_rules_is_mended(problem in problem(15..40), groups in prop::collection::vec(prop::option::of(0..6u32), 40)) {
        let start = Grouping { of: groups[..problem.len()].to_vec() };
        let cancel = AtomicBool::new(false);
        let limit = Limit::Moves(2_000);
        let effort = Effort { limit, seed: 1, cancel: &cancel, progress: &|_, _| {}, start: Some(&start), moves_hoped: 0 };
        let answer = solve(&problem, &effort);
        prop_assert_eq!(check::faults(&problem.consistent().0, &answer.grouping), vec![]);
    }

    #[test]
    fn a_seed_gives_one_answer_on_any_number_of_threads(problem in problem(15..30), seed in any::<u64>(), threads in 1..5usize) {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        prop_assert_eq!(answer(&problem, 5_000, seed), pool.install(|| answer(&problem, 5_000, seed)));
    }

    #[test]
    fn small_problems_are_solved_to_the_optimum(problem in problem(1..8)) {
        let found = answer(&problem, 1, 1);
        prop_assert!(found.is_optimal());
        let best = best_by_trying_all(&problem.consistent().0);
        prop_assert_eq!(found.worth, best);
        let cancel = AtomicBool::new(false);
        let effort = Effort { limit: Limit::Moves(1), seed: 1, cancel: &cancel, progress: &|_, _| {}, start: None, moves_hoped: 0 };
        let searched = search(&problem, &effort);
        prop_assert!(searched.bound.worth() >= best, "{:?} {}", searched, best);
        let consistent = problem.consistent().0;
        let circles = bound(&consistent, searched.worth).worth();
        for looks in [0, 1, 40, 2_000] {
            let tight = tight(&consistent, &searched.grouping, looks).worth();
            prop_assert!((best..=circles).contains(&tight), "{tight} of {looks} looks, {best} to {circles}");
        }
    }

    #[test]
    fn who_may_join_does_not_break_a_rule(problem in problem(15..30), firm in any::<prop::sample::Index>()) {
        let found = answer(&problem, 5_000, 1);
        let left_out = found.grouping.left_out();
        if !left_out.is_empty() {
            let with = dure_formation::add::place_one(&problem, &found.grouping, *firm.get(&left_out));
            prop_assert!(with.is_none_or(|with| check::faults(&problem.consistent().0, &with).is_empty()));
        }
    }
}

/// Every assignment of firms to groups, asked one by one.
fn best_by_trying_all(problem: &Problem) -> i64 {
    fn go(problem: &Problem, grouping: &mut Grouping, firm: usize, groups: u32, best: &mut i64) {
        if firm == problem.len() {
            if let Ok(worth) = check::worth(problem, grouping) {
                *best = (*best).max(worth);
            }
            return;
        }
        for group in (0..=groups).map(Some).chain([None]) {
            grouping.of[firm] = group;
            go(problem, grouping, firm + 1, if group == Some(groups) { groups + 1 } else { groups }, best);
        }
        grouping.of[firm] = None;
    }
    let mut best = i64::MIN;
    go(problem, &mut Grouping::nobody(problem.len()), 0, 0, &mut best);
    best
}

/// 8,000 firms in a row of villages, each worth something to its neighbours; some locked together, some apart, one group kept.
#[test]
fn answers_put_together_from_tiles_keep_the_rules() {
    let count = 8_000u32;
    let firm = |number: u32| Firm {
        classes: vec![number * 7 % 30],
        point: Some(Point { x: f64::from(number / 40) * 5.0, y: f64::from(number % 40) }),
    };
    let mut problem = Problem::new((0..count).map(firm).collect());
    problem.radius = Radius::Pairwise(25.0);
    problem.pairs = (0..count - 50)
        .flat_map(|a| [1, 17, 41].map(|step| Pair { a, b: a + step, worth: 10 + i64::from(a % 3) }))
        .collect();
    problem.together = vec![(100, 101), (4_000, 4_001)];
    problem.apart = vec![(200, 201), (6_000, 6_041)];
    problem.anchors = vec![Anchor { members: vec![300, 301, 302], closed: false, meets_at: None }];
    let found = answer(&problem, 400_000, 1);
    assert_eq!(check::faults(&problem, &found.grouping), vec![]);
    assert!(found.worth > 0 && found.bound.worth() >= found.worth);
    let kept = found.grouping.of[300];
    assert!(found.grouping.of.iter().filter(|of| **of == kept).count() > 3, "others join a kept group");

    // From a start that divides whom locks bind, fills a group beyond measure, and puts two kept groups into one.
    problem.anchors.push(Anchor { members: vec![310, 311], closed: true, meets_at: None });
    let start = Grouping {
        of: (0..count).map(|firm| if firm < 4_001 { Some(firm / 90) } else { Some(9_999) }).collect(),
    };
    let cancel = AtomicBool::new(false);
    let effort = Effort {
        limit: Limit::Moves(200_000),
        seed: 1,
        cancel: &cancel,
        progress: &|_, _| {},
        start: Some(&start),
        moves_hoped: 0,
    };
    assert_eq!(check::faults(&problem, &solve(&problem, &effort).grouping), vec![]);
}
