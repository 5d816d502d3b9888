//! Seating by annealing: two guests of different tables of one meeting change places.

use super::{Rotation, Seating};
use crate::search::{Chance, Limit};

const BATCH: u64 = 2_048;
const HOT: f64 = 0.9;
const COLD: f64 = 0.12;
/// Moves of one annealing before it starts anew, per seat.
const MOVES_PER_SEAT: u64 = 6_000;

struct Tables {
    /// meeting -> table -> guests by index.
    seats: Vec<Vec<Vec<usize>>>,
    /// guests x guests: how often two sit together.
    met: Vec<i32>,
    guests: usize,
    cost: i64,
}

impl Tables {
    /// Costs `k (k - 1) / 2` for two who sit together `k` times: what one more meeting adds.
    fn add(&mut self, a: usize, b: usize, sign: i32) {
        let at = a.min(b) * self.guests + a.max(b);
        self.cost += if sign > 0 { i64::from(self.met[at]) } else { -i64::from(self.met[at] - 1) };
        self.met[at] += sign;
    }

    fn times(&self, a: usize, b: usize) -> i32 {
        self.met[a.min(b) * self.guests + a.max(b)]
    }

    /// What swapping two seats of a meeting would cost.
    fn cost_of(&self, meeting: usize, one: (usize, usize), other: (usize, usize)) -> i32 {
        let tables = &self.seats[meeting];
        let (a, b) = (tables[one.0][one.1], tables[other.0][other.1]);
        let mates = |table: usize, but: usize| tables[table].iter().copied().filter(move |&mate| mate != but);
        let leaving: i32 = mates(one.0, a).map(|mate| self.times(b, mate) - (self.times(a, mate) - 1)).sum();
        let coming: i32 = mates(other.0, b).map(|mate| self.times(a, mate) - (self.times(b, mate) - 1)).sum();
        leaving + coming
    }

    fn swap(&mut self, meeting: usize, one: (usize, usize), other: (usize, usize)) {
        let (a, b) = (self.seats[meeting][one.0][one.1], self.seats[meeting][other.0][other.1]);
        for (table, old, new) in [(one.0, a, b), (other.0, b, a)] {
            for mate in self.seats[meeting][table].clone().into_iter().filter(|&mate| mate != old) {
                self.add(old, mate, -1);
                self.add(new, mate, 1);
            }
        }
        self.seats[meeting][one.0][one.1] = b;
        self.seats[meeting][other.0][other.1] = a;
    }
}

pub(super) fn anneal(rotation: &Rotation, limit: &Limit<'_>, chance: &mut Chance) -> Seating {
    let mut names: Vec<u32> = rotation.meetings.iter().flatten().copied().collect();
    names.sort_unstable();
    names.dedup();
    let seats: u64 = rotation.meetings.iter().map(|meeting| meeting.len() as u64).sum();
    let once = (MOVES_PER_SEAT * seats).max(1);
    let mut best: Option<Tables> = None;
    let mut moves = 0;
    let over = |moves: u64| match limit {
        Limit::Moves(most) | Limit::Counted(most, _) => moves >= *most,
        Limit::Time(gone) => gone() >= 1.0,
    };
    loop {
        let mut tables = dealt(rotation, &names, chance);
        let mut done = 0;
        while done < once && tables.cost > 0 && !over(moves) {
            let temperature = HOT * (COLD / HOT).powf(done as f64 / once as f64);
            for _ in 0..BATCH {
                step(&mut tables, temperature, chance);
            }
            done += BATCH;
            moves += BATCH;
        }
        if best.as_ref().is_none_or(|best| tables.cost < best.cost) {
            best = Some(tables);
        }
        if best.as_ref().is_some_and(|best| best.cost <= 0) || over(moves) {
            break;
        }
    }
    let seated = best.map(|best| best.seats).unwrap_or_default();
    let named = |table: Vec<usize>| table.into_iter().map(|at| names[at]).collect();
    seated.into_iter().map(|meeting| meeting.into_iter().map(named).collect()).collect()
}

fn step(tables: &mut Tables, temperature: f64, chance: &mut Chance) {
    let meeting = chance.below(tables.seats.len());
    let count = tables.seats[meeting].len();
    if count < 2 {
        return;
    }
    let (one, other) = (chance.below(count), chance.below(count));
    if one == other {
        return;
    }
    let one = (one, chance.below(tables.seats[meeting][one].len()));
    let other = (other, chance.below(tables.seats[meeting][other].len()));
    let cost = tables.cost_of(meeting, one, other);
    let random = (chance.bits() >> 11) as f64 / (1u64 << 53) as f64;
    if cost <= 0 || random < (-f64::from(cost) / temperature).exp() {
        tables.swap(meeting, one, other);
    }
}

/// Everybody at random tables, as equal as can be.
fn dealt(rotation: &Rotation, names: &[u32], chance: &mut Chance) -> Tables {
    let guests = names.len();
    let mut tables = Tables { seats: Vec::new(), met: vec![0; guests * guests], guests, cost: 0 };
    let index = |guest: u32| names.binary_search(&guest).ok();
    for (&(a, b), &times) in &rotation.before {
        if let (Some(a), Some(b)) = (index(a), index(b)) {
            tables.met[a.min(b) * guests + a.max(b)] += times as i32;
        }
    }
    for meeting in &rotation.meetings {
        let mut waiting: Vec<usize> = meeting.iter().filter_map(|&guest| index(guest)).collect();
        for at in (1..waiting.len()).rev() {
            waiting.swap(at, chance.below(at + 1));
        }
        let count = rotation.tables_for(waiting.len());
        let mut seats = vec![Vec::new(); count];
        for (at, guest) in waiting.into_iter().enumerate() {
            seats[at % count].push(guest);
        }
        seats.retain(|table| !table.is_empty());
        for table in &seats {
            for (at, &a) in table.iter().enumerate() {
                for &b in &table[at + 1..] {
                    tables.add(a, b, 1);
                }
            }
        }
        tables.seats.push(seats);
    }
    tables
}
