//! One row of cells read as its fields.

use dure_domain::{Day, typed};

use super::fill::Filler;
use super::problem::{Problem, ProblemKind, Severity};
use super::row::{Person, RosterRow};
use crate::mapping::{Field, Mapping};
use crate::sheet::{Cell, Sheet};
use crate::value::business_number::BusinessNumber;
use crate::value::count::parse_count;
use crate::value::day::parse_day;
use crate::value::email::parse_emails;
use crate::value::money::{MoneyUnit, parse_money};
use crate::value::people::parse_people;
use crate::value::phone::{Phone, parse_phones};

pub(super) struct RowReader<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    filler: &'a Filler<'a>,
    place: usize,
    row: RosterRow,
    titles: Vec<(usize, String)>,
    pub problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub fn new(sheet: &'a Sheet, mapping: &'a Mapping, filler: &'a Filler<'a>, place: usize) -> Self {
        let row = RosterRow { row: sheet.rows[place].number, ..RosterRow::default() };
        Self { sheet, mapping, filler, place, row, titles: Vec::new(), problems: Vec::new() }
    }

    pub fn read(&mut self) -> RosterRow {
        for column in 0..self.sheet.width() {
            let cell = self.filler.cell(self.place, column);
            let field = self.mapping.field(column);
            let shown = cell.text();
            if cell.is_empty() || matches!(field, Field::Ignore | Field::RowNumber) {
                continue;
            }
            if is_spreadsheet_error(&shown) {
                self.warn(column, ProblemKind::SpreadsheetError, cell);
                continue;
            }
            if shown.contains('\u{fffd}') {
                self.warn(column, ProblemKind::BrokenText, cell);
            }
            self.field(field, column, cell);
        }
        self.give_titles();
        if self.row.firm.is_empty() {
            self.no_firm();
        }
        std::mem::take(&mut self.row)
    }

    fn field(&mut self, field: Field, column: usize, cell: &Cell) {
        let row = &mut self.row;
        match field {
            Field::Firm => add(&mut row.firm, &one_line(cell)),
            Field::Group => add_some(&mut row.group, &one_line(cell)),
            Field::Role => add_some(&mut row.role, &one_line(cell)),
            Field::Address => add_some(&mut row.address, &one_line(cell)),
            Field::Industry => add_some(&mut row.industry, &one_line(cell)),
            Field::Products => add_some(&mut row.products, &cell.text()),
            Field::Website => add_some(&mut row.website, &one_line(cell)),
            Field::Offers => add_some(&mut row.offers, &cell.text()),
            Field::Needs => add_some(&mut row.needs, &cell.text()),
            Field::Motive => add_some(&mut row.motive, &one_line(cell)),
            Field::Representative => row.people.extend(parse_people(&cell.text())),
            Field::Contact => row.contacts.extend(parse_people(&cell.text())),
            Field::Title => self.titles.push((column, one_line(cell))),
            Field::Phone | Field::Mobile | Field::Fax => self.phones(field, column, cell),
            Field::Email => self.emails(column, cell),
            Field::BusinessNumber => self.business_number(column, cell),
            Field::Joined => self.row.joined = self.day(column, cell).or(self.row.joined),
            Field::Founded => self.row.founded = self.day(column, cell).or(self.row.founded),
            Field::Employees => match parse_count(cell) {
                Some(count) => row.employees = Some(count),
                None => self.unread(column, ProblemKind::BadCount, cell),
            },
            Field::Revenue => self.revenue(column, cell),
            Field::Note | Field::RowNumber | Field::Ignore => self.note(column, cell),
        }
    }

    /// Mobile phones are told from others by the number, not by the column.
    fn phones(&mut self, field: Field, column: usize, cell: &Cell) {
        let Some(phones) = parse_phones(cell) else {
            return self.unread(column, ProblemKind::BadPhone, cell);
        };
        for phone in phones {
            let list: &mut Vec<Phone> = match field {
                Field::Fax => &mut self.row.faxes,
                _ if phone.is_mobile() => &mut self.row.mobiles,
                _ => &mut self.row.phones,
            };
            if !list.contains(&phone) {
                list.push(phone);
            }
        }
    }

    fn emails(&mut self, column: usize, cell: &Cell) {
        match parse_emails(cell) {
            Some(emails) => {
                let new = emails.into_iter().filter(|email| !self.row.emails.contains(email));
                let new: Vec<String> = new.collect();
                self.row.emails.extend(new);
            }
            None => self.unread(column, ProblemKind::BadEmail, cell),
        }
    }

    fn business_number(&mut self, column: usize, cell: &Cell) {
        match BusinessNumber::parse(&cell.text()) {
            Ok(number) => {
                if !number.has_valid_checksum() {
                    self.warn(column, ProblemKind::WrongChecksum { number }, cell);
                }
                self.row.business_number = Some(number);
            }
            Err(_) if cell.text() == "-" => {}
            Err(_) => self.unread(column, ProblemKind::BadBusinessNumber, cell),
        }
    }

    fn day(&mut self, column: usize, cell: &Cell) -> Option<Day> {
        let Some(parsed) = parse_day(cell) else {
            self.unread(column, ProblemKind::BadDay, cell);
            return None;
        };
        if !parsed.exact {
            self.warn(column, ProblemKind::DayAssumed { day: parsed.day }, cell);
        }
        Some(parsed.day)
    }

    fn revenue(&mut self, column: usize, cell: &Cell) {
        let unit = MoneyUnit::of_header(self.header(column));
        match parse_money(cell, unit) {
            Some(won) => self.row.revenue = Some(won),
            None => self.unread(column, ProblemKind::BadMoney, cell),
        }
    }

    /// A title per person where the counts agree; else the first without one gets it, and what
    /// nobody can take is a note.
    fn give_titles(&mut self) {
        for (column, text) in std::mem::take(&mut self.titles) {
            let parts: Vec<&str> = text.split('/').map(str::trim).collect();
            let free = self.row.people.iter().filter(|person| person.title.is_none()).count();
            if parts.len() == self.row.people.len() && free == parts.len() {
                for (person, title) in self.row.people.iter_mut().zip(parts) {
                    person.title = Some(title.to_owned()).filter(|title| !title.is_empty());
                }
            } else if let Some(person) = self.row.people.iter_mut().find(|person| person.title.is_none()) {
                person.title = Some(text);
            } else if !self.row.people.iter().any(|person: &Person| person.title.as_ref() == Some(&text)) {
                let header = self.header(column).to_owned();
                self.row.notes.push((header, text));
            }
        }
    }

    fn note(&mut self, column: usize, cell: &Cell) {
        let header = self.header(column).to_owned();
        self.row.notes.push((header, cell.text().into_owned()));
    }

    fn header(&self, column: usize) -> &'a str {
        self.sheet.header.get(column).map_or("", String::as_str)
    }

    fn unread(&mut self, column: usize, kind: ProblemKind, cell: &Cell) {
        self.note(column, cell);
        self.warn(column, kind, cell);
    }

    fn warn(&mut self, column: usize, kind: ProblemKind, cell: &Cell) {
        let original = cell.text().into_owned();
        let (row, severity) = (self.sheet.rows[self.place].number, Severity::Warning);
        self.problems.push(Problem { row, column: Some(column), severity, kind, original });
    }

    fn no_firm(&mut self) {
        let row = &self.sheet.rows[self.place];
        let original = row.filled().map(|(_, cell)| cell.text()).collect::<Vec<_>>().join(" | ");
        let column = self.mapping.columns_of(Field::Firm).next();
        let (severity, kind) = (Severity::Error, ProblemKind::NoFirm);
        self.problems.push(Problem { row: row.number, column, severity, kind, original });
    }
}

fn one_line(cell: &Cell) -> String {
    typed::one_line(&cell.text()).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push_str(", ");
    }
    text.push_str(more);
}

fn add_some(text: &mut Option<String>, more: &str) {
    add(text.get_or_insert_default(), more);
}

fn is_spreadsheet_error(text: &str) -> bool {
    text.starts_with('#')
        && ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#DATA!"].contains(&text)
}
