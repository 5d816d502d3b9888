//! Keeps the borders between the rooms of features, by reading the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What a room may not name, and why.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    (
        "rules",
        &[
            "sea_orm",
            "dure_store",
            "axum",
            "maud",
            "dure_web::App",
            "dure_web::Fields",
            "dure_web::Guest",
            "dure_web::Visit",
            "dure_web::{",
            "dure_ui",
            "tokio",
        ],
        "rules are pure",
    ),
    ("access", &["sea_orm", "axum", "maud", "dure_ui"], "access is a table of rows"),
    ("store", &["axum", "maud", "dure_ui", "super::pages", "super::actions"], "a store holds queries alone"),
    ("actions", &["maud", "super::pages", "super::handlers"], "an action knows no page"),
    ("pages", &["sea_orm", "super::store::", "super::actions::"], "a page is given what it shows"),
    (
        "handlers",
        &["sea_orm", "dure_tables", "::store::", "store.write(", ".require("],
        "a handler leaves queries to the store and permission to actions",
    ),
];

/// Rooms that other features may not enter.
const PRIVATE: &[&str] = &["store", "pages", "handlers"];
const NAMELESS: &[&str] = &["utils", "util", "common", "helpers", "helper", "manager", "misc"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => sources(&path, found)?,
            false if path.extension().is_some_and(|ending| ending == "rs") => found.push(path),
            false => {}
        }
    }
    Ok(())
}

/// The floors of the roof, the lowest first; a room names those below it and on its own floor, never one above.
const FLOORS: &[&[&str]] =
    &[&["features"], &["api"], &["house"], &["cli", "demo", "main"], &["testing", "whole"]];
/// Where features live: each folder of these is one.
const HOMES: &[&str] =
    &["talk/src", "people/src", "help/src", "founding/src", "gathering/src", "app/src/features"];
/// Lines that a crate may have, tests included, before it is cut where its own imports are thinnest.
const LINES: usize = 20_000;

fn crates() -> PathBuf {
    root().join("crates")
}

/// A file of a feature.
struct Page {
    feature: String,
    room: String,
    file: PathBuf,
    text: String,
}

/// Every file of every feature.
fn rooms() -> Vec<Page> {
    HOMES.iter().flat_map(|home| rooms_of(&crates().join(home))).collect()
}

fn rooms_of(home: &Path) -> Vec<Page> {
    let mut files = Vec::new();
    sources(home, &mut files).expect("the sources");
    files
        .into_iter()
        .filter_map(|file| {
            let inside = file.strip_prefix(home).ok()?.with_extension("");
            let mut parts = inside.iter().map(|part| part.to_string_lossy().into_owned());
            let (feature, room) = (parts.next()?, parts.next()?);
            let text = fs::read_to_string(&file).expect("a source");
            (feature != "testing").then_some(Page { feature, room, file, text })
        })
        .collect()
}

/// What a path to a feature begins with, in its own crate, in the roof and from other crates.
const WAYS: &[&str] = &[
    "crate::features::",
    "crate::",
    "dure_talk::",
    "dure_people::",
    "dure_help::",
    "dure_founding::",
    "dure_gathering::",
];

/// (feature, what of it is entered) of every path to one of `features` in this line.
fn entered<'a>(line: &'a str, features: &BTreeSet<String>) -> Vec<(&'a str, &'a str)> {
    let word = |text: &'a str| text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next();
    let ways = WAYS.iter().flat_map(|way| line.split(way).skip(1));
    ways.filter_map(|rest| {
        let feature = word(rest)?;
        let inside = rest.strip_prefix(feature)?.strip_prefix("::").and_then(word).unwrap_or_default();
        features.contains(feature).then_some((feature, inside))
    })
    .collect()
}

fn features() -> BTreeSet<String> {
    rooms().into_iter().map(|page| page.feature).collect()
}

/// Lines of code without comments; what follows `#[cfg(test)]` does not count.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines
        .take_while(|(_, line)| {
            line.trim() != "#[cfg(test)]" || text.trim_start().starts_with("#[cfg(test)]")
        })
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn rooms_keep_to_their_task() {
    let mut broken = Vec::new();
    for Page { room, file, text, .. } in rooms() {
        let rules = FORBIDDEN.iter().filter(|(name, ..)| *name == room);
        for (_, names, why) in rules {
            for (at, line) in code(&text) {
                if let Some(name) = names.iter().find(|name| line.contains(**name)) {
                    broken.push(format!("{}:{at}: {name}: {why}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn features_meet_through_actions_alone() {
    let mut broken = Vec::new();
    let features = features();
    for Page { feature, room, file, text } in rooms() {
        if room == "tests" {
            continue;
        }
        for (at, line) in code(&text) {
            let others = entered(line, &features).into_iter().filter(|(other, _)| *other != feature);
            for (_, room) in others.filter(|(_, room)| PRIVATE.contains(room)) {
                broken.push(format!("{}:{at}: {room}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Things within `of` that this text names: `features::firms`, `features::{asks, ledger}`.
fn named(text: &str, of: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect();
    let mut found = BTreeSet::new();
    for rest in text.split(of).skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, sign) in list.char_indices() {
            match sign {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ if start && sign.is_alphabetic() => {
                    found.insert(word(&list[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    found.remove("");
    found
}

/// feature -> features that it names, tests left out.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let features = features();
    let mut arrows = BTreeMap::<String, BTreeSet<String>>::new();
    for Page { feature, room, text, .. } in rooms() {
        let own = arrows.entry(feature.clone()).or_default();
        if room != "tests" {
            let code: String = code(&text).map(|(_, line)| format!("{line}\n")).collect();
            let others = WAYS.iter().flat_map(|way| named(&code, way));
            own.extend(others.filter(|other| *other != feature && features.contains(other)));
        }
    }
    arrows
}

#[test]
fn no_feature_stands_on_itself_by_way_of_others() {
    let mut left = arrows();
    assert!(left.values().map(BTreeSet::len).sum::<usize>() > 20, "the arrows are found: {left:?}");
    // Whoever names none of those that are left is taken away; in a circle nobody can be.
    while let Some(free) =
        left.iter().find(|(_, others)| !others.iter().any(|other| left.contains_key(other)))
    {
        let free = free.0.clone();
        left.remove(&free);
    }
    assert!(left.is_empty(), "in a circle, or above one: {:?}", left.keys());
}

#[test]
fn no_crate_grows_beyond_what_one_can_know() {
    for entry in fs::read_dir(crates()).expect("the crates") {
        let mut files = Vec::new();
        sources(&entry.expect("a crate").path().join("src"), &mut files).expect("the sources");
        let lines = |file: &PathBuf| fs::read_to_string(file).expect("a source").lines().count();
        let all: usize = files.iter().map(lines).sum();
        assert!(
            all <= LINES,
            "{all} lines around {:?}: cut it where its imports are thinnest",
            files.first()
        );
    }
}

fn floor(room: &str) -> usize {
    let found = FLOORS.iter().position(|rooms| rooms.contains(&room));
    found.unwrap_or_else(|| panic!("{room} is on no floor: add it to the table"))
}

#[test]
fn no_room_of_the_roof_names_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files).expect("the sources");
    let mut up = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&root).expect("inside").with_extension("");
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let room = parts[0].as_str();
        if room == "whole" || parts.iter().any(|part| part == "tests") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        let code: String = code(&text).map(|(_, line)| format!("{line}\n")).collect();
        for other in named(&code, "crate::") {
            if floor(&other) > floor(room) {
                up.push(format!("{}: crate::{other}", file.display()));
            }
        }
    }
    assert!(up.is_empty(), "{}", up.join("\n"));
}

/// Crate -> crates of ours that it stands on, as the drawing of the house has them, the lowest first.
fn drawn() -> Vec<(String, BTreeSet<String>)> {
    let drawing = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the drawing");
    let table = drawing.split("| crate | stands on |").nth(1).expect("the table");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let name = cells.next().unwrap_or_default().trim_matches('`').to_owned();
        let on = cells.next().unwrap_or_default().split(", ").filter(|one| *one != "-");
        (name, on.map(str::to_owned).collect())
    })
    .collect()
}

/// The same, as cargo has it; what only tests stand on does not count.
fn built(name: &str) -> BTreeSet<String> {
    let manifest = fs::read_to_string(crates().join(name).join("Cargo.toml")).expect("a manifest");
    let own = manifest.split("[dependencies]").nth(1).unwrap_or_default();
    let own = own.split("\n[").next().unwrap_or_default();
    let ours = own.lines().filter_map(|line| line.strip_prefix("dure-"));
    ours.filter_map(|rest| rest.split(['.', ' ', '=']).next()).map(str::to_owned).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn crates_stand_on_each_other_as_the_drawing_says() {
    let drawn = drawn();
    let there = fs::read_dir(crates()).expect("the crates");
    let there: BTreeSet<String> =
        there.map(|entry| entry.expect("a crate").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, drawn.iter().map(|(name, _)| name.clone()).collect());
    for (at, (name, on)) in drawn.iter().enumerate() {
        assert_eq!(*on, built(name), "{name}: ARCHITECTURE.md, then its Cargo.toml");
        for other in on {
            assert!(drawn[..at].iter().any(|(lower, _)| lower == other), "{name} stands on {other} above it");
        }
    }
}

#[test]
fn every_file_has_a_name_of_its_own() {
    let mut files = Vec::new();
    sources(&crates(), &mut files).expect("the sources");
    let nameless: Vec<_> = files
        .iter()
        .filter(|file| {
            file.iter().any(|part| NAMELESS.contains(&part.to_string_lossy().trim_end_matches(".rs")))
        })
        .collect();
    assert!(nameless.is_empty(), "{nameless:?}");
}

/// `make test` has no `cargo deny` on every machine; what it bans is not in the lock either.
#[test]
fn one_provider_of_cryptography_is_enough() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the lock");
    for banned in ["aws-lc-rs", "aws-lc-sys", "openssl-sys", "native-tls"] {
        assert!(!lock.contains(&format!("name = \"{banned}\"\n")), "{banned} came in");
    }
}
