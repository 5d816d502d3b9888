//! The table of places, read once from the text in the binary.

use std::sync::LazyLock;

use super::{LatLon, Place};

/// Code, Korean and English name, latitude and longitude of the centre, separated by tabs.
const TEXT: &str = include_str!("../../data/places.tsv");

/// One line of the table.
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) ko: &'static str,
    pub(super) en: &'static str,
    pub(super) centre: LatLon,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = TEXT.lines().filter_map(read_line).collect();
    rows.sort_unstable_by_key(|row| row.place);
    rows
});

fn read_line(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let place = Place(fields.next()?.parse().ok()?);
    let (ko, en) = (fields.next()?, fields.next()?);
    let centre = LatLon { lat: fields.next()?.parse().ok()?, lon: fields.next()?.parse().ok()? };
    Some(Row { place, ko, en, centre })
}

/// All rows: the provinces, then the rest, in order of their codes.
pub(super) fn rows() -> &'static [Row] {
    &ROWS
}

/// The row of a place.
pub(super) fn row(place: Place) -> Option<&'static Row> {
    ROWS.binary_search_by_key(&place, |row| row.place).ok().map(|at| &ROWS[at])
}
