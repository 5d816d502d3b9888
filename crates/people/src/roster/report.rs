//! What an import has done so far; kept as JSON with the file, shown while it runs and afterwards.

use serde::{Deserialize, Serialize};

use super::plan::{Outcome, Plan, RowPlan};
use super::remark::Remark;

/// What an import has done.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Rows that are done.
    pub done: usize,
    /// Rows of the file that name a firm.
    pub of: usize,
    /// The last row of the file that is counted.
    pub last_row: u32,
    /// New firms.
    pub new: usize,
    /// Changed ones.
    pub changed: usize,
    /// Those that were as the file says.
    pub same: usize,
    /// Rows that go back.
    pub bad: usize,
    /// Rows left out by choice.
    pub skipped: usize,
    /// Groups that were founded.
    pub groups: Vec<String>,
    /// Rows that are not the same as before, in the order of the file.
    pub rows: Vec<RowPlan>,
    /// What there was to say.
    pub remarks: Vec<Remark>,
}

impl Report {
    /// What a plan of all rows says.
    pub fn of(plan: &Plan, rows: usize) -> Self {
        let mut report = Self { of: rows, ..Self::default() };
        report.take_in(plan, rows);
        report
    }

    /// Takes in what a plan of the first `until` rows says about rows that are new to the report.
    pub fn take_in(&mut self, plan: &Plan, until: usize) {
        let named = plan.rows.iter().filter(|row| !row.firm.is_empty());
        let end = if until >= self.of { u32::MAX } else { named.map(|row| row.row).max().unwrap_or(0) };
        let start = self.last_row;
        for row in plan.rows.iter().filter(|row| row.row > start && row.row <= end) {
            self.count(row.outcome);
            if row.outcome != Outcome::Same {
                self.rows.push(row.clone());
            }
        }
        self.last_row = end;
        self.groups.extend(plan.new_groups.iter().cloned());
        self.remarks.clone_from(&plan.remarks);
        self.done = until;
    }

    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Same => self.same += 1,
            Outcome::Bad => self.bad += 1,
            Outcome::Skipped => self.skipped += 1,
        }
    }

    /// Rows that end so.
    pub fn rows_that_are(&self, outcome: Outcome) -> impl Iterator<Item = &RowPlan> {
        self.rows.iter().filter(move |row| row.outcome == outcome)
    }
}

/// The report that is kept with an import; empty before it has begun.
pub fn of_import(text: &str) -> dure_web::error::Result<Report> {
    if text.is_empty() {
        return Ok(Report::default());
    }
    serde_json::from_str(text).map_err(|error| dure_web::error::Error::Internal(error.to_string()))
}
