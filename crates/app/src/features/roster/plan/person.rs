//! The people whom a row names: known by their name within the firm, else added.

use dure_domain::{FirmId, PersonId};
use dure_roster::{Field, Person, RosterRow};
use dure_tables::people;

use super::change::{Changes, Mode};
use super::matching::{joined, numbers};
use super::snapshot::Snapshot;
use crate::features::roster::remark::RemarkKind;

/// Whom the row named.
#[derive(Debug, Default)]
pub struct Named {
    /// Representatives, in the order of the row.
    pub people: Vec<PersonId>,
    /// Persons to speak to.
    pub contacts: Vec<PersonId>,
}

/// Finds or adds the people of a row and gives them their numbers and addresses.
pub fn fill(
    snapshot: &mut Snapshot,
    row: &RosterRow,
    firm: FirmId,
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> (Named, Vec<(Field, RemarkKind)>) {
    let mut named = Named::default();
    let mut remarks = Vec::new();
    let wanted = row.people.iter().map(|person| (Field::Representative, person));
    let wanted: Vec<_> = wanted.chain(row.contacts.iter().map(|person| (Field::Contact, person))).collect();
    let mut contacts: Contacts = Contacts::new(snapshot, row, firm);
    for (field, person) in wanted {
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
    (named, remarks)
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
    }))
}

/// Mobile numbers and mail addresses of a row that nobody in the firm has yet: handed out in order.
struct Contacts {
    mobiles: Vec<String>,
    emails: Vec<String>,
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
        Self { mobiles: mobiles.collect(), emails: emails.collect() }
    }

    fn give(
        &mut self,
        snapshot: &mut Snapshot,
        at: usize,
        changes: &mut Changes,
    ) -> Vec<(Field, RemarkKind)> {
        let person = snapshot.people.get(at).clone();
        if !self.mobiles.is_empty() && changes.may(person.phone.is_empty()) {
            let number = self.mobiles.remove(0);
            changes.text(Field::Mobile, &mut snapshot.people.change(at).phone, &number);
        }
        if self.emails.is_empty() || !changes.may(person.email.is_none()) {
            return Vec::new();
        }
        let email = self.emails.remove(0);
        if snapshot.is_guarded(person.id) {
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
