//! Periods.

use dure_domain::{Day, Moment};
use jiff::ToSpan;

/// How far back one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    /// Three months.
    Quarter,
    /// Twelve months.
    #[default]
    Year,
    /// Twenty-four months.
    TwoYears,
    /// Since the beginning.
    All,
}

impl Period {
    /// In the order of the tabs, with the word used in addresses.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Quarter, "3m"), (Self::Year, "12m"), (Self::TwoYears, "24m"), (Self::All, "all")];

    /// The period of an address; unknown words mean a year.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(period, _)| *period)
    }

    /// The word used in addresses.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(period, _)| *period == self).map_or("", |(_, word)| word)
    }

    /// The first instant of the period: the start of the day so many calendar months ago.
    pub fn since(self, now: Moment) -> Option<Moment> {
        let months = match self {
            Self::Quarter => 3,
            Self::Year => 12,
            Self::TwoYears => 24,
            Self::All => return None,
        };
        let day = now.day().date().saturating_sub(months.months());
        Some(Moment::at(Day::from(day), 0, 0))
    }
}
