//! The file of wishes: who comes together, who stays apart, who is in a group that is kept.
//!
//! Three cells: a firm, another firm, and `함께`/`together` or `따로`/`apart`. Two cells: a firm and the name of the group that it
//! stays in; others may join that.

use std::collections::BTreeMap;

use dure_pool::{Firm, Kept, Wishes};
use dure_roster::{Field, SheetRow, name_key};

/// What the file wishes, and which of its rows say nothing that can be followed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Locks {
    /// The wishes.
    pub wishes: Wishes,
    /// Rows that were not understood: row of the file, and why.
    pub bad: Vec<(u32, BadLock)>,
}

/// Why a row of wishes cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadLock {
    /// Neither two nor three cells.
    Cells,
    /// The third cell is no known wish.
    Word(String),
    /// No firm of that name takes part.
    UnknownFirm(String),
    /// Several firms have that name.
    SeveralFirms(String),
    /// A firm and itself.
    SameFirm(String),
}

impl BadLock {
    /// One stable word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cells => "cells",
            Self::Word(_) => "word",
            Self::UnknownFirm(_) => "unknown_firm",
            Self::SeveralFirms(_) => "several_firms",
            Self::SameFirm(_) => "same_firm",
        }
    }
}

const TOGETHER: &[&str] = &["함께", "같이", "together", "一緒", "一緒に"];
const APART: &[&str] = &["따로", "별도", "떨어져", "apart", "別", "別々"];

/// Reads the rows of wishes about these firms.
pub fn read(rows: &[SheetRow], firms: &[Firm]) -> Locks {
    let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, firm) in (0..).zip(firms) {
        numbers.entry(name_key(&firm.name)).or_default().push(number);
    }
    let mut locks = Locks::default();
    let mut kept: BTreeMap<String, Kept> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.filled().map(|(_, cell)| cell.text().into_owned()).collect();
        let first = cells.first().map(String::as_str).unwrap_or_default();
        if at == 0 && Field::of_header(first) == Some(Field::Firm) && !numbers.contains_key(&name_key(first))
        {
            continue;
        }
        if let Err(bad) = take(&cells, &numbers, &mut locks.wishes, &mut kept) {
            locks.bad.push((row.number, bad));
        }
    }
    locks.wishes.kept = kept.into_values().collect();
    locks
}

fn take(
    cells: &[String],
    numbers: &BTreeMap<String, Vec<u32>>,
    wishes: &mut Wishes,
    kept: &mut BTreeMap<String, Kept>,
) -> Result<(), BadLock> {
    let firm = |name: &String| match numbers.get(&name_key(name)).map(Vec::as_slice) {
        Some([only]) => Ok(*only),
        Some([]) | None => Err(BadLock::UnknownFirm(name.clone())),
        Some(_) => Err(BadLock::SeveralFirms(name.clone())),
    };
    match cells {
        [name, group] => kept.entry(group.clone()).or_default().members.push(firm(name)?),
        [one, other, word] => {
            let wish = word.to_lowercase();
            let pairs = match () {
                () if TOGETHER.contains(&wish.as_str()) => &mut wishes.together,
                () if APART.contains(&wish.as_str()) => &mut wishes.apart,
                () => return Err(BadLock::Word(word.clone())),
            };
            match (firm(one)?, firm(other)?) {
                (a, b) if a == b => return Err(BadLock::SameFirm(one.clone())),
                pair => pairs.push(pair),
            }
        }
        _ => return Err(BadLock::Cells),
    }
    Ok(())
}
