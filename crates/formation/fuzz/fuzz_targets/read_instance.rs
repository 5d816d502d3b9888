//! Whatever the text is, it is read as an instance or refused; a small instance is solved, and the answer keeps its rules.
//! From `crates/formation`: `RUSTC_BOOTSTRAP=1 cargo fuzz run read_instance corpus/read_instance fuzz/seeds/read_instance`.
#![no_main]

use std::sync::atomic::AtomicBool;

use dure_formation::read::{Instance, instance};
use dure_formation::{Bound, Diverse, Effort, Limit, Problem, check, search, solve};

/// Firms or elements, and groups, up to which an instance is solved: an input takes a millisecond or so.
const MOST: usize = 24;
const MOVES: u64 = 400;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match instance(text) {
        Ok(Instance::Formation(problem)) if problem.len() <= MOST => solve_formation(&problem),
        Ok(Instance::Diverse(diverse)) if head_numbers(text).all(|number| number <= MOST) => {
            solve_diverse(&diverse)
        }
        Ok(_) | Err(_) => {}
    }
});

/// Elements, groups and sizes, which the first line of the pure form states.
fn head_numbers(text: &str) -> impl Iterator<Item = usize> {
    text.lines().next().unwrap_or_default().split_whitespace().filter_map(|word| word.parse().ok())
}

fn solve_formation(problem: &Problem) {
    let cancel = AtomicBool::new(false);
    let limit = Limit::Moves(MOVES);
    let effort =
        Effort { limit, seed: 1, cancel: &cancel, progress: &|_, _| {}, start: None, moves_hoped: 0 };
    let searched = search(problem, &effort);
    let (consistent, contradictions) = problem.consistent();
    assert_eq!(check::worth(&consistent, &searched.grouping), Ok(searched.worth));
    assert!(searched.bound.worth() >= searched.worth);
    assert_eq!(searched.contradictions, contradictions);
    // Looking at everything takes too long for more.
    if problem.len() <= MOST / 3 {
        let solved = solve(problem, &effort);
        assert_eq!(check::worth(&consistent, &solved.grouping), Ok(solved.worth));
        assert_eq!(solved.bound, Bound::Exhausted(solved.worth));
        assert!(searched.worth <= solved.worth && solved.worth <= searched.bound.worth());
    }
}

fn solve_diverse(diverse: &Diverse) {
    let (groups, value, _) = diverse.solve(&Limit::Moves(MOVES), 1, &AtomicBool::new(false), &|_, _| {});
    assert_eq!(diverse.value(&groups), Some(value));
}
