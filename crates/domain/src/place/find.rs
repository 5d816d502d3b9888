//! From a written address to a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Place, PlaceFound, table};

/// Short, former and other names of provinces and cities with their code, separated by a tab.
const FORMER: &str = include_str!("../../data/place_names.tsv");
/// Countries and territories: the Korean name, then other spellings, separated by tabs.
const COUNTRIES: &str = include_str!("../../data/countries.tsv");

static NAMES: LazyLock<HashMap<String, Vec<Place>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<Place>> = HashMap::new();
    let mut add = |name: &str, place| {
        let places = names.entry(name.to_lowercase()).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    };
    for row in table::rows() {
        add(row.ko, row.place);
        add(row.en, row.place);
        if let Some(short) = short(row.ko).filter(|_| !row.place.is_province()) {
            add(short, row.place);
        }
        if let Some((short, _)) = row.en.rsplit_once('-') {
            add(short, row.place);
        }
    }
    for (name, code) in FORMER.lines().filter_map(|line| line.split_once('\t')) {
        code.parse().into_iter().for_each(|place| add(name, place));
    }
    names
});

static ABROAD: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let spellings = |line: &'static str| {
        let country = line.split('\t').next().unwrap_or(line);
        line.split('\t').map(move |name| (joined(name), country))
    };
    COUNTRIES.lines().flat_map(spellings).collect()
});

/// The name without 시, 군 or 구, where two syllables or more are left.
fn short(name: &str) -> Option<&str> {
    name.strip_suffix(['시', '군', '구']).filter(|short| short.chars().count() >= 2)
}

/// Letters only, in lower case.
fn joined(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// See [`Place::find`].
pub(super) fn find(address: &str) -> PlaceFound {
    let address: String = address.chars().take(200).collect();
    if let Some(country) = ABROAD.get(&joined(&address)) {
        return PlaceFound::Abroad(country);
    }
    let lower = address.to_lowercase();
    let words =
        lower.split(|char: char| !(char.is_alphanumeric() || char == '-')).filter(|word| !word.is_empty());
    let mut words = words.skip_while(|word| *word == "대한민국" || is_postcode(word)).take(4).peekable();
    let first = words.peek().copied().unwrap_or_default();
    match walk(words) {
        PlaceFound::Unknown => {
            ABROAD.get(first).map_or(PlaceFound::Unknown, |country| PlaceFound::Abroad(country))
        }
        found => found,
    }
}

fn is_postcode(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Narrows the candidates word by word, until a word names nothing inside them.
fn walk<'a>(words: impl Iterator<Item = &'a str>) -> PlaceFound {
    let mut found: Vec<Place> = Vec::new();
    for word in words {
        let narrowed: Vec<Place> = match candidates(word) {
            Some(named) if found.is_empty() => named,
            Some(named) => {
                named.into_iter().filter(|place| found.iter().any(|above| lies_in(*place, *above))).collect()
            }
            None => Vec::new(),
        };
        if narrowed.is_empty() {
            break;
        }
        found = narrowed;
    }
    settle(found)
}

/// Places of that name; a word written without spaces (`강원도춘천시`) is cut after a province.
fn candidates(word: &str) -> Option<Vec<Place>> {
    NAMES.get(word).cloned().or_else(|| {
        let cuts = word.char_indices().map(|(at, _)| at).skip(2);
        cuts.filter_map(|at| split(&word[..at], &word[at..])).last()
    })
}

fn split(above: &str, below: &str) -> Option<Vec<Place>> {
    let (above, below) = (NAMES.get(above)?, NAMES.get(below)?);
    let inside: Vec<Place> =
        below.iter().copied().filter(|place| above.iter().any(|outer| lies_in(*place, *outer))).collect();
    (!inside.is_empty()).then_some(inside)
}

fn lies_in(place: Place, above: Place) -> bool {
    place == above || place.province() == above || place.city() == Some(above)
}

/// One place when all candidates but one lie inside it, or when one is a whole province.
fn settle(found: Vec<Place>) -> PlaceFound {
    if let Some(outer) = found.iter().find(|outer| found.iter().all(|place| lies_in(*place, **outer))) {
        return PlaceFound::Here(*outer);
    }
    match found.iter().find(|place| place.is_province()) {
        Some(province) => PlaceFound::Here(*province),
        None if found.is_empty() => PlaceFound::Unknown,
        None => PlaceFound::Ambiguous(found),
    }
}
