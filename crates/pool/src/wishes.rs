//! What people want of the answer: who comes together, who stays apart, which groups are kept.

use dure_domain::LatLon;
use serde::{Deserialize, Serialize};

use crate::firm::FirmNo;

/// Wishes of people. Those that contradict the rules or each other are refused one by one, see [`crate::Trouble::Lock`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// In one group, or both left out.
    pub together: Vec<(FirmNo, FirmNo)>,
    /// Never in one group.
    pub apart: Vec<(FirmNo, FirmNo)>,
    /// Groups that are kept. Their members stay, even where they break a rule among themselves.
    pub kept: Vec<Kept>,
}

/// A group that is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Members that stay.
    pub members: Vec<FirmNo>,
    /// Whether nobody else may join.
    pub closed: bool,
    /// Where it meets; counts where the radius is around meeting places.
    pub meets_at: Option<LatLon>,
}
