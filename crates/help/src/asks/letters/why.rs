//! Why this helper: the reasons of the ranking, so that who is asked sees that it is no chain letter.

use std::collections::BTreeMap;

use dure_domain::HelperKind;
use dure_matching::{Document, Kind, Kinds, Reason};
use dure_tables::difficulties;
use dure_texts::{Lang, asks as texts};
use dure_web::App;

use crate::asks::rules::Helper;
use crate::difficulty::question::{Question, Reader};

/// Words that are named to a helper at most.
const MOST_WORDS: usize = 4;
/// Reasons that a letter names at most, strongest first: more than that nobody reads.
const MOST_REASONS: usize = 4;
/// Helpers that are looked at when one names somebody else.
const MOST_RANKED: usize = 24;

/// Reasons for each helper.
#[derive(Debug, Clone, Default)]
pub struct Why(BTreeMap<Helper, Vec<Reason>>);

impl Why {
    /// Looks these helpers up in the ranking of the difficulty.
    pub fn of(app: &App, difficulty: &difficulties::Model, helpers: &[Helper]) -> Self {
        if helpers.is_empty() {
            return Self::default();
        }
        let keys: Vec<u128> = helpers.iter().map(|helper| helper.key.as_u128()).collect();
        let these = |document: &Document| keys.contains(&document.id.0);
        let found = ranked(app, difficulty, helpers.len(), &these);
        Self(found.into_iter().collect())
    }

    /// The helpers that suit a difficulty, best first.
    pub fn ranking(app: &App, difficulty: &difficulties::Model) -> Vec<Helper> {
        let found = ranked(app, difficulty, MOST_RANKED, &|_| true);
        found.into_iter().map(|(helper, _)| helper).collect()
    }

    /// The reasons for one helper, in words; empty when there are none to name.
    pub fn words(&self, lang: Lang, helper: Helper) -> Vec<String> {
        let reasons = self.0.get(&helper).into_iter().flatten();
        reasons.filter_map(|reason| worded(lang, reason)).take(MOST_REASONS).collect()
    }
}

fn ranked(
    app: &App,
    difficulty: &difficulties::Model,
    limit: usize,
    these: &(dyn Fn(&Document) -> bool + Send + Sync),
) -> Vec<(Helper, Vec<Reason>)> {
    let question = Question::of(app, difficulty, Reader::Helper);
    let ranking = question
        .put(|query| app.search.index().rank(&query.kinds(Kinds::HELPERS).limit(limit).filter(these)));
    let found = ranking.matches.into_iter().filter_map(|one| {
        Some((Helper { kind: helper_kind(one.kind)?, key: uuid::Uuid::from_u128(one.id.0) }, one.reasons))
    });
    found.collect()
}

const fn helper_kind(kind: Kind) -> Option<HelperKind> {
    Some(match kind {
        Kind::Firm => HelperKind::Firm,
        Kind::Resource => HelperKind::Resource,
        Kind::Expert => HelperKind::Expert,
        Kind::Programme => HelperKind::Programme,
        Kind::Case => HelperKind::Case,
        _ => return None,
    })
}

fn worded(lang: Lang, reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::Words { words, .. } if !words.is_empty() => {
            let found: Vec<&str> =
                words.iter().map(|word| word.found.as_str()).filter(|word| says_something(word)).collect();
            if found.is_empty() {
                return None;
            } else {
                texts::why_words(lang, found[..found.len().min(MOST_WORDS)].join(", "))
            }
        }
        Reason::Topic { asked, found, .. } if !found.is_empty() && asked != found => {
            texts::why_topic(lang, asked, found)
        }
        Reason::Near { same_district: true, .. } => texts::why_same_district(lang).to_owned(),
        Reason::Near { km: Some(km), .. } => texts::why_near(lang, *km),
        Reason::SolvedBefore { times, .. } => texts::why_solved(lang, *times),
        Reason::OpenToYou { .. } => texts::why_open(lang).to_owned(),
        _ => return None,
    })
}

/// Bare numbers and single letters may have counted, but they convince nobody.
fn says_something(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().any(char::is_alphabetic)
}
