//! The directory: narrowed and paged by the database; what is typed is found by the index.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, FirmId, GroupId, Industry, Level, PersonId, Place, ResourceId, Sector};
use dure_matching::{Found, Kind, Kinds, Search};
use dure_tables::firms;
use dure_ui::words;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::search::shard;

use super::super::store::{self, Facets, Narrowed, Order};

/// Cards on a page.
pub const PER_PAGE: u64 = 24;
/// Documents that one search looks at.
const MOST_FOUND: usize = 600;
/// Where no document has every word, those that come this near to the best are shown.
const NEAR_ENOUGH: f32 = 0.35;

/// In which order the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best find first; without words 가나다.
    #[default]
    Fit,
    /// 가나다.
    Name,
    /// The nearest to the viewer's firm first.
    Near,
    /// The last to come first.
    Newest,
}

impl Sort {
    /// In the order shown, with the word used in addresses.
    pub const ALL: &[(Self, &str)] =
        &[(Self::Fit, ""), (Self::Name, "name"), (Self::Near, "near"), (Self::Newest, "new")];

    /// The order of an address; unknown words mean the usual one.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or(Self::Fit, |(sort, _)| *sort)
    }

    /// The word used in addresses.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(sort, _)| *sort == self).map_or("", |(_, word)| word)
    }
}

/// What the viewer wants to see.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Words typed.
    pub words: String,
    /// Members of this group.
    pub group: Option<GroupId>,
    /// A section, a division or a finer code.
    pub industry: Option<Industry>,
    /// A province, or a city or county.
    pub place: Option<Place>,
    /// A sector of the statistics.
    pub sector: Option<Sector>,
    /// In which order.
    pub sort: Sort,
    /// From 1.
    pub page: u64,
}

impl Wish {
    /// Whether anything is narrowed.
    pub fn narrows(&self) -> bool {
        self.narrowings() > 0
    }

    /// How many choices narrow it.
    pub fn narrowings(&self) -> usize {
        let chosen =
            [self.group.is_some(), self.industry.is_some(), self.place.is_some(), self.sector.is_some()];
        chosen.into_iter().filter(|chosen| *chosen).count()
    }
}

/// One firm of the list.
pub struct Card {
    /// The firm.
    pub firm: firms::Model,
    /// Its groups.
    pub groups: Vec<(GroupId, String)>,
    /// How far it is from the viewer's firm.
    pub distance_km: Option<f64>,
}

/// One page of the list.
pub struct Listed {
    /// The firms.
    pub cards: Vec<Card>,
    /// How many there are on all pages.
    pub total: u64,
    /// What the list can be narrowed by.
    pub facets: Facets,
    /// False while the index is being built: words find nothing yet.
    pub ready: bool,
    /// Whether every word stands in what was found.
    pub exact: bool,
    /// Where the viewer's firm is.
    pub from: Option<Place>,
}

/// The directory as the viewer wishes to see it.
pub async fn list(app: &App, viewer: &Viewer, wish: &Wish) -> Result<Listed> {
    let db = app.store.read();
    let own = match viewer.firm {
        Some(firm) => store::find(db, firm).await?,
        None => None,
    };
    let from = own.and_then(|firm| words::place_of(firm.place_code)).filter(|place| !place.is_province());
    let (found, exact) = match wish.words.trim() {
        "" => (None, true),
        words => {
            let (firms, exact) = found_for(app, viewer.federation, words).await?;
            (Some(firms), exact)
        }
    };
    let narrowed = narrow(viewer.federation, wish, found);
    let offset = wish.page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (rows, total) = match (wish.sort, from, &narrowed.among) {
        (Sort::Fit, _, Some(ranked)) => by_fit(app, &narrowed, ranked, offset).await?,
        (Sort::Near, Some(from), _) => by_distance(app, &narrowed, from, offset).await?,
        (Sort::Newest, ..) => page(app, &narrowed, Order::Newest, offset).await?,
        _ => page(app, &narrowed, Order::Name, offset).await?,
    };
    let federation = viewer.federation;
    let facets = app.kept_read(&("facets", federation), store::facets(db, federation)).await?;
    let cards = cards(app, rows, from).await?;
    Ok(Listed { cards, total, facets, ready: app.search.is_ready(), exact, from })
}

fn narrow(federation: FederationId, wish: &Wish, among: Option<Vec<FirmId>>) -> Narrowed {
    let industries = match wish.industry {
        None => Vec::new(),
        Some(section) if section.level() == Level::Section => {
            section.children().map(|division| division.to_string()).collect()
        }
        Some(code) => vec![code.to_string()],
    };
    let place = wish.place.and_then(|place| place.to_string().parse().ok());
    Narrowed { federation, group: wish.group, industries, place, sector: wish.sector, among }
}

/// Firms of a federation that answer to these words, the best first: by their own words, by what
/// they share, or by the names of their people. And whether every word stands in what was found.
pub async fn found_for(app: &App, federation: FederationId, words: &str) -> Result<(Vec<FirmId>, bool)> {
    let found = look_up(app, federation, words);
    let exact = found.iter().any(|one| one.complete);
    let best = found.iter().map(|one| one.score).fold(0.0, f32::max);
    let kept: Vec<&Found> = found
        .iter()
        .filter(|one| if exact { one.complete } else { one.score >= best * NEAR_ENOUGH })
        .collect();
    let keys = |kind| kept.iter().filter(move |one| one.kind == kind).map(|one| one.id.0);
    let resources = keys(Kind::Resource).map(ResourceId::from_key).collect();
    let people = keys(Kind::Person).map(PersonId::from_key).collect();
    let owners = store::owners(app.store.read(), resources, people).await?;
    let mut seen = BTreeSet::new();
    let firms = kept.iter().filter_map(|one| match one.kind {
        Kind::Firm => Some(FirmId::from_key(one.id.0)),
        _ => owners.get(&one.id.0).copied(),
    });
    let firms = firms.filter(|firm| seen.insert(*firm)).collect();
    Ok((firms, exact || found.is_empty()))
}

/// The index is held for this alone, never while the database is asked.
fn look_up(app: &App, federation: FederationId, words: &str) -> Vec<Found> {
    let shard = shard(federation);
    let own = move |document: &dure_matching::Document| document.tags == shard;
    let kinds = Kinds::of(&[Kind::Firm, Kind::Resource, Kind::Person]);
    app.search.index().search(&Search::new(words).kinds(kinds).limit(MOST_FOUND).filter(&own))
}

/// The same page is looked at by many.
async fn page(app: &App, narrowed: &Narrowed, order: Order, offset: u64) -> Result<(Vec<firms::Model>, u64)> {
    let question = ("firms", format!("{order:?} {offset} {narrowed:?}"));
    app.kept_read(&question, store::page(app.store.read(), narrowed, order, offset, PER_PAGE)).await
}

async fn by_fit(
    app: &App,
    narrowed: &Narrowed,
    ranked: &[FirmId],
    offset: u64,
) -> Result<(Vec<firms::Model>, u64)> {
    let db = app.store.read();
    let taken: BTreeSet<FirmId> = store::ids_among(db, narrowed).await?.into_iter().collect();
    let kept: Vec<FirmId> = ranked.iter().copied().filter(|id| taken.contains(id)).collect();
    let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
    let shown: Vec<FirmId> = kept.iter().copied().skip(skipped).take(PER_PAGE as usize).collect();
    let mut rows: BTreeMap<FirmId, firms::Model> =
        store::rows(db, &shown).await?.into_iter().map(|firm| (firm.id, firm)).collect();
    let ordered = shown.iter().filter_map(|id| rows.remove(id)).collect();
    Ok((ordered, kept.len() as u64))
}

/// Places are few: they are put in order here, and the database is asked for the firms of those
/// places alone that the page shows.
async fn by_distance(
    app: &App,
    narrowed: &Narrowed,
    from: Place,
    offset: u64,
) -> Result<(Vec<firms::Model>, u64)> {
    let db = app.store.read();
    let mut places = store::places_of(db, narrowed).await?;
    places.sort_by(|(a, _), (b, _)| away(from, *a).total_cmp(&away(from, *b)).then(a.cmp(b)));
    let total: u64 = places.iter().map(|(_, count)| count.unsigned_abs()).sum();
    let (mut before, mut start, mut shown) = (0, 0, Vec::new());
    for (place, count) in places {
        let end = before + count.unsigned_abs();
        if end > offset && before < offset.saturating_add(PER_PAGE) {
            if shown.is_empty() {
                start = before;
            }
            shown.push(place);
        }
        before = end;
    }
    if shown.is_empty() {
        return Ok((Vec::new(), total));
    }
    let rows = store::by_place(db, narrowed, &shown, offset - start, PER_PAGE).await?;
    Ok((rows, total))
}

/// Kilometres, and very far where the place is not known or only its province is.
fn away(from: Place, code: Option<i32>) -> f64 {
    distance(Some(from), code).unwrap_or(f64::MAX)
}

fn distance(from: Option<Place>, code: Option<i32>) -> Option<f64> {
    let place = words::place_of(code).filter(|place| !place.is_province())?;
    Some(from?.distance_km(place))
}

async fn cards(app: &App, rows: Vec<firms::Model>, from: Option<Place>) -> Result<Vec<Card>> {
    let ids = rows.iter().map(|firm| firm.id).collect();
    let mut groups: BTreeMap<FirmId, Vec<(GroupId, String)>> = BTreeMap::new();
    for (tie, name) in store::ties_of(app.store.read(), ids).await? {
        groups.entry(tie.firm_id).or_default().push((tie.group_id, name));
    }
    let card = |firm: firms::Model| Card {
        groups: groups.remove(&firm.id).unwrap_or_default(),
        distance_km: distance(from, firm.place_code),
        firm,
    };
    Ok(rows.into_iter().map(card).collect())
}
