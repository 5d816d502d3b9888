//! What groups are good for, and why firms are left out.

mod group;
mod why;

use dure_domain::LatLon;
use dure_formation::{Bound, Grouping, bound::best_partners};
use serde::{Deserialize, Serialize};

use crate::firm::{Firm, FirmNo};
use crate::pose::Posed;
use crate::rules::Rules;

/// An answer in the firms' own words. Every firm is in one group or left out, once.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// The groups, in order of their numbers.
    pub groups: Vec<GroupAccount>,
    /// Who is left out and why, in order of the firms.
    pub left_out: Vec<LeftOut>,
    /// How many firms are in a group.
    pub placed: usize,
    /// What the grouping is worth.
    pub worth: i64,
    /// No grouping can be worth more than this.
    pub bound: Bound,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupAccount {
    /// Its number in the grouping.
    pub number: u32,
    /// Its firms, in order.
    pub members: Vec<FirmNo>,
    /// What it is worth, the bonus for its members included.
    pub worth: i64,
    /// The greatest distance between two members in km; none where no two places are known.
    pub widest_km: Option<f64>,
    /// The middle of its members.
    pub centre: Option<LatLon>,
    /// Pairs that are worth most to each other, the best first; no firm stands in more than three of them.
    pub strengths: Vec<Mutual>,
    /// Members that neither give anything to another member nor get anything, as far as the texts say.
    pub unlinked: Vec<FirmNo>,
}

/// What two members are worth to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mutual {
    /// One member.
    pub a: FirmNo,
    /// Another.
    pub b: FirmNo,
    /// What both are worth to each other, all weights applied.
    pub worth: i64,
    /// What `a` offers that `b` needs, in words of `a`; may be empty.
    pub a_gives: Vec<String>,
    /// What `b` offers that `a` needs, in words of `b`; may be empty.
    pub b_gives: Vec<String>,
}

/// A firm in no group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which.
    pub firm: FirmNo,
    /// Why.
    pub why: WhyLeft,
}

/// A seat that a rival has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The group.
    pub group: u32,
    /// Its member of the same industry.
    pub rival: FirmNo,
}

/// Why a firm is in no group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum WhyLeft {
    /// Nobody is within the radius.
    NobodyNear {
        /// The nearest firm, and how many km away.
        nearest: Option<(FirmNo, f64)>,
    },
    /// Too few firms that it may meet are near: not enough for a group.
    TooFewNear {
        /// How many firms are within the radius.
        near: usize,
        /// Of how many different industries they are, its own left aside.
        able: usize,
        /// How many of those near are its rivals.
        rivals: usize,
        /// The least of a group, the firm itself counted.
        least: usize,
    },
    /// There are groups all of whose members are near, but none has a seat for it.
    NoSeat {
        /// Groups with a member of its industry; the nearest first.
        taken: Vec<Taken>,
        /// Groups that are full.
        full: Vec<u32>,
        /// Groups that are closed.
        closed: Vec<u32>,
        /// Groups with a firm that it must not meet.
        apart: Vec<(u32, FirmNo)>,
    },
    /// Firms that it may meet are near, but every group has a member too far away, and those left are too few for a group.
    OutOfReach {
        /// The group that it would come nearest to joining.
        group: u32,
        /// Its member farthest away.
        member: FirmNo,
        /// How many km away that is.
        km: f64,
    },
    /// No meeting place of a group is near enough.
    NoMeetingPlace {
        /// The group that it would come nearest to joining.
        group: u32,
    },
    /// Locked together with firms that are left out for reasons of their own.
    Locked {
        /// Those.
        with: Vec<FirmNo>,
    },
    /// It could join, but that would be worth nothing or less.
    NoUse {
        /// The best group that it may join.
        group: u32,
        /// What that would bring; zero or less.
        gain: i64,
    },
    /// It may join this group: the search did not find it, or it was moved by hand.
    CouldJoin {
        /// The best group that it may join.
        group: u32,
        /// What that would bring.
        gain: i64,
    },
    /// No group was formed of those near it, though there may be enough firms; the search found nothing better.
    NoGroupFormed {
        /// Different industries near, its own left aside.
        able: usize,
    },
}

/// Says what a grouping is good for and why firms are left out. The rules are those that the pool was posed with.
pub fn account(posed: &Posed, firms: &[Firm], rules: &Rules, grouping: &Grouping) -> Account {
    let mut grouping = grouping.clone();
    grouping.of.resize(posed.problem.len(), None);
    let groups = group::all(posed, firms, &rules.mended().weights, &grouping);
    let left_out = why::all(posed, &grouping);
    Account {
        placed: grouping.placed(),
        worth: grouping.worth(&posed.problem),
        bound: best_partners(&posed.problem),
        groups,
        left_out,
    }
}
