//! Rows of the database as the pool sees them: firms as people describe them, wishes by number.

use std::collections::BTreeMap;

use dure_domain::{FirmId, PairWish};
use dure_formation::Grouping;
use dure_pool::{Firm, FirmNo, Kept, Wishes};
use dure_tables::firms;
use dure_ui::words;

use super::store::Contents;
use crate::foundings::actions::pool_firm;

/// Firms in the order in which they stand.
pub fn firms(rows: &[firms::Model]) -> Vec<Firm> {
    rows.iter().map(pool_firm).collect()
}

/// The number of each firm.
pub fn numbers(rows: &[firms::Model]) -> BTreeMap<FirmId, FirmNo> {
    rows.iter().map(|row| row.id).zip(0..).collect()
}

/// Who is in which group; groups bear the numbers of the draft.
pub fn grouping(contents: &Contents) -> Grouping {
    let of = contents.placed.iter().map(|firm| firm.number.and_then(|number| u32::try_from(number).ok()));
    Grouping { of: of.collect() }
}

/// What people want: pairs, and with `locks` whoever is locked in a group. Moves by hand are judged without locks, for whoever
/// moves a firm has said so.
pub fn wishes(contents: &Contents, locks: bool) -> Wishes {
    let numbers = numbers(&contents.firms);
    let pairs = |wish: PairWish| {
        let wanted = contents.pairs.iter().filter(move |pair| pair.wish == wish);
        wanted
            .filter_map(|pair| Some((*numbers.get(&pair.firm_id)?, *numbers.get(&pair.other_id)?)))
            .collect()
    };
    let mut kept: BTreeMap<i32, Vec<FirmNo>> = BTreeMap::new();
    for (number, firm) in (0..).zip(&contents.placed) {
        if let (Some(group), true) = (firm.number, firm.locked && locks) {
            kept.entry(group).or_default().push(number);
        }
    }
    let keep = |(group, members): (i32, Vec<FirmNo>)| {
        let existing = contents.groups.get(&group).and_then(|group| group.group_id);
        let place = existing.and_then(|id| words::place_of(contents.existing.get(&id)?.place_code));
        Kept { members, closed: false, meets_at: place.map(|place| place.centre()) }
    };
    Wishes {
        together: pairs(PairWish::Together),
        apart: pairs(PairWish::Apart),
        kept: kept.into_iter().map(keep).collect(),
    }
}
