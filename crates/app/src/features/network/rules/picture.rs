//! What fits into the picture.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::FirmId;

use super::Tie;

/// How many other firms each firm is tied to.
pub fn partners(ties: &[Tie]) -> BTreeMap<FirmId, usize> {
    let mut partners: BTreeMap<FirmId, BTreeSet<FirmId>> = BTreeMap::new();
    for tie in ties {
        partners.entry(tie.from).or_default().insert(tie.to);
        partners.entry(tie.to).or_default().insert(tie.from);
    }
    partners.into_iter().map(|(firm, others)| (firm, others.len())).collect()
}

/// The firms with the most partners, the most first.
pub fn best_tied(partners: &BTreeMap<FirmId, usize>, most: usize) -> Vec<(FirmId, usize)> {
    let mut firms: Vec<(FirmId, usize)> = partners.iter().map(|(firm, many)| (*firm, *many)).collect();
    firms.sort_by_key(|(firm, many)| (std::cmp::Reverse(*many), *firm));
    firms.truncate(most);
    firms
}

/// What fits into the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Firms with their number of partners, the best tied first.
    pub firms: Vec<(FirmId, usize)>,
    /// Ties among them.
    pub ties: Vec<Tie>,
    /// Tied firms for which there was no room.
    pub left_out: usize,
}

/// Chooses at most `room` firms: those with ties first, then `others` as far as there is room for all of them.
pub fn picture(ties: &[Tie], others: &[FirmId], room: usize) -> Picture {
    let partners = partners(ties);
    let mut firms = best_tied(&partners, room);
    let left_out = partners.len() - firms.len();
    let alone: Vec<FirmId> = others.iter().copied().filter(|firm| !partners.contains_key(firm)).collect();
    if firms.len() + alone.len() <= room {
        firms.extend(alone.into_iter().map(|firm| (firm, 0)));
    }
    let shown: BTreeSet<FirmId> = firms.iter().map(|(firm, _)| *firm).collect();
    let ties =
        ties.iter().filter(|tie| shown.contains(&tie.from) && shown.contains(&tie.to)).copied().collect();
    Picture { firms, ties, left_out }
}
