//! Keeps the borders between the rooms of features, by reading the sources.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What a room may not name, and why.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    ("rules", &["sea_orm", "dure_store", "axum", "maud", "dure_web", "dure_ui", "tokio"], "rules are pure"),
    ("access", &["sea_orm", "axum", "maud", "dure_ui"], "access is a table of rows"),
    ("store", &["axum", "maud", "dure_ui", "super::pages", "super::actions"], "a store holds queries alone"),
    ("actions", &["maud", "super::pages", "super::handlers"], "an action knows no page"),
    ("pages", &["sea_orm", "super::store::", "super::actions::"], "a page is given what it shows"),
    ("handlers", &["sea_orm", "dure_tables"], "a handler leaves queries to the store"),
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

/// The floors of the house, the lowest first; a room names those below it and on its own floor, never one above.
const FLOORS: &[&[&str]] =
    &[&["features", "accounts"], &["api"], &["house"], &["cli", "demo", "main"], &["testing", "whole"]];
/// (feature, room, file, text) of every file of every feature.
fn rooms() -> Vec<(String, String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/features");
    let mut files = Vec::new();
    sources(&root, &mut files).expect("the sources");
    files
        .into_iter()
        .filter_map(|file| {
            let inside = file.strip_prefix(&root).ok()?.with_extension("");
            let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            let text = fs::read_to_string(&file).expect("a source");
            Some((parts.first()?.clone(), parts.get(1)?.clone(), file, text))
        })
        .collect()
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
    for (_, room, file, text) in rooms() {
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
    for (feature, room, file, text) in rooms() {
        if room == "tests" {
            continue;
        }
        for (at, line) in code(&text) {
            for named in line.split("features::").skip(1) {
                let mut parts = named.split("::");
                let other = parts.next().unwrap_or_default();
                let entered = parts.next().unwrap_or_default();
                let entered = entered.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next();
                if other != feature && entered.is_some_and(|room| PRIVATE.contains(&room)) {
                    broken.push(format!("{}:{at}: {}", file.display(), line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn floor(room: &str) -> usize {
    let found = FLOORS.iter().position(|rooms| rooms.contains(&room));
    found.unwrap_or_else(|| panic!("{room} is on no floor: add it to the table"))
}

/// Rooms of the crate that this text names: `dure_web::mail`, `crate::{jobs, search}`.
fn named(text: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect();
    let mut rooms = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => drop(rooms.insert(word(rest))),
            Some(list) => {
                let (mut depth, mut start) = (0, true);
                for (at, sign) in list.char_indices() {
                    match sign {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        _ if start && sign.is_alphabetic() => {
                            rooms.insert(word(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    rooms.remove("");
    rooms
}

#[test]
fn no_room_names_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files).expect("the sources");
    let mut up = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&root).expect("inside").with_extension("");
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let room = parts[0].as_str();
        if parts.iter().any(|part| part == "tests") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        let code: String = code(&text).map(|(_, line)| format!("{line}\n")).collect();
        for other in named(&code).into_iter() {
            if floor(&other) > floor(room) {
                up.push(format!("{}: crate::{other}", file.display()));
            }
        }
    }
    assert!(up.is_empty(), "{}", up.join("\n"));
}

#[test]
fn every_file_has_a_name_of_its_own() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files).expect("the sources");
    let nameless: Vec<_> = files
        .iter()
        .filter(|file| {
            file.iter().any(|part| NAMELESS.contains(&part.to_string_lossy().trim_end_matches(".rs")))
        })
        .collect();
    assert!(nameless.is_empty(), "{nameless:?}");
}
