//! Firms that stand in a roster more than once.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::problem::{Problem, ProblemKind, Severity};
use super::row::RosterRow;
use crate::mapping::{Field, Mapping};
use crate::value::business_number::BusinessNumber;
use crate::value::firm_name::{letters, name_key, similar_letters};

/// Names at least this alike, with something in common, are the same firm misspelt.
const SIMILAR: f64 = 0.8;

/// Earlier rows that are compared for one thing in common: the number of an office that all of a
/// long roster give must not cost a comparison of all with all.
const COMPARED: usize = 16;

pub(super) fn find(rows: &[RosterRow], mapping: &Mapping, problems: &mut Vec<Problem>) {
    let mut seen = Seen::default();
    for row in rows {
        let firm = Firm::new(row);
        if let Some(kind) = seen.earlier(&firm) {
            let same_number = matches!(kind, ProblemKind::SameBusinessNumber { .. });
            let field = if same_number { Field::BusinessNumber } else { Field::Firm };
            let column = mapping.columns_of(field).next();
            let (row, severity, original) = (row.row, Severity::Warning, row.firm.clone());
            problems.push(Problem { row, column, severity, kind, original });
        }
        seen.add(&Rc::new(firm));
    }
}

struct Firm<'a> {
    row: &'a RosterRow,
    key: String,
    letters: Vec<char>,
}

impl<'a> Firm<'a> {
    fn new(row: &'a RosterRow) -> Self {
        let key = name_key(&row.firm);
        Self { row, letters: letters(&key), key }
    }
}

#[derive(Default)]
struct Seen<'a> {
    by_number: HashMap<BusinessNumber, u32>,
    by_name: HashMap<String, &'a RosterRow>,
    /// Phones, addresses, persons and sites, with the firms that have them.
    by_mark: HashMap<&'a str, Vec<Rc<Firm<'a>>>>,
}

impl<'a> Seen<'a> {
    fn earlier(&self, firm: &Firm<'_>) -> Option<ProblemKind> {
        let same = firm.row.business_number.and_then(|number| self.by_number.get(&number));
        same.map(|first| ProblemKind::SameBusinessNumber { first: *first })
            .or_else(|| self.same_name(firm))
            .or_else(|| self.similar(firm))
    }

    fn same_name(&self, firm: &Firm<'_>) -> Option<ProblemKind> {
        let first = self.by_name.get(&firm.key).filter(|first| !differ(first, firm.row))?;
        let known: BTreeSet<&str> = marks(first).collect();
        let shared = marks(firm.row).any(|mark| known.contains(mark));
        let first = first.row;
        Some(if shared { ProblemKind::SameFirm { first } } else { ProblemKind::SameName { first } })
    }

    fn similar(&self, firm: &Firm<'_>) -> Option<ProblemKind> {
        let sharing = marks(firm.row).filter_map(|mark| self.by_mark.get(mark)).flatten();
        let alike = |first: &&Rc<Firm<'_>>| {
            !differ(first.row, firm.row) && similar_letters(&first.letters, &firm.letters) >= SIMILAR
        };
        let first = sharing.filter(alike).map(|first| first.row.row).min()?;
        Some(ProblemKind::SimilarFirm { first })
    }

    fn add(&mut self, firm: &Rc<Firm<'a>>) {
        let row = firm.row;
        self.by_name.entry(firm.key.clone()).or_insert(row);
        if let Some(number) = row.business_number {
            self.by_number.entry(number).or_insert(row.row);
        }
        for mark in marks(row) {
            let sharing = self.by_mark.entry(mark).or_default();
            if sharing.len() < COMPARED {
                sharing.push(Rc::clone(firm));
            }
        }
    }
}

/// Two firms may share a name: different numbers say that they are two.
fn differ(one: &RosterRow, other: &RosterRow) -> bool {
    matches!((one.business_number, other.business_number), (Some(a), Some(b)) if a != b)
}

/// What tells a firm besides its name and number.
fn marks(row: &RosterRow) -> impl Iterator<Item = &str> {
    let phones = row.phones.iter().chain(&row.mobiles).map(|phone| phone.as_str());
    let people = row.people.iter().map(|person| person.name.as_str());
    phones.chain(row.emails.iter().map(String::as_str)).chain(people).chain(row.website.as_deref())
}
