//! Firms ask the federation for a group: at least seven, brought by an executive or taken down by the federation.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupRequestId, Id, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{foundings, group_request_firms, group_requests, people};
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::firms::{FirmLine, picked};
use crate::foundings::rules::{self, RequestForm};
use crate::foundings::{access, letters, store};

/// Requests on a page.
const PER_PAGE: u64 = 24;

/// The list of requests.
pub struct Requests {
    /// The latest first, each with how many firms it names.
    pub rows: Vec<(group_requests::Model, usize)>,
    /// Who asked.
    pub people: BTreeMap<PersonId, people::Model>,
    /// How many there are on all pages.
    pub total: u64,
    /// How many fit a page.
    pub per_page: u64,
    /// Whether the viewer is of the federation's staff.
    pub leads: bool,
}

/// Requests that the viewer may see, open or closed ones.
pub async fn requests(app: &App, viewer: &Viewer, closed: bool, page: u64) -> Result<Requests> {
    let db = app.store.read();
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let reach = access::SEE_REQUEST.reach(viewer);
    let (rows, total) = store::requests(db, &reach, closed, offset, PER_PAGE).await?;
    let named = store::firms_of_requests(db, rows.iter().map(|row| row.id).collect()).await?;
    let count = |id: GroupRequestId| named.iter().filter(|row| row.request_id == id).count();
    Ok(Requests {
        people: store::people(db, rows.iter().filter_map(|row| row.asked_by)).await?,
        rows: rows.into_iter().map(|row| (row.clone(), count(row.id))).collect(),
        total,
        per_page: PER_PAGE,
        leads: access::OPEN.allows(viewer, &Thing::of_federation(viewer.federation)),
    })
}

/// A request with its firms.
pub struct Request {
    /// The request.
    pub request: group_requests::Model,
    /// The firms.
    pub firms: Vec<FirmLine>,
    /// Who asked.
    pub asked_by: Option<people::Model>,
    /// Who closed it.
    pub closed_by: Option<people::Model>,
    /// Foundings that came of it.
    pub foundings: Vec<foundings::Model>,
    /// Whether the viewer is of the federation's staff.
    pub leads: bool,
    /// Whether the viewer may close it.
    pub may_close: bool,
}

/// The request of this key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn request(app: &App, viewer: &Viewer, id: GroupRequestId) -> Result<Request> {
    let db = app.store.read();
    let request = store::request(db, id).await?;
    let named: Vec<FirmId> =
        store::firms_of_requests(db, vec![id]).await?.into_iter().map(|row| row.firm_id).collect();
    let thing = access::request(viewer, &request, &named);
    access::SEE_REQUEST.require(viewer, &thing)?;
    let mut people = store::people(db, request.asked_by.into_iter().chain(request.closed_by)).await?;
    Ok(Request {
        firms: picked(app, viewer, &named, "").await?.chosen,
        foundings: store::foundings_of_request(db, id).await?,
        asked_by: request.asked_by.and_then(|id| people.get(&id).cloned()),
        closed_by: request.closed_by.and_then(|id| people.remove(&id)),
        leads: access::OPEN.allows(viewer, &thing),
        may_close: request.closed_at.is_none() && access::CLOSE.allows(viewer, &thing),
        request,
    })
}

/// Asks for a group.
///
/// # Errors
/// [`Error::Forbidden`]; what is to be mended comes back as faults.
pub async fn ask(app: &App, viewer: &Viewer, form: &RequestForm) -> Result<Result<GroupRequestId, Faults>> {
    access::ASK.require(viewer, &asker(viewer))?;
    let few = |missing: usize| texts::few_firms(viewer.lang, i64::try_from(missing).unwrap_or(i64::MAX));
    let mut form = form.clone();
    let known = picked(app, viewer, &form.firms, "").await?.chosen;
    form.firms = known.iter().map(|line| line.firm.id).collect();
    let asked = match rules::read_request(&form, few) {
        Ok(asked) => asked,
        Err(faults) => return Ok(Err(faults)),
    };
    app.act(viewer, |tx| {
        let (viewer, asked) = (viewer.clone(), asked.clone());
        async move { write(&tx, &viewer, asked).await.map(Ok) }
    })
    .await
}

/// What permissions look at where the viewer brings something of the own firm before the federation.
pub(super) fn asker(viewer: &Viewer) -> Thing {
    Thing { firm: viewer.firm, person: Some(viewer.person), ..Thing::of_federation(viewer.federation) }
}

async fn write(tx: &Tx, viewer: &Viewer, asked: RequestForm) -> Result<GroupRequestId> {
    let row = group_requests::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(viewer.federation),
        title: Set(asked.title),
        note: Set(asked.note),
        asked_by: Set(Some(viewer.person)),
        asked_at: Set(tx.at()),
        closed_at: Set(None),
        closed_by: Set(None),
        closing: Set(String::new()),
        version: Set(1),
    };
    let request = row.insert(tx.db()).await?;
    let firms: BTreeSet<FirmId> = asked.firms.into_iter().collect();
    let rows = firms.iter().map(|firm| group_request_firms::ActiveModel {
        request_id: Set(request.id),
        firm_id: Set(*firm),
        federation_id: Set(viewer.federation),
    });
    group_request_firms::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
    record(tx, "group_request.ask", None, &request);
    letters::asked_for_a_group(tx, &request, firms.len(), viewer.person).await?;
    Ok(request.id)
}

/// Closes a request with a word to who asked.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::ChangedMeanwhile`] where it is closed already.
pub async fn close(app: &App, viewer: &Viewer, id: GroupRequestId, word: &str) -> Result<()> {
    if !request(app, viewer, id).await?.may_close {
        return Err(Error::Forbidden);
    }
    app.act(viewer, |tx| {
        let (viewer, word) = (viewer.clone(), word.trim().to_owned());
        async move {
            let request = store::request(tx.db(), id).await?;
            if request.closed_at.is_some() {
                return Err(Error::ChangedMeanwhile);
            }
            let closed = end(&tx, &request, Some(viewer.person), word).await?;
            letters::request_closed(&tx, &closed, viewer.person).await
        }
    })
    .await
}

async fn end(
    tx: &Tx,
    request: &group_requests::Model,
    by: Option<PersonId>,
    word: String,
) -> Result<group_requests::Model> {
    let mut row = request.clone().into_active_model();
    row.closed_at = Set(Some(tx.at()));
    row.closed_by = Set(by);
    row.closing = Set(word);
    row.version = Set(request.version + 1);
    let closed = row.update(tx.db()).await?;
    record(tx, "group_request.close", Some(request), &closed);
    Ok(closed)
}

/// Closes the request behind a founding: the group that was asked for exists.
pub(super) async fn close_behind(tx: &Tx, founding: &foundings::Model) -> Result<()> {
    let Some(id) = founding.request_id else { return Ok(()) };
    let request = store::request(tx.db(), id).await?;
    if request.closed_at.is_none() {
        end(tx, &request, None, String::new()).await?;
    }
    Ok(())
}

fn record(
    tx: &Tx,
    action: &'static str,
    before: Option<&group_requests::Model>,
    after: &group_requests::Model,
) {
    tx.record(Record {
        action,
        subject: Subject::GroupRequest,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: before.map(state),
        after: Some(state(after)),
    });
}

fn state(request: &group_requests::Model) -> Value {
    json!({
        "title": request.title,
        "note": request.note,
        "asked_by": request.asked_by,
        "closed_at": request.closed_at,
        "closing": request.closing,
        "version": request.version,
    })
}
