//! Finding everything that answers to a few words and that the viewer may see.
//!
//! The index says what might answer; the database says, kind by kind and in one query each, what of
//! it the viewer may see. What the viewer may not see is neither shown nor counted.

use std::collections::BTreeMap;

use dure_domain::{CaseId, DifficultyId, ExpertId, FirmId, GroupId, PersonId, ProgrammeId, ResourceId};
use dure_help::difficulties as posted;
use dure_help::knowledge;
use dure_matching::{Found, Kind, Kinds, Search};
use dure_tables::{cases, difficulties, experts, firms, groups, people, programmes, resources};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::names;
use dure_web::search::shard;

use super::store;

/// Kinds in the order shown.
pub const KINDS: [Kind; 8] = [
    Kind::Firm,
    Kind::Resource,
    Kind::Expert,
    Kind::Case,
    Kind::Difficulty,
    Kind::Programme,
    Kind::Group,
    Kind::Person,
];
/// Of one kind at most.
const MOST: usize = 100;
/// Difficulties may be many that the viewer may not see.
const MOST_DIFFICULTIES: usize = 400;
/// Where nothing has every word, what comes this near to the best is shown.
const NEAR_ENOUGH: f32 = 0.4;

/// One thing found.
pub enum Hit {
    /// A firm.
    Firm(firms::Model),
    /// What a firm shares, and the firm's name.
    Resource(resources::Model, String),
    /// An expert.
    Expert(experts::Model, people::Model),
    /// A programme.
    Programme(programmes::Model),
    /// A case.
    Case(cases::Model),
    /// A group.
    Group(groups::Model),
    /// A person, and the firm's name.
    Person(people::Model, String),
    /// A difficulty.
    Difficulty(difficulties::Model),
}

/// Everything found.
#[derive(Default)]
pub struct Findings {
    /// By kind, the best first.
    pub kinds: Vec<(Kind, Vec<Hit>)>,
    /// Whether every word stands in what was found.
    pub exact: bool,
    /// False while the index is being built.
    pub ready: bool,
}

impl Findings {
    /// How many there are of all kinds.
    pub fn total(&self) -> usize {
        self.kinds.iter().map(|(_, hits)| hits.len()).sum()
    }
}

/// Finds everything that answers to the words.
pub async fn seek(app: &App, viewer: &Viewer, typed: &str) -> Result<Findings> {
    let ready = app.search.is_ready();
    if typed.trim().is_empty() || !ready {
        return Ok(Findings { ready, exact: true, ..Findings::default() });
    }
    let ranked = look_up(app, viewer, typed);
    let mut visible = Visible::of(app, viewer, &ranked).await?;
    let shown: Vec<&Found> = ranked.iter().filter(|one| visible.0.contains_key(&one.id.0)).collect();
    let exact = shown.iter().any(|one| one.complete);
    let best = shown.iter().map(|one| one.score).fold(0.0, f32::max);
    let near = |one: &Found| if exact { one.complete } else { one.score >= best * NEAR_ENOUGH };
    let kept: Vec<(Kind, u128)> =
        shown.into_iter().filter(|one| near(one)).map(|one| (one.kind, one.id.0)).collect();
    let of_kind = |kind: Kind, visible: &mut Visible| -> Vec<Hit> {
        let keys = kept.iter().filter(|(found, _)| *found == kind).map(|(_, key)| key);
        keys.filter_map(|key| visible.0.remove(key)).collect()
    };
    let kinds = KINDS.map(|kind| (kind, of_kind(kind, &mut visible)));
    let kinds = kinds.into_iter().filter(|(_, hits)| !hits.is_empty()).collect();
    Ok(Findings { kinds, exact, ready })
}

/// What might answer, kind by kind. Difficulties and cases of other federations may be meant for all.
fn look_up(app: &App, viewer: &Viewer, typed: &str) -> Vec<Found> {
    let shard = shard(viewer.federation);
    let own = move |document: &dure_matching::Document| document.tags == shard;
    let index = app.search.index();
    let mut found = Vec::new();
    for kind in KINDS {
        let most = if kind == Kind::Difficulty { MOST_DIFFICULTIES } else { MOST };
        let search = Search::new(typed).kinds(Kinds::of(&[kind])).limit(most);
        found.extend(match kind {
            Kind::Difficulty | Kind::Case => index.search(&search),
            _ => index.search(&search.filter(&own)),
        });
    }
    found
}

/// What the viewer may see, by its key.
struct Visible(BTreeMap<u128, Hit>);

impl Visible {
    async fn of(app: &App, viewer: &Viewer, ranked: &[Found]) -> Result<Self> {
        let (db, federation) = (app.store.read(), viewer.federation);
        let keys = |kind: Kind| -> Vec<u128> {
            ranked.iter().filter(|one| one.kind == kind).map(|one| one.id.0).collect()
        };
        let ids = |kind: Kind| keys(kind).into_iter();
        let mut hits = BTreeMap::new();
        for row in store::firms(db, federation, ids(Kind::Firm).map(FirmId::from_key).collect()).await? {
            hits.insert(row.id.key(), Hit::Firm(row));
        }
        let shared =
            store::resources(db, federation, ids(Kind::Resource).map(ResourceId::from_key).collect()).await?;
        let who = store::people(db, federation, ids(Kind::Person).map(PersonId::from_key).collect()).await?;
        let firms = shared.iter().map(|row| row.firm_id).chain(who.iter().filter_map(|row| row.firm_id));
        let names = names::firms(db, firms).await?;
        let name = |firm: Option<FirmId>| firm.and_then(|firm| names.get(&firm).cloned()).unwrap_or_default();
        for row in shared {
            let firm = name(Some(row.firm_id));
            hits.insert(row.id.key(), Hit::Resource(row, firm));
        }
        for row in who {
            let firm = name(row.firm_id);
            hits.insert(row.id.key(), Hit::Person(row, firm));
        }
        let experts = ids(Kind::Expert).map(ExpertId::from_key).collect();
        for (row, person) in store::experts(db, federation, experts).await? {
            hits.insert(row.id.key(), Hit::Expert(row, person));
        }
        let programmes = ids(Kind::Programme).map(ProgrammeId::from_key).collect();
        for row in store::programmes(db, federation, programmes).await? {
            hits.insert(row.id.key(), Hit::Programme(row));
        }
        for row in store::groups(db, federation, ids(Kind::Group).map(GroupId::from_key).collect()).await? {
            hits.insert(row.id.key(), Hit::Group(row));
        }
        let cases: Vec<CaseId> = ids(Kind::Case).map(CaseId::from_key).collect();
        for row in knowledge::actions::among(app, viewer, &cases).await? {
            hits.insert(row.id.key(), Hit::Case(row));
        }
        let difficulties: Vec<DifficultyId> = ids(Kind::Difficulty).map(DifficultyId::from_key).collect();
        for row in posted::actions::visible(app, viewer, &difficulties).await? {
            hits.insert(row.id.key(), Hit::Difficulty(row));
        }
        Ok(Self(hits))
    }
}
