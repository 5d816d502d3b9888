//! The rules that every group of a pool keeps.

use dure_domain::Level;
use dure_formation::{Radius, Weights};
use serde::{Deserialize, Serialize};

/// The rules of a pool. The default is what federations use: 10 to 20 firms, one of each KSIC group, 40 km.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// The least number of firms of a group.
    pub least: usize,
    /// The most.
    pub most: usize,
    /// The level at which two firms are rivals: division, group or subclass (2, 3 or 5 digits).
    pub level: Level,
    /// How far apart two firms of a group may be, in km; none for any distance.
    pub radius_km: Option<u32>,
    /// Whether the radius is around the group's meeting place instead of between each two.
    pub from_meeting_place: bool,
    /// What counts how much.
    pub weights: Weights,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            least: 10,
            most: 20,
            level: Level::Group,
            radius_km: Some(40),
            from_meeting_place: false,
            weights: Weights::default(),
        }
    }
}

/// A rule that cannot be kept by any group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadRule {
    /// `least` is above `most`.
    LeastAboveMost,
    /// A group of fewer than two firms.
    LeastBelowTwo,
    /// More firms than a group may have at all: [`Rules::MOST`].
    MostTooMany,
    /// Only 2, 3 and 5 digits are levels at which firms are told apart.
    Level,
    /// A radius of zero km.
    RadiusZero,
    /// A weight so large that sums could overflow: above [`Rules::HEAVIEST`].
    Weight,
}

impl Rules {
    /// The most firms that any group may be given.
    pub const MOST: usize = 100;
    /// The largest weight, in either direction.
    pub const HEAVIEST: i64 = 1_000;

    /// Whether the rules make sense.
    ///
    /// # Errors
    /// Everything that does not.
    pub fn check(&self) -> Result<(), Vec<BadRule>> {
        let Weights { benefit, reciprocity, placed, diversity, per_km, imbalance } = self.weights;
        let weights = [benefit, reciprocity, placed, diversity, per_km, imbalance];
        let found = [
            (self.least > self.most, BadRule::LeastAboveMost),
            (self.least < 2, BadRule::LeastBelowTwo),
            (self.most > Self::MOST, BadRule::MostTooMany),
            (!matches!(self.level, Level::Division | Level::Group | Level::Subclass), BadRule::Level),
            (self.radius_km == Some(0), BadRule::RadiusZero),
            (weights.iter().any(|weight| weight.unsigned_abs() > Self::HEAVIEST as u64), BadRule::Weight),
        ];
        let bad: Vec<BadRule> = found.into_iter().filter(|(is, _)| *is).map(|(_, bad)| bad).collect();
        if bad.is_empty() { Ok(()) } else { Err(bad) }
    }

    /// The nearest rules that can be kept.
    pub(crate) fn mended(&self) -> Self {
        let mut rules = self.clone();
        rules.least = self.least.clamp(2, Self::MOST);
        rules.most = self.most.clamp(rules.least, Self::MOST);
        rules.radius_km = self.radius_km.filter(|km| *km > 0);
        let Weights { benefit, reciprocity, placed, diversity, per_km, imbalance } = &mut rules.weights;
        for weight in [benefit, reciprocity, placed, diversity, per_km, imbalance] {
            *weight = (*weight).clamp(-Self::HEAVIEST, Self::HEAVIEST);
        }
        rules
    }

    pub(crate) fn radius(&self) -> Radius {
        match self.radius_km {
            None => Radius::Any,
            Some(km) if self.from_meeting_place => Radius::MeetingPlace(km.into()),
            Some(km) => Radius::Pairwise(km.into()),
        }
    }
}
