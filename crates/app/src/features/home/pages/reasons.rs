//! Reasons in a few words.

use dure_matching::Reason;
use dure_texts::{Lang, home as texts};
use maud::Markup;

use crate::ui::{headings, reasons};

/// The reasons as chips; nothing where there are none.
pub fn chips(lang: Lang, label: &str, found: &[Reason]) -> Markup {
    let chips: Vec<(String, String)> = found.iter().filter_map(|reason| chip(lang, reason)).collect();
    if chips.is_empty() { headings::nothing() } else { reasons::chips(label, &chips) }
}

fn chip(lang: Lang, reason: &Reason) -> Option<(String, String)> {
    let (kind, words) = match reason {
        Reason::Words { words, .. } => {
            let named: Vec<String> = words.iter().take(3).map(|word| format!("‘{}’", word.found)).collect();
            (texts::why_words(lang), (!named.is_empty()).then(|| named.join(", "))?)
        }
        Reason::Topic { asked, found, .. } => {
            let words = match (asked.as_str(), found.as_str()) {
                ("", _) => return None,
                (asked, "") => format!("‘{asked}’"),
                (asked, found) if asked == found => format!("‘{asked}’"),
                (asked, found) => format!("‘{asked}’ → ‘{found}’"),
            };
            (texts::why_topic(lang), words)
        }
        Reason::SameIndustry { .. } => (texts::why_industry(lang), texts::why_industry_same(lang).to_owned()),
        Reason::Near { same_district: true, .. } => {
            (texts::why_near(lang), texts::why_near_same(lang).to_owned())
        }
        Reason::Near { km, .. } => (texts::why_near(lang), dure_texts::words::km(lang, i64::from((*km)?))),
        Reason::OpenToYou { .. } => (texts::why_open(lang), texts::why_open_region(lang).to_owned()),
        Reason::SolvedBefore { times, .. } => {
            (texts::why_solved(lang), texts::why_solved_times(lang, i64::from(*times)))
        }
        Reason::WantedKind { .. } | Reason::AskedOften { .. } => return None,
    };
    Some((kind.to_owned(), words))
}
