//! Pages of groups.

pub mod edit;
pub mod list;
pub mod members;
pub mod offices;
pub mod roster;

use dure_texts::Lang;
use dure_ui::words;

use crate::groups::rules;
/// A slot by the name of its industry, with what tells it from the group's other seats of that industry.
pub fn slot_name(lang: Lang, slot: &str) -> String {
    let name = rules::industry_of_slot(slot).map(|industry| words::industry_name(lang, industry));
    let Some(name) = name.filter(|name| !name.is_empty()) else { return slot.to_owned() };
    match slot.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches('-') {
        "" => name.to_owned(),
        part => format!("{name} ({part})"),
    }
}
