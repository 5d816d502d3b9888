//! Measures the ranking on a folder with gold answers.
//!
//! `cargo run --release -p dure-matching --example evaluate -- DIR [--run FILE]`
//!
//! DIR holds `qrels.tsv` (question, document, grade) and either `docs.jsonl` and `queries.jsonl` (plain retrieval)
//! or `entities.jsonl` and `difficulties.jsonl` (matching). FILE gets `question<TAB>document<TAB>rank<TAB>score`.

mod data;
mod figures;

use data::{Asked, Data};
use dure_matching::{Confidence, Index, Kinds, Query};
use figures::Figures;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const DEPTH: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("usage: evaluate DIR [--run FILE]")?);
    let run = arguments.next().filter(|flag| flag == "--run").and_then(|_| arguments.next());
    let data = Data::read(&folder)?;
    let started = Instant::now();
    let index = Index::build(data.documents.iter().cloned());
    println!(
        "documents {}  index {:.0?}  memory {} kB",
        index.len(),
        started.elapsed(),
        index.bytes() / 1024
    );
    let (figures, times, lines) = ask_all(&index, &data);
    println!("questions {}  {figures}", figures.count);
    println!("time per question p50 {:.0?}  p95 {:.0?}", percentile(&times, 50), percentile(&times, 95));
    if let Some(run) = run {
        std::fs::write(run, lines)?;
    }
    Ok(())
}

fn ask_all(index: &Index, data: &Data) -> (Figures, Vec<Duration>, String) {
    let (mut figures, mut times, mut lines) = (Figures::default(), Vec::new(), String::new());
    for asked in &data.questions {
        let Some(grades) = data.grades.get(&asked.id) else { continue };
        let started = Instant::now();
        let ranking = index.rank(&query(asked));
        times.push(started.elapsed());
        let names: Vec<&str> = ranking.matches.iter().map(|found| data.name(found.id)).collect();
        figures.add(&names, grades, ranking.confidence == Confidence::Weak);
        for (rank, found) in ranking.matches.iter().enumerate() {
            let _ = writeln!(lines, "{}\t{}\t{}\t{}", asked.id, data.name(found.id), rank + 1, found.score);
        }
    }
    times.sort_unstable();
    (figures, times, lines)
}

fn query(asked: &Asked) -> Query<'_> {
    let mut query = Query::new(&asked.title, &asked.text).kinds(Kinds::ALL).limit(DEPTH);
    if let Some(code) = &asked.industry {
        query = query.industry(code);
    }
    if let Some(place) = &asked.place {
        query = query.place(place);
    }
    query
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted.get(sorted.len() * percent / 100).copied().unwrap_or_default()
}
