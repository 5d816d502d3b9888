//! Distances between firms. Many firms share a centre, so distances are kept between different points.

use std::collections::BTreeMap;

use dure_formation::{Metric, Point, Radius};

use crate::firm::{Firm, FirmNo};

/// Beyond so many different points distances are computed when asked.
const MOST_KEPT: usize = 1_500;

/// Distances between the firms of a pool, in km.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Distances {
    point_of: Vec<Option<u32>>,
    points: Vec<Point>,
    kept: Vec<f64>,
}

impl Distances {
    pub fn of(firms: &[Firm]) -> Self {
        let mut known: BTreeMap<(u64, u64), u32> = BTreeMap::new();
        let mut points = Vec::new();
        let mut number = |point: Point| {
            *known.entry((point.x.to_bits(), point.y.to_bits())).or_insert_with(|| {
                points.push(point);
                points.len() as u32 - 1
            })
        };
        let point_of = firms.iter().map(|firm| firm.position().map(&mut number)).collect();
        let few = points.len() <= MOST_KEPT;
        let kept =
            points.iter().filter(|_| few).flat_map(|a| points.iter().map(|b| Metric::Globe.km(*a, *b)));
        Self { kept: kept.collect(), point_of, points }
    }

    /// In km; none where a place is not known.
    pub fn km(&self, a: FirmNo, b: FirmNo) -> Option<f64> {
        let (a, b) = (self.point_of[a as usize]? as usize, self.point_of[b as usize]? as usize);
        let kept = self.kept.get(a * self.points.len() + b).copied();
        Some(kept.unwrap_or_else(|| Metric::Globe.km(self.points[a], self.points[b])))
    }

    /// Whether two firms may be in one group as far as distance says; unknown places are near.
    pub fn near(&self, radius: Radius, a: FirmNo, b: FirmNo) -> bool {
        let most = match radius {
            Radius::Any => return true,
            Radius::Pairwise(km) => km,
            // Through a meeting place within the radius of both.
            Radius::MeetingPlace(km) => 2.0 * km,
        };
        self.km(a, b).is_none_or(|km| km <= most)
    }

    /// The nearest other firm and how many km away; the first of equals.
    pub fn nearest(&self, firm: FirmNo) -> Option<(FirmNo, f64)> {
        let others = (0..self.point_of.len() as FirmNo).filter(|other| *other != firm);
        others
            .filter_map(|other| Some((other, self.km(firm, other)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
    }
}
