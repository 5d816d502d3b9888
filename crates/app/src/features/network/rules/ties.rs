//! Ties between firms, and the rows of the table.

use std::collections::BTreeMap;
use std::fmt;

use dure_domain::{FirmId, GiveKind, Moment};

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
