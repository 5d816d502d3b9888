//! Planning one row: which firm it means, what changes of it, its person and its membership.

use std::collections::{BTreeSet, HashMap};

use dure_domain::{FirmId, GroupId, Id};
use dure_roster::{Field, RosterRow};
use dure_tables::{firms, groups};

use super::change::{Change, Changes, Mode};
use super::matching::{self, Match, joined, numbers};
use super::{Outcome, Plan, RowPlan, Sheeted, firm, member, new_firm, person};
use crate::features::roster::choices::{Choices, RowChoice, Scope};
use crate::features::roster::remark::{Remark, RemarkKind};
/// Plans the rows one after another.
pub struct Planner<'a> {
    plan: Plan,
    sheet: &'a Sheeted,
    choices: &'a Choices,
    scope: &'a Scope,
    new_id: &'a mut dyn FnMut() -> uuid::Uuid,
    /// Firms that an earlier row of the file meant.
    seen: HashMap<FirmId, u32>,
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
        Self { plan, sheet, choices, scope, new_id, seen: HashMap::new() }
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

    /// The group that the row goes into, none for the federation alone.
    fn group_of(&mut self, row: &RosterRow) -> Result<Option<GroupId>, RemarkKind> {
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

    fn find(
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
    fn mode(&mut self, row: &RosterRow, at: usize, found: Option<Match>) -> Mode {
        let id = self.plan.snapshot.firms.get(at).id;
        if let Some(first) = self.seen.get(&id).copied() {
            self.remark(row, None, RemarkKind::SameAsRow { first });
            return Mode::Fill;
        }
        let groups = self.plan.snapshot.groups_of(id);
        let foreign = found.is_some()
            && *self.scope != Scope::Federation
            && !groups.iter().any(|group| self.scope.takes_in(*group));
        if foreign {
            self.remark(row, None, RemarkKind::OtherGroupsFirm);
            return Mode::Hold;
        }
        if found.is_some_and(|found| found.through_merged) { Mode::Fill } else { Mode::Replace }
    }

    fn add_firm(&mut self, row: &RosterRow) -> usize {
        let (federation_id, now) = (self.plan.snapshot.federation, self.plan.snapshot.now);
        let id = FirmId::from_uuid((self.new_id)());
        self.plan.snapshot.add_firm(new_firm(id, federation_id, row.firm.clone(), now))
    }

    fn fill(
        &mut self,
        row: &RosterRow,
        at: usize,
        found: Option<Match>,
        group: Option<GroupId>,
        mode: Mode,
    ) -> Vec<Change> {
        let mut changes = Changes::new(mode);
        let old = self.plan.snapshot.firms.get(at).clone();
        let number_before = old.business_number.clone();
        let (phones, emails, delegate) = self.around(&old, group);
        let by_number = found.is_some_and(|found| found.by_number);
        let around = firm::Around {
            industries: &self.choices.industries,
            phones: &phones,
            emails: &emails,
            by_number,
            delegate,
        };
        let mut remarks = firm::fill(self.plan.snapshot.firms.change(at), row, &around, &mut changes);
        if found.is_none() {
            changes.list.clear();
        }
        if let Some(number) = self.plan.snapshot.firms.get(at).business_number.clone()
            && number_before.as_ref() != Some(&number)
        {
            self.plan.snapshot.note_number(&number, at);
        }
        if old.industry_code != self.plan.snapshot.firms.get(at).industry_code {
            member::take_slots(&mut self.plan.snapshot, old.id, &mut changes);
        }
        let representative = old.representative.as_str();
        let (named, told) =
            person::fill(&mut self.plan.snapshot, row, old.id, representative, &mut changes, self.new_id);
        remarks.extend(told);
        if let Some(group) = group {
            let place = (old.id, group);
            let told = member::fill(
                &mut self.plan.snapshot,
                row,
                place,
                &named,
                representative,
                &mut changes,
                self.new_id,
            );
            remarks.extend(told);
        }
        remarks.into_iter().for_each(|(field, kind)| self.remark(row, Some(field), kind));
        changes.list
    }

    /// Numbers and addresses of the firm's people, and the name of its delegate.
    fn around(
        &self,
        firm: &firms::Model,
        group: Option<GroupId>,
    ) -> (BTreeSet<String>, BTreeSet<String>, Option<String>) {
        let snapshot = &self.plan.snapshot;
        let people: Vec<_> = snapshot.people_of(firm.id).iter().map(|at| snapshot.people.get(*at)).collect();
        let phones = people.iter().flat_map(|person| numbers(&person.phone)).collect();
        let emails = people
            .iter()
            .filter_map(|person| person.email.as_ref())
            .map(|email| email.to_lowercase())
            .collect();
        let groups = group.into_iter().chain(snapshot.groups_of(firm.id).iter().copied());
        let member = groups.filter_map(|group| snapshot.member_place(group, firm.id)).next();
        let delegate = member.and_then(|at| snapshot.memberships.get(at).delegate_id);
        let delegate = delegate.and_then(|id| snapshot.person(id)).map(|person| person.name.clone());
        (phones, emails, delegate.or_else(|| people.first().map(|person| person.name.clone())))
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
        self.plan.rows.push(RowPlan { row: row.row, firm: row.firm.clone(), id, outcome, changes });
    }
}
