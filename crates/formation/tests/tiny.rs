//! Tiny problems against an enumeration that shares nothing with the crate but the statement of the problem.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::atomic::AtomicBool;

use dure_formation::bound::tight;
use dure_formation::{Effort, Firm, Limit, Metric, Pair, Point, Problem, Radius, check, search, solve};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Moves of the search, which does not look at everything.
const MOVES: u64 = 300_000;
const MOST_FIRMS: u64 = 14;

struct Dice(Xoshiro256PlusPlus);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0.next_u64() % count
    }
}

fn tiny(seed: u64) -> Problem {
    let mut dice = Dice(Xoshiro256PlusPlus::seed_from_u64(seed));
    let count = 1 + dice.below(MOST_FIRMS);
    let industries = 3 + dice.below(6);
    let firms = (0..count)
        .map(|_| Firm {
            classes: (0..1 + dice.below(5) / 4).map(|_| dice.below(industries) as u32).collect(),
            point: (dice.below(8) > 0).then(|| Point { x: dice.below(60) as f64, y: dice.below(60) as f64 }),
        })
        .collect();
    let mut problem = Problem::new(firms);
    problem.metric = Metric::Plane;
    problem.least = 1 + dice.below(4) as usize;
    problem.most = problem.least + dice.below(4) as usize;
    problem.placed = dice.below(40) as i64;
    problem.radius =
        if dice.below(2) == 0 { Radius::Any } else { Radius::Pairwise(15.0 + dice.below(40) as f64) };
    let chance = 20 + dice.below(60);
    for a in 0..count as u32 {
        for b in a + 1..count as u32 {
            if dice.below(100) < chance {
                problem.pairs.push(Pair { a, b, worth: dice.below(70) as i64 - 10 });
            }
        }
    }
    let mut two = || (dice.below(count) as u32, dice.below(count) as u32);
    problem.apart = (0..2).map(|_| two()).filter(|(a, b)| a != b).collect();
    let (a, b) = two();
    if a != b
        && problem.may_meet(a, b)
        && !problem.apart.contains(&(a, b))
        && !problem.apart.contains(&(b, a))
        && problem.most > 1
    {
        problem.together.push((a, b));
    }
    problem
}

/// The statement of the problem again, on bits.
struct Enumeration {
    least: u32,
    most: u32,
    placed: i64,
    worth: Vec<Vec<i64>>,
    barred: Vec<u32>,
    locked: Vec<u32>,
    /// By firm: the most that it and all after it could add.
    hope: Vec<i64>,
    best: i64,
}

impl Enumeration {
    fn of(problem: &Problem) -> Self {
        let count = problem.firms.len();
        let mut worth = vec![vec![0; count]; count];
        for pair in &problem.pairs {
            worth[pair.a as usize][pair.b as usize] = pair.worth;
            worth[pair.b as usize][pair.a as usize] = pair.worth;
        }
        let (mut barred, mut locked) = (vec![0; count], vec![0; count]);
        for (a, one) in problem.firms.iter().enumerate() {
            for (b, other) in problem.firms.iter().enumerate() {
                let rivals = one.classes.iter().any(|class| other.classes.contains(class));
                let far = match (problem.radius, one.point, other.point) {
                    (Radius::Pairwise(km), Some(p), Some(q)) => {
                        (p.x - q.x).powi(2) + (p.y - q.y).powi(2) > km * km
                    }
                    _ => false,
                };
                if a != b && (rivals || far) {
                    barred[a] |= 1 << b;
                }
            }
        }
        let mark = |sets: &mut Vec<u32>, pairs: &[(u32, u32)]| {
            for &(a, b) in pairs {
                sets[a as usize] |= 1 << b;
                sets[b as usize] |= 1 << a;
            }
        };
        mark(&mut barred, &problem.apart);
        mark(&mut locked, &problem.together);
        let hope = |firm: usize| -> i64 {
            let later = (firm..count).map(|b| {
                let mut partners: Vec<i64> = (0..b).map(|a| worth[a][b].max(0)).collect();
                partners.sort_unstable_by(|a, b| b.cmp(a));
                problem.placed + partners.iter().take(problem.most - 1).sum::<i64>()
            });
            later.sum()
        };
        let hope = (0..=count).map(hope).collect();
        Self {
            least: problem.least as u32,
            most: problem.most as u32,
            placed: problem.placed,
            worth,
            barred,
            locked,
            hope,
            best: 0,
        }
    }

    /// Puts firm after firm into each group there is, a new one, or none.
    fn go(&mut self, firm: usize, groups: &mut Vec<u32>, so_far: i64) {
        if so_far + self.hope[firm] <= self.best {
            return;
        }
        if firm == self.barred.len() {
            let sizes = groups.iter().all(|set| (self.least..=self.most).contains(&set.count_ones()));
            let whole = |set: u32| (0..firm).all(|one| self.locked[one] & set == 0 || set >> one & 1 == 1);
            if sizes && groups.iter().all(|&set| whole(set)) {
                self.best = so_far;
            }
            return;
        }
        for at in 0..groups.len() {
            if groups[at] & self.barred[firm] == 0 && groups[at].count_ones() < self.most {
                let with: i64 =
                    (0..firm).filter(|one| groups[at] >> one & 1 == 1).map(|one| self.worth[one][firm]).sum();
                groups[at] |= 1 << firm;
                self.go(firm + 1, groups, so_far + self.placed + with);
                groups[at] ^= 1 << firm;
            }
        }
        groups.push(1 << firm);
        self.go(firm + 1, groups, so_far + self.placed);
        groups.pop();
        self.go(firm + 1, groups, so_far);
    }
}

/// Cases of these seeds that are not solved: (seed, optimum, solved, searched).
fn missed(seeds: std::ops::Range<u64>) -> Vec<(u64, i64, i64, i64)> {
    let cancel = AtomicBool::new(false);
    let miss = |seed: u64| {
        let problem = tiny(seed);
        let limit = Limit::Moves(MOVES);
        let effort =
            Effort { limit, seed, cancel: &cancel, progress: &|_, _| {}, start: None, moves_hoped: 0 };
        let (solved, searched) = (solve(&problem, &effort), search(&problem, &effort));
        assert_eq!(check::worth(&problem, &solved.grouping), Ok(solved.worth), "seed {seed}");
        assert_eq!(check::worth(&problem, &searched.grouping), Ok(searched.worth), "seed {seed}");
        let mut all = Enumeration::of(&problem);
        all.go(0, &mut Vec::new(), 0);
        assert!(searched.bound.worth() >= all.best, "seed {seed}: {:?} < {}", searched.bound, all.best);
        for looks in [100, 10_000] {
            let tight = tight(&problem.consistent().0, &searched.grouping, looks).worth();
            assert!(tight >= all.best, "seed {seed}: {tight} < {}", all.best);
        }
        assert!(solved.is_optimal());
        let found = (solved.worth, searched.worth);
        (found != (all.best, all.best)).then_some((seed, all.best, found.0, found.1))
    };
    seeds.filter_map(miss).collect()
}

#[test]
fn tiny_problems_are_solved_to_the_optimum() {
    assert_eq!(missed(0..150), []);
}

/// About half a minute: `cargo nextest run -p dure-formation --run-ignored only thousand`.
#[test]
#[ignore = "half a minute; the suite tries the first 150"]
fn of_a_thousand_tiny_problems_a_thousand_are_solved() {
    assert_eq!(missed(0..1_000), []);
}
