//! Pages of groups.

pub mod edit;
pub mod list;
pub mod members;
pub mod offices;

use dure_texts::Lang;
use dure_ui::words;

use crate::groups::rules;

/// A slot by the name of its industry; as it stands where it has none.
pub fn slot_words(lang: Lang, slot: &str) -> String {
    match rules::industry_of_slot(slot).map(|industry| words::industry_name(lang, industry)) {
        Some(name) if !name.is_empty() => format!("{name} ({slot})"),
        _ => slot.to_owned(),
    }
}
