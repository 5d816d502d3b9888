//! Resolves the industries and regions of a list of firms.
//!
//! `cargo run -p dure-domain --example check_listed -- FILE`, where FILE is CSV with the columns
//! Industry and Region. Prints what is not resolved, places abroad, the shares and the time.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use dure_domain::{Industry, Place, PlaceFound};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: check_listed FILE")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let rows: Vec<Vec<String>> = text.lines().map(fields).collect();
    let column = |name: &str| rows.first().and_then(|head| head.iter().position(|field| field == name));
    let industries = values(&rows, column("Industry").ok_or("no column Industry")?);
    let regions = values(&rows, column("Region").ok_or("no column Region")?);
    println!("warm-up: {:?}", Industry::find("도금"));
    let start = Instant::now();
    let open = unresolved(&industries, |name| Industry::guess(name).is_some());
    println!("industries: {} rows in {:?}, not resolved {open:?}", industries.len(), start.elapsed());
    let start = Instant::now();
    let open = unresolved(&regions, |name| !matches!(Place::find(name), PlaceFound::Unknown));
    println!("regions: {} rows in {:?}, not resolved {open:?}", regions.len(), start.elapsed());
    let abroad = unresolved(&regions, |name| !matches!(Place::find(name), PlaceFound::Abroad(_)));
    println!("abroad: {abroad:?}");
    Ok(())
}

fn values(rows: &[Vec<String>], column: usize) -> Vec<&str> {
    rows.iter().skip(1).filter_map(|row| row.get(column)).map(String::as_str).collect()
}

fn unresolved<'a>(values: &[&'a str], resolved: impl Fn(&str) -> bool) -> BTreeMap<&'a str, usize> {
    let mut open = BTreeMap::new();
    for value in values.iter().filter(|value| !resolved(value)) {
        *open.entry(*value).or_default() += 1;
    }
    open
}

/// Fields of a CSV line without line breaks inside quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for char in line.trim_start_matches('\u{feff}').chars() {
        match char {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}
