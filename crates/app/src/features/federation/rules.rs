//! Pure decisions about the federation's figures.

use dure_domain::{Day, JoiningReason, Motive, Sector};

/// How long a firm has been a member, in the bands of the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Years {
    /// Ten years and more.
    TenAndMore,
    /// Five to ten.
    FiveToTen,
    /// Two to five.
    TwoToFive,
    /// Less than two.
    UnderTwo,
    /// The day of joining is not known.
    Unknown,
}

impl Years {
    /// In the survey's order, with the word used in addresses.
    pub const ALL: [(Self, &str); 5] = [
        (Self::TenAndMore, "10"),
        (Self::FiveToTen, "5"),
        (Self::TwoToFive, "2"),
        (Self::UnderTwo, "0"),
        (Self::Unknown, "unknown"),
    ];

    /// The band of a firm that joined on this day.
    pub fn of(joined: Option<Day>, today: Day) -> Self {
        let Some(joined) = joined else { return Self::Unknown };
        match whole_years(joined, today) {
            10.. => Self::TenAndMore,
            5.. => Self::FiveToTen,
            2.. => Self::TwoToFive,
            _ => Self::UnderTwo,
        }
    }
}

/// Whole years from one day to another on the calendar.
fn whole_years(from: Day, to: Day) -> i32 {
    let (from, to) = (from.date(), to.date());
    let years = i32::from(to.year()) - i32::from(from.year());
    years - i32::from((to.month(), to.day()) < (from.month(), from.day()))
}

/// A number of the statistics, as the firms behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Of a sector; none where it is not known.
    Sector(Option<Sector>),
    /// Brought by; none where it is not known.
    Motive(Option<Motive>),
    /// Member for so long.
    Years(Years),
    /// Joined for, among others.
    Reason(JoiningReason),
}

impl Figure {
    /// Every figure of the statistics.
    pub fn all() -> Vec<Self> {
        let sectors = Sector::ALL.into_iter().map(Some).chain([None]).map(Self::Sector);
        let motives = Motive::ALL.iter().copied().map(Some).chain([None]).map(Self::Motive);
        let years = Years::ALL.into_iter().map(|(years, _)| Self::Years(years));
        let reasons = JoiningReason::ALL.iter().copied().map(Self::Reason);
        sectors.chain(motives).chain(years).chain(reasons).collect()
    }

    /// Its word in addresses: `sector-other`, `years-10`.
    pub fn word(self) -> String {
        match self {
            Self::Sector(sector) => format!("sector-{}", sector_word(sector)),
            Self::Motive(motive) => format!("motive-{}", motive.map_or("unknown", Motive::as_str)),
            Self::Years(years) => {
                let known = Years::ALL.iter().find(|(other, _)| *other == years);
                format!("years-{}", known.map_or("unknown", |(_, word)| word))
            }
            Self::Reason(reason) => format!("reason-{reason}"),
        }
    }

    /// The figure of an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().into_iter().find(|figure| figure.word() == word)
    }
}

/// A sector as the roster writes it.
pub fn sector_word(sector: Option<Sector>) -> String {
    let written = sector.and_then(|sector| serde_json::to_value(sector).ok());
    written.as_ref().and_then(|value| value.as_str()).unwrap_or("unknown").to_owned()
}

/// How a group has been in twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Life {
    /// Member firms.
    pub members: i64,
    /// Difficulties posted.
    pub posted: i64,
    /// Difficulties solved, wholly or partly.
    pub solved: i64,
    /// Member firms that posted, gave or took.
    pub active: i64,
    /// Whether a meeting is to come.
    pub has_meeting: bool,
    /// Difficulties posted in three months.
    pub posted_lately: i64,
}

impl Life {
    /// Member firms that did nothing.
    pub fn silent(&self) -> i64 {
        (self.members - self.active).max(0)
    }
}

/// Which groups the table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Without a meeting to come.
    NoMeeting,
    /// Without a difficulty for three months.
    Silent,
}

impl Only {
    /// In the order of the tabs, with the word used in addresses.
    pub const ALL: [(Self, &str); 3] =
        [(Self::All, ""), (Self::NoMeeting, "no-meeting"), (Self::Silent, "silent")];

    /// The choice of an address.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(only, _)| *only)
    }

    /// Whether a group is shown.
    pub fn takes_in(self, life: &Life) -> bool {
        match self {
            Self::All => true,
            Self::NoMeeting => !life.has_meeting,
            Self::Silent => life.posted_lately == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bands_begin_on_the_anniversary() {
        let day = |text: &str| Some(text.parse::<Day>().unwrap());
        let today = day("2026-11-25").unwrap();
        assert_eq!(Years::of(day("2016-11-25"), today), Years::TenAndMore);
        assert_eq!(Years::of(day("2016-11-26"), today), Years::FiveToTen);
        assert_eq!(Years::of(day("2024-11-26"), today), Years::UnderTwo);
        assert_eq!(Years::of(None, today), Years::Unknown);
    }

    #[test]
    fn every_figure_has_an_address_of_its_own() {
        for figure in Figure::all() {
            assert_eq!(Figure::from_word(&figure.word()), Some(figure));
        }
        assert_eq!(Figure::from_word("sector-"), None);
    }

    proptest! {
        #[test]
        fn whoever_joined_earlier_is_in_no_shorter_band(a in 0..25_000_i32, b in 0..25_000_i32, today in 25_000..26_000_i32) {
            let (early, late) = (Day::from_number(a.min(b)), Day::from_number(a.max(b)));
            let today = Day::from_number(today);
            prop_assert!(Years::of(Some(early), today) <= Years::of(Some(late), today));
        }
    }
}
