//! Turns `texts/{ko,en,ja}/*.ftl` into functions, and fails the build when a translation is missing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/completeness.rs"]
#[allow(dead_code)]
mod completeness;

use completeness::Messages;

const LANGS: [&str; 3] = ["ko", "en", "ja"];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../texts");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut faults = Vec::new();
    let mut code = String::from("/// The texts of all files as written: Korean, English, Japanese.\n");
    let mut modules = String::new();
    let files = names(&root.join("ko"));
    let _ = writeln!(code, "pub(crate) static SOURCES: [[&str; 3]; {}] = [", files.len());
    for (index, file) in files.iter().enumerate() {
        let paths = LANGS.map(|lang| root.join(lang).join(format!("{file}.ftl")));
        let _ = writeln!(
            code,
            "    [{}],",
            paths.iter().map(|path| format!("include_str!({path:?})")).collect::<Vec<_>>().join(", ")
        );
        for path in &paths {
            println!("cargo:rerun-if-changed={}", path.display());
        }
        module(&mut modules, index, file, &paths, &mut faults);
    }
    for lang in &LANGS[1..] {
        for extra in names(&root.join(lang)).iter().filter(|file| !files.contains(file)) {
            faults.push(format!("texts/{lang}/{extra}.ftl: there is no Korean file of this name"));
        }
    }
    if !faults.is_empty() {
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
    code.push_str("];\n");
    code.push_str(&modules);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("texts.rs");
    if let Err(error) = fs::write(&out, code) {
        println!("cargo::error=cannot write {}: {error}", out.display());
        process::exit(1);
    }
}

/// Names of the `.ftl` files in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".ftl")?.to_owned()))
        .collect();
    names.sort();
    names
}

/// Appends the module of one file, or notes its faults.
fn module(code: &mut String, index: usize, file: &str, paths: &[PathBuf; 3], faults: &mut Vec<String>) {
    let mut read = Vec::new();
    for (lang, path) in LANGS.iter().zip(paths) {
        let text = fs::read_to_string(path).map_err(|_| "this file is missing: translate it".to_owned());
        match text.and_then(|text| completeness::read(&text)) {
            Ok(messages) => read.push(messages),
            Err(why) => faults.push(format!("texts/{lang}/{file}.ftl: {why}")),
        }
    }
    let [korean, english, japanese] = read.as_slice() else { return };
    for (lang, translation) in [("en", english), ("ja", japanese)] {
        let found = completeness::differences(korean, translation);
        faults.extend(found.into_iter().map(|why| format!("texts/{lang}/{file}.ftl: {why}")));
    }
    if faults.is_empty() {
        let name = rust_name(file);
        let _ = writeln!(
            code,
            "/// Texts of `{file}.ftl`.\npub mod {name} {{\n    use crate::{{Arg, Lang}};\n    #[allow(unused_imports)]\n    use Lang::{{En, Ja, Ko}};"
        );
        let source = |key: &str| function(index, key, korean, english, japanese);
        korean.keys().for_each(|key| code.push_str(&source(key)));
        code.push_str("    #[allow(unused)]\n    fn uses(_: Arg) {}\n}\n");
    }
}

fn function(index: usize, key: &str, korean: &Messages, english: &Messages, japanese: &Messages) -> String {
    let name = rust_name(key);
    let (ko, en, ja) = (&korean[key], &english[key], &japanese[key]);
    if let (Some(ko), Some(en), Some(ja)) = (&ko.plain, &en.plain, &ja.plain) {
        return format!(
            "    /// {}\n    pub const fn {name}(lang: Lang) -> &'static str {{\n        match lang {{ Ko => {ko:?}, En => {en:?}, Ja => {ja:?} }}\n    }}\n",
            ko.replace('\n', " ")
        );
    }
    let parameters: String =
        ko.variables.iter().map(|variable| format!(", {}: impl Into<Arg>", rust_name(variable))).collect();
    let arguments: String = ko
        .variables
        .iter()
        .map(|variable| format!("({variable:?}, {}.into()), ", rust_name(variable)))
        .collect();
    format!(
        "    /// `{key}`\n    pub fn {name}(lang: Lang{parameters}) -> String {{\n        crate::format(lang, {index}, {key:?}, [{arguments}])\n    }}\n"
    )
}

fn rust_name(key: &str) -> String {
    let name = key.replace('-', "_");
    let keywords = [
        "type", "use", "move", "match", "where", "as", "for", "in", "loop", "mod", "ref", "self", "static",
        "super", "trait", "true", "false", "while", "yield", "box", "do", "final", "if", "else", "return",
        "break", "continue", "fn", "let", "pub", "impl", "enum", "const", "crate", "dyn", "struct", "try",
        "abstract", "become", "macro", "override", "priv", "typeof", "unsized", "virtual", "async", "await",
        "extern", "mut", "unsafe", "gen",
    ];
    if keywords.contains(&name.as_str()) { format!("{name}_") } else { name }
}
