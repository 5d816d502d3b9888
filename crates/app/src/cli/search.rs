//! `dure search`: finds in the whole database what answers to a few words.

use dure_domain::{CaseId, DifficultyId, ExpertId, FirmId, GroupId, PersonId, ProgrammeId, ResourceId};
use dure_matching::{Found, Index, Kind, Kinds, Search};
use dure_texts::{Lang, cli, words};
use dure_web::search;
use serde_json::{Value, json};

use crate::cli::{Done, Global, open_store};
use crate::features::seek::rules;
use crate::house::house;

const KINDS: [(&str, Kind); 8] = [
    ("firm", Kind::Firm),
    ("resource", Kind::Resource),
    ("expert", Kind::Expert),
    ("programme", Kind::Programme),
    ("case", Kind::Case),
    ("group", Kind::Group),
    ("person", Kind::Person),
    ("difficulty", Kind::Difficulty),
];

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "WORDS", required = true, num_args = 1.., value_parser = crate::cli::typed)]
    words: Vec<String>,
    #[arg(long, value_name = "KIND", value_parser = KINDS.map(|(word, _)| word))]
    kind: Vec<String>,
    #[arg(long, default_value_t = 20, value_name = "N")]
    limit: usize,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::search_about(lang))
        .mut_arg("words", |arg| arg.help(cli::search_words(lang)))
        .mut_arg("kind", |arg| arg.help(cli::search_kind(lang)))
        .mut_arg("limit", |arg| arg.help(cli::search_limit(lang)))
}

/// Searches and prints what was found, the best first.
pub async fn run(global: &Global, args: Args) -> Done {
    let store = open_store(global).await?;
    let index = search::index_of(store.read(), &house().sources).await?;
    store.close().await?;
    let typed = args.words.join(" ");
    let wanted: Vec<Kind> = KINDS
        .iter()
        .filter(|(word, _)| args.kind.iter().any(|kind| kind == word))
        .map(|(_, kind)| *kind)
        .collect();
    let kinds = if wanted.is_empty() { Kinds::ALL } else { Kinds::of(&wanted) };
    let mut found = index.search(&Search::new(&typed).kinds(kinds).limit(args.limit));
    if found.iter().any(|one| one.complete) {
        found.retain(|one| one.complete);
    }
    let lines: Vec<String> = found.iter().filter_map(|one| line(global.lang, &index, one, &typed)).collect();
    let text =
        if lines.is_empty() { cli::search_nothing(global.lang, typed.as_str()) } else { lines.join("\n") };
    let hits: Vec<Value> = found.iter().filter_map(|one| as_json(&index, one)).collect();
    global.print(text, &json!({ "words": typed, "found": hits }));
    Ok(())
}

/// `회원사  대관령도금 — 아연도금, 니켈도금 …`
fn line(lang: Lang, index: &Index, found: &Found, typed: &str) -> Option<String> {
    let document = index.get(found.id)?;
    let excerpt = rules::excerpt(&document.text, &rules::words(typed));
    let rest = if excerpt.is_empty() { String::new() } else { format!(" — {excerpt}") };
    Some(format!("{}  {}{rest}", kind_words(lang, found.kind), document.title))
}

fn as_json(index: &Index, found: &Found) -> Option<Value> {
    let document = index.get(found.id)?;
    Some(json!({
        "kind": found.kind,
        "id": id_of(found),
        "title": document.title,
        "text": document.text,
        "complete": found.complete,
        "score": found.score,
    }))
}

fn id_of(found: &Found) -> String {
    let key = found.id.0;
    match found.kind {
        Kind::Firm => FirmId::from_key(key).to_string(),
        Kind::Resource => ResourceId::from_key(key).to_string(),
        Kind::Expert => ExpertId::from_key(key).to_string(),
        Kind::Programme => ProgrammeId::from_key(key).to_string(),
        Kind::Case => CaseId::from_key(key).to_string(),
        Kind::Person => PersonId::from_key(key).to_string(),
        Kind::Group => GroupId::from_key(key).to_string(),
        Kind::Difficulty | Kind::Other => DifficultyId::from_key(key).to_string(),
    }
}

fn kind_words(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => words::firm(lang),
        Kind::Resource => words::resource(lang),
        Kind::Expert => words::helper_expert(lang),
        Kind::Programme => words::programme(lang),
        Kind::Case => words::case(lang),
        Kind::Person => words::person(lang),
        Kind::Group => words::group(lang),
        Kind::Difficulty | Kind::Other => words::difficulty(lang),
    }
}
