//! From a table and a mapping to typed rows and problems. Nothing is lost: what cannot be read as
//! its field is kept as a note, what cannot be taken stays in the sheet under its row number.

mod duplicates;
mod fill;
mod problem;
mod reader;
mod row;
mod skip;

use serde::Serialize;

pub use problem::{Problem, ProblemKind, Severity};
pub use row::{Person, RosterRow};
pub use skip::{SkipReason, Skipped};

use crate::mapping::Mapping;
use crate::sheet::Sheet;
use fill::Filler;
use reader::RowReader;

/// What a roster says.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Interpretation {
    /// Rows that can be taken, in the order of the file.
    pub rows: Vec<RosterRow>,
    /// What is wrong or doubtful, in the order of the file.
    pub problems: Vec<Problem>,
    /// Rows that are no members: totals, remarks, headings.
    pub skipped: Vec<Skipped>,
}

impl Interpretation {
    /// Numbers of the rows that cannot be taken.
    pub fn bad_rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error).map(|problem| problem.row)
    }
}

/// Reads every row of `sheet` as `mapping` says. Deterministic; never fails.
pub fn interpret(sheet: &Sheet, mapping: &Mapping) -> Interpretation {
    let filler = Filler::new(sheet, mapping);
    let mut read = Interpretation::default();
    let mut heading: Option<String> = None;
    for (place, row) in sheet.rows.iter().enumerate() {
        if let Some(skipped) = skip::reason(sheet, mapping, row) {
            if skipped.reason == SkipReason::Heading {
                heading = Some(skipped.text.clone());
            }
            read.skipped.push(skipped);
            continue;
        }
        let mut reader = RowReader::new(sheet, mapping, &filler, place);
        let mut known = reader.read();
        read.problems.append(&mut reader.problems);
        if known.firm.is_empty() {
            continue;
        }
        if known.group.is_none() {
            known.group.clone_from(&heading);
        }
        read.rows.push(known);
    }
    duplicates::find(&read.rows, mapping, &mut read.problems);
    read.problems.sort_by_key(|problem| problem.row);
    read
}
