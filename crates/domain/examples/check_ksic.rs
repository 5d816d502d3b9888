//! Compares the project's KSIC table with published lists.
//!
//! `cargo run -p dure-domain --example check_ksic -- DIR`, where DIR holds `ksic11.csv` and
//! `ksic10.csv` with the columns code, name_ko, name_en, level. Exits with 1 on differences in
//! revision 11.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use dure_domain::{Industry, Level};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: check_ksic DIR")?;
    let new = read(&Path::new(&folder).join("ksic11.csv"))?;
    let old = read(&Path::new(&folder).join("ksic10.csv"))?;
    let mut differences = 0;
    for (code, name) in &new {
        match code.parse::<Industry>() {
            Ok(industry) if bare(industry.name_ko()) == bare(name) => {}
            Ok(industry) => {
                report(&mut differences, &format!("{code}: ours {} / list {name}", industry.name_ko()))
            }
            Err(error) => report(&mut differences, &format!("missing {code} {name}: {error}")),
        }
    }
    for level in [Level::Section, Level::Division, Level::Group] {
        let ours = Industry::all(level).map(|industry| industry.to_string());
        ours.filter(|code| !new.contains_key(code))
            .for_each(|code| report(&mut differences, &format!("extra {code}")));
        println!("{level:?}: {} codes", Industry::all(level).count());
    }
    println!("revision 11: {} differences in {} codes", differences, new.len());
    check_old(&old, &new);
    std::process::exit(i32::from(differences > 0));
}

fn report(differences: &mut usize, line: &str) {
    *differences += 1;
    println!("{line}");
}

fn check_old(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) {
    for (code, name) in old {
        let parsed = code.parse::<Industry>();
        if new.get(code).is_none_or(|now| bare(now) != bare(name)) {
            println!("revision 10: {code} {name} -> code {parsed:?}, name {:?}", Industry::guess(name));
        } else if parsed.is_err() || Industry::guess(name).is_none() {
            println!("revision 10: {code} {name} is not read");
        }
    }
}

/// Codes and names of sections, divisions and groups.
fn read(path: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = text.lines().skip(1).filter_map(|line| {
        let (code, rest) = line.split_once(',')?;
        let name = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?.0,
            None => rest.split_once(',')?.0,
        };
        (code.len() <= 3).then(|| (code.to_owned(), name.to_owned()))
    });
    Ok(rows.collect())
}

/// Without spacing, range of codes and the kind of dot.
fn bare(name: &str) -> String {
    let name = name.split_once('(').map_or(name, |(before, _)| before);
    name.chars().filter(|char| !char.is_whitespace() && !"ㆍ·․,;".contains(*char)).collect()
}
