//! A firm as people describe it.

use dure_domain::{Industry, LatLon, Place};
use dure_formation::Point;

/// The number of a firm: its place in the list that was posed.
pub type FirmNo = u32;

/// A firm of the pool, as people describe it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Firm {
    /// Its name.
    pub name: String,
    /// Industries, the main one first; secondary ones count too where rivals are kept apart. Without any, it meets everybody.
    pub industries: Vec<Industry>,
    /// City, county, district or province.
    pub place: Option<Place>,
    /// The very point, if known; otherwise the centre of `place` stands for it.
    pub point: Option<LatLon>,
    /// What it can give, in its own words.
    pub offers: String,
    /// What it needs, in its own words.
    pub needs: String,
    /// What it makes, in its own words.
    pub products: String,
}

impl Firm {
    /// Where it is: its point, if that is on the earth, or the centre of its place.
    pub fn at(&self) -> Option<LatLon> {
        let on_earth = |at: &LatLon| at.lat.abs() <= 90.0 && at.lon.abs() <= 180.0;
        self.point.filter(on_earth).or_else(|| self.place.map(Place::centre))
    }

    pub(crate) fn position(&self) -> Option<Point> {
        self.at().map(position)
    }
}

pub(crate) fn position(at: LatLon) -> Point {
    Point { x: at.lon, y: at.lat }
}
