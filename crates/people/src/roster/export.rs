//! The roster as rows that an import reads back: every value goes into the column from which it
//! came, so that bringing an unchanged file in again changes nothing.

use dure_domain::{GroupId, Industry, Office, Won};
use dure_roster::{BusinessNumber, Cell, Person, Phone, RosterRow, parse_emails, parse_phones};
use dure_tables::{firms, memberships, people};

use super::plan::snapshot::Snapshot;
use super::plan::{self, joined, notes};

/// What of a roster goes out.
pub struct Selection<'a> {
    /// Groups whose members go out; none for every firm of the federation.
    pub groups: Option<&'a [GroupId]>,
    /// Whether mobile numbers and mail addresses of the people of a group may go out; firms without
    /// a group are asked about with none.
    pub personal: &'a dyn Fn(Option<GroupId>) -> bool,
}

/// A row of a firm in a group, none for a firm without a group.
pub struct Entry<'a> {
    /// The firm.
    pub firm: &'a firms::Model,
    /// Its membership.
    pub member: Option<&'a memberships::Model>,
    /// The group's name.
    pub group: Option<String>,
}

/// Firms in the order of groups and names; those without a group first, so that no name of a group
/// is taken to hold for them.
pub fn entries<'a>(roster: &'a Snapshot, selection: &Selection<'_>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for (_, firm) in roster.firms.iter().filter(|(_, firm)| firm.left_at.is_none()) {
        let own = roster.groups_of(firm.id);
        if own.is_empty() && selection.groups.is_none() {
            entries.push(Entry { firm, member: None, group: None });
        }
        for group in own.iter().filter(|group| selection.groups.is_none_or(|groups| groups.contains(group))) {
            let member = roster.member_place(*group, firm.id).map(|at| roster.memberships.get(at));
            entries.push(Entry { firm, member, group: roster.group_name(*group) });
        }
    }
    entries.sort_by(|a, b| (&a.group, &a.firm.name, a.firm.id).cmp(&(&b.group, &b.firm.name, b.firm.id)));
    entries
}

/// The rows of an export.
pub fn rows(roster: &Snapshot, selection: &Selection<'_>) -> Vec<RosterRow> {
    entries(roster, selection).iter().map(|entry| row(roster, entry, selection)).collect()
}

fn row(roster: &Snapshot, entry: &Entry<'_>, selection: &Selection<'_>) -> RosterRow {
    let firm = entry.firm;
    let named = Named::of(roster, entry);
    let personal = (selection.personal)(entry.member.map(|member| member.group_id));
    let mut row = RosterRow {
        group: entry.group.clone(),
        firm: firm.name.clone(),
        business_number: firm
            .business_number
            .as_deref()
            .and_then(|number| BusinessNumber::parse(number).ok()),
        people: named.representatives.iter().map(|named| named.as_person()).collect(),
        contacts: named.contacts.iter().map(|person| as_person(person)).collect(),
        phones: phones(&firm.phone),
        faxes: phones(&firm.fax),
        emails: emails(&firm.email),
        address: plan::address_text(firm),
        industry: plan::industry_text(firm),
        products: some(&firm.products),
        role: named.first().and_then(|person| office(roster, entry, person)),
        joined: entry.member.and_then(|member| member.joined_on),
        founded: firm.founded_on,
        employees: firm.employees.and_then(|count| u32::try_from(count).ok()),
        revenue: firm.revenue_won.map(|won| Won(won.0)),
        website: some(&firm.website),
        offers: some(&firm.offers),
        needs: some(&firm.needs),
        motive: firm.motive.map(|motive| plan::motive_text(motive).to_owned()),
        notes: notes::parse(&firm.notes),
        ..RosterRow::default()
    };
    if personal {
        for person in named.all() {
            add_new(&mut row.mobiles, phones(&person.phone), &row.phones);
            add_new(&mut row.emails, person.email.iter().map(|email| email.to_lowercase()).collect(), &[]);
        }
    }
    let own = std::mem::take(&mut row.phones);
    let (mobile, fixed): (Vec<Phone>, Vec<Phone>) = own.into_iter().partition(Phone::is_mobile);
    row.phones = fixed;
    add_new(&mut row.mobiles, mobile, &[]);
    row
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, new: Vec<T>, elsewhere: &[T]) {
    for one in new {
        if !list.contains(&one) && !elsewhere.contains(&one) {
            list.push(one);
        }
    }
}

/// People in the order in which they stand in a row.
struct Named<'a> {
    representatives: Vec<NamedPerson<'a>>,
    contacts: Vec<&'a people::Model>,
}

/// A name that the firm gives as its representative's, with the person if there is one.
struct NamedPerson<'a> {
    name: String,
    person: Option<&'a people::Model>,
}

impl NamedPerson<'_> {
    fn as_person(&self) -> Person {
        self.person.map_or_else(|| Person { name: self.name.clone(), title: None }, as_person)
    }
}

impl<'a> Named<'a> {
    /// Representatives as the firm names them, else the delegate; then the delegate and the deputy
    /// as people to speak to.
    fn of(roster: &'a Snapshot, entry: &Entry<'a>) -> Self {
        let own: Vec<&people::Model> =
            roster.people_of(entry.firm.id).iter().map(|at| roster.people.get(*at)).collect();
        let member = entry.member.or_else(|| {
            let groups = roster.groups_of(entry.firm.id).iter();
            groups
                .filter_map(|group| roster.member_place(*group, entry.firm.id))
                .next()
                .map(|at| roster.memberships.get(at))
        });
        let of_member = |id: Option<dure_domain::PersonId>| {
            id.and_then(|id| own.iter().find(|person| person.id == id)).copied()
        };
        let delegate =
            of_member(member.and_then(|member| member.delegate_id)).or_else(|| own.first().copied());
        let deputy = of_member(member.and_then(|member| member.deputy_id));
        let names =
            entry.firm.representative.split([',', '/']).map(str::trim).filter(|name| !name.is_empty());
        let by_name = |name: &str| own.iter().find(|person| joined(&person.name) == joined(name)).copied();
        let mut representatives: Vec<NamedPerson<'a>> =
            names.map(|name| NamedPerson { name: name.to_owned(), person: by_name(name) }).collect();
        if representatives.is_empty() {
            let stands_in =
                delegate.map(|person| NamedPerson { name: person.name.clone(), person: Some(person) });
            representatives.extend(stands_in);
        }
        let known: Vec<_> =
            representatives.iter().filter_map(|named| named.person).map(|person| person.id).collect();
        let mut contacts: Vec<&people::Model> = delegate.into_iter().chain(deputy).collect();
        contacts.dedup_by_key(|person| person.id);
        contacts.retain(|person| !known.contains(&person.id));
        Self { representatives, contacts }
    }

    fn all(&self) -> impl Iterator<Item = &'a people::Model> + '_ {
        self.representatives.iter().filter_map(|named| named.person).chain(self.contacts.iter().copied())
    }

    fn first(&self) -> Option<&'a people::Model> {
        self.representatives.first().and_then(|named| named.person)
    }
}

fn as_person(person: &people::Model) -> Person {
    Person { name: person.name.clone(), title: some(&person.title) }
}

/// The people of an entry with the offices that they hold in the group, for paper.
pub fn people_of<'a>(roster: &'a Snapshot, entry: &Entry<'a>) -> Vec<(&'a people::Model, Option<Office>)> {
    let named = Named::of(roster, entry);
    named.all().map(|person| (person, office_of(roster, entry, person))).collect()
}

fn office_of(roster: &Snapshot, entry: &Entry<'_>, person: &people::Model) -> Option<Office> {
    let group = entry.member.map(|member| member.group_id)?;
    let held = roster.offices.iter().map(|(_, held)| held);
    let mut own = held.filter(|held| held.group_id == Some(group) && held.person_id == person.id);
    own.find(|held| matches!(held.office, Office::Chair | Office::Secretary)).map(|held| held.office)
}

fn office(roster: &Snapshot, entry: &Entry<'_>, person: &people::Model) -> Option<String> {
    office_of(roster, entry, person)
        .map(|office| if office == Office::Chair { "회장" } else { "간사" }.to_owned())
}

/// The industry of a firm as a reader knows it.
pub fn industry_name(firm: &firms::Model) -> String {
    let code: Option<Industry> = firm.industry_code.as_deref().and_then(|code| code.parse().ok());
    code.map_or_else(|| firm.industry_text.clone(), |code| code.name_ko().to_owned())
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn phones(text: &str) -> Vec<Phone> {
    parse_phones(&Cell::from_text(text)).unwrap_or_default()
}

fn emails(text: &str) -> Vec<String> {
    parse_emails(&Cell::from_text(text)).unwrap_or_default()
}
