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

    /// The text with `{+20}` and `{-3}` replaced by the day so many days from today: `12월 15일`.
    pub fn dated(self, text: &str) -> String {
        let mut parts = text.split('{');
        let mut dated = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (inside, after) = part.split_once('}').unwrap_or((part, ""));
            match inside.parse() {
                Ok(days) => {
                    let date = self.day(days).date();
                    dated.push_str(&format!("{}월 {}일", date.month(), date.day()));
                }
                Err(_) => dated.push_str(inside),
            }
            dated.push_str(after);
        }
        dated
    }

    /// A day of the year that the texts call `year`, moved along with today.
    pub fn written(self, year: i16, day_of_year: i32) -> Day {
        let year = year + (self.today.date().year() - Self::WRITTEN_IN);
        Day::from(jiff::civil::date(year, 1, 1)).plus(day_of_year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_texts_move_along_with_today() {
        let calendar = Calendar { today: "2026-11-25".parse().expect("a day") };
        assert_eq!(calendar.dated("{+20}까지, 지난 {-1}에"), "12월 15일까지, 지난 11월 24일에");
        assert_eq!(calendar.dated("그대로"), "그대로");
    }
}
