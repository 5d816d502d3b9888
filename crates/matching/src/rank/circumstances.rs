//! The parts of a score that do not come from the text: industry, distance, eligibility, record, load.

use super::query::{Query, Record};
use super::reason::{Millipoints, Reason};
use crate::document::{Document, Kind, Place};

/// Points for equal leading KSIC digits, by their number.
const INDUSTRY_POINTS: [Millipoints; 6] = [0, 0, 300, 600, 800, 1_000];
/// Points of a helper next door; they fall by half every [`HALVING_KM`].
const NEAR_POINTS: f64 = 2_500.0;
const HALVING_KM: f64 = 40.0;
/// Points for the same city or county, or the same province, when no distance is known.
const SAME_DISTRICT_POINTS: Millipoints = 2_500;
const SAME_PROVINCE_POINTS: Millipoints = 1_000;
/// Points of a programme for the asker's own province or city.
const OPEN_POINTS: Millipoints = 500;
/// Points of a kind that suits the need.
const WANTED_POINTS: Millipoints = 3_000;
/// Points for every difficulty solved, up to five.
const SOLVED_POINTS: Millipoints = 400;
/// Points lost for every time asked lately, up to five.
const ASKED_POINTS: Millipoints = -500;
const COUNTED_TIMES: u32 = 5;

/// Whether the asker may use it at all: a programme for another province or city is not open to it.
pub(crate) fn eligible(document: &Document, query: &Query) -> bool {
    let (Kind::Programme, Some(needed), Some(place)) = (document.kind, &document.place, query.place) else {
        return true;
    };
    let same_district = || needed.district.is_none() || needed.district == place.district;
    needed.province == place.province && same_district()
}

/// All parts but the text, none of zero points.
pub(crate) fn circumstances(document: &Document, query: &Query, reasons: &mut Vec<Reason>) {
    let record = query.record.map_or_else(Record::default, |record| record(document.id));
    let parts = [
        same_industry(document, query),
        nearness(document, query),
        wanted_kind(document, query),
        solved_before(record),
        asked_often(record),
    ];
    reasons.extend(parts.into_iter().flatten().filter(|reason| reason.points() != 0));
}

fn same_industry(document: &Document, query: &Query) -> Option<Reason> {
    let (own, asked) = (document.industry.as_deref()?, query.industry?);
    let digits = own.bytes().zip(asked.bytes()).take_while(|(a, b)| a == b).count().min(5);
    Some(Reason::SameIndustry { digits: digits as u8, points: INDUSTRY_POINTS[digits] })
}

fn nearness(document: &Document, query: &Query) -> Option<Reason> {
    let (own, asker) = (document.place.as_ref()?, query.place?);
    if document.kind == Kind::Programme {
        return Some(Reason::OpenToYou { points: OPEN_POINTS });
    }
    let same_province = own.province == asker.province;
    let same_district = same_province && own.district.is_some() && own.district == asker.district;
    let km = distance_km(own, asker);
    let points = match km {
        Some(km) => (NEAR_POINTS * (-km / HALVING_KM).exp2()).round() as Millipoints,
        None if same_district => SAME_DISTRICT_POINTS,
        None if same_province => SAME_PROVINCE_POINTS,
        None => 0,
    };
    Some(Reason::Near { km: km.map(|km| km.round() as u32), same_district, points })
}

fn wanted_kind(document: &Document, query: &Query) -> Option<Reason> {
    query.wanted?.contains(document.kind).then_some(Reason::WantedKind { points: WANTED_POINTS })
}

fn solved_before(record: Record) -> Option<Reason> {
    let counted = record.solved.min(COUNTED_TIMES);
    Some(Reason::SolvedBefore { times: record.solved, points: Millipoints::from(counted) * SOLVED_POINTS })
}

fn asked_often(record: Record) -> Option<Reason> {
    let counted = record.asked_lately.min(COUNTED_TIMES);
    Some(Reason::AskedOften { times: record.asked_lately, points: Millipoints::from(counted) * ASKED_POINTS })
}

/// Great-circle distance by the haversine formula, on a sphere of 6,371 km.
fn distance_km(a: &Place, b: &Place) -> Option<f64> {
    const EARTH_RADIUS_KM: f64 = 6_371.0;
    let ((lat_a, lon_a), (lat_b, lon_b)) = (a.point?, b.point?);
    let (phi_a, phi_b) = (lat_a.to_radians(), lat_b.to_radians());
    let half = |x: f64| (x / 2.0).sin().powi(2);
    let h = half(phi_b - phi_a) + phi_a.cos() * phi_b.cos() * half((lon_b - lon_a).to_radians());
    Some(2.0 * EARTH_RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin())
}
