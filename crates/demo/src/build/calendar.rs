//! Days and hours, counted from the day on which the demo is looked at.

use dure_domain::{Day, Moment};

/// Counts from today.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calendar {
    pub today: Day,
}

impl Calendar {
    /// The year as seen from which the texts name years.
    const WRITTEN_IN: i16 = 2026;

    /// A day this many days from today; past days are negative.
    pub fn day(self, from_today: i32) -> Day {
        self.today.plus(from_today)
    }

    /// A moment this many days from today.
    pub fn at(self, from_today: i32, hour: i8, minute: i8) -> Moment {
        Moment::at(self.day(from_today), hour, minute)
    }

    /// A morning `years` and `days` ago.
    pub fn years_ago(self, years: i32, days: i32) -> Moment {
        self.at(-(years * 365 + days), 10, 0)
    }

    /// A day of the year that the texts call `year`, moved along with today.
    pub fn written(self, year: i16, day_of_year: i32) -> Day {
        let year = year + (self.today.date().year() - Self::WRITTEN_IN);
        Day::from(jiff::civil::date(year, 1, 1)).plus(day_of_year)
    }
}
