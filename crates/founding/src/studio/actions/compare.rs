//! Two drafts beside each other: figures, and the firms that are elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dure_domain::{DraftId, FirmId};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::scene::{Scene, scene};

/// Where a firm stands in a draft: in a group, left out, or not in the draft at all.
pub type Seat = Option<Option<u32>>;

/// A firm that stands differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The firm.
    pub firm: FirmId,
    /// Its name.
    pub name: String,
    /// Where it is in the one and in the other.
    pub seats: [Seat; 2],
}

/// Two drafts.
pub struct Compared {
    /// The one and the other.
    pub scenes: [Arc<Scene>; 2],
    /// Which group of the other is which of the one: those with the most members in common.
    pub same: BTreeMap<u32, u32>,
    /// Only the firms that are elsewhere, by name.
    pub differing: Vec<Differing>,
}

/// Lays two drafts beside each other.
pub async fn compare(app: &App, viewer: &Viewer, one: DraftId, other: DraftId) -> Result<Compared> {
    let scenes = [scene(app, viewer, one).await?, scene(app, viewer, other).await?];
    let [one, other] = [&scenes[0], &scenes[1]];
    let same = matched(one, other);
    let firms: BTreeSet<FirmId> =
        one.contents.firms.iter().chain(&other.contents.firms).map(|firm| firm.id).collect();
    let seat = |scene: &Scene, firm| scene.number_of(firm).map(|number| scene.grouping.of[number as usize]);
    let name = |firm| {
        let of = |scene: &Scene| Some(scene.firm(scene.number_of(firm)?).name.clone());
        of(one).or_else(|| of(other)).unwrap_or_default()
    };
    let mut differing: Vec<Differing> = firms
        .into_iter()
        .map(|firm| ([seat(one, firm), seat(other, firm)], firm))
        .filter(|([a, b], _)| {
            *a != b.map(|group| group.map(|group| same.get(&group).copied().unwrap_or(u32::MAX)))
        })
        .map(|(seats, firm)| Differing { firm, name: name(firm), seats })
        .collect();
    differing.sort_by(|a, b| a.name.cmp(&b.name).then(a.firm.cmp(&b.firm)));
    Ok(Compared { same, differing, scenes: scenes.clone() })
}

/// Groups of the other by those of the one with which they share the most members, each taken once.
fn matched(one: &Scene, other: &Scene) -> BTreeMap<u32, u32> {
    let mut common: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (at, firm) in other.contents.firms.iter().enumerate() {
        let there = other.grouping.of[at];
        let here = one.number_of(firm.id).and_then(|number| one.grouping.of[number as usize]);
        if let (Some(there), Some(here)) = (there, here) {
            *common.entry((there, here)).or_default() += 1;
        }
    }
    let mut likely: Vec<((u32, u32), usize)> = common.into_iter().collect();
    likely.sort_by_key(|(pair, members)| (std::cmp::Reverse(*members), *pair));
    let (mut same, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for ((there, here), _) in likely {
        if !same.contains_key(&there) && taken.insert(here) {
            same.insert(there, here);
        }
    }
    same
}
