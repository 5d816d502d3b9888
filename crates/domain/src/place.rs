//! Place: a province, city, county or district of Korea, with its centre.
//!
//! The table `data/places.tsv` was written for this project; its codes are the official
//! administrative codes (행정구역코드, of 2024: Gangwon 51, Jeonbuk 52, Gunwi in Daegu), two digits
//! for a province and five for a city, county or district. Centres are of the area, to 0.01
//! degrees, good for distances of some kilometres.

mod find;
mod table;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A point on the earth in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LatLon {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl LatLon {
    /// Mean radius of the earth (IUGG).
    const EARTH_RADIUS_KM: f64 = 6_371.009;

    /// Great-circle distance in kilometres (haversine; R. W. Sinnott 1984).
    pub fn distance_km(self, other: Self) -> f64 {
        let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
        let across = self.lat.to_radians().cos() * other.lat.to_radians().cos();
        let chord = half(self.lat, other.lat) + across * half(self.lon, other.lon);
        2.0 * Self::EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
    }
}

/// The code is none of the table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a code of a province, city, county or district")]
pub struct BadPlace(pub String);

/// What a written address or region leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceFound {
    /// A place in Korea, as fine as the text says.
    Here(Place),
    /// Several places of that name; all of them, in order of their codes.
    Ambiguous(Vec<Place>),
    /// A country or territory abroad, by its Korean name.
    Abroad(&'static str),
    /// Nothing known.
    Unknown,
}

/// A province (`51`), or a city, county or district (`51110`), by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Place(u32);

impl Place {
    /// Whether this is a whole province.
    pub const fn is_province(self) -> bool {
        self.0 < 100
    }

    /// The province that this place lies in; a province itself.
    pub const fn province(self) -> Self {
        if self.is_province() { self } else { Self(self.0 / 1_000) }
    }

    /// The city that a district such as 분당구 belongs to, if it does.
    pub fn city(self) -> Option<Self> {
        let city = Self(self.0 / 10 * 10);
        let inside = !self.0.is_multiple_of(10) && table::row(city).is_some_and(|row| row.ko.ends_with('시'));
        inside.then_some(city)
    }

    /// Own Korean name, without the province: `춘천시`, `분당구`, `강원특별자치도`.
    pub fn name_ko(self) -> &'static str {
        table::row(self).map_or("", |row| row.ko)
    }

    /// Own English name (Revised Romanisation), used for Japanese too.
    pub fn name_en(self) -> &'static str {
        table::row(self).map_or("", |row| row.en)
    }

    /// Korean name with all above it: `경기도 성남시 분당구`.
    pub fn full_name_ko(self) -> String {
        let above = (!self.is_province()).then(|| self.province());
        let names = above.into_iter().chain(self.city()).chain([self]).map(Self::name_ko);
        names.collect::<Vec<_>>().join(" ")
    }

    /// The centre of the area.
    pub fn centre(self) -> LatLon {
        table::row(self).map_or(LatLon { lat: 36.5, lon: 127.8 }, |row| row.centre)
    }

    /// Distance between the centres, in kilometres.
    pub fn distance_km(self, other: Self) -> f64 {
        self.centre().distance_km(other.centre())
    }

    /// All provinces, in order of their codes.
    pub fn provinces() -> impl Iterator<Item = Self> {
        table::rows().iter().map(|row| row.place).filter(|place| place.is_province())
    }

    /// All cities, counties and districts, in order of their codes; a city comes before its
    /// districts.
    pub fn municipalities() -> impl Iterator<Item = Self> {
        table::rows().iter().map(|row| row.place).filter(|place| !place.is_province())
    }

    /// The place that an address or the name of a region begins with. Reads short, former and
    /// English names.
    pub fn find(address: &str) -> PlaceFound {
        find::find(address)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Place {
    type Err = BadPlace;
    fn from_str(text: &str) -> Result<Self, BadPlace> {
        let known = |code| table::row(Self(code)).map(|row| row.place);
        text.trim().parse().ok().and_then(known).ok_or_else(|| BadPlace(text.to_owned()))
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

impl TryFrom<String> for Place {
    type Error = BadPlace;
    fn try_from(text: String) -> Result<Self, BadPlace> {
        text.parse()
    }
}
