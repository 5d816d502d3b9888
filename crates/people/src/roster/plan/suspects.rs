//! New rows that look like a firm of the roster: shown side by side, for a person to decide.

use std::collections::HashSet;

use dure_roster::{NameIndex, RosterRow};
use dure_tables::firms;

use super::matching::Known;
use super::snapshot::Snapshot;
use super::{Outcome, RowPlan};

/// Names at least this alike are looked at when something else is the same too.
const ALIKE: f64 = 0.8;
/// Names at least this alike are looked at anyway.
const NEARLY_THE_SAME: f64 = 0.9;

/// A new row and the firm that it may mean.
#[derive(Debug, Clone)]
pub struct Suspect<'a> {
    /// The row.
    pub row: &'a RosterRow,
    /// The firm in the roster.
    pub firm: firms::Model,
}

/// Pairs to decide on, in the order of the file; `before` is the roster without the import.
pub fn find<'a>(before: &Snapshot, rows: &'a [RosterRow], plans: &[RowPlan]) -> Vec<Suspect<'a>> {
    let active: Vec<&firms::Model> =
        before.firms.iter().map(|(_, firm)| firm).filter(|firm| firm.left_at.is_none()).collect();
    if active.is_empty() {
        return Vec::new();
    }
    let index = NameIndex::new(active.iter().map(|firm| firm.name.as_str()));
    let new: HashSet<u32> =
        plans.iter().filter(|plan| plan.outcome == Outcome::New).map(|plan| plan.row).collect();
    rows.iter()
        .filter(|row| new.contains(&row.row))
        .filter_map(|row| {
            let known = Known::of_row(row);
            let alike = index.similar(&row.firm, ALIKE).into_iter();
            let firm = alike.map(|(at, likeness)| (active[at], likeness)).find(|(firm, likeness)| {
                let numbers = row.business_number.map(dure_roster::BusinessNumber::digits);
                let differ = matches!((&numbers, &firm.business_number), (Some(a), Some(b)) if a != b);
                let (shared, _) = known.compare(&Known::of_firm(before, firm));
                !differ && (shared > 0 || *likeness >= NEARLY_THE_SAME)
            });
            firm.map(|(firm, _)| Suspect { row, firm: firm.clone() })
        })
        .collect()
}
