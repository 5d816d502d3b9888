//! Compares the project's table of places with a published list.
//!
//! `cargo run -p dure-domain --example check_regions -- FILE`, where FILE is CSV with the columns
//! code, code before 2023, province, place, latitude, longitude. Exits with 1 on differences.

use std::error::Error;

use dure_domain::{LatLon, Place};

/// Centres may differ by what a boundary drawn otherwise explains.
const TOLERANCE_DEGREES: f64 = 0.10;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: check_regions FILE")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let (mut rows, mut differences) = (0, 0);
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [code, _, province, name, lat, lon] = fields[..] else { return Err(line.into()) };
        rows += 1;
        if let Some(difference) =
            difference(code, province, name, LatLon { lat: lat.parse()?, lon: lon.parse()? })
        {
            differences += 1;
            println!("{code} {province} {name}: {difference}");
        }
    }
    println!("{differences} differences in {rows} rows; ours: {} places", Place::municipalities().count());
    std::process::exit(i32::from(differences > 0));
}

fn difference(code: &str, province: &str, name: &str, centre: LatLon) -> Option<String> {
    let Ok(place) = code.parse::<Place>() else { return Some("not in the table".to_owned()) };
    let full: String = place.full_name_ko().split(' ').skip(1).collect();
    if full != name.replace(' ', "") && place.name_ko() != name || place.province().name_ko() != province {
        return Some(format!("ours is {}", place.full_name_ko()));
    }
    let ours = place.centre();
    let off = (ours.lat - centre.lat).abs().max((ours.lon - centre.lon).abs());
    (off > TOLERANCE_DEGREES).then(|| format!("centre {ours:?}, list {centre:?}"))
}
