//! Measures speed and memory on generated documents of about 200 characters.
//!
//! `cargo run --release -p dure-matching --example bench -- [DOCUMENTS]` (100,000 unless told)

mod generate;

use dure_matching::{DocId, Index, Kinds, Place, Query, Search};
use generate::Generator;
use std::time::{Duration, Instant};

const QUESTIONS: usize = 500;
const UPSERTS: u128 = 1_000;
const ROUNDS: usize = 5;

fn main() {
    let count = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let mut generator = Generator::new(7);
    let documents: Vec<_> = (0..count).map(|id| generator.document(DocId(id))).collect();
    let characters: usize = documents.iter().map(|d| d.title.chars().count() + d.text.chars().count()).sum();
    println!("documents {count}, {} characters each", characters / documents.len().max(1));

    let started = Instant::now();
    let mut index = Index::build(documents);
    println!("build   {:.2?}   memory {} MB", started.elapsed(), index.bytes() / 1_000_000);

    let place = Place::province("p3").district("d5").at(37.3, 127.9);
    let questions: Vec<String> = (0..QUESTIONS).map(|_| generator.text(90)).collect();
    report("rank    (90 characters)", &questions, ROUNDS, |text| {
        let query = Query::new("", text).kinds(Kinds::HELPERS).industry("25922").place(&place);
        index.rank(&query).matches.len()
    });
    report("similar (90 characters)", &questions, ROUNDS, |text| {
        index.similar(text, Kinds::HELPERS, 5).len()
    });
    let typed: Vec<String> = questions.iter().map(|text| text.chars().take(6).collect()).collect();
    report("search  (6 characters)", &typed, ROUNDS, |text| index.search(&Search::new(text)).len());

    let changed: Vec<_> = (0..UPSERTS).map(|n| generator.document(DocId(n * count / UPSERTS))).collect();
    let mut changed = changed.into_iter();
    report("replace one document", &(0..UPSERTS).collect::<Vec<_>>(), 1, |_| {
        changed.next().map_or(0, |document| usize::from(index.upsert(document)))
    });
}

/// Times are the best of [`ROUNDS`], so that other work on the machine does not count.
fn report<T>(name: &str, inputs: &[T], rounds: usize, mut act: impl FnMut(&T) -> usize) {
    let mut times: Vec<Duration> = inputs
        .iter()
        .map(|input| (0..rounds).map(|_| timed(|| act(input))).min().unwrap_or_default())
        .collect();
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    println!("{name:<24} p50 {:>8.2?}  p95 {:>8.2?}  p99 {:>8.2?}", at(50), at(95), at(99));
}

fn timed(act: impl FnOnce() -> usize) -> Duration {
    let started = Instant::now();
    std::hint::black_box(act());
    started.elapsed()
}
