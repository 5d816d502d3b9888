//! Pages and styles stay together: every class that a page names is styled, and nothing asks the
//! browser for what the content policy forbids.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// All files below a folder that end like this.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// Names after each dot of the style sheets.
fn styled(sheets: &str) -> BTreeSet<&str> {
    sheets
        .split('.')
        .skip(1)
        .map(|rest| rest.split(|letter| !is_name(letter)).next().unwrap_or_default())
        .collect()
}

/// Classes named by `class="..."` and by the first text of `class={ "..." ... }`; one that ends with
/// a dash is the beginning of several.
fn named(source: &str) -> impl Iterator<Item = &str> {
    let after = source
        .split("class=")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches(['{', ' ']).strip_prefix('"'));
    after.filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Sources of the crates that make pages.
fn pages() -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for part in fs::read_dir(root().join("crates"))? {
        let sources = part?.path().join("src");
        if sources.is_dir() {
            found.extend(files(&sources, "rs")?);
        }
    }
    Ok(found)
}

#[test]
fn every_class_is_styled() -> io::Result<()> {
    let mut sheets = String::new();
    for sheet in files(&root().join("ui/src/styles"), "css")? {
        sheets.push_str(&fs::read_to_string(sheet)?);
    }
    let styled = styled(&sheets);
    let known = |class: &str| {
        styled.contains(class) || (class.ends_with('-') && styled.iter().any(|name| name.starts_with(class)))
    };
    for path in pages()? {
        let source = fs::read_to_string(&path)?;
        for class in named(&source).filter(|class| class.chars().all(is_name)) {
            assert!(known(class), "{} names the class {class:?}, which no style sheet knows", path.display());
        }
    }
    Ok(())
}

/// Letters are no pages: mail programs know no style sheets.
fn is_page(path: &Path) -> bool {
    !path.ends_with("whole/styles.rs") && !path.components().any(|part| part.as_os_str() == "mail")
}

#[test]
fn no_page_needs_inline_styles_or_scripts() -> io::Result<()> {
    for path in pages()?.into_iter().filter(|path| is_page(path)) {
        let source = fs::read_to_string(&path)?;
        for forbidden in
            [" style=\"", " style={", " style=(", " onclick=", " onsubmit=", " onchange=", "hx-on"]
        {
            assert!(!source.contains(forbidden), "{} has {forbidden:?}", path.display());
        }
    }
    Ok(())
}
