//! A look over the pool before any search: what is not known, who is alone, what cannot come to anything.

use std::collections::{BTreeMap, BTreeSet};

use dure_formation::Radius;

use super::{Places, Posed};
use crate::firm::{Firm, FirmNo};
use crate::trouble::Trouble;

pub(super) fn places(firms: &[Firm]) -> Places {
    let mut places = Places::default();
    for firm in firms {
        let count = match (firm.at(), firm.place) {
            (None, _) => &mut places.unknown,
            (Some(at), place) if place.is_none_or(|place| place.centre() != at) => &mut places.points,
            (_, Some(place)) if place.is_province() => &mut places.provinces,
            _ => &mut places.municipalities,
        };
        *count += 1;
    }
    places
}

pub(super) fn over(firms: &[Firm], posed: &Posed, troubles: &mut Vec<Trouble>) {
    unknown(firms, posed, troubles);
    twice(firms, troubles);
    few(firms, posed, troubles);
    alone(posed, troubles);
    if posed.links.is_empty() && firms.len() > 1 {
        troubles.push(Trouble::NoBenefits);
    }
}

fn unknown(firms: &[Firm], posed: &Posed, troubles: &mut Vec<Trouble>) {
    let measured = posed.problem.radius != Radius::Any;
    for (number, firm) in (0..).zip(firms) {
        if firm.industries.is_empty() {
            troubles.push(Trouble::UnknownIndustry { firm: number });
        }
        if firm.at().is_none() && measured {
            troubles.push(Trouble::UnknownPlace { firm: number });
        }
    }
    let Places { provinces, .. } = posed.places;
    if measured && provinces > 0 {
        troubles.push(Trouble::PlaceIsProvince { firms: provinces, of: firms.len() });
    }
}

/// Same name, and no different place to tell them apart.
fn twice(firms: &[Firm], troubles: &mut Vec<Trouble>) {
    let mut known: BTreeMap<String, Vec<FirmNo>> = BTreeMap::new();
    for (number, firm) in (0..).zip(firms) {
        let name: String = firm.name.split_whitespace().collect::<String>().to_lowercase();
        let earlier = known.entry(name.clone()).or_default();
        let same = |first: &&FirmNo| {
            let other = &firms[**first as usize];
            other.place == firm.place || other.place.is_none() || firm.place.is_none()
        };
        if let Some(first) = earlier.iter().find(same).filter(|_| !name.is_empty()) {
            troubles.push(Trouble::SameFirmTwice { first: *first, again: number });
        }
        earlier.push(number);
    }
}

fn few(firms: &[Firm], posed: &Posed, troubles: &mut Vec<Trouble>) {
    let least = posed.problem.least;
    let mains: BTreeSet<Option<u32>> =
        posed.problem.firms.iter().map(|firm| firm.classes.first().copied()).collect();
    let unknown = posed.problem.firms.iter().filter(|firm| firm.classes.is_empty()).count();
    // Firms without an industry are nobody's rivals, so each counts as one of its own.
    let different = mains.iter().flatten().count() + unknown;
    if firms.len() >= 2 && different == 1 {
        troubles.push(Trouble::AllCollide);
    } else if different < least {
        troubles.push(Trouble::TooFewFirms { firms: different, least });
    }
}

fn alone(posed: &Posed, troubles: &mut Vec<Trouble>) {
    let count = posed.problem.len() as FirmNo;
    if posed.problem.radius == Radius::Any || count < 2 {
        return;
    }
    let near = |a: FirmNo, b: FirmNo| a != b && posed.distances.near(posed.problem.radius, a, b);
    for firm in (0..count).filter(|firm| !(0..count).any(|other| near(*firm, other))) {
        troubles.push(Trouble::NobodyNear { firm, nearest: posed.distances.nearest(firm) });
    }
}
