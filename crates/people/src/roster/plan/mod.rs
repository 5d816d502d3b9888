//! What an import will do, row by row, on a snapshot of the roster. Pure: the preview plans on what
//! it has read and throws the result away, the import plans inside its transaction and writes it.
//! Planning the same rows again on the result changes nothing.

pub mod change;
mod firm;
mod limits;
mod matching;
mod member;
pub mod notes;
mod person;
mod planner;
pub mod snapshot;
pub mod suspects;
mod table;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use dure_domain::FirmId;
use dure_roster::{Field, Mapping, Problem, RosterRow};
use serde::{Deserialize, Serialize};

use change::Change;
pub use firm::{address_text, dashed, industry_text, motive_text, new_firm};
pub use matching::{joined, numbers};
pub use member::office_of;
use planner::Planner;
use snapshot::Snapshot;

use super::choices::{Choices, Scope};
use super::remark::{Remark, RemarkKind};
use crate::accounts::address::By;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A firm that was not there.
    New,
    /// A firm, person or membership that changes.
    Changed,
    /// All of it is there already.
    Same,
    /// Not taken; goes back with the reason.
    Bad,
    /// Left out by choice.
    Skipped,
}

/// What becomes of one row, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowPlan {
    /// Row of the file, from 1.
    pub row: u32,
    /// The firm as the row names it.
    pub firm: String,
    /// The firm in the roster; none for a bad row.
    pub id: Option<FirmId>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Values that change; for a new firm only what is beside the firm itself.
    pub changes: Vec<Change>,
}

/// A file that was read: rows, and what the reader says of them.
#[derive(Debug, Clone)]
pub struct Sheeted {
    /// Rows that name a firm.
    pub rows: Vec<RosterRow>,
    /// Remarks of the reader, by row.
    pub remarks: Vec<Remark>,
    /// Header and mapping, for naming the column of a remark.
    pub header: Vec<String>,
    /// What the columns mean.
    pub mapping: Mapping,
}

impl Sheeted {
    /// From what the reader gives.
    pub fn new(rows: Vec<RosterRow>, problems: &[Problem], header: &[String], mapping: &Mapping) -> Self {
        let remarks = problems.iter().filter_map(|problem| Remark::of_problem(problem, header)).collect();
        Self { rows, remarks, header: header.to_vec(), mapping: mapping.clone() }
    }

    fn column_of(&self, field: Field) -> String {
        let column = self.mapping.columns_of(field).next();
        column.and_then(|column| self.header.get(column)).cloned().unwrap_or_default()
    }
}

/// The plan of an import, and the roster as it will be.
#[derive(Debug)]
pub struct Plan {
    /// The roster afterwards, which knows what is new and changed.
    pub snapshot: Snapshot,
    /// Row by row.
    pub rows: Vec<RowPlan>,
    /// All remarks, in the order of the rows.
    pub remarks: Vec<Remark>,
    /// Names of groups that are founded.
    pub new_groups: Vec<String>,
}

/// Plans the first `until` rows of a file.
pub fn plan(
    mut snapshot: Snapshot,
    sheet: &Sheeted,
    until: usize,
    choices: &Choices,
    scope: &Scope,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> Plan {
    snapshot.by = if *scope == Scope::Federation { By::StaffByFile } else { By::Others };
    let plan = Plan { snapshot, rows: Vec::new(), remarks: sheet.remarks.clone(), new_groups: Vec::new() };
    let mut plan = Planner::new(plan, sheet, choices, scope, new_id).plan(until);
    plan.settle_likeness();
    plan.remarks.sort_by_key(|remark| remark.row);
    plan.rows.sort_by_key(|row| row.row);
    plan
}

impl Plan {
    /// The reader's doubt whether two rows mean the same firm is void where they do.
    fn settle_likeness(&mut self) {
        let same = |remark: &&Remark| matches!(remark.kind, RemarkKind::SameAsRow { .. });
        let settled: BTreeSet<u32> = self.remarks.iter().filter(same).map(|remark| remark.row).collect();
        let void = |remark: &Remark| {
            matches!(remark.kind, RemarkKind::LikeRow { .. }) && settled.contains(&remark.row)
        };
        self.remarks.retain(|remark| !void(remark));
    }

    /// How many rows end so.
    #[cfg(test)]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }
}
