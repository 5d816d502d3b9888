//! Pages of firms.

pub mod edit;
pub mod list;

use dure_domain::Place;
use dure_texts::{Lang, firms as texts};
use dure_ui::words;

/// A firm's industry in words, as well as the firm itself has put it.
pub fn industry_words(lang: Lang, code: Option<&str>, own: &str) -> String {
    let official = code.and_then(|code| words::industry(lang, code));
    match (official, own.trim()) {
        (Some(name), _) => name.to_owned(),
        (None, own) => own.to_owned(),
    }
}

/// `원주시`, with the distance where it is known: `원주시 · 12km`.
fn place_words(lang: Lang, place: Option<Place>, distance_km: Option<f64>) -> Option<String> {
    let name = words::place(lang, place?);
    Some(match distance_km {
        Some(km) if km >= 1.0 => texts::place_away(lang, name, km.round() as i64),
        Some(_) => texts::place_same(lang, name),
        None => name.to_owned(),
    })
}
