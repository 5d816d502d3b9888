//! Which group and which firm a row means.

use dure_domain::GroupId;
use dure_roster::RosterRow;
use dure_tables::groups;

use super::Planner;
use crate::roster::choices::{RowChoice, Scope};
use crate::roster::plan::change::Mode;
use crate::roster::plan::matching::{self, Match, joined};
use crate::roster::remark::RemarkKind;

impl Planner<'_> {
    /// The group that the row goes into, none for the federation alone.
    pub(super) fn group_of(&mut self, row: &RosterRow) -> Result<Option<GroupId>, RemarkKind> {
        let named = row.group.as_deref().map(joined).filter(|name| !name.is_empty());
        let known = named.as_ref().and_then(|name| {
            self.plan
                .snapshot
                .groups
                .iter()
                .find(|(_, group)| joined(&group.name) == *name)
                .map(|(_, group)| group.id)
        });
        let other = || RemarkKind::OtherGroup { group: row.group.clone().unwrap_or_default() };
        match (self.choices.group, known, named) {
            (Some(chosen), Some(known), _) if chosen != known && *self.scope != Scope::Federation => {
                Err(other())
            }
            (Some(chosen), ..) => Ok(Some(chosen)),
            (None, Some(known), _) if self.scope.takes_in(known) => Ok(Some(known)),
            (None, Some(_), _) => Err(other()),
            (None, None, Some(_)) if *self.scope != Scope::Federation => Err(other()),
            (None, None, Some(_)) => Ok(Some(self.found_group(row.group.as_deref().unwrap_or_default()))),
            (None, None, None) => Ok(None),
        }
    }

    fn found_group(&mut self, name: &str) -> GroupId {
        let id = GroupId((self.new_id)());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.plan.new_groups.push(name.clone());
        self.plan.snapshot.groups.add(groups::Model {
            id,
            federation_id: self.plan.snapshot.federation,
            name,
            founded_on: None,
            place_code: None,
            meeting_place: String::new(),
            rhythm: String::new(),
            charter: String::new(),
            created_at: self.plan.snapshot.now,
            version: 1,
        });
        id
    }

    /// The firm that the row means, none for a new one.
    pub(super) fn find(
        &self,
        row: &RosterRow,
        group: Option<GroupId>,
        choice: Option<RowChoice>,
    ) -> Result<Option<Match>, RemarkKind> {
        let snapshot = &self.plan.snapshot;
        let not = match choice {
            Some(RowChoice::Not(firm)) => Some(firm),
            _ => None,
        };
        if let Some(RowChoice::Same(firm)) = choice
            && let Some((at, _)) = snapshot.firm_place(firm).and_then(|at| snapshot.kept(at))
        {
            return self.unless_taken(row, Some(Match { at, by_number: true, through_merged: false }));
        }
        self.unless_taken(row, matching::find(snapshot, row, group, not))
    }

    /// A business number is one firm's alone.
    fn unless_taken(&self, row: &RosterRow, found: Option<Match>) -> Result<Option<Match>, RemarkKind> {
        let snapshot = &self.plan.snapshot;
        let number = row.business_number.map(dure_roster::BusinessNumber::digits);
        let holder = number.and_then(|number| snapshot.firm_by_number(&number)).filter(|(_, merged)| !merged);
        match holder.filter(|(holder, _)| found.map(|found| found.at) != Some(*holder)) {
            Some((holder, _)) => {
                Err(RemarkKind::NumberOfOther { firm: snapshot.firms.get(holder).name.clone() })
            }
            None => Ok(found),
        }
    }

    /// A second row of the same firm, and one that means a firm merged into another, only add what
    /// is missing; firms of other groups are another secretary's to keep.
    pub(super) fn mode(&mut self, row: &RosterRow, at: usize, found: Option<Match>) -> Mode {
        let id = self.plan.snapshot.firms.get(at).id;
        if let Some(first) = self.seen.get(&id).copied() {
            self.remark(row, None, RemarkKind::SameAsRow { first });
            return if self.held.contains(&id) { Mode::Hold } else { Mode::Fill };
        }
        let answers = self.plan.snapshot.secretariat_of(id);
        let foreign = found.is_some()
            && *self.scope != Scope::Federation
            && !answers.is_some_and(|group| self.scope.takes_in(group));
        if foreign {
            self.remark(row, None, RemarkKind::OtherGroupsFirm);
            self.held.insert(id);
            return Mode::Hold;
        }
        if found.is_some_and(|found| found.through_merged) { Mode::Fill } else { Mode::Replace }
    }
}
