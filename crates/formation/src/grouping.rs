//! An answer: which firm is in which group.

use crate::problem::{FirmNo, Problem};

/// For each firm the number of its group, none where it is left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grouping {
    /// By number of firm.
    pub of: Vec<Option<u32>>,
}

impl Grouping {
    /// Everybody left out.
    pub fn nobody(firms: usize) -> Self {
        Self { of: vec![None; firms] }
    }

    /// From lists of members; numbers that are no firm's are passed over.
    pub fn from_groups<'a>(firms: usize, groups: impl IntoIterator<Item = &'a [FirmNo]>) -> Self {
        let mut of = vec![None; firms];
        for (number, members) in (0..).zip(groups) {
            for &firm in members {
                if let Some(of) = of.get_mut(firm as usize) {
                    *of = Some(number);
                }
            }
        }
        Self { of }
    }

    /// The members of each group, groups numbered as they are, empty numbers left out.
    pub fn groups(&self) -> Vec<Vec<FirmNo>> {
        let mut groups = std::collections::BTreeMap::<u32, Vec<FirmNo>>::new();
        for (firm, group) in (0..).zip(&self.of) {
            if let Some(group) = group {
                groups.entry(*group).or_default().push(firm);
            }
        }
        groups.into_values().collect()
    }

    /// Firms left out.
    pub fn left_out(&self) -> Vec<FirmNo> {
        (0..).zip(&self.of).filter(|(_, group)| group.is_none()).map(|(firm, _)| firm).collect()
    }

    /// Number of firms placed.
    pub fn placed(&self) -> usize {
        self.of.iter().flatten().count()
    }

    /// The group of a firm; none if it is left out or there is no such firm.
    pub fn group(&self, firm: FirmNo) -> Option<u32> {
        self.of.get(firm as usize).copied().flatten()
    }

    /// What the grouping is worth, whether or not it keeps the rules.
    pub fn worth(&self, problem: &Problem) -> i64 {
        let group = |firm: FirmNo| self.group(firm);
        let within =
            problem.pairs.iter().filter(|pair| group(pair.a).is_some() && group(pair.a) == group(pair.b));
        within.map(|pair| pair.worth).sum::<i64>() + problem.placed * self.placed() as i64
    }
}
