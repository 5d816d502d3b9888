//! Choosing a place: every city and county under its province.

use dure_domain::Place;
use dure_texts::Lang;
use maud::Markup;

use super::faulty::Faulty;
use super::forms::{self, OptionGroup};
use super::words;

/// Whether a whole province may be chosen too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// First in its group.
    Too,
    /// Cities and counties alone.
    Not,
}

/// The field `place_code` of a form, which may stay empty: `nowhere` says what that means.
pub fn chooser(
    faulty: &Faulty,
    whole: Whole,
    label: &str,
    hint: &str,
    nowhere: &str,
    chosen: &str,
) -> Markup {
    let field = faulty.optional("place_code", label, hint);
    forms::select_grouped(&field, ("", nowhere), &by_province(faulty.lang(), whole), chosen)
}

/// Provinces with their cities, counties and districts.
fn by_province(lang: Lang, whole: Whole) -> Vec<OptionGroup> {
    let inside = |province: Place| {
        let first = (whole == Whole::Too).then_some(province);
        let below = Place::municipalities().filter(move |place| place.province() == province);
        first.into_iter().chain(below).map(|place| (place.to_string(), name(lang, place))).collect()
    };
    Place::provinces().map(|province| (words::place(lang, province).to_owned(), inside(province))).collect()
}

/// A district bears the name of its city too: there is a Jung-gu in many.
fn name(lang: Lang, place: Place) -> String {
    match place.city() {
        Some(city) => format!("{} {}", words::place(lang, city), words::place(lang, place)),
        None => words::place(lang, place).to_owned(),
    }
}
