//! Industry: a code of the Korean Standard Industrial Classification (KSIC), revision 11.
//!
//! The classification is public, set by Statistics Korea (통계청 고시, revision 11 in force since
//! 2024-07-01). The table in `data/ksic.tsv` holds its 21 sections, 77 divisions and 234 groups;
//! classes and subclasses (4 and 5 digits) are kept as given under a known group. Codes of
//! revision 10 (2017) are accepted and moved where a group was renumbered.

mod find;
mod level;
mod parse;
mod sector;
mod table;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use level::Level;
pub use parse::BadIndustry;
pub use sector::Sector;

/// A KSIC code at one of its five levels, e.g. `C`, `25`, `251`, `2511`, `25112`.
///
/// Shown and stored as its official text, without the section letter before digits.
/// Ordered by level first, then by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Industry {
    level: Level,
    /// Number behind the digits; for a section 1 for A to 21 for U.
    number: u32,
}

impl Industry {
    /// The level of this code.
    pub const fn level(self) -> Level {
        self.level
    }

    /// The section (대분류) that this code belongs to.
    pub fn section(self) -> Self {
        match self.division() {
            Some(division) => table::section_of(division.number),
            None => self,
        }
    }

    /// The division (중분류), or `None` for a section.
    pub fn division(self) -> Option<Self> {
        self.at(Level::Division)
    }

    /// The group (소분류), or `None` for a section or a division.
    pub fn group(self) -> Option<Self> {
        self.at(Level::Group)
    }

    /// This code cut to `level`, or `None` when it is coarser than that.
    pub fn at(self, level: Level) -> Option<Self> {
        if level > self.level {
            return None;
        }
        if level == self.level {
            return Some(self);
        }
        if level == Level::Section {
            return Some(self.section());
        }
        let cut = 10_u32.pow(u32::from(self.level.digits() - level.digits()));
        Some(Self { level, number: self.number / cut })
    }

    /// The slot that a firm of this industry takes in a group that allows one firm per `level`.
    /// A coarser code is a slot of its own, so that slots can be compared by a database.
    pub fn slot(self, level: Level) -> Self {
        self.at(level).unwrap_or(self)
    }

    /// Whether two firms may not sit in the same group: their slots at `level` are equal.
    /// An equivalence at each level.
    pub fn shares_slot(self, other: Self, level: Level) -> bool {
        self.slot(level) == other.slot(level)
    }

    /// Official Korean name; of the group where the code is finer than that.
    pub fn name_ko(self) -> &'static str {
        table::row(self.slot(Level::Group)).map_or("", |row| row.ko)
    }

    /// English name; of the group where the code is finer than that.
    pub fn name_en(self) -> &'static str {
        table::row(self.slot(Level::Group)).map_or("", |row| row.en)
    }

    /// Every code of the table at `level`, in order; nothing for classes and subclasses, which
    /// the table does not list.
    pub fn all(level: Level) -> impl Iterator<Item = Self> {
        table::rows().iter().map(|row| row.industry).filter(move |industry| industry.level == level)
    }

    /// The codes of the table one level below this one.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let below = table::rows().iter().map(|row| row.industry);
        below.filter(move |code| self.level.next() == Some(code.level) && code.at(self.level) == Some(self))
    }

    /// Codes that a written industry may mean, best first, with a score in 0..=1: codes and
    /// official names (also of revision 10) score 1, usual shop words up to 0.9, names that only
    /// look alike less. At most eight. Empty when nothing fits.
    pub fn find(text: &str) -> Vec<(Self, f32)> {
        find::find(text)
    }

    /// The best of [`Self::find`] when it is at least a usual shop word for one industry.
    pub fn guess(text: &str) -> Option<Self> {
        Self::find(text).first().filter(|(_, score)| *score >= find::SURE).map(|(industry, _)| *industry)
    }

    /// One of the four sectors that the survey of 2006 counts by.
    pub fn sector(self) -> Sector {
        Sector::of(self)
    }
}

impl fmt::Display for Industry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Section => write!(f, "{}", table::letter(self.number)),
            level => write!(f, "{:0width$}", self.number, width = usize::from(level.digits())),
        }
    }
}

impl From<Industry> for String {
    fn from(industry: Industry) -> Self {
        industry.to_string()
    }
}

impl TryFrom<String> for Industry {
    type Error = BadIndustry;
    fn try_from(text: String) -> Result<Self, BadIndustry> {
        text.parse()
    }
}
