//! What is longer than the forms take. Such a row goes back with the reason: nobody could save its firm again, and
//! the database's indexes take no name without an end.

use dure_roster::{Field, Person, Phone, RosterRow};

use crate::firms::rules::most as of_firms;
use crate::groups::rules::NAME_MOST as GROUP_NAME_MOST;
use crate::members::rules::most as of_people;

/// The first field of the row that says more than its form takes, and how many letters that takes.
pub fn too_long(row: &RosterRow) -> Option<(Field, usize)> {
    let letters = |text: &Option<String>| text.as_deref().map_or(0, count);
    let names = joined(row.people.iter().map(|person| person.name.as_str()));
    let sizes = [
        (Field::Group, letters(&row.group), GROUP_NAME_MOST),
        (Field::Firm, count(&row.firm), of_firms::NAME),
        (Field::Representative, names, of_firms::REPRESENTATIVE),
        (Field::Representative, longest(&row.people, |person| Some(&person.name)), of_people::NAME),
        (Field::Contact, longest(&row.contacts, |person| Some(&person.name)), of_people::NAME),
        (Field::Title, longest(&row.people, |person| person.title.as_ref()), of_people::TITLE),
        (Field::Title, longest(&row.contacts, |person| person.title.as_ref()), of_people::TITLE),
        (Field::Phone, numbers(&row.phones), of_firms::PHONE),
        (Field::Mobile, numbers(&row.mobiles), of_people::PHONE),
        (Field::Fax, numbers(&row.faxes), of_firms::PHONE),
        (Field::Industry, letters(&row.industry), of_firms::INDUSTRY),
        (Field::Address, letters(&row.address), of_firms::ADDRESS),
        (Field::Website, letters(&row.website), of_firms::WEBSITE),
        (Field::Products, letters(&row.products), of_firms::PRODUCTS),
        (Field::Offers, letters(&row.offers), of_firms::OFFERS),
        (Field::Needs, letters(&row.needs), of_firms::NEEDS),
        // What is no field of its own is kept as notes.
        (Field::Motive, letters(&row.motive), of_firms::NOTES),
        (Field::Role, letters(&row.role), of_firms::NOTES),
        (Field::Note, notes(row), of_firms::NOTES),
    ];
    sizes.into_iter().find(|(_, letters, most)| letters > most).map(|(field, _, most)| (field, most))
}

fn count(text: &str) -> usize {
    text.chars().count()
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| count(text) + ", ".len()).sum::<usize>().saturating_sub(", ".len())
}

fn numbers(phones: &[Phone]) -> usize {
    joined(phones.iter().map(Phone::as_str))
}

fn longest(people: &[Person], of: impl Fn(&Person) -> Option<&String>) -> usize {
    people.iter().filter_map(of).map(|text| count(text)).max().unwrap_or_default()
}

fn notes(row: &RosterRow) -> usize {
    row.notes.iter().map(|(header, text)| count(header) + count(text) + ": \n".len()).sum()
}
