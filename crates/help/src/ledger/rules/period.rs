//! The stretch of time that an account is read for.

use dure_domain::{Day, Moment};

/// A stretch of time, ending now unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    /// From the beginning.
    #[default]
    All,
    /// Since the fiscal year began, which is New Year unless the federation says otherwise.
    ThisYear,
    /// The fiscal year before.
    LastYear,
    /// The last 365 days.
    TwelveMonths,
    /// The last 90 days.
    ThreeMonths,
}

impl Period {
    /// In the order of the list, with the word used in addresses.
    pub const ALL: &[(Self, &str)] = &[
        (Self::All, ""),
        (Self::ThreeMonths, "3months"),
        (Self::TwelveMonths, "12months"),
        (Self::ThisYear, "year"),
        (Self::LastYear, "last-year"),
    ];

    /// The period of an address; unknown words mean all.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or(Self::All, |(period, _)| *period)
    }

    /// The word used in addresses.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(period, _)| *period == self).map_or("", |(_, word)| word)
    }

    /// First instant, and the instant at which it is over; Korean years that begin with this month.
    pub fn span(self, now: Moment, first_month: i8) -> (Option<Moment>, Option<Moment>) {
        let today = now.day().date();
        let year = if today.month() < first_month { today.year() - 1 } else { today.year() };
        let new_year = |year: i16| {
            jiff::civil::Date::new(year, first_month, 1).ok().map(|date| Moment::at(Day::from(date), 0, 0))
        };
        match self {
            Self::All => (None, None),
            Self::ThisYear => (new_year(year), None),
            Self::LastYear => (new_year(year - 1), new_year(year)),
            Self::TwelveMonths => (Some(now.plus_days(-365)), None),
            Self::ThreeMonths => (Some(now.plus_days(-90)), None),
        }
    }
}
