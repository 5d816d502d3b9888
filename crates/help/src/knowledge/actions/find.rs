//! Finding cases that a viewer may read.

use std::collections::BTreeMap;

use dure_domain::{CaseId, GroupId, NeedKind};
use dure_matching::{Kind, Search};
use dure_tables::cases;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::Result;

use crate::knowledge::access;
use crate::knowledge::store::{self, Names};

/// Cases on one page.
pub const PER_PAGE: u64 = 20;
/// Found by words at most.
const MOST_FOUND: usize = 400;

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words to find.
    pub words: String,
    /// What was needed.
    pub need: Option<NeedKind>,
    /// From 1.
    pub page: u64,
}

/// A case as a viewer may read it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The case.
    pub case: cases::Model,
    /// Whose it was, none where that is not told.
    pub firm: Option<String>,
    /// Who solved it: firm and person.
    pub solver: String,
    /// Whether the viewer may take the consent back.
    pub may_withdraw: bool,
    /// Whether the viewer may change what is kept.
    pub may_change: bool,
    /// Whether the viewer took part, so that the difficulty itself can be opened.
    pub took_part: bool,
}

/// A page of the list.
pub struct Listed {
    /// Best first where words were searched, else the last kept first.
    pub cases: Vec<Shown>,
    /// All that fit the filter.
    pub total: u64,
}

/// What permissions look at.
pub fn thing_of(case: &cases::Model, group: Option<GroupId>) -> Thing {
    Thing {
        federation: Some(case.federation_id),
        groups: group.into_iter().collect(),
        firm: case.firm_id,
        person: Some(case.consented_by),
        asked: case.helper_person_id.into_iter().collect(),
        visibility: Some(case.visibility),
    }
}

/// Cases that the viewer may read and the filter takes in.
pub async fn list(app: &App, viewer: &Viewer, filter: &Filter) -> Result<Listed> {
    let (db, reach) = (app.store.read(), access::SEE.reach(viewer));
    let page = filter.page.max(1);
    let (rows, total) = if filter.words.trim().is_empty() {
        store::page(db, &reach, filter.need, page, PER_PAGE).await?
    } else {
        let found = found_by_words(app, &filter.words);
        let rows = store::among(db, &reach, filter.need, &found).await?;
        page_of(rows, &found, page)
    };
    Ok(Listed { cases: shown(app, viewer, rows).await?, total })
}

/// Those of these cases that the viewer may read, in the same order.
pub async fn among(app: &App, viewer: &Viewer, ids: &[CaseId]) -> Result<Vec<cases::Model>> {
    let rows = store::among(app.store.read(), &access::SEE.reach(viewer), None, ids).await?;
    Ok(in_order(rows, ids))
}

fn found_by_words(app: &App, words: &str) -> Vec<CaseId> {
    let search = Search::new(words).kinds(Kind::Case).limit(MOST_FOUND);
    app.search.index().search(&search).into_iter().map(|found| CaseId::from_key(found.id.0)).collect()
}

fn in_order(mut rows: Vec<cases::Model>, ids: &[CaseId]) -> Vec<cases::Model> {
    let place: BTreeMap<CaseId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    rows.sort_by_key(|row| place.get(&row.id).copied());
    rows
}

fn page_of(rows: Vec<cases::Model>, found: &[CaseId], page: u64) -> (Vec<cases::Model>, u64) {
    let total = rows.len() as u64;
    let skip = usize::try_from((page - 1).saturating_mul(PER_PAGE)).unwrap_or(usize::MAX);
    let rows = in_order(rows, found).into_iter().skip(skip).take(PER_PAGE as usize);
    (rows.collect(), total)
}

async fn shown(app: &App, viewer: &Viewer, rows: Vec<cases::Model>) -> Result<Vec<Shown>> {
    let names = store::names(app.store.read(), &rows).await?;
    // The group does not matter in a list: it would only add what chairs and secretaries may do.
    let one = |case: cases::Model| {
        let thing = thing_of(&case, None);
        view(viewer, case, &thing, &names)
    };
    Ok(rows.into_iter().map(one).collect())
}

fn view(viewer: &Viewer, case: cases::Model, thing: &Thing, (firms, people): &Names) -> Shown {
    // As with the difficulty: who helped has known the poster since the offer.
    let helped = case.helper_person_id == Some(viewer.person)
        || (case.helper_firm_id.is_some() && case.helper_firm_id == viewer.firm);
    let knows = access::POSTER.allows(viewer, thing) || helped;
    let firm = case.helper_firm_id.and_then(|id| firms.get(&id)).cloned();
    let person = case.helper_person_id.and_then(|id| people.get(&id)).cloned();
    Shown {
        firm: case.firm_id.filter(|_| knows || !case.anonymous).and_then(|id| firms.get(&id)).cloned(),
        solver: [firm, person].into_iter().flatten().collect::<Vec<_>>().join(" "),
        may_withdraw: access::WITHDRAW.allows(viewer, thing),
        may_change: access::KEEP.allows(viewer, thing),
        took_part: knows,
        case,
    }
}

/// One case, if the viewer may read it.
///
/// # Errors
/// [`dure_web::error::Error::NotFound`]
pub async fn show(app: &App, viewer: &Viewer, id: CaseId) -> Result<Shown> {
    let db = app.store.read();
    let case = store::case(db, id).await?;
    let group = store::group_of(db, case.difficulty_id).await?;
    let thing = thing_of(&case, group);
    access::SEE.require(viewer, &thing)?;
    let names = store::names(db, std::slice::from_ref(&case)).await?;
    Ok(view(viewer, case, &thing, &names))
}
