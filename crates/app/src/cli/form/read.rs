//! Rows of a file as firms of a pool; rows that cannot take part, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{Industry, Place, PlaceFound};
use dure_pool::Firm;
use dure_roster::{Field, ProblemKind, RosterRow, Severity, Sheet, guess_mapping, interpret};

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// Firms that take part, with the row of each.
    pub firms: Vec<Firm>,
    /// Row of the file for each firm.
    pub rows: Vec<u32>,
    /// Rows that do not take part.
    pub bad: Vec<Bad>,
    /// Whether the file says where firms are at all.
    pub has_places: bool,
}

/// A row that does not take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Row of the file.
    pub row: u32,
    /// The firm's name; may be empty.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why a row does not take part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No name.
    NoName,
    /// No industry.
    NoIndustry,
    /// An industry that no table knows.
    UnknownIndustry(String),
    /// No place though distance counts.
    NoPlace,
    /// A place that no table knows.
    UnknownPlace(String),
    /// A name that several places have.
    SeveralPlaces(String, Vec<Place>),
    /// Abroad: the country by its Korean name.
    Abroad(String),
    /// The firm of an earlier row.
    SameFirm(u32),
}

impl Why {
    /// One stable word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoName => "no_name",
            Self::NoIndustry => "no_industry",
            Self::UnknownIndustry(_) => "unknown_industry",
            Self::NoPlace => "no_place",
            Self::UnknownPlace(_) => "unknown_place",
            Self::SeveralPlaces(..) => "several_places",
            Self::Abroad(_) => "abroad",
            Self::SameFirm(_) => "same_firm",
        }
    }
}

/// Why a file is no list of firms though it is a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoIndustryColumn;

/// Reads the firms of a table. Places matter where `measured` says that distance counts.
///
/// # Errors
/// [`NoIndustryColumn`]: without industries rivals cannot be told apart.
pub fn firms(sheet: &Sheet, measured: bool) -> Result<Read, NoIndustryColumn> {
    let mapping = guess_mapping(sheet);
    if !mapping.has(Field::Industry) {
        return Err(NoIndustryColumn);
    }
    let has_places = mapping.has(Field::Address);
    let said = interpret(sheet, &mapping);
    let mut read = Read { has_places, ..Read::default() };
    let mut earlier: BTreeMap<u32, (u32, bool)> = BTreeMap::new();
    for problem in &said.problems {
        match problem.kind {
            ProblemKind::SameBusinessNumber { first } | ProblemKind::SameFirm { first } => {
                earlier.insert(problem.row, (first, true));
            }
            ProblemKind::SameName { first } => {
                earlier.insert(problem.row, (first, false));
            }
            _ if problem.severity == Severity::Error => {
                read.bad.push(Bad { row: problem.row, name: String::new(), why: Why::NoName });
            }
            _ => {}
        }
    }
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    for row in said.rows {
        let same =
            |(first, sure): &(u32, bool)| taken.contains(first) && (*sure || !elsewhere(&read, *first, &row));
        let again = earlier.get(&row.row).copied().filter(same);
        match again.map_or_else(|| firm(&row, measured && has_places), |(first, _)| Err(Why::SameFirm(first)))
        {
            Ok(firm) => {
                taken.insert(row.row);
                read.firms.push(firm);
                read.rows.push(row.row);
            }
            Err(why) => read.bad.push(Bad { row: row.row, name: row.firm, why }),
        }
    }
    read.bad.sort_by_key(|bad| bad.row);
    Ok(read)
}

/// Whether a row of the same name is in another city than the firm of an earlier row: then they are two.
fn elsewhere(read: &Read, first: u32, row: &RosterRow) -> bool {
    let before = read.rows.iter().position(|known| *known == first).and_then(|at| read.firms[at].place);
    match (before, row.address.as_deref().map(Place::find)) {
        (Some(before), Some(PlaceFound::Here(now))) => before != now,
        _ => false,
    }
}

fn firm(row: &RosterRow, measured: bool) -> Result<Firm, Why> {
    let text = row.industry.as_deref().ok_or(Why::NoIndustry)?;
    let industries = industries(text);
    if industries.is_empty() {
        return Err(Why::UnknownIndustry(text.to_owned()));
    }
    let place = match place(row.address.as_deref()) {
        Ok(place) => Some(place),
        Err(why) if measured => return Err(why),
        Err(_) => None,
    };
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(Firm {
        name: row.firm.clone(),
        industries,
        place,
        point: None,
        offers: some(&row.offers),
        needs: some(&row.needs),
        products: some(&row.products),
    })
}

/// One industry as a whole, or several divided by commas and the like, the main one first.
fn industries(text: &str) -> Vec<Industry> {
    let parts = || text.split([',', ';', '/', '·', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let codes: Option<Vec<Industry>> = parts().map(|part| part.parse().ok()).collect();
    let mut found = match codes.filter(|codes| !codes.is_empty()) {
        Some(codes) => codes,
        None => match Industry::guess(text) {
            Some(whole) => vec![whole],
            None => parts().filter_map(Industry::guess).collect(),
        },
    };
    let mut seen = BTreeSet::new();
    found.retain(|industry| seen.insert(*industry));
    found
}

fn place(text: Option<&str>) -> Result<Place, Why> {
    let text = text.ok_or(Why::NoPlace)?;
    match Place::find(text) {
        PlaceFound::Here(place) => Ok(place),
        PlaceFound::Ambiguous(places) => Err(Why::SeveralPlaces(text.to_owned(), places)),
        PlaceFound::Abroad(country) => Err(Why::Abroad(country.to_owned())),
        PlaceFound::Unknown => Err(Why::UnknownPlace(text.to_owned())),
    }
}
