//! Reasons in the reader's language.

use dure_matching::{Reason, SharedWord, topic_name};
use dure_texts::{Lang, helpers as texts};
use dure_ui::reasons::Part;
use maud::html;

/// Words shown of those that are shared.
const WORDS: usize = 4;

/// A reason as (what kind it is, what it says).
pub fn worded(lang: Lang, reason: &Reason) -> (String, String) {
    let (kind, words) = match reason {
        Reason::Words { words, .. } => (texts::reason_words(lang), shared(lang, words)),
        Reason::Topic { topic, asked, found, .. } => {
            (texts::reason_topic(lang), topic_words(lang, topic, asked, found))
        }
        Reason::SameIndustry { digits, .. } => {
            (texts::reason_industry(lang), industry(lang, *digits).to_owned())
        }
        Reason::Near { km, same_district, .. } => (texts::reason_near(lang), near(lang, *km, *same_district)),
        Reason::OpenToYou { .. } => (texts::reason_open(lang), texts::open_to_you(lang).to_owned()),
        Reason::WantedKind { .. } => (texts::reason_wanted(lang), texts::wanted_kind(lang).to_owned()),
        Reason::SolvedBefore { times, .. } => {
            (texts::reason_record(lang), texts::solved_before(lang, *times))
        }
        Reason::AskedOften { times, .. } => (texts::reason_load(lang), texts::asked_often(lang, *times)),
    };
    (kind.to_owned(), words)
}

/// The same reason as a part of the score.
pub fn part(lang: Lang, reason: &Reason) -> Part {
    let (kind, words) = worded(lang, reason);
    Part {
        kind: colour(reason),
        words: html! { b { (kind) } " " (words) },
        points: reason.points() as f64 / 1_000.0,
    }
}

/// The colour of each kind of reason, the same on every screen.
const fn colour(reason: &Reason) -> u8 {
    match reason {
        Reason::Words { .. } => 1,
        Reason::Topic { .. } => 2,
        Reason::SameIndustry { .. } => 3,
        Reason::Near { .. } => 4,
        Reason::OpenToYou { .. } | Reason::WantedKind { .. } => 5,
        Reason::SolvedBefore { .. } | Reason::AskedOften { .. } => 6,
    }
}

/// `받침쇠, 녹→녹물`; without a word to show, that traces of many agree.
fn shared(lang: Lang, words: &[SharedWord]) -> String {
    // Bare numbers count a little, but tell a reader nothing.
    let telling = || words.iter().filter(|word| !word.asked.chars().all(|sign| sign.is_ascii_digit()));
    if telling().next().is_none() {
        return texts::traces(lang).to_owned();
    }
    let one = |word: &SharedWord| {
        if word.asked == word.found { word.asked.clone() } else { format!("{}→{}", word.asked, word.found) }
    };
    telling().take(WORDS).map(one).collect::<Vec<_>>().join(", ")
}

/// `도금 (녹→아연도금)`.
fn topic_words(lang: Lang, topic: &str, asked: &str, found: &str) -> String {
    let name = topic_name(topic).map_or(topic, |name| match lang {
        Lang::Ko => name.korean,
        Lang::En => &name.english,
        Lang::Ja => &name.japanese,
    });
    match found {
        "" => texts::topic_by_industry(lang, name, asked),
        found if found == asked => name.to_owned(),
        found => texts::topic(lang, name, asked, found),
    }
}

const fn industry_words(digits: u8) -> fn(Lang) -> &'static str {
    match digits {
        5.. => texts::industry_same,
        4 => texts::industry_nearly,
        3 => texts::industry_close,
        _ => texts::industry_field,
    }
}

fn industry(lang: Lang, digits: u8) -> &'static str {
    industry_words(digits)(lang)
}

fn near(lang: Lang, km: Option<u32>, same_district: bool) -> String {
    match (km, same_district) {
        (_, true) => texts::near_district(lang).to_owned(),
        (Some(km), false) => texts::near_km(lang, km),
        (None, false) => texts::near_province(lang).to_owned(),
    }
}
