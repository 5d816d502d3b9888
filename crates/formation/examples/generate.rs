//! Writes an instance of invented firms: `cargo run --release -p dure-formation --example generate -- FIRMS SEED > FILE`
//!
//! Firms live in towns on a plane, one town for about 200 of them; each has one of 30 industries and about ten firms within reach that
//! are worth something to it.

use std::io::Write;
use std::process::ExitCode;

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

const INDUSTRIES: u64 = 30;
const FIRMS_OF_A_TOWN: usize = 200;
const PARTNERS: usize = 10;
const RADIUS_KM: f64 = 40.0;
/// A town to a square of so many km.
const KM_OF_A_TOWN: f64 = 15.0;

struct Dice(Xoshiro256PlusPlus);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0.next_u64() % count
    }

    fn share(&mut self) -> f64 {
        self.below(1 << 20) as f64 / f64::from(1 << 20)
    }
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (Some(firms), Some(seed)) =
        (words.next().and_then(|word| word.parse().ok()), words.next().and_then(|word| word.parse().ok()))
    else {
        eprintln!("usage: generate FIRMS SEED > FILE");
        return ExitCode::from(2);
    };
    match write(firms, &mut Dice(Xoshiro256PlusPlus::seed_from_u64(seed))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("generate: {why}");
            ExitCode::FAILURE
        }
    }
}

fn write(count: usize, dice: &mut Dice) -> std::io::Result<()> {
    let towns = count.div_ceil(FIRMS_OF_A_TOWN).max(1);
    let side = (towns as f64).sqrt() * KM_OF_A_TOWN;
    let centres: Vec<(f64, f64)> = (0..towns).map(|_| (dice.share() * side, dice.share() * side)).collect();
    let mut firms: Vec<(f64, f64)> = (0..count)
        .map(|_| {
            let (x, y) = centres[dice.below(towns as u64) as usize];
            (x + (dice.share() - 0.5) * 20.0, y + (dice.share() - 0.5) * 20.0)
        })
        .collect();
    // Numbered along rows of squares, so that near numbers are near places.
    let row = |at: &(f64, f64)| ((at.1 / RADIUS_KM) as i64, (at.0 * 1_000.0) as i64);
    firms.sort_by_key(row);
    let pairs = pairs(&firms, dice);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{count} {INDUSTRIES} 10 20 30 {RADIUS_KM:.1} {}", pairs.len())?;
    for (x, y) in &firms {
        writeln!(out, "{} {x:.3} {y:.3}", dice.below(INDUSTRIES))?;
    }
    for (a, b, worth) in pairs {
        writeln!(out, "{a} {b} {worth}")?;
    }
    out.flush()
}

fn pairs(firms: &[(f64, f64)], dice: &mut Dice) -> Vec<(usize, usize, u64)> {
    let mut pairs = Vec::with_capacity(firms.len() * PARTNERS / 2);
    for a in 0..firms.len() {
        let near =
            |b: &usize| *b != a && (firms[a].0 - firms[*b].0).hypot(firms[a].1 - firms[*b].1) <= RADIUS_KM;
        let window = a.saturating_sub(400)..(a + 400).min(firms.len());
        for _ in 0..PARTNERS / 2 {
            let b = window.start + dice.below(window.len() as u64) as usize;
            if near(&b) {
                pairs.push((a.min(b), a.max(b), 10 + 10 * dice.below(4)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    pairs
}
