//! Time: an instant ([`Moment`]) and a calendar day in Korea ([`Day`]).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Serialize};

/// An instant in UTC, in milliseconds since 1970. Stored as a number, because text timestamps
/// sort wrongly on SQLite; shown in [`seoul`] time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// From milliseconds since 1970-01-01T00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The instant `seconds` later.
    pub const fn plus_secs(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000)))
    }

    /// The instant `days` times 24 hours later.
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_secs(days.saturating_mul(86_400))
    }

    /// Whole seconds from `earlier` to this instant; negative when this one is earlier.
    pub const fn secs_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 1_000
    }

    /// Date and time on a Korean clock.
    pub fn in_seoul(self) -> ZonedDateTime {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(seoul())
    }

    /// The Korean calendar day of this instant.
    pub fn day(self) -> Day {
        Day::from(self.in_seoul().date())
    }

    /// Midnight at the start of `day` in Korea, plus `hour` and `minute`.
    pub fn at(day: Day, hour: i8, minute: i8) -> Self {
        let time = day.date().at(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0);
        let zoned = time.to_zoned_datetime(seoul());
        Self(zoned.map_or(0, |zoned| zoned.timestamp().as_millisecond()))
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_millisecond())
    }
}

/// `2026-11-23T09:05:00+09:00`, for machines; pages word time through their texts.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_seoul().strftime("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

/// Korean standard time. Korea has had no daylight saving since 1988, so a fixed offset is exact
/// for every instant that Dure records and needs no time-zone file on the machine.
pub fn seoul() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(9))
}

/// A calendar day, counted in days since 1970-01-01, as used for joining, founding and deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

impl Day {
    /// From days since 1970-01-01.
    pub const fn from_number(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day on the Gregorian calendar, clamped to the years that the calendar can show.
    pub fn date(self) -> Date {
        let epoch = jiff::civil::date(1970, 1, 1);
        epoch.saturating_add(jiff::Span::new().days(self.0.clamp(-3_000_000, 2_900_000)))
    }

    /// The day `days` later.
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        let days = date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24;
        Self(i32::try_from(days).unwrap_or(0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.date(), f)
    }
}

/// The text is not a day such as `2026-11-23`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a day (year-month-day): {0:?}")]
pub struct BadDay(pub String);

impl FromStr for Day {
    type Err = BadDay;
    fn from_str(text: &str) -> Result<Self, BadDay> {
        text.trim().parse::<Date>().map(Self::from).map_err(|_| BadDay(text.to_owned()))
    }
}

impl TryFrom<String> for Day {
    type Error = BadDay;
    fn try_from(text: String) -> Result<Self, BadDay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_korean_day_begins_nine_hours_before_utc() {
        let moment = Moment::from_millis(1_763_823_600_000); // 2025-11-22T15:00Z
        assert_eq!(moment.day().to_string(), "2025-11-23");
        assert_eq!(moment.to_string(), "2025-11-23T00:00:00+09:00");
        assert_eq!(Moment::at(moment.day(), 0, 0), moment);
    }

    proptest! {
        #[test]
        fn days_lead_back(number in -200_000..200_000_i32) {
            let day = Day::from_number(number);
            prop_assert_eq!(Day::from(day.date()), day);
            prop_assert_eq!(day.to_string().parse(), Ok(day));
        }
    }
}
