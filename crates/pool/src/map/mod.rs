//! Firms on a map, told apart by the number of their group.

mod draw;
mod layout;

use dure_domain::Place;
use dure_formation::Grouping;
use serde::{Deserialize, Serialize};

use crate::firm::{Firm, FirmNo};

pub use draw::MapWords;

/// A firm on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapPoint {
    /// From the left, in the units of [`Map::width`].
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Which firm.
    pub firm: FirmNo,
    /// Its group, none if it is left out.
    pub group: Option<u32>,
}

/// The name of a place on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The middle of its text, from the left.
    pub x: f64,
    /// Its base line, from the top.
    pub y: f64,
    /// Which place.
    pub place: Place,
}

/// Firms laid out so that each can be seen and touched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Firms whose place is known, in order.
    pub points: Vec<MapPoint>,
    /// Firms that are nowhere on it.
    pub nowhere: Vec<FirmNo>,
    /// Names of places.
    pub labels: Vec<Label>,
    /// Radius of a dot.
    pub dot: f64,
    /// Width; dots and labels lie within.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Lays firms out. Those at one place are spread around it, so places keep their direction from each other but not their distance.
pub fn map(firms: &[Firm], grouping: &Grouping) -> Map {
    layout::lay_out(firms, grouping)
}
