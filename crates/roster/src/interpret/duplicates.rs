//! Firms that stand in a roster more than once.

use std::collections::HashMap;

use super::problem::{Problem, ProblemKind, Severity};
use super::row::RosterRow;
use crate::mapping::{Field, Mapping};
use crate::value::firm_name::{NameIndex, name_key};

/// Names at least this alike are compared further.
const SIMILAR: f64 = 0.8;

pub(super) fn find(rows: &[RosterRow], mapping: &Mapping, problems: &mut Vec<Problem>) {
    let mut by_number = HashMap::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut names = NameIndex::default();
    for (place, row) in rows.iter().enumerate() {
        let key = name_key(&row.firm);
        let same_number = row.business_number.and_then(|number| by_number.get(&number).copied());
        let found = same_number
            .map(|first: usize| ProblemKind::SameBusinessNumber { first: rows[first].row })
            .or_else(|| by_name.get(&key).and_then(|first| same_name(&rows[*first], row)))
            .or_else(|| similar(rows, &names, row));
        let field = if same_number.is_some() { Field::BusinessNumber } else { Field::Firm };
        if let Some(kind) = found {
            let column = mapping.columns_of(field).next();
            let (row, severity, original) = (row.row, Severity::Warning, row.firm.clone());
            problems.push(Problem { row, column, severity, kind, original });
        }
        names.insert(&row.firm);
        by_name.entry(key).or_insert(place);
        if let Some(number) = row.business_number {
            by_number.entry(number).or_insert(place);
        }
    }
}

/// Two firms may share a name: different numbers say that they are two.
fn same_name(first: &RosterRow, row: &RosterRow) -> Option<ProblemKind> {
    let differ = matches!((first.business_number, row.business_number), (Some(a), Some(b)) if a != b);
    match () {
        () if differ => None,
        () if share(first, row) => Some(ProblemKind::SameFirm { first: first.row }),
        () => Some(ProblemKind::SameName { first: first.row }),
    }
}

fn similar(rows: &[RosterRow], names: &NameIndex, row: &RosterRow) -> Option<ProblemKind> {
    let alike = names.similar(&row.firm, SIMILAR);
    let first = alike.into_iter().map(|(place, _)| &rows[place]).find(|first| {
        let differ = matches!((first.business_number, row.business_number), (Some(a), Some(b)) if a != b);
        !differ && share(first, row)
    })?;
    Some(ProblemKind::SimilarFirm { first: first.row })
}

fn share(one: &RosterRow, other: &RosterRow) -> bool {
    fn any<T: PartialEq>(one: &[T], other: &[T]) -> bool {
        one.iter().any(|thing| other.contains(thing))
    }
    any(&one.phones, &other.phones)
        || any(&one.mobiles, &other.mobiles)
        || any(&one.emails, &other.emails)
        || one.people.iter().any(|person| other.people.iter().any(|known| known.name == person.name))
        || (one.website.is_some() && one.website == other.website)
}
