//! Groups and firms as written.

use dure_domain::{Industry, Place, PlaceFound, ResourceKind};

use super::record::{BadCorpus, Record, fields};

/// How much happens in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Meets every month and helps one another.
    Lively,
    /// Meets now and then.
    Steady,
    /// Has hardly met for a year.
    Quiet,
}

/// A group as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct GroupText {
    pub name: &'static str,
    pub place: Place,
    /// Age in years.
    pub age: i16,
    pub rhythm: &'static str,
    pub meeting_place: &'static str,
    pub life: Life,
    pub charter: &'static str,
}

/// A resource as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct ResourceText {
    pub kind: ResourceKind,
    pub title: &'static str,
    pub body: &'static str,
    pub terms: &'static str,
}

/// A firm as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct FirmText {
    pub name: &'static str,
    /// Its name in a mail address.
    pub slug: &'static str,
    pub group: &'static str,
    pub industry: Industry,
    pub place: Place,
    pub address: &'static str,
    pub representative: &'static str,
    /// Year of founding as seen from 2026.
    pub founded: i16,
    pub employees: i32,
    /// Yearly revenue in units of 100,000,000 won (억).
    pub revenue_eok: i64,
    pub trade: &'static str,
    pub products: &'static str,
    pub offers: &'static str,
    pub needs: &'static str,
    pub notes: &'static str,
    pub resources: Vec<ResourceText>,
    /// Name and title.
    pub deputy: Option<(&'static str, &'static str)>,
    pub title: &'static str,
    /// `chair` or `secretary`, held by the delegate.
    pub office: Option<&'static str>,
    /// `secretary`, held by the deputy.
    pub deputy_office: Option<&'static str>,
}

/// A place by its short name.
pub(crate) fn place(record: &Record, name: &'static str) -> Result<Place, BadCorpus> {
    let found = match name {
        "강원" => Place::find("강원특별자치도"),
        // There is a Goseong on the southern coast too.
        name => Place::find(&format!("강원특별자치도 {name}")),
    };
    match found {
        PlaceFound::Here(place) => Ok(place),
        _ => Err(record.bad(format!("{name:?} is no place"))),
    }
}

pub(super) fn group(record: &Record) -> Result<GroupText, BadCorpus> {
    let life = match record.field(5, "life")? {
        "lively" => Life::Lively,
        "steady" => Life::Steady,
        "quiet" => Life::Quiet,
        other => return Err(record.bad(format!("{other:?} is no kind of life"))),
    };
    Ok(GroupText {
        name: record.field(0, "name")?,
        place: place(record, record.field(1, "place")?)?,
        age: record.parsed(2, "age")?,
        rhythm: record.field(3, "rhythm")?,
        meeting_place: record.field(4, "meeting place")?,
        life,
        charter: record.text("C"),
    })
}

pub(super) fn firm(record: &Record) -> Result<FirmText, BadCorpus> {
    let resources = record.all("R").map(|line| resource(record, line)).collect::<Result<_, _>>()?;
    let deputy = record.all("D").map(fields).next();
    let deputy = deputy.and_then(|parts| Some((*parts.first()?, *parts.get(1)?)));
    let office = |text: &str| record.all("!").find(|line| *line == text);
    Ok(FirmText {
        name: record.field(0, "name")?,
        slug: record.field(1, "slug")?,
        group: record.under,
        industry: record.parsed(2, "industry")?,
        place: place(record, record.field(3, "place")?)?,
        address: record.field(4, "address")?,
        representative: record.field(5, "representative")?,
        founded: record.parsed(6, "year of founding")?,
        employees: record.parsed(7, "number of employees")?,
        revenue_eok: record.parsed(8, "revenue")?,
        trade: record.text("I"),
        products: record.text("P"),
        offers: record.text("O"),
        needs: record.text("N"),
        notes: record.text("M"),
        resources,
        deputy,
        title: record.all("L").next().unwrap_or("대표"),
        office: office("chair").or_else(|| office("secretary")),
        deputy_office: office("secretary deputy").map(|_| "secretary"),
    })
}

fn resource(record: &Record, line: &'static str) -> Result<ResourceText, BadCorpus> {
    let parts = fields(line);
    let [kind, title, body, rest @ ..] = parts.as_slice() else {
        return Err(record.bad(format!("a resource has kind, title and text, not {line:?}")));
    };
    let kind = kind.parse().map_err(|_| record.bad(format!("{kind:?} is no kind of resource")))?;
    Ok(ResourceText { kind, title, body, terms: rest.first().copied().unwrap_or("") })
}
