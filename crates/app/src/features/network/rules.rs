//! Pure decisions about the network: periods, the rows of the table, what fits into the picture.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use dure_domain::{Day, FirmId, GiveKind, Moment};
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

/// What a tie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieKind {
    /// Confirmed give and take.
    Give(GiveKind),
    /// Help that was offered, and is not confirmed yet.
    Offered,
}

impl TieKind {
    /// Every kind, in the order of the legend.
    pub fn all() -> impl Iterator<Item = Self> {
        GiveKind::ALL.iter().map(|kind| Self::Give(*kind)).chain([Self::Offered])
    }

    /// The kind of an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|kind| kind.to_string() == word)
    }

    /// Its colour, 1 to 6: give and take in one, offers in a lighter one.
    pub const fn part(self) -> u8 {
        match self {
            Self::Give(_) => 1,
            Self::Offered => 6,
        }
    }
}

impl fmt::Display for TieKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Give(kind) => kind.fmt(f),
            Self::Offered => f.write_str("offered"),
        }
    }
}

/// Helps of one kind from one firm to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Who helped.
    pub from: FirmId,
    /// Who was helped.
    pub to: FirmId,
    /// How.
    pub kind: TieKind,
    /// How often.
    pub times: i64,
    /// The last time.
    pub last: Moment,
}

/// All helps from one firm to another: a row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Who helped.
    pub from: FirmId,
    /// Who was helped.
    pub to: FirmId,
    /// How, and how often each.
    pub kinds: Vec<(TieKind, i64)>,
    /// How often in all.
    pub times: i64,
    /// The last time.
    pub last: Moment,
}

/// The rows of the table.
pub fn pairs(ties: &[Tie]) -> Vec<Pair> {
    let mut pairs: BTreeMap<(FirmId, FirmId), Pair> = BTreeMap::new();
    for tie in ties {
        let new = Pair { from: tie.from, to: tie.to, kinds: Vec::new(), times: 0, last: tie.last };
        let pair = pairs.entry((tie.from, tie.to)).or_insert(new);
        pair.kinds.push((tie.kind, tie.times));
        pair.times += tie.times;
        pair.last = pair.last.max(tie.last);
    }
    pairs.into_values().collect()
}

/// Orders of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The most helps first.
    #[default]
    Times,
    /// The latest first.
    Last,
    /// By the helper's name.
    From,
    /// By the name of who was helped.
    To,
}

impl Sort {
    /// In the order of the tabs, with the word used in addresses.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Times, "times"), (Self::Last, "last"), (Self::From, "from"), (Self::To, "to")];

    /// The order of an address.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(sort, _)| *sort)
    }
}

/// Sorts rows; names come from `name`.
pub fn sort<'a>(pairs: &mut [Pair], sort: Sort, name: impl Fn(FirmId) -> &'a str) {
    let names = |pair: &Pair| (name(pair.from), name(pair.to), pair.from, pair.to);
    pairs.sort_by(|a, b| {
        let by_names = || names(a).cmp(&names(b));
        match sort {
            Sort::Times => b.times.cmp(&a.times).then_with(|| b.last.cmp(&a.last)).then_with(by_names),
            Sort::Last => b.last.cmp(&a.last).then_with(by_names),
            Sort::From => by_names(),
            Sort::To => name(a.to).cmp(name(b.to)).then_with(by_names),
        }
    });
}

/// How many other firms each firm is tied to.
pub fn partners(ties: &[Tie]) -> BTreeMap<FirmId, usize> {
    let mut partners: BTreeMap<FirmId, BTreeSet<FirmId>> = BTreeMap::new();
    for tie in ties {
        partners.entry(tie.from).or_default().insert(tie.to);
        partners.entry(tie.to).or_default().insert(tie.from);
    }
    partners.into_iter().map(|(firm, others)| (firm, others.len())).collect()
}

/// The firms with the most partners, the most first.
pub fn best_tied(partners: &BTreeMap<FirmId, usize>, most: usize) -> Vec<(FirmId, usize)> {
    let mut firms: Vec<(FirmId, usize)> = partners.iter().map(|(firm, many)| (*firm, *many)).collect();
    firms.sort_by_key(|(firm, many)| (std::cmp::Reverse(*many), *firm));
    firms.truncate(most);
    firms
}

/// What fits into the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Firms with their number of partners, the best tied first.
    pub firms: Vec<(FirmId, usize)>,
    /// Ties among them.
    pub ties: Vec<Tie>,
    /// Tied firms for which there was no room.
    pub left_out: usize,
}

/// Chooses at most `room` firms: those with ties first, then `others` as far as there is room for all of them.
pub fn picture(ties: &[Tie], others: &[FirmId], room: usize) -> Picture {
    let partners = partners(ties);
    let mut firms = best_tied(&partners, room);
    let left_out = partners.len() - firms.len();
    let alone: Vec<FirmId> = others.iter().copied().filter(|firm| !partners.contains_key(firm)).collect();
    if firms.len() + alone.len() <= room {
        firms.extend(alone.into_iter().map(|firm| (firm, 0)));
    }
    let shown: BTreeSet<FirmId> = firms.iter().map(|(firm, _)| *firm).collect();
    let ties =
        ties.iter().filter(|tie| shown.contains(&tie.from) && shown.contains(&tie.to)).copied().collect();
    Picture { firms, ties, left_out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dure_domain::Id;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn firm(number: u8) -> FirmId {
        FirmId::from_uuid(Uuid::from_u128(u128::from(number)))
    }

    fn ties() -> impl Strategy<Value = Vec<Tie>> {
        let kind = prop::sample::select(TieKind::all().collect::<Vec<_>>());
        let tie = (0..12_u8, 0..12_u8, kind, 1..5_i64, 0..1_000_i64);
        prop::collection::btree_map((0..12_u8, 0..12_u8, 0..7_usize), tie, 0..40).prop_map(|ties| {
            let kinds: Vec<TieKind> = TieKind::all().collect();
            let tie = |((from, to, kind), (.., times, at)): (_, (_, _, _, i64, i64))| {
                let (from, to): (u8, u8) = (from, to);
                let kind: usize = kind;
                Tie {
                    from: firm(from),
                    to: firm(to),
                    kind: kinds[kind],
                    times,
                    last: Moment::from_millis(at),
                }
            };
            ties.into_iter().map(tie).filter(|tie| tie.from != tie.to).collect()
        })
    }

    #[test]
    fn a_period_ends_on_the_same_day_of_an_earlier_month() {
        let day = |text: &str| Moment::at(text.parse().unwrap(), 15, 30);
        let since = |period: Period, text: &str| period.since(day(text)).unwrap().to_string();
        assert_eq!(since(Period::Year, "2026-11-25"), "2025-11-25T00:00:00+09:00");
        assert_eq!(since(Period::Quarter, "2026-05-31"), "2026-02-28T00:00:00+09:00");
        assert_eq!(since(Period::TwoYears, "2028-02-29"), "2026-02-28T00:00:00+09:00");
        assert_eq!(Period::All.since(day("2026-11-25")), None);
    }

    #[test]
    fn words_of_addresses_lead_back() {
        assert!(Period::ALL.iter().all(|(period, word)| Period::from_word(word) == *period));
        assert!(TieKind::all().all(|kind| TieKind::from_word(&kind.to_string()) == Some(kind)));
        assert_eq!(Period::from_word("?"), Period::Year);
    }

    proptest! {
        #[test]
        fn a_period_holds_its_months(millis in 0..4_000_000_000_000_i64) {
            let now = Moment::from_millis(millis);
            let days = |period: Period| now.day().number() - period.since(now).unwrap().day().number();
            prop_assert!((89..=92).contains(&days(Period::Quarter)));
            prop_assert!((365..=366).contains(&days(Period::Year)));
            prop_assert!((730..=731).contains(&days(Period::TwoYears)));
        }

        #[test]
        fn the_table_counts_every_help_once(ties in ties(), order in prop::sample::select(&Sort::ALL[..])) {
            let mut rows = pairs(&ties);
            sort(&mut rows, order.0, |_| "");
            prop_assert_eq!(
                rows.iter().map(|row| row.times).sum::<i64>(),
                ties.iter().map(|tie| tie.times).sum::<i64>()
            );
            let distinct: BTreeSet<_> = rows.iter().map(|row| (row.from, row.to)).collect();
            prop_assert_eq!(distinct.len(), rows.len());
        }

        #[test]
        fn the_picture_keeps_to_its_room_and_says_what_is_missing(ties in ties(), room in 0..16_usize) {
            let others: Vec<FirmId> = (0..16).map(firm).collect();
            let picture = picture(&ties, &others, room);
            prop_assert!(picture.firms.len() <= room);
            let tied = partners(&ties);
            let drawn = picture.firms.iter().filter(|(firm, _)| tied.contains_key(firm)).count();
            prop_assert_eq!(drawn + picture.left_out, tied.len());
            if room >= 16 {
                prop_assert_eq!(picture.ties.len(), ties.len());
                prop_assert_eq!(picture.firms.len(), 16);
            }
        }
    }
}
