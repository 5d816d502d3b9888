//! Groups and firms as written.

use std::borrow::Cow;

use dure_domain::{Industry, Office, Place, PlaceFound, ResourceKind};

use super::record::{BadCorpus, Record, fields};

/// A text: as written, or combined from what was written.
pub type Text = Cow<'static, str>;

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
    pub name: Text,
    pub place: Place,
    /// Age in years.
    pub age: i16,
    pub rhythm: Text,
    pub meeting_place: Text,
    pub life: Life,
    pub charter: Text,
}

/// A resource as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct ResourceText {
    pub kind: ResourceKind,
    pub title: Text,
    pub body: Text,
    pub terms: Text,
}

/// A firm as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct FirmText {
    /// The name under which the stories know it.
    pub key: &'static str,
    pub name: Text,
    /// Its name in a mail address.
    pub slug: Text,
    pub group: Text,
    pub industry: Industry,
    pub place: Place,
    pub address: Text,
    pub representative: Text,
    /// Year of founding as seen from 2026.
    pub founded: i16,
    pub employees: i32,
    /// Yearly revenue in units of 100,000,000 won (억).
    pub revenue_eok: i64,
    pub trade: Text,
    pub products: Text,
    pub offers: Text,
    pub needs: Text,
    pub notes: Text,
    pub resources: Vec<ResourceText>,
    /// Name and title.
    pub deputy: Option<(Text, Text)>,
    pub title: Text,
    /// Held by the delegate.
    pub office: Option<Office>,
    /// Held by the deputy.
    pub deputy_office: Option<Office>,
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
        name: record.field(0, "name")?.into(),
        place: place(record, record.field(1, "place")?)?,
        age: record.parsed(2, "age")?,
        rhythm: record.field(3, "rhythm")?.into(),
        meeting_place: record.field(4, "meeting place")?.into(),
        life,
        charter: record.text("C").into(),
    })
}

pub(super) fn firm(record: &Record) -> Result<FirmText, BadCorpus> {
    let resources = record.all("R").map(|line| resource(record, line)).collect::<Result<_, _>>()?;
    let deputy = record.all("D").map(fields).next();
    let deputy = deputy.and_then(|parts| Some(((*parts.first()?).into(), (*parts.get(1)?).into())));
    let holds = |words: &str| record.all("!").any(|line| line == words);
    Ok(FirmText {
        key: record.field(0, "name")?,
        name: record.field(0, "name")?.into(),
        slug: record.field(1, "slug")?.into(),
        group: record.under.into(),
        industry: record.parsed(2, "industry")?,
        place: place(record, record.field(3, "place")?)?,
        address: record.field(4, "address")?.into(),
        representative: record.field(5, "representative")?.into(),
        founded: record.parsed(6, "year of founding")?,
        employees: record.parsed(7, "number of employees")?,
        revenue_eok: record.parsed(8, "revenue")?,
        trade: record.text("I").into(),
        products: record.text("P").into(),
        offers: record.text("O").into(),
        needs: record.text("N").into(),
        notes: record.text("M").into(),
        resources,
        deputy,
        title: record.all("L").next().unwrap_or("대표").into(),
        office: match (holds("chair"), holds("secretary")) {
            (true, _) => Some(Office::Chair),
            (_, true) => Some(Office::Secretary),
            _ => None,
        },
        deputy_office: holds("secretary deputy").then_some(Office::Secretary),
    })
}

fn resource(record: &Record, line: &'static str) -> Result<ResourceText, BadCorpus> {
    let parts = fields(line);
    let [kind, title, body, rest @ ..] = parts.as_slice() else {
        return Err(record.bad(format!("a resource has kind, title and text, not {line:?}")));
    };
    let kind = kind.parse().map_err(|_| record.bad(format!("{kind:?} is no kind of resource")))?;
    let terms = rest.first().copied().unwrap_or("");
    Ok(ResourceText { kind, title: (*title).into(), body: (*body).into(), terms: terms.into() })
}
