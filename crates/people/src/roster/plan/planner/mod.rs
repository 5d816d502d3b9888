//! Planning one row: which firm it means, what changes of it, its person and its membership.

mod filling;
mod meaning;

use std::collections::{BTreeSet, HashMap, HashSet};

use dure_domain::FirmId;
use dure_roster::{Field, RosterRow};

use super::change::Change;
use super::{Outcome, Plan, RowPlan, Sheeted, limits};
use crate::firms::rules::most;
use crate::roster::choices::{Choices, RowChoice, Scope};
use crate::roster::remark::{Remark, RemarkKind};

/// Letters of a firm's name as the plan shows it: all that a firm may have, and a sign that there was more.
const NAME_SHOWN: usize = most::NAME + 20;

/// Plans the rows one after another.
pub struct Planner<'a> {
    plan: Plan,
    sheet: &'a Sheeted,
    choices: &'a Choices,
    scope: &'a Scope,
    new_id: &'a mut dyn FnMut() -> uuid::Uuid,
    /// Firms that an earlier row of the file meant.
    seen: HashMap<FirmId, u32>,
    /// Firms of other groups that an earlier row meant: no later row changes them either.
    held: HashSet<FirmId>,
}

impl<'a> Planner<'a> {
    /// A planner that has planned nothing yet.
    pub fn new(
        plan: Plan,
        sheet: &'a Sheeted,
        choices: &'a Choices,
        scope: &'a Scope,
        new_id: &'a mut dyn FnMut() -> uuid::Uuid,
    ) -> Self {
        Self { plan, sheet, choices, scope, new_id, seen: HashMap::new(), held: HashSet::new() }
    }

    /// The plan of the first `until` rows.
    pub fn plan(mut self, until: usize) -> Plan {
        self.bad_rows();
        for row in self.sheet.rows.iter().take(until) {
            self.row(row);
        }
        self.plan
    }

    /// Rows without a firm were found by the reader.
    fn bad_rows(&mut self) {
        let bad: BTreeSet<u32> =
            self.plan.remarks.iter().filter(|remark| remark.kind.is_bad()).map(|remark| remark.row).collect();
        for row in bad {
            let firm = String::new();
            self.plan.rows.push(RowPlan { row, firm, id: None, outcome: Outcome::Bad, changes: Vec::new() });
        }
    }

    fn row(&mut self, row: &RosterRow) {
        let choice = self.choices.rows.get(&row.row).copied();
        if choice == Some(RowChoice::Skip) {
            self.remark(row, None, RemarkKind::LeftOut);
            return self.done(row, None, Outcome::Skipped, Vec::new());
        }
        if let Some((field, most)) = limits::too_long(row) {
            return self.refuse(row, Some(field), RemarkKind::TooLong { most });
        }
        let group = match self.group_of(row) {
            Ok(group) => group,
            Err(kind) => return self.refuse(row, Some(Field::Group), kind),
        };
        let found = match self.find(row, group, choice) {
            Ok(found) => found,
            Err(kind) => return self.refuse(row, Some(Field::BusinessNumber), kind),
        };
        let at = found.map_or_else(|| self.add_firm(row), |found| found.at);
        let mode = self.mode(row, at, found);
        let changes = self.fill(row, at, found, group, mode);
        let id = self.plan.snapshot.firms.get(at).id;
        let outcome = match (found, changes.is_empty()) {
            (None, _) => Outcome::New,
            (Some(_), false) => Outcome::Changed,
            (Some(_), true) => Outcome::Same,
        };
        self.seen.entry(id).or_insert(row.row);
        self.done(row, Some(id), outcome, changes);
    }

    fn refuse(&mut self, row: &RosterRow, field: Option<Field>, kind: RemarkKind) {
        self.remark(row, field, kind);
        self.done(row, None, Outcome::Bad, Vec::new());
    }

    fn remark(&mut self, row: &RosterRow, field: Option<Field>, kind: RemarkKind) {
        let original = match field {
            Some(Field::Industry) => row.industry.clone(),
            Some(Field::Address) => row.address.clone(),
            Some(Field::Group) => row.group.clone(),
            Some(Field::Role) => row.role.clone(),
            Some(Field::Email) => Some(row.emails.join(", ")),
            Some(Field::BusinessNumber) => row.business_number.map(|number| number.to_string()),
            _ => None,
        };
        let column = field.map(|field| self.sheet.column_of(field)).unwrap_or_default();
        self.plan.remarks.push(Remark { row: row.row, column, original: original.unwrap_or_default(), kind });
    }

    fn done(&mut self, row: &RosterRow, id: Option<FirmId>, outcome: Outcome, changes: Vec<Change>) {
        // A name without an end would fill the page that gives it back.
        let firm = row.firm.chars().take(NAME_SHOWN).collect();
        self.plan.rows.push(RowPlan { row: row.row, firm, id, outcome, changes });
    }
}
