//! The problem: who asks for a group, and which rules a group must keep.

use crate::place::{Metric, Point};

/// The number of a firm: its place in [`Problem::firms`].
pub type FirmNo = u32;

/// A firm as the rules see it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Firm {
    /// Industries at the level at which they may not meet; secondary codes count too. A firm without a class meets anyone.
    pub classes: Vec<u32>,
    /// Where it is. A firm without a place is near to everyone.
    pub point: Option<Point>,
}

/// How far apart the firms of a group may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Radius {
    /// Any distance.
    Any,
    /// Each two firms of a group, in km.
    Pairwise(f64),
    /// Each firm from its group's meeting place, in km. A new group meets where some firm of the problem is, its own member or not.
    MeetingPlace(f64),
}

/// What counts how much. Whole numbers, so that equal seeds give equal answers on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
pub struct Weights {
    /// For one point of benefit in one direction.
    pub benefit: i64,
    /// For one point of benefit that goes both ways: times `min(w_ij, w_ji)`.
    pub reciprocity: i64,
    /// For each firm placed.
    pub placed: i64,
    /// For two firms of a group whose industries differ already at the coarsest level.
    pub diversity: i64,
    /// Against each km between two firms of a group.
    pub per_km: i64,
    /// Against each point by which `w_ij` and `w_ji` differ.
    pub imbalance: i64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { benefit: 10, reciprocity: 10, placed: 30, diversity: 0, per_km: 0, imbalance: 0 }
    }
}

/// A group that exists already or is being kept: its members stay in it, others may join.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Anchor {
    /// Members that stay.
    pub members: Vec<FirmNo>,
    /// Whether nobody else may join.
    pub closed: bool,
    /// Where it meets, for [`Radius::MeetingPlace`]; none for the place of its first member.
    pub meets_at: Option<Point>,
}

/// Two firms and what they are worth to each other in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// One.
    pub a: FirmNo,
    /// The other.
    pub b: FirmNo,
    /// Worth of both being in one group, all weights applied.
    pub worth: i64,
}

/// Choose disjoint groups of these firms, leaving out who fits nowhere. Rules: see [`crate::check`]; what is sought: the
/// greatest sum of [`Pair::worth`] within groups plus [`Weights::placed`] per firm.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Who asks.
    pub firms: Vec<Firm>,
    /// The least a new group has. An anchored group may be smaller, but not than its locked members.
    pub least: usize,
    /// The most any group has.
    pub most: usize,
    /// How far apart.
    pub radius: Radius,
    /// How distances are measured.
    pub metric: Metric,
    /// Bonus per firm placed.
    pub placed: i64,
    /// What pairs are worth; a pair stands once, those not listed are worth nothing.
    pub pairs: Vec<Pair>,
    /// These two are in one group, or both left out. See [`Problem::contradictions`] for locks that cannot be kept.
    pub together: Vec<(FirmNo, FirmNo)>,
    /// These two are never in one group.
    pub apart: Vec<(FirmNo, FirmNo)>,
    /// Groups that are kept.
    pub anchors: Vec<Anchor>,
}

impl Problem {
    /// A problem with the usual rules: groups of 10 to 20, any distance, 30 per firm placed.
    pub fn new(firms: Vec<Firm>) -> Self {
        Self {
            firms,
            least: 10,
            most: 20,
            radius: Radius::Any,
            metric: Metric::Plane,
            placed: Weights::default().placed,
            pairs: Vec::new(),
            together: Vec::new(),
            apart: Vec::new(),
            anchors: Vec::new(),
        }
    }

    /// Number of firms.
    pub fn len(&self) -> usize {
        self.firms.len()
    }

    /// Whether there is no firm at all.
    pub fn is_empty(&self) -> bool {
        self.firms.is_empty()
    }

    /// Sets what pairs are worth from directed benefits `(from, to, w)`, by
    /// `benefit (w_ij + w_ji) + reciprocity min(w_ij, w_ji) - imbalance |w_ij - w_ji|`; and the bonus per firm placed. Distance and
    /// diversity count for all pairs that could meet, so they are left to [`Problem::weigh_pairs`].
    pub fn benefits(&mut self, directed: &[(FirmNo, FirmNo, i64)], weights: &Weights) {
        use std::collections::BTreeMap;
        let mut both: BTreeMap<(FirmNo, FirmNo), (i64, i64)> = BTreeMap::new();
        for &(from, to, worth) in directed.iter().filter(|(from, to, _)| from != to) {
            let entry = both.entry((from.min(to), from.max(to))).or_default();
            if from < to { entry.0 += worth } else { entry.1 += worth }
        }
        self.placed = weights.placed;
        self.pairs = both
            .into_iter()
            .map(|((a, b), (there, back))| {
                let worth = weights.benefit * (there + back) + weights.reciprocity * there.min(back)
                    - weights.imbalance * (there - back).abs();
                Pair { a, b, worth }
            })
            .collect();
    }

    /// Adds to each pair that may meet what `extra` gives: distance, diversity. For some thousands of firms at most, since
    /// every pair is asked.
    pub fn weigh_pairs(&mut self, extra: impl Fn(FirmNo, FirmNo) -> i64) {
        let mut known: std::collections::BTreeMap<(FirmNo, FirmNo), i64> =
            self.pairs.iter().map(|pair| ((pair.a.min(pair.b), pair.a.max(pair.b)), pair.worth)).collect();
        for a in 0..self.len() as FirmNo {
            for b in a + 1..self.len() as FirmNo {
                let more = extra(a, b);
                if more != 0 && self.may_meet(a, b) {
                    *known.entry((a, b)).or_default() += more;
                }
            }
        }
        self.pairs = known.into_iter().map(|((a, b), worth)| Pair { a, b, worth }).collect();
    }

    /// Whether two firms may be in one group, as far as industry and distance say.
    pub fn may_meet(&self, a: FirmNo, b: FirmNo) -> bool {
        !self.are_rivals(a, b) && self.near(&self.firms[a as usize], &self.firms[b as usize])
    }

    /// Whether two firms may be in one group, as far as industry and distance say, if one of them is a member of a kept group: it need not
    /// be near its own group's meeting place.
    pub(crate) fn may_join(&self, a: FirmNo, b: FirmNo) -> bool {
        match self.radius {
            Radius::MeetingPlace(_) => !self.are_rivals(a, b),
            Radius::Any | Radius::Pairwise(_) => self.may_meet(a, b),
        }
    }

    /// Whether two firms share an industry.
    fn are_rivals(&self, a: FirmNo, b: FirmNo) -> bool {
        let (one, other) = (&self.firms[a as usize], &self.firms[b as usize]);
        one.classes.iter().any(|class| other.classes.contains(class))
    }

    fn near(&self, one: &Firm, other: &Firm) -> bool {
        let most = match self.radius {
            Radius::Any => return true,
            Radius::Pairwise(km) => km,
            // Through a common place within the radius of both.
            Radius::MeetingPlace(km) => 2.0 * km,
        };
        self.km(one.point, other.point).is_none_or(|km| km <= most)
    }

    /// The distance of two places in km, if both are known. A place that is no number counts as unknown.
    pub fn km(&self, one: Option<Point>, other: Option<Point>) -> Option<f64> {
        Some(self.metric.km(one?, other?)).filter(|km| km.is_finite())
    }
}
