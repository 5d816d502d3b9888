//! Tables at meetings: who sits with whom, so that everybody meets everybody and nobody sits with the same people again while others
//! are still unmet (the social golfer problem; Harvey 1998, Dotú and Van Hentenryck 2005).
//!
//! Full tables of a size that algebra knows are seated by lines of a finite plane; all else, guests and absences too, by annealing.

mod field;
mod lines;
mod seat;

use std::collections::BTreeMap;

use crate::search::{Chance, Limit};

/// A person who comes to meetings.
pub type Guest = u32;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotation {
    /// Who comes to each meeting to be seated.
    pub meetings: Vec<Vec<Guest>>,
    /// Seats of a table; tables are as equal as they can be.
    pub table: usize,
    /// How often two have sat together before.
    pub before: BTreeMap<(Guest, Guest), u32>,
}

/// Tables by meeting.
pub type Seating = Vec<Vec<Vec<Guest>>>;

impl Rotation {
    /// The plain form: `tables` of `size` at each of `meetings`, everybody always there.
    pub fn plain(tables: usize, size: usize, meetings: usize) -> Self {
        let everybody: Vec<Guest> = (0..(tables * size) as Guest).collect();
        Self { meetings: vec![everybody; meetings], table: size, before: BTreeMap::new() }
    }

    /// How often somebody sits with somebody again.
    pub fn repeats(&self, seating: &Seating) -> u64 {
        let mut met = self.before.clone();
        let mut repeats = 0;
        for table in seating.iter().flatten() {
            for (at, &a) in table.iter().enumerate() {
                for &b in &table[at + 1..] {
                    let times = met.entry((a.min(b), a.max(b))).or_default();
                    repeats += u64::from(*times > 0);
                    *times += 1;
                }
            }
        }
        repeats
    }

    /// Seats everybody. The same seed gives the same tables where the limit is in moves.
    pub fn solve(&self, limit: &Limit<'_>, seed: u64) -> Seating {
        if let Some(seating) = self.by_lines() {
            return seating;
        }
        seat::anneal(self, limit, &mut Chance::new(seed))
    }

    /// How many tables a meeting of so many has.
    pub(crate) fn tables_for(&self, guests: usize) -> usize {
        guests.div_ceil(self.table.max(1)).max(1)
    }

    /// Full tables, always the same guests, nobody met before: a plane may know it.
    fn by_lines(&self) -> Option<Seating> {
        let first = self.meetings.first()?;
        let same = self.meetings.iter().all(|meeting| meeting == first);
        if !same || !self.before.is_empty() || self.table < 2 || first.len() % self.table != 0 {
            return None;
        }
        let seating = lines::seat(first.len() / self.table, self.table, self.meetings.len())?;
        let names = |table: Vec<usize>| table.into_iter().map(|at| first[at]).collect();
        Some(seating.into_iter().map(|meeting| meeting.into_iter().map(names).collect()).collect())
    }
}
