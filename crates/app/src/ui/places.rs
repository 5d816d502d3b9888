//! Choosing a place: every city and county under its province.

use dure_domain::Place;
use dure_texts::Lang;

use super::forms::OptionGroup;
use super::words;

/// Whether a whole province may be chosen too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// First in its group.
    Too,
    /// Cities and counties alone.
    Not,
}

/// Provinces with their cities, counties and districts, for [`super::forms::select_grouped`].
pub fn by_province(lang: Lang, whole: Whole) -> Vec<OptionGroup> {
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
