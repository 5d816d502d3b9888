//! Reads a roster and says what was understood:
//! `cargo run --release -p dure-roster --example read_roster -- FILE [SHEET]`.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use dure_roster::{Interpretation, Limits, Mapping, Sheet, guess_mapping, interpret, read_with};

/// Problems that are shown in full.
const SHOWN: usize = 20;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: read_roster FILE [SHEET]");
        return ExitCode::FAILURE;
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let start = Instant::now();
    let book = match read_with(&bytes, &path, arguments.next().as_deref(), &Limits::default()) {
        Ok(book) => book,
        Err(error) => {
            eprintln!("{error}\n{}", error.korean());
            return ExitCode::FAILURE;
        }
    };
    let mapping = guess_mapping(&book.sheet);
    let read = interpret(&book.sheet, &mapping);
    let took = start.elapsed();
    println!("{:?}, sheet {:?}, others {:?}", book.source, book.sheet.name, book.others);
    show_mapping(&book.sheet, &mapping);
    show_result(&read);
    println!("{took:.1?}");
    ExitCode::SUCCESS
}

fn show_mapping(sheet: &Sheet, mapping: &Mapping) {
    println!("title {:?}, header in row {}", sheet.title, sheet.header_row);
    for (column, header) in sheet.header.iter().enumerate() {
        println!("  {column:>2} {header:?} -> {}", mapping.field(column).as_str());
    }
}

fn show_result(read: &Interpretation) {
    println!("{} rows, {} skipped, {} problems", read.rows.len(), read.skipped.len(), read.problems.len());
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for problem in &read.problems {
        let kind = format!("{:?}", problem.kind);
        let name = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
        *kinds.entry(name).or_default() += 1;
    }
    println!("{kinds:?}");
    for problem in read.problems.iter().take(SHOWN) {
        println!("  row {}: {:?} {:?}", problem.row, problem.kind, problem.original);
    }
    for skipped in read.skipped.iter().take(SHOWN) {
        println!("  row {}: {:?} {:?}", skipped.row, skipped.reason, skipped.text);
    }
    for row in read.rows.iter().take(2) {
        println!("{row:#?}");
    }
}
