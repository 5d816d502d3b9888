//! Reasons in a few words.

use dure_help::difficulties::reason_words;
use dure_matching::Reason;
use dure_texts::Lang;
use dure_ui::{headings, reasons};
use maud::Markup;

/// The reasons as chips; nothing where there are none.
pub fn chips(lang: Lang, label: &str, found: &[Reason]) -> Markup {
    let chips: Vec<(String, String)> =
        found.iter().filter(|reason| tells(reason)).map(|reason| reason_words(lang, reason)).collect();
    if chips.is_empty() { headings::nothing() } else { reasons::chips(label, &chips) }
}

/// Whether the reason says why the reader is asked, and not only how the list was weighed.
fn tells(reason: &Reason) -> bool {
    match reason {
        Reason::Words { words, .. } => !words.is_empty(),
        Reason::WantedKind { .. } | Reason::AskedOften { .. } => false,
        _ => true,
    }
}
