//! Where firms are, and how far apart.

/// A place: longitude and latitude in degrees, or x and y in km on a plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Longitude, or km to the east.
    pub x: f64,
    /// Latitude, or km to the north.
    pub y: f64,
}

/// How distances are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Straight on a plane in km.
    Plane,
    /// Along the globe between degrees.
    Globe,
}

/// Mean radius of the earth in km (IUGG).
const EARTH_KM: f64 = 6_371.008_8;

impl Metric {
    /// Distance in km; along the globe by the haversine formula (Sinnott 1984).
    pub fn km(self, a: Point, b: Point) -> f64 {
        match self {
            Self::Plane => (a.x - b.x).hypot(a.y - b.y),
            Self::Globe => {
                let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
                let chord = half(a.y, b.y) + a.y.to_radians().cos() * b.y.to_radians().cos() * half(a.x, b.x);
                2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
            }
        }
    }

    /// A step in the units of a [`Point`] that is `km` long at most, to the east and to the north, for grids.
    pub fn step(self, km: f64, latitude: f64) -> (f64, f64) {
        match self {
            Self::Plane => (km, km),
            Self::Globe => {
                let north = km / EARTH_KM * 180.0 / std::f64::consts::PI;
                (north / latitude.to_radians().cos().max(0.01), north)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wonju_and_chuncheon_are_fifty_km_apart() {
        let wonju = Point { x: 127.92, y: 37.34 };
        let chuncheon = Point { x: 127.73, y: 37.88 };
        let km = Metric::Globe.km(wonju, chuncheon);
        assert!((61.0..64.0).contains(&km), "{km}");
        assert_eq!(Metric::Globe.km(wonju, wonju), 0.0);
    }
}
