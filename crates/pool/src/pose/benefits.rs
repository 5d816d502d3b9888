//! What firms are worth to each other, from their texts.

use dure_formation::Problem;
use dure_matching::{DocId, Document, Index, Kind, Match, Query, Reason};
use rayon::prelude::*;

use super::texts::{basis, needed, offered};
use crate::distance::Distances;
use crate::firm::{Firm, FirmNo};
use crate::link::{Basis, Link};

/// How many firms that offer something are kept for each firm that needs something.
const KEPT_PER_FIRM: usize = 48;
/// Words shown of a link.
const SHOWN_WORDS: usize = 4;
/// Millipoints of the texts that make one point of benefit.
const MILLIPOINTS_PER_POINT: i64 = 2_500;

pub(super) fn find(firms: &[Firm], problem: &Problem, distances: &Distances) -> (Vec<Link>, Basis) {
    let documents = (0..).zip(firms).filter(|(_, firm)| !offered(firm).trim().is_empty());
    let index = Index::build(documents.map(|(number, firm)| document(number, firm)));
    let numbers: Vec<FirmNo> = (0..firms.len() as FirmNo).collect();
    let mut links: Vec<Link> =
        numbers.par_iter().flat_map_iter(|to| links_to(*to, firms, &index, problem, distances)).collect();
    links.sort_by_key(|link| (link.from, link.to));
    (links, basis(firms))
}

fn document(number: FirmNo, firm: &Firm) -> Document {
    let document = Document::new(DocId(number.into()), Kind::Firm, "").text(offered(firm));
    match firm.industries.first() {
        Some(industry) => document.industry(industry.to_string()),
        None => document,
    }
}

fn links_to(
    to: FirmNo,
    firms: &[Firm],
    index: &Index,
    problem: &Problem,
    distances: &Distances,
) -> Vec<Link> {
    let firm = &firms[to as usize];
    let text = needed(firm);
    if text.trim().is_empty() {
        return Vec::new();
    }
    let classes = &problem.firms[to as usize].classes;
    let may_meet = |document: &Document| {
        let from = document.id.0 as FirmNo;
        let other = &problem.firms[from as usize].classes;
        from != to
            && !classes.iter().any(|class| other.contains(class))
            && distances.near(problem.radius, from, to)
    };
    let code = firm.industries.first().map(ToString::to_string).unwrap_or_default();
    let query = Query::new("", text).limit(KEPT_PER_FIRM).filter(&may_meet);
    let query = if code.is_empty() { query } else { query.industry(&code) };
    let said = !firm.needs.trim().is_empty();
    index.rank(&query).matches.into_iter().filter_map(|found| link(found, to, said)).collect()
}

/// A link of what was matched; none if nothing can be named. Only what can be named counts.
fn link(found: Match, to: FirmNo, said: bool) -> Option<Link> {
    let from = found.id.0 as FirmNo;
    let mut named: Vec<(i64, String, String)> = Vec::new();
    for reason in found.reasons {
        match reason {
            Reason::Words { words, .. } => {
                named.extend(words.into_iter().map(|word| (word.points, word.found, word.asked)));
            }
            Reason::Topic { asked, found, points, .. } if !found.is_empty() => {
                named.push((points, found, asked));
            }
            _ => {}
        }
    }
    named.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let millipoints: i64 = named.iter().map(|(points, ..)| points).sum();
    let points = (millipoints / MILLIPOINTS_PER_POINT).min(10);
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    for (_, word, asked) in named {
        if words.len() < SHOWN_WORDS && !words.contains(&word) {
            words.push(word);
            wanted.push(asked);
        }
    }
    (points > 0 && !words.is_empty()).then_some(Link { from, to, points, words, wanted, said })
}
