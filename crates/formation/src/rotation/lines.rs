//! Tables as lines: `q` tables of `s <= q` for a prime power `q`. Guest `(c, v)` sits in week `k` at table `v - k c`, so that two of different
//! `c` meet just once; those of the same `c` meet in one more week where their number can be divided into tables.

use super::field::Field;

/// Seats by number; none where no plane serves.
pub(crate) fn seat(tables: usize, size: usize, weeks: usize) -> Option<Vec<Vec<Vec<usize>>>> {
    let field = Field::of(tables)?;
    if size > tables {
        return None;
    }
    let extra = usize::from(tables.is_multiple_of(size));
    if weeks > tables + extra {
        return None;
    }
    let guest = |c: usize, v: usize| c * tables + v;
    let mut seating: Vec<Vec<Vec<usize>>> = (0..tables.min(weeks))
        .map(|week| {
            let at = |table: usize| {
                (0..size).map(|c| guest(c, field.add(table, field.multiply(week, c)))).collect()
            };
            (0..field.order).map(at).collect()
        })
        .collect();
    if weeks > tables {
        let columns = (0..size).flat_map(|c| {
            (0..tables)
                .map(move |v| guest(c, v))
                .collect::<Vec<_>>()
                .chunks(size)
                .map(<[usize]>::to_vec)
                .collect::<Vec<_>>()
        });
        seating.push(columns.collect());
    }
    Some(seating)
}
