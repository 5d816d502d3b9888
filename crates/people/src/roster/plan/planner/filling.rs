//! What a row changes of the firm that it means.

use std::collections::BTreeSet;

use dure_domain::{FirmId, GroupId, Id};
use dure_roster::RosterRow;
use dure_tables::firms;

use super::Planner;
use crate::roster::plan::change::{Change, Changes, Mode};
use crate::roster::plan::matching::{Match, numbers};
use crate::roster::plan::{firm, member, new_firm, person};

impl Planner<'_> {
    /// A firm that is new.
    pub(super) fn add_firm(&mut self, row: &RosterRow) -> usize {
        let (federation_id, now) = (self.plan.snapshot.federation, self.plan.snapshot.now);
        let id = FirmId::from_uuid((self.new_id)());
        self.plan.snapshot.add_firm(new_firm(id, federation_id, row.firm.clone(), now))
    }

    /// Fills in the firm, its person and its membership; what changes of them.
    pub(super) fn fill(
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
}
