//! Rows of one table in memory, with what they were before.

use std::collections::BTreeMap;

/// Rows that can be changed and added; remembers which ones were.
#[derive(Debug, Clone)]
pub struct Table<T> {
    rows: Vec<T>,
    before: BTreeMap<usize, Option<T>>,
}

impl<T: Clone + PartialEq> Table<T> {
    /// Rows as they are in the database.
    pub fn new(rows: Vec<T>) -> Self {
        Self { rows, before: BTreeMap::new() }
    }

    /// The row at a place.
    pub fn get(&self, place: usize) -> &T {
        &self.rows[place]
    }

    /// The row at a place, to be changed.
    pub fn change(&mut self, place: usize) -> &mut T {
        let row = &mut self.rows[place];
        self.before.entry(place).or_insert_with(|| Some(row.clone()));
        row
    }

    /// A new row; gives its place.
    pub fn add(&mut self, row: T) -> usize {
        let place = self.rows.len();
        self.rows.push(row);
        self.before.insert(place, None);
        place
    }

    /// All rows with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().enumerate()
    }

    /// Rows that are new or differ from what they were: (before, after).
    pub fn changed(&self) -> impl Iterator<Item = (Option<&T>, &T)> {
        let pairs = self.before.iter().map(|(place, before)| (before.as_ref(), &self.rows[*place]));
        pairs.filter(|(before, after)| before.is_none_or(|before| before != *after))
    }
}
