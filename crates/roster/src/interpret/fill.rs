//! Values that a roster gives once and means for the rows beneath.

use std::collections::HashMap;

use crate::mapping::{Field, Mapping};
use crate::sheet::{Cell, Merge, Sheet};

/// Fields of the firm as a whole. A merged phone or e-mail is the first person's.
const SHARED: [Field; 12] = [
    Field::Group,
    Field::Firm,
    Field::BusinessNumber,
    Field::Address,
    Field::Industry,
    Field::Products,
    Field::Joined,
    Field::Founded,
    Field::Employees,
    Field::Revenue,
    Field::Website,
    Field::Role,
];

pub(super) struct Filler<'a> {
    sheet: &'a Sheet,
    places: HashMap<u32, usize>,
    merges: HashMap<usize, Vec<&'a Merge>>,
    /// Group column to the group of each row, where it is given once and blank beneath.
    groups: HashMap<usize, Vec<&'a Cell>>,
}

impl<'a> Filler<'a> {
    pub fn new(sheet: &'a Sheet, mapping: &Mapping) -> Self {
        let places = sheet.rows.iter().enumerate().map(|(place, row)| (row.number, place)).collect();
        let mut merges: HashMap<usize, Vec<&Merge>> = HashMap::new();
        for merge in sheet.merges.iter().filter(|merge| merge.bottom > merge.top) {
            if SHARED.contains(&mapping.field(merge.left)) {
                merges.entry(merge.left).or_default().push(merge);
            }
        }
        for merges in merges.values_mut() {
            merges.sort_by_key(|merge| merge.top);
        }
        let groups = mapping.columns_of(Field::Group).filter(|column| !merges.contains_key(column));
        let groups = groups.filter_map(|column| Some((column, given_once(sheet, column)?))).collect();
        Self { sheet, places, merges, groups }
    }

    /// The cell, or the one that speaks for it.
    pub fn cell(&self, place: usize, column: usize) -> &'a Cell {
        let row = &self.sheet.rows[place];
        let own = row.cell(column);
        if !own.is_empty() {
            return own;
        }
        if let Some(groups) = self.groups.get(&column) {
            return groups.get(place).copied().unwrap_or(own);
        }
        let merged = self.merges.get(&column).and_then(|merges| nearest(merges, row.number));
        let above =
            merged.and_then(|merge| self.places.get(&merge.top)).and_then(|top| self.sheet.rows.get(*top));
        above.map_or(own, |above| above.cell(column))
    }
}

/// The merge over `row`, among merges of one column that are sorted and do not overlap.
fn nearest<'a>(merges: &[&'a Merge], row: u32) -> Option<&'a Merge> {
    let after = merges.partition_point(|merge| merge.top <= row);
    merges[..after].last().copied().filter(|merge| merge.bottom >= row)
}

/// A column whose first row is filled, that has blanks, and in which no value comes twice in a
/// row, gives each value once for the rows beneath.
fn given_once(sheet: &Sheet, column: usize) -> Option<Vec<&Cell>> {
    let mut last = sheet.rows.first()?.cell(column);
    let mut filled = Vec::with_capacity(sheet.rows.len());
    for (place, row) in sheet.rows.iter().enumerate() {
        let own = row.cell(column);
        if last.is_empty() || (place > 0 && own == last) {
            return None;
        }
        if !own.is_empty() {
            last = own;
        }
        filled.push(last);
    }
    Some(filled)
}
