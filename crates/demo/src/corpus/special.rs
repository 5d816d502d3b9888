//! Experts, officials, staff, programmes and what meetings are about, as written.

use dure_domain::{MeetingKind, Office, Place};

use super::firms::place;
use super::record::{BadCorpus, Record};

/// A special member, a member of staff or the operator.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct SpecialText {
    pub office: Office,
    pub name: &'static str,
    pub title: &'static str,
    /// Its name in a mail address.
    pub slug: &'static str,
    pub place: Place,
    /// The groups whose special member this person is; none for the whole federation.
    pub groups: Vec<&'static str>,
    /// What an expert knows.
    pub field: &'static str,
    pub body: &'static str,
}

/// A support programme.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct ProgrammeText {
    pub title: &'static str,
    pub agency: &'static str,
    pub region: &'static str,
    pub place: Option<Place>,
    pub contact: &'static str,
    /// Days from today.
    pub opens_in: i32,
    pub closes_in: i32,
    pub body: &'static str,
    pub eligibility: &'static str,
}

/// What a meeting was or will be about. `{firm}` stands for a firm of the group.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct MeetingText {
    pub kind: MeetingKind,
    pub title: &'static str,
    pub body: &'static str,
}

pub(super) fn special(record: &Record) -> Result<SpecialText, BadCorpus> {
    let groups = record.text("G").split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    Ok(SpecialText {
        office: record.parsed(0, "office")?,
        name: record.field(1, "name")?,
        title: record.field(2, "title")?,
        slug: record.field(3, "slug")?,
        place: place(record, record.field(4, "place")?)?,
        groups,
        field: record.text("F"),
        body: record.text("B"),
    })
}

pub(super) fn programme(record: &Record) -> Result<ProgrammeText, BadCorpus> {
    let region = record.field(2, "region")?;
    Ok(ProgrammeText {
        title: record.field(0, "title")?,
        agency: record.field(1, "agency")?,
        region,
        place: if region == "전국" { None } else { Some(place(record, region)?) },
        contact: record.field(3, "contact")?,
        opens_in: record.parsed(4, "day of opening")?,
        closes_in: record.parsed(5, "day of closing")?,
        body: record.text("B"),
        eligibility: record.text("E"),
    })
}

pub(super) fn meeting(record: &Record) -> Result<MeetingText, BadCorpus> {
    Ok(MeetingText {
        kind: record.parsed(0, "kind of meeting")?,
        title: record.field(1, "title")?,
        body: record.text("B"),
    })
}
