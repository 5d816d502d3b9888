//! The permission table as a document, so that it can be read in one piece.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{env, fs};

use dure_web::access::Relation;

use crate::house::house;

const AT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.md");
const HEAD: &str = "# Who may do what

Every route has a row of this table; a row names the relations to a thing that allow the action, and
any one of them is enough. The same row limits lists. Written by a test from `house().routes`:

    DURE_WRITE_DOCS=1 cargo nextest run -p dure whole::access::table

";

/// What a relation means, in the order of the columns' legend.
const MEANINGS: &[(Relation, &str)] = &[
    (Relation::Anyone, "no sign-in needed"),
    (Relation::SignedIn, "signed in"),
    (Relation::Federation, "of the thing's federation"),
    (Relation::Audience, "whom the thing's own visibility names"),
    (Relation::Group, "member of one of the thing's groups, through the firm or an office"),
    (Relation::OwnFirm, "of the thing's firm"),
    (Relation::Speaker, "delegate or deputy of the thing's firm"),
    (Relation::Oneself, "the thing is about, or by, this person"),
    (Relation::Asked, "asked to help with the thing"),
    (Relation::Chair, "chair of one of the thing's groups"),
    (Relation::Secretary, "secretary of one of the thing's groups"),
    (Relation::Official, "official who attends groups of the thing's federation"),
    (Relation::Staff, "staff of the thing's federation"),
    (Relation::Operator, "operator of the installation"),
];

fn document() -> String {
    let mut rows: BTreeMap<&str, (&[Relation], Vec<String>)> = BTreeMap::new();
    for route in house().routes.list() {
        let (_, paths) = rows.entry(route.row.action).or_insert((route.row.who, Vec::new()));
        paths.push(format!("`{} {}`", route.method, route.path));
    }
    let mut text = HEAD.to_owned();
    text.push_str("| action | who | routes |\n| --- | --- | --- |\n");
    for (action, (who, mut paths)) in rows {
        paths.sort();
        let who: Vec<String> = who.iter().map(|relation| format!("{relation:?}")).collect();
        let _ = writeln!(text, "| {action} | {} | {} |", who.join(", "), paths.join("<br>"));
    }
    text.push_str("\n| relation | holds for whoever is |\n| --- | --- |\n");
    for (relation, meaning) in MEANINGS {
        let _ = writeln!(text, "| {relation:?} | {meaning} |");
    }
    text
}

#[test]
fn every_relation_is_explained() {
    for route in house().routes.list() {
        for relation in route.row.who {
            assert!(MEANINGS.iter().any(|(known, _)| known == relation), "{relation:?} is not explained");
        }
    }
}

#[test]
fn the_document_is_up_to_date() {
    let now = document();
    if env::var_os("DURE_WRITE_DOCS").is_some() {
        fs::write(AT, &now).expect("docs/access.md");
    }
    let kept = fs::read_to_string(AT).unwrap_or_default();
    let hint = "docs/access.md is behind the routes: DURE_WRITE_DOCS=1 cargo nextest run -p dure whole::access::table";
    assert!(kept == now, "{hint}");
}
