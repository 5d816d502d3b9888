//! What may count beside benefit, where people wish it.

use dure_formation::Weights;
use serde::{Deserialize, Serialize};

use crate::rules::Rules;

/// Something that counts on top of benefit. Off unless it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    /// Firms of different sections of industry in one group: a carrier or a tax office among makers.
    Variety,
    /// Firms near each other, the nearer the better, within the radius too.
    Nearness,
    /// Pairs that give each other about as much as they get.
    Balance,
}

impl Preference {
    /// All of them, in the order in which people are asked.
    pub const ALL: [Self; 3] = [Self::Variety, Self::Nearness, Self::Balance];

    /// Its name in forms, on the command line and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Variety => "variety",
            Self::Nearness => "nearness",
            Self::Balance => "balance",
        }
    }

    /// The preference of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == name.trim())
    }

    /// The weight that says it.
    const fn weight(self, weights: &mut Weights) -> &mut i64 {
        match self {
            Self::Variety => &mut weights.diversity,
            Self::Nearness => &mut weights.per_km,
            Self::Balance => &mut weights.imbalance,
        }
    }

    /// How much it counts where it is asked for. A pair with one plain benefit each way is worth some 40 points: a
    /// different section counts half of that, twenty kilometres as much, and each point given and not got back
    /// half of what the point is worth.
    const fn usual(self) -> i64 {
        match self {
            Self::Variety => 20,
            Self::Nearness => 1,
            Self::Balance => 5,
        }
    }
}

impl Rules {
    /// The same rules with these preferences and no others.
    #[must_use]
    pub fn preferring(mut self, wanted: &[Preference]) -> Self {
        for one in Preference::ALL {
            *one.weight(&mut self.weights) = if wanted.contains(&one) { one.usual() } else { 0 };
        }
        self
    }

    /// What counts beside benefit.
    pub fn preferences(&self) -> Vec<Preference> {
        let mut weights = self.weights;
        Preference::ALL.into_iter().filter(|one| *one.weight(&mut weights) > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_remember_what_is_preferred() {
        assert!(Rules::default().preferences().is_empty());
        for wanted in [&[Preference::Nearness][..], &Preference::ALL] {
            let rules = Rules::default().preferring(wanted);
            assert_eq!(rules.preferences(), wanted);
            assert!(rules.check().is_ok());
            assert_eq!(rules.preferring(&[]), Rules::default());
        }
        assert!(Preference::ALL.iter().all(|one| Preference::named(one.as_str()) == Some(*one)));
        assert_eq!(Preference::named("near"), None);
    }
}
