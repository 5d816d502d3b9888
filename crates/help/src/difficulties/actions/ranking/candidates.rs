//! Who the candidates are: names, places, whom one would ask, and what they have done.

use std::collections::BTreeMap;

use dure_domain::{CaseId, ExpertId, FirmId, HelperKind, Id, ProgrammeId, ResourceId, Visibility};
use dure_matching::{DocId, Kind, Record};
use dure_web::App;
use dure_web::error::Result;
use sea_orm::prelude::Uuid;

use super::question::Asking;
use super::{Party, distinct};
use crate::difficulties::store::{self, Found, Person};

/// Requests of this many days count as "of late".
const LATELY_DAYS: i64 = 90;

/// Something that may help, and who stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub kind: HelperKind,
    /// Which one.
    pub key: Uuid,
    /// Its name or headline.
    pub name: String,
    /// What it offers, in its own words; may be empty.
    pub offers: String,
    /// The firm behind it.
    pub firm: Option<(FirmId, String)>,
    /// Where it is.
    pub place_code: Option<i32>,
    /// Whom to ask; none where the roster names nobody.
    pub person: Option<Person>,
}

impl Candidate {
    /// Whether the same person, or else the same firm, would be asked.
    pub fn is_same_party(&self, other: &Self) -> bool {
        match (&self.person, &other.person) {
            (Some(one), Some(two)) => one.id == two.id,
            (None, None) => self.firm.is_some() && self.firm == other.firm,
            _ => false,
        }
    }

    fn party(&self) -> Party {
        (self.firm.as_ref().map(|(id, _)| *id), self.person.as_ref().map(|person| person.id))
    }
}

/// Candidates with their records, by their key in the index.
#[derive(Debug, Default)]
pub struct Pool {
    known: BTreeMap<u128, (Candidate, Record)>,
}

impl Pool {
    /// The candidate behind a document.
    pub fn get(&self, id: DocId) -> Option<&Candidate> {
        self.known.get(&id.0).map(|(candidate, _)| candidate)
    }

    /// What it has done; nothing for an unknown one.
    pub fn record(&self, id: DocId) -> Record {
        self.known.get(&id.0).map(|(_, record)| *record).unwrap_or_default()
    }
}

/// Looks the candidates up. Left out is what cannot be an answer after all: a programme that is over,
/// a case that was not meant for the asker.
pub(super) async fn load(app: &App, asking: &Asking, found: &[(Kind, DocId)]) -> Result<Pool> {
    let db = app.store.read();
    let keys = |kind: Kind| found.iter().filter(move |(of, _)| *of == kind).map(|(_, id)| id.0);
    let rows = store::found(
        db,
        keys(Kind::Firm).map(FirmId::from_key).collect(),
        keys(Kind::Resource).map(ResourceId::from_key).collect(),
        keys(Kind::Expert).map(ExpertId::from_key).collect(),
        keys(Kind::Programme).map(ProgrammeId::from_key).collect(),
        keys(Kind::Case).map(CaseId::from_key).collect(),
        &asking.groups,
    )
    .await?;
    let today = app.now().day();
    let candidates: Vec<Candidate> = found
        .iter()
        .filter_map(|(kind, id)| candidate(&rows, asking, *kind, id.0))
        .filter(|(_, closes)| closes.is_none_or(|day| day >= today))
        .map(|(candidate, _)| candidate)
        .collect();
    let firms = distinct(candidates.iter().map(|candidate| candidate.party().0));
    let people = distinct(candidates.iter().map(|candidate| candidate.party().1));
    let since = app.now().plus_days(-LATELY_DAYS);
    let deeds = store::deeds(db, &firms, &people, since).await?;
    let known = candidates.into_iter().map(|candidate| {
        let record = deeds.of(candidate.party());
        (candidate.key.as_u128(), (candidate, record))
    });
    Ok(Pool { known: known.collect() })
}

/// A candidate, and the day until which it can be had.
fn candidate(
    rows: &Found,
    asking: &Asking,
    kind: Kind,
    key: u128,
) -> Option<(Candidate, Option<dure_domain::Day>)> {
    match kind {
        Kind::Firm => Some((of_firm(rows, FirmId::from_key(key))?, None)),
        Kind::Resource => Some((of_resource(rows, ResourceId::from_key(key))?, None)),
        Kind::Expert => Some((of_expert(rows, ExpertId::from_key(key))?, None)),
        Kind::Programme => of_programme(rows, ProgrammeId::from_key(key)),
        Kind::Case => Some((of_case(rows, asking, CaseId::from_key(key))?, None)),
        _ => None,
    }
}

fn of_firm(rows: &Found, id: FirmId) -> Option<Candidate> {
    let firm = rows.firms.get(&id).filter(|firm| firm.left_at.is_none())?;
    let offers = if firm.offers.trim().is_empty() { &firm.products } else { &firm.offers };
    Some(Candidate {
        kind: HelperKind::Firm,
        key: id.uuid(),
        name: firm.name.clone(),
        offers: offers.clone(),
        firm: Some((id, firm.name.clone())),
        place_code: firm.place_code,
        person: rows.delegate(id),
    })
}

fn of_resource(rows: &Found, id: ResourceId) -> Option<Candidate> {
    let row = rows.resources.get(&id)?;
    let firm = rows.firms.get(&row.firm_id).filter(|firm| firm.left_at.is_none())?;
    Some(Candidate {
        kind: HelperKind::Resource,
        key: id.uuid(),
        name: row.title.clone(),
        offers: row.body.clone(),
        firm: Some((firm.id, firm.name.clone())),
        place_code: firm.place_code,
        person: rows.delegate(firm.id),
    })
}

fn of_expert(rows: &Found, id: ExpertId) -> Option<Candidate> {
    let row = rows.experts.get(&id)?;
    let person = rows.person(row.person_id)?;
    Some(Candidate {
        kind: HelperKind::Expert,
        key: id.uuid(),
        name: person.name.clone(),
        offers: format!("{}: {}", row.field, row.body),
        firm: None,
        place_code: row.place_code,
        person: Some(person),
    })
}

fn of_programme(rows: &Found, id: ProgrammeId) -> Option<(Candidate, Option<dure_domain::Day>)> {
    let row = rows.programmes.get(&id)?;
    let candidate = Candidate {
        kind: HelperKind::Programme,
        key: id.uuid(),
        name: row.title.clone(),
        offers: row.body.clone(),
        firm: None,
        place_code: row.place_code,
        person: row.contact_id.and_then(|person| rows.person(person)),
    };
    Some((candidate, row.closes_on))
}

/// A case and with it whoever solved it; only one that those who asked may see.
fn of_case(rows: &Found, asking: &Asking, id: CaseId) -> Option<Candidate> {
    let (row, group) = rows.cases.get(&id)?;
    let meant = match row.visibility {
        Visibility::All => true,
        Visibility::Federation => asking.federation == Some(row.federation_id),
        Visibility::Group => group.is_some_and(|group| asking.groups.contains(&group)),
        Visibility::Named => row.firm_id.is_some() && row.firm_id == asking.firm,
    };
    // Neither the difficulty's own case nor one that the asker solved for others.
    let own = Some(row.difficulty_id) == asking.difficulty
        || row.helper_firm_id.is_some() && row.helper_firm_id == asking.firm;
    if !meant || own {
        return None;
    }
    let firm = row.helper_firm_id;
    let solver = row.helper_person_id.and_then(|person| rows.person(person));
    let person = solver.or_else(|| firm.and_then(|firm| rows.delegate(firm)));
    Some(Candidate {
        kind: HelperKind::Case,
        key: id.uuid(),
        name: row.title.clone(),
        offers: row.cure.clone(),
        firm: firm.and_then(|id| Some((id, rows.firms.get(&id)?.name.clone()))),
        place_code: firm.and_then(|id| rows.firms.get(&id)?.place_code),
        person,
    })
}
