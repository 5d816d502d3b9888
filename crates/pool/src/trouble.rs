//! What stands in the way of good groups before any search: said with the firms that it is about.

use serde::{Deserialize, Serialize};

use crate::firm::FirmNo;
use crate::rules::BadRule;

/// Something wrong or doubtful with firms, rules or wishes. What can be done still is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "trouble")]
pub enum Trouble {
    /// A rule makes no sense; the nearest that does was used.
    Rule {
        /// Which.
        rule: BadRule,
    },
    /// No industry is known: the firm counts as nobody's rival.
    UnknownIndustry {
        /// The firm.
        firm: FirmNo,
    },
    /// No place is known though a radius is set: the firm counts as near to everybody.
    UnknownPlace {
        /// The firm.
        firm: FirmNo,
    },
    /// Firms known by their province alone: distance is that between the centres of provinces.
    PlaceIsProvince {
        /// How many.
        firms: usize,
        /// Of how many in all.
        of: usize,
    },
    /// Two entries look like one firm: same name, no different place.
    SameFirmTwice {
        /// The first.
        first: FirmNo,
        /// The second.
        again: FirmNo,
    },
    /// Nobody is within the radius.
    NobodyNear {
        /// The firm.
        firm: FirmNo,
        /// The nearest other firm, and how many km away.
        nearest: Option<(FirmNo, f64)>,
    },
    /// All firms are of one industry at this level.
    AllCollide,
    /// Fewer firms, or fewer different industries, than a group needs.
    TooFewFirms {
        /// How many there are.
        firms: usize,
        /// The least of a group.
        least: usize,
    },
    /// Nothing in the texts of any two firms fits together: groups are formed by industry and distance alone.
    NoBenefits,
    /// Distance and variety could not be weighed, since there are too many firms to ask every pair.
    NotWeighed {
        /// Up to how many it could be.
        most: usize,
    },
    /// A wish that cannot be kept; it was left out.
    Lock {
        /// One firm of it.
        a: FirmNo,
        /// The other; the same where one alone is meant.
        b: FirmNo,
        /// Why.
        clash: LockClash,
    },
}

/// Why a wish cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockClash {
    /// There is no firm of that number.
    NoSuchFirm,
    /// A firm with itself.
    Itself,
    /// Together and apart at once, perhaps through others.
    TogetherAndApart,
    /// Together, but these two firms share an industry.
    SameIndustry {
        /// One of the rivals.
        one: FirmNo,
        /// The other.
        other: FirmNo,
    },
    /// Together, but these two firms are too far apart.
    TooFar {
        /// One.
        one: FirmNo,
        /// The other.
        other: FirmNo,
    },
    /// Together with more firms than a group may have.
    TooMany,
    /// In two kept groups at once.
    TwoGroups,
    /// Together with a member of a group that takes nobody.
    Closed,
    /// Apart, but both are members of one kept group.
    KeptTogether,
}
