//! Which firm of the roster a row means: by business number, else by name and something in common.

use std::collections::BTreeSet;

use dure_domain::{FirmId, GroupId, Place, PlaceFound};
use dure_roster::{Cell, RosterRow, name_key, parse_phones};
use dure_tables::firms;

use super::snapshot::Snapshot;

/// A firm that was found, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Its place in the snapshot.
    pub at: usize,
    /// By its number: then the row's spelling of the name counts too.
    pub by_number: bool,
    /// Through a firm that was merged into it: its spelling and data must not come back.
    pub through_merged: bool,
}

/// The firm that the row means; `not` is one that it is said not to be.
pub fn find(
    snapshot: &Snapshot,
    row: &RosterRow,
    group: Option<GroupId>,
    not: Option<FirmId>,
) -> Option<Match> {
    let number = row.business_number.map(dure_roster::BusinessNumber::digits);
    let allowed = |at: usize| Some(snapshot.firms.get(at).id) != not;
    if let Some((at, through_merged)) = number.as_deref().and_then(|number| snapshot.firm_by_number(number)) {
        return allowed(at).then_some(Match { at, by_number: !through_merged, through_merged });
    }
    let known = Known::of_row(row);
    let mut best: Option<((usize, usize, bool), Match)> = None;
    for place in snapshot.firms_by_key(&name_key(&row.firm)) {
        let seen = snapshot.firms.get(*place);
        let Some((at, through_merged)) = snapshot.kept(*place).filter(|(at, _)| allowed(*at)) else {
            continue;
        };
        let Some(shared) = known.fits(&Known::of_firm(snapshot, seen), number.as_deref(), seen) else {
            continue;
        };
        let in_group = group.is_some_and(|group| snapshot.groups_of(seen.id).contains(&group));
        let signs = [in_group, seen.business_number.is_some() == number.is_some(), seen.name == row.firm];
        let signs = signs.iter().filter(|sign| **sign).count();
        let score = (shared, signs, !through_merged);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, Match { at, by_number: false, through_merged }));
        }
    }
    best.map(|(_, found)| found)
}

/// What tells a firm besides its name and number.
#[derive(Debug, Default)]
pub struct Known {
    place: Option<Place>,
    people: BTreeSet<String>,
    phones: BTreeSet<String>,
}

impl Known {
    /// What the row tells.
    pub fn of_row(row: &RosterRow) -> Self {
        let place = row.address.as_deref().map(Place::find);
        let place = match place {
            Some(PlaceFound::Here(place)) => Some(place),
            _ => None,
        };
        let people = row.people.iter().map(|person| joined(&person.name)).collect();
        let phones = row.phones.iter().chain(&row.mobiles).map(ToString::to_string).collect();
        Self { place, people, phones }
    }

    /// What the roster knows.
    pub fn of_firm(snapshot: &Snapshot, firm: &firms::Model) -> Self {
        let people = snapshot.people_of(firm.id).iter().map(|at| snapshot.people.get(*at));
        let own: Vec<_> = people.collect();
        let named = firm.representative.split([',', '/']).map(joined);
        let phones = own.iter().map(|person| person.phone.as_str()).chain([firm.phone.as_str()]);
        Self {
            place: firm.place_code.and_then(|code| code.to_string().parse().ok()),
            people: named
                .chain(own.iter().map(|person| joined(&person.name)))
                .filter(|name| !name.is_empty())
                .collect(),
            phones: phones.flat_map(numbers).collect(),
        }
    }

    /// How much is in common; none when the firms cannot be the same.
    fn fits(&self, other: &Self, number: Option<&str>, firm: &firms::Model) -> Option<usize> {
        if let (Some(one), Some(other)) = (number, &firm.business_number)
            && one != other
        {
            return None;
        }
        let (shared, comparable) = self.compare(other);
        (shared > 0 || comparable == 0).then(|| self.in_common(other))
    }

    /// How many numbers, people and places are in common: among firms of one name, the one that
    /// shares the most is meant.
    fn in_common(&self, other: &Self) -> usize {
        let (shared, _) = self.compare(other);
        shared
            + self.people.intersection(&other.people).count()
            + self.phones.intersection(&other.phones).count()
    }

    /// How many things are in common, and how many could be compared.
    pub fn compare(&self, other: &Self) -> (usize, usize) {
        let places = self.place.zip(other.place).map(|(one, other)| one == other || nested(one, other));
        let people = meets(&self.people, &other.people);
        let phones = meets(&self.phones, &other.phones);
        let told: Vec<bool> = [places, people, phones].into_iter().flatten().collect();
        (told.iter().filter(|same| **same).count(), told.len())
    }
}

fn meets(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<bool> {
    (!one.is_empty() && !other.is_empty()).then(|| !one.is_disjoint(other))
}

fn nested(one: Place, other: Place) -> bool {
    let inside = |inner: Place, outer: Place| inner.province() == outer || inner.city() == Some(outer);
    inside(one, other) || inside(other, one)
}

/// Names are compared without spaces: `남궁 민수`.
pub fn joined(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The telephone numbers in a stored text, in their usual form.
pub fn numbers(text: &str) -> Vec<String> {
    let whole = parse_phones(&Cell::from_text(text));
    let parts = || {
        text.split([',', '/', ';'])
            .filter_map(|part| parse_phones(&Cell::from_text(part)))
            .flatten()
            .collect()
    };
    whole.unwrap_or_else(parts).iter().map(ToString::to_string).collect()
}
