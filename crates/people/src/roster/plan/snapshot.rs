//! The roster of one federation in memory: what an import is planned on.

use std::collections::{HashMap, HashSet};

use dure_domain::{Day, FederationId, FirmId, GroupId, Moment, Office, PersonId};
use dure_roster::name_key;
use dure_tables::{appointments, firms, groups, memberships, people};
use dure_web::secretariat;

use super::table::Table;
use crate::accounts::address::{By, Holder};

/// Rows as the database has them.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Active firms, and those that were merged into others.
    pub firms: Vec<firms::Model>,
    /// People of these firms, active.
    pub people: Vec<people::Model>,
    /// Active memberships.
    pub memberships: Vec<memberships::Model>,
    /// Active offices.
    pub offices: Vec<appointments::Model>,
    /// People who have held offices that have ended.
    pub held_before: HashSet<PersonId>,
    /// Groups.
    pub groups: Vec<groups::Model>,
    /// Merged firms and the firms that they were merged into.
    pub merged: HashMap<FirmId, FirmId>,
    /// Mail addresses that are in use anywhere, with the person.
    pub emails: HashMap<String, PersonId>,
}

/// The roster of one federation, looked up by what rosters tell.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub federation: FederationId,
    pub now: Moment,
    pub firms: Table<firms::Model>,
    pub people: Table<people::Model>,
    pub memberships: Table<memberships::Model>,
    pub offices: Table<appointments::Model>,
    pub groups: Table<groups::Model>,
    pub emails: HashMap<String, PersonId>,
    /// Who imports.
    pub by: By,
    merged: HashMap<FirmId, FirmId>,
    firm_at: HashMap<FirmId, usize>,
    by_number: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    people_of: HashMap<FirmId, Vec<usize>>,
    person_at: HashMap<PersonId, usize>,
    members: HashMap<(GroupId, FirmId), usize>,
    groups_of: HashMap<FirmId, Vec<GroupId>>,
    slots: HashMap<(GroupId, String), FirmId>,
    held: HashMap<PersonId, Vec<Office>>,
    held_before: HashSet<PersonId>,
}

impl Snapshot {
    /// Rows with everything that finds them.
    pub fn new(federation: FederationId, now: Moment, rows: Rows) -> Self {
        let mut snapshot = Self {
            federation,
            now,
            firms: Table::new(rows.firms),
            people: Table::new(rows.people),
            memberships: Table::new(rows.memberships),
            offices: Table::new(rows.offices),
            groups: Table::new(rows.groups),
            emails: rows.emails,
            by: By::Others,
            merged: rows.merged,
            firm_at: HashMap::new(),
            by_number: HashMap::new(),
            by_key: HashMap::new(),
            people_of: HashMap::new(),
            person_at: HashMap::new(),
            members: HashMap::new(),
            groups_of: HashMap::new(),
            slots: HashMap::new(),
            held: HashMap::new(),
            held_before: rows.held_before,
        };
        snapshot.index();
        snapshot
    }

    fn index(&mut self) {
        let firms: Vec<_> = self.firms.iter().map(|(at, firm)| (at, firm.clone())).collect();
        firms.iter().for_each(|(at, firm)| self.index_firm(*at, firm));
        let people: Vec<_> = self.people.iter().map(|(at, person)| (at, person.id, person.firm_id)).collect();
        people.into_iter().for_each(|(at, person, firm)| self.index_person(at, person, firm));
        let members: Vec<_> = self.memberships.iter().map(|(at, member)| (at, member.clone())).collect();
        members.iter().for_each(|(at, member)| self.index_member(*at, member));
        for (_, held) in self.offices.iter() {
            self.held.entry(held.person_id).or_default().push(held.office);
        }
    }

    fn index_firm(&mut self, at: usize, firm: &firms::Model) {
        self.firm_at.insert(firm.id, at);
        self.by_key.entry(name_key(&firm.name)).or_default().push(at);
        if let Some(number) = &firm.business_number {
            let place = self.by_number.entry(number.clone()).or_insert(at);
            if firm.left_at.is_none() {
                *place = at;
            }
        }
    }

    fn index_person(&mut self, at: usize, person: PersonId, firm: Option<FirmId>) {
        self.person_at.insert(person, at);
        if let Some(firm) = firm {
            self.people_of.entry(firm).or_default().push(at);
        }
    }

    fn index_member(&mut self, at: usize, member: &memberships::Model) {
        self.members.insert((member.group_id, member.firm_id), at);
        self.groups_of.entry(member.firm_id).or_default().push(member.group_id);
        if let Some(slot) = &member.industry_slot {
            self.slots.insert((member.group_id, slot.clone()), member.firm_id);
        }
    }

    /// Today in Korea.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// Adds a firm.
    pub fn add_firm(&mut self, firm: firms::Model) -> usize {
        let at = self.firms.add(firm.clone());
        self.index_firm(at, &firm);
        at
    }

    /// Notes that a firm now has this number.
    pub fn note_number(&mut self, number: &str, at: usize) {
        self.by_number.insert(number.to_owned(), at);
    }

    /// Adds a person.
    pub fn add_person(&mut self, person: people::Model) -> usize {
        let (id, firm) = (person.id, person.firm_id);
        let at = self.people.add(person);
        self.index_person(at, id, firm);
        at
    }

    /// Adds a membership.
    pub fn add_member(&mut self, member: memberships::Model) -> usize {
        let at = self.memberships.add(member.clone());
        self.index_member(at, &member);
        at
    }

    /// Notes that a firm takes a slot of a group.
    pub fn note_slot(&mut self, group: GroupId, slot: &str, firm: FirmId) {
        self.slots.insert((group, slot.to_owned()), firm);
    }

    /// The firm with this number, and whether it is found through one that was merged into it.
    pub fn firm_by_number(&self, number: &str) -> Option<(usize, bool)> {
        self.by_number.get(number).and_then(|at| self.kept(*at))
    }

    /// Firms with this name key.
    pub fn firms_by_key(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// The place of a firm.
    pub fn firm_place(&self, id: FirmId) -> Option<usize> {
        self.firm_at.get(&id).copied()
    }

    /// The firm itself, or the one that it was merged into.
    pub fn kept(&self, at: usize) -> Option<(usize, bool)> {
        let mut firm = self.firms.get(at);
        let mut through = false;
        for _ in 0..8 {
            if firm.left_at.is_none() {
                return Some((self.firm_place(firm.id)?, through));
            }
            let next = self.merged.get(&firm.id)?;
            firm = self.firms.get(self.firm_place(*next)?);
            through = true;
        }
        None
    }

    /// Places of the people of a firm.
    pub fn people_of(&self, firm: FirmId) -> &[usize] {
        self.people_of.get(&firm).map_or(&[], Vec::as_slice)
    }

    /// A person, if of this federation's firms or offices.
    pub fn person(&self, id: PersonId) -> Option<&people::Model> {
        self.person_at.get(&id).map(|at| self.people.get(*at))
    }

    /// The place of a person.
    pub fn person_place(&self, id: PersonId) -> Option<usize> {
        self.person_at.get(&id).copied()
    }

    /// The place of a firm's membership in a group.
    pub fn member_place(&self, group: GroupId, firm: FirmId) -> Option<usize> {
        self.members.get(&(group, firm)).copied()
    }

    /// Groups in which a firm is a member.
    pub fn groups_of(&self, firm: FirmId) -> &[GroupId] {
        self.groups_of.get(&firm).map_or(&[], Vec::as_slice)
    }

    /// The name of a group.
    pub fn group_name(&self, id: GroupId) -> Option<String> {
        self.groups.iter().find(|(_, group)| group.id == id).map(|(_, group)| group.name.clone())
    }

    /// The group whose secretariat answers for a firm.
    pub fn secretariat_of(&self, firm: FirmId) -> Option<GroupId> {
        let places = self.groups_of(firm).iter().filter_map(|group| self.member_place(*group, firm));
        secretariat::first(places.map(|at| self.memberships.get(at)))
    }

    /// Which firm takes a slot of a group.
    pub fn slot_holder(&self, group: GroupId, slot: &str) -> Option<FirmId> {
        self.slots.get(&(group, slot.to_owned())).copied()
    }

    /// Whose address it is, as it was before the import.
    pub fn holder(&self, person: &people::Model) -> Holder {
        let offices = self.held.get(&person.id).cloned().unwrap_or_default();
        Holder::of(person, offices, self.held_before.contains(&person.id))
    }
}
