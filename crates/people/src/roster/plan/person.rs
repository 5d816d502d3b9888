//! The people whom a row names: known by their name within the firm, else added.

use dure_domain::{FirmId, PersonId};
use dure_roster::{Field, Person, RosterRow};
use dure_tables::people;

use super::change::{Changes, Mode};
use super::matching::{joined, numbers};
use super::snapshot::Snapshot;
use crate::accounts::address::may_change;
use crate::roster::remark::RemarkKind;

/// Whom the row named.
#[derive(Debug, Default)]
pub struct Named {
    /// Representatives, in the order of the row.
    pub people: Vec<PersonId>,
    /// Persons to speak to.
    pub contacts: Vec<PersonId>,
}

/// Finds or adds the people of a row and gives them their numbers and addresses. A representative
/// whom the firm already names, of whom nothing more is known, needs no entry as a person.
pub fn fill(
    snapshot: &mut Snapshot,
    row: &RosterRow,
    firm: FirmId,
    old_representative: &str,
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> (Named, Vec<(Field, RemarkKind)>) {
    let mut named = Named::default();
    let mut remarks = Vec::new();
    let wanted = row.people.iter().map(|person| (Field::Representative, person));
    let wanted: Vec<_> = wanted.chain(row.contacts.iter().map(|person| (Field::Contact, person))).collect();
    let mut contacts: Contacts = Contacts::new(snapshot, row, firm);
    for (field, person) in wanted {
        let known_by_name_alone =
            old_representative.split(", ").any(|name| joined(name) == joined(&person.name))
                && contacts.is_empty()
                && !is_there(snapshot, firm, person);
        if known_by_name_alone {
            continue;
        }
        let Some(at) = find_or_add(snapshot, person, firm, field, changes, new_id) else { continue };
        if let Some(title) = &person.title {
            let known = snapshot.people.get(at).title.clone();
            if known != *title && changes.may(known.is_empty()) {
                changes.text(Field::Title, &mut snapshot.people.change(at).title, title);
            }
        }
        remarks.extend(contacts.give(snapshot, at, changes));
        let id = snapshot.people.get(at).id;
        let list = if field == Field::Contact { &mut named.contacts } else { &mut named.people };
        if !list.contains(&id) {
            list.push(id);
        }
    }
    contacts.rest(snapshot, firm, named.people.iter().chain(&named.contacts).next().copied(), changes);
    (named, remarks)
}

fn is_there(snapshot: &Snapshot, firm: FirmId, person: &Person) -> bool {
    let name = joined(&person.name);
    snapshot.people_of(firm).iter().any(|at| joined(&snapshot.people.get(*at).name) == name)
}

fn find_or_add(
    snapshot: &mut Snapshot,
    person: &Person,
    firm: FirmId,
    field: Field,
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> Option<usize> {
    let name = joined(&person.name);
    let known = snapshot.people_of(firm).iter().find(|at| joined(&snapshot.people.get(**at).name) == name);
    if let Some(at) = known {
        return Some(*at);
    }
    if changes.mode() == Mode::Hold {
        return None;
    }
    changes.note(field, "", &person.name);
    Some(snapshot.add_person(people::Model {
        id: PersonId(new_id()),
        federation_id: snapshot.federation,
        firm_id: Some(firm),
        name: person.name.clone(),
        title: String::new(),
        email: None,
        phone: String::new(),
        lang: "ko".into(),
        password_hash: None,
        created_at: snapshot.now,
        left_at: None,
        version: 1,
        twin_email: None,
        came_in_at: None,
        links_from: None,
        quiet_at_night: false,
    }))
}

/// Mobile numbers and mail addresses of a row that nobody in the firm has yet: handed out in order.
struct Contacts {
    mobiles: Vec<String>,
    emails: Vec<String>,
    /// Every number and address of the row: who has one of them keeps it.
    told: Vec<String>,
}

impl Contacts {
    fn new(snapshot: &Snapshot, row: &RosterRow, firm: FirmId) -> Self {
        let own = snapshot.firm_place(firm).map(|at| snapshot.firms.get(at).clone());
        let people: Vec<&people::Model> =
            snapshot.people_of(firm).iter().map(|at| snapshot.people.get(*at)).collect();
        let office = own.iter().flat_map(|firm| numbers(&firm.phone));
        let known: Vec<String> =
            people.iter().flat_map(|person| numbers(&person.phone)).chain(office).collect();
        let mails: Vec<String> = people.iter().filter_map(|person| person.email.clone()).collect();
        let is_firms = |email: &String| {
            own.as_ref().is_some_and(|firm| firm.email.to_lowercase().contains(email.as_str()))
        };
        let mobiles = row.mobiles.iter().map(ToString::to_string).filter(|number| !known.contains(number));
        let has = |email: &String| mails.iter().any(|known| known.eq_ignore_ascii_case(email));
        let emails = row.emails.iter().filter(|email| !has(email) && !is_firms(email)).cloned();
        let told = row.mobiles.iter().map(ToString::to_string).chain(row.emails.iter().cloned());
        Self { mobiles: mobiles.collect(), emails: emails.collect(), told: told.collect() }
    }

    /// More numbers than people: the first has several. More addresses: the firm has the rest.
    fn rest(
        &mut self,
        snapshot: &mut Snapshot,
        firm: FirmId,
        first: Option<PersonId>,
        changes: &mut Changes,
    ) {
        if let Some(at) = first.and_then(|first| snapshot.person_place(first))
            && !self.mobiles.is_empty()
            && changes.mode() == Mode::Replace
        {
            let mut all = numbers(&snapshot.people.get(at).phone);
            all.extend(self.mobiles.iter().cloned());
            changes.text(Field::Mobile, &mut snapshot.people.change(at).phone, &all.join(", "));
        }
        self.emails.retain(|email| !snapshot.emails.contains_key(email));
        if let Some(at) = snapshot.firm_place(firm)
            && !self.emails.is_empty()
            && first.is_some()
            && changes.may(snapshot.firms.get(at).email.is_empty())
        {
            changes.text(Field::Email, &mut snapshot.firms.change(at).email, &self.emails.join(", "));
        }
    }

    fn is_empty(&self) -> bool {
        self.mobiles.is_empty() && self.emails.is_empty()
    }

    fn give(
        &mut self,
        snapshot: &mut Snapshot,
        at: usize,
        changes: &mut Changes,
    ) -> Vec<(Field, RemarkKind)> {
        let person = snapshot.people.get(at).clone();
        let keeps = numbers(&person.phone).iter().any(|number| self.told.contains(number));
        if !self.mobiles.is_empty() && !keeps && changes.may(person.phone.is_empty()) {
            let number = self.mobiles.remove(0);
            changes.text(Field::Mobile, &mut snapshot.people.change(at).phone, &number);
        }
        if person.email.as_ref().is_some_and(|email| self.told.contains(&email.to_lowercase())) {
            return Vec::new();
        }
        if self.emails.is_empty() || !changes.may(person.email.is_none()) {
            return Vec::new();
        }
        let email = self.emails.remove(0);
        if !may_change(snapshot.by, &snapshot.holder(&person)) {
            return vec![(Field::Email, RemarkKind::EmailKept)];
        }
        if snapshot.emails.get(&email.to_lowercase()).is_some_and(|owner| *owner != person.id) {
            return vec![(Field::Email, RemarkKind::EmailTaken)];
        }
        snapshot.emails.insert(email.to_lowercase(), person.id);
        changes.value(Field::Email, &mut snapshot.people.change(at).email, Some(email), Clone::clone);
        Vec::new()
    }
}
