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

    /// Its colour: each kind of give and take its own, offers grey.
    pub fn part(self) -> u8 {
        const COLOURS: [u8; 6] = [1, 2, 3, 4, 5, 7];
        let place = |given| GiveKind::ALL.iter().position(|kind| *kind == given);
        match self {
            Self::Give(kind) => place(kind).and_then(|at| COLOURS.get(at).copied()).unwrap_or(1),
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

/// A firm that one has helped, or was helped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The other firm.
    pub other: FirmId,
    /// How often it helped; what is only offered counts in neither.
    pub got: i64,
    /// How often it was helped.
    pub gave: i64,
    /// How, and how often each.
    pub kinds: Vec<(TieKind, i64)>,
    /// The last time.
    pub last: Moment,
}

/// What ties this firm to others, the latest first.
pub fn links_of(ties: &[Tie], firm: FirmId) -> Vec<Link> {
    let mut links: BTreeMap<FirmId, Link> = BTreeMap::new();
    for tie in ties {
        let confirmed = if tie.kind == TieKind::Offered { 0 } else { tie.times };
        let (other, gave, got) = match (tie.from == firm, tie.to == firm) {
            (true, false) => (tie.to, confirmed, 0),
            (false, true) => (tie.from, 0, confirmed),
            _ => continue,
        };
        let new = Link { other, got: 0, gave: 0, kinds: Vec::new(), last: tie.last };
        let link = links.entry(other).or_insert(new);
        (link.gave, link.got) = (link.gave + gave, link.got + got);
        match link.kinds.iter_mut().find(|(kind, _)| *kind == tie.kind) {
            Some((_, times)) => *times += tie.times,
            None => link.kinds.push((tie.kind, tie.times)),
        }
        link.last = link.last.max(tie.last);
    }
    let mut links: Vec<Link> = links.into_values().collect();
    links.sort_by_key(|link| (std::cmp::Reverse(link.last), link.other));
    links
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
