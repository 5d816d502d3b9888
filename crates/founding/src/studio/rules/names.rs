//! Names for groups that are to be founded.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::Place;

/// Characters of the name of a draft or group, at most.
pub const MOST_NAME: usize = 80;

/// A name for each group, after the place where most of its members are: `원주 융합교류회`, then `원주 융합교류회 2`. No name is given twice, nor one
/// that is in `taken`. The names are Korean, as the groups' are.
pub fn proposed(groups: &[Vec<Option<Place>>], taken: &BTreeSet<String>) -> Vec<String> {
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    groups
        .iter()
        .map(|places| {
            let base = match usual_place(places) {
                Some(place) => format!("{} 융합교류회", short(place)),
                None => "융합교류회".to_owned(),
            };
            let next = given.entry(base.clone()).or_default();
            loop {
                *next += 1;
                let name = if *next == 1 { base.clone() } else { format!("{base} {next}") };
                if !taken.contains(&name) {
                    return name;
                }
            }
        })
        .collect()
}

/// The place that most members share, the first of them where several do.
pub fn usual_place(places: &[Option<Place>]) -> Option<Place> {
    let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
    for place in places.iter().flatten() {
        *counts.entry(*place).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)))
        .map(|(place, _)| place)
}

/// `원주시` as people say it: `원주`. Names of one syllable keep what they are (`중구`).
fn short(place: Place) -> &'static str {
    let name = place.name_ko();
    let bare = name.strip_suffix("특별자치도").or_else(|| name.strip_suffix(['시', '군', '구', '도']));
    bare.filter(|bare| bare.chars().count() > 1).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(code: &str) -> Option<Place> {
        Some(code.parse().expect("a place"))
    }

    #[test]
    fn groups_are_named_after_their_place_and_counted() {
        let wonju = vec![place("51130"), place("51130"), place("51110")];
        let nowhere = vec![None, None];
        let taken = BTreeSet::from(["원주 융합교류회".to_owned()]);
        let names = proposed(&[wonju.clone(), wonju, nowhere], &taken);
        assert_eq!(names, ["원주 융합교류회 2", "원주 융합교류회 3", "융합교류회"]);
    }

    #[test]
    fn short_names_are_as_people_say_them() {
        let short_of = |code| short(place(code).expect("a place"));
        assert_eq!((short_of("51"), short_of("51720")), ("강원", "홍천"));
    }
}
