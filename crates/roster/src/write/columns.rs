//! The columns of an exported roster.

use crate::interpret::{Person, RosterRow};
use crate::mapping::Field;

pub(super) enum Entry {
    Text(String),
    Number(i64),
}

pub(super) struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Vec<Entry>>,
}

const FIELDS: [Field; 22] = [
    Field::Group,
    Field::Firm,
    Field::BusinessNumber,
    Field::Representative,
    Field::Title,
    Field::Contact,
    Field::Phone,
    Field::Mobile,
    Field::Fax,
    Field::Email,
    Field::Address,
    Field::Industry,
    Field::Products,
    Field::Role,
    Field::Joined,
    Field::Founded,
    Field::Employees,
    Field::Revenue,
    Field::Website,
    Field::Offers,
    Field::Needs,
    Field::Motive,
];

/// The fixed columns, then one for every header of a note, in order of first use.
pub(super) fn table(rows: &[RosterRow]) -> Table {
    let notes = note_headers(rows);
    let fixed = FIELDS.iter().map(|field| field.korean().to_owned());
    let header = fixed.chain(notes.iter().map(|(header, _)| (*header).to_owned())).collect();
    let rows = rows.iter().map(|row| {
        let fixed = FIELDS.iter().map(|field| entry(row, *field));
        fixed.chain(notes.iter().map(|(header, nth)| note(row, header, *nth))).collect()
    });
    Table { header, rows: rows.collect() }
}

/// A header comes as often as one row uses it.
fn note_headers(rows: &[RosterRow]) -> Vec<(&str, usize)> {
    let mut headers: Vec<(&str, usize)> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for row in rows {
        for (place, (header, _)) in row.notes.iter().enumerate() {
            let nth = row.notes[..place].iter().filter(|(earlier, _)| earlier == header).count();
            if known.insert((header.as_str(), nth)) {
                headers.push((header, nth));
            }
        }
    }
    headers
}

fn note(row: &RosterRow, header: &str, nth: usize) -> Entry {
    let found = row.notes.iter().filter(|(known, _)| known == header).nth(nth);
    Entry::Text(found.map(|(_, text)| text.clone()).unwrap_or_default())
}

fn entry(row: &RosterRow, field: Field) -> Entry {
    let some = |text: &Option<String>| Entry::Text(text.clone().unwrap_or_default());
    let many = |list: Vec<&str>| Entry::Text(list.join(", "));
    match field {
        Field::Group => some(&row.group),
        Field::Firm => Entry::Text(row.firm.clone()),
        Field::BusinessNumber => Entry::Text(row.business_number.map(|n| n.to_string()).unwrap_or_default()),
        Field::Representative => Entry::Text(names(&row.people)),
        Field::Title => Entry::Text(titles(&row.people)),
        Field::Contact => Entry::Text(row.contacts.iter().map(shown).collect::<Vec<_>>().join("/")),
        Field::Phone => many(row.phones.iter().map(|phone| phone.as_str()).collect()),
        Field::Mobile => many(row.mobiles.iter().map(|phone| phone.as_str()).collect()),
        Field::Fax => many(row.faxes.iter().map(|phone| phone.as_str()).collect()),
        Field::Email => many(row.emails.iter().map(String::as_str).collect()),
        Field::Address => some(&row.address),
        Field::Industry => some(&row.industry),
        Field::Products => some(&row.products),
        Field::Role => some(&row.role),
        Field::Joined => Entry::Text(row.joined.map(|day| day.to_string()).unwrap_or_default()),
        Field::Founded => Entry::Text(row.founded.map(|day| day.to_string()).unwrap_or_default()),
        Field::Employees => row.employees.map_or(Entry::Text(String::new()), |n| Entry::Number(n.into())),
        Field::Revenue => row.revenue.map_or(Entry::Text(String::new()), |won| Entry::Number(won.0)),
        Field::Website => some(&row.website),
        Field::Offers => some(&row.offers),
        Field::Needs => some(&row.needs),
        Field::Motive => some(&row.motive),
        Field::RowNumber | Field::Note | Field::Ignore => Entry::Text(String::new()),
    }
}

fn names(people: &[Person]) -> String {
    people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("/")
}

/// One title per name, in the same order; a title may not hold the sign between them.
fn titles(people: &[Person]) -> String {
    if people.iter().all(|person| person.title.is_none()) {
        return String::new();
    }
    let title = |person: &Person| person.title.as_deref().unwrap_or("").replace('/', "·");
    people.iter().map(title).collect::<Vec<_>>().join("/")
}

fn shown(person: &Person) -> String {
    person.title.as_ref().map_or_else(|| person.name.clone(), |title| format!("{} ({title})", person.name))
}
