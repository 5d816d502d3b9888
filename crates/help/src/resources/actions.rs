//! The verbs of resources: share, change, take back, look through.

use std::collections::BTreeMap;

use dure_domain::{FirmId, Id, Place, ResourceId, ResourceKind, Subject};
use dure_matching::Kind;
use dure_people::firms::access as firm_access;
use dure_people::firms::actions::with_secretariat;
use dure_store::{Record, Tx};
use dure_tables::{firms, resources};
use dure_talk::files;
use dure_ui::words;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::search;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};

use super::rules::{self, Content, ResourceForm};
use super::{access, store};

/// Cards on a page.
pub const PER_PAGE: u64 = 24;
const MOST_FOUND: usize = 300;

/// What a firm shares.
pub async fn of_firm<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<resources::Model>> {
    store::of_firm(db, firm).await
}

/// One thing that is shared, with whose it is.
pub struct Card {
    /// What.
    pub resource: resources::Model,
    /// Whose.
    pub firm: String,
    /// Where.
    pub place: Option<Place>,
}

/// One page of what is shared.
pub struct Listed {
    /// The page.
    pub cards: Vec<Card>,
    /// How many there are on all pages.
    pub total: u64,
    /// How many there are of each kind, by the kind's word.
    pub counts: BTreeMap<String, i64>,
    /// False while the index is being built.
    pub ready: bool,
}

/// What the viewer's federation shares, narrowed to a kind and to words.
pub async fn list(
    app: &App,
    viewer: &Viewer,
    kind: Option<ResourceKind>,
    typed: &str,
    page: u64,
) -> Result<Listed> {
    let db = app.store.read();
    let shared = store::shared(viewer.federation, kind);
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (rows, total) = match typed.trim() {
        "" => store::page(db, shared, offset, PER_PAGE).await?,
        typed => {
            let ranked: Vec<ResourceId> =
                app.search.found(viewer.federation, Kind::Resource, typed, MOST_FOUND);
            let rows = store::among(db, shared, &ranked).await?;
            search::page_of(rows, &ranked, |row| row.id, offset, PER_PAGE)
        }
    };
    let owners = store::firms_of(db, rows.iter().map(|row| row.firm_id).collect()).await?;
    let card = |resource: resources::Model| {
        let (firm, place) = owners.get(&resource.firm_id).cloned().unwrap_or_default();
        Card { resource, firm, place: words::place_of(place) }
    };
    let counts = store::counts(db, viewer.federation).await?;
    Ok(Listed { cards: rows.into_iter().map(card).collect(), total, counts, ready: app.search.is_ready() })
}

/// A resource that the viewer may see.
pub async fn find_for(app: &App, viewer: &Viewer, id: ResourceId) -> Result<resources::Model> {
    Ok(found_for(app, viewer, id).await?.0)
}

/// Like [`find_for`], with whether the viewer may change it.
pub async fn found_for(app: &App, viewer: &Viewer, id: ResourceId) -> Result<(resources::Model, bool)> {
    let row = store::find(app.store.read(), id).await?.filter(|row| row.removed_at.is_none());
    let row = row.ok_or(Error::NotFound)?;
    let (firm, answers) = owner(app, row.firm_id).await?;
    let thing = firm_access::thing(&firm, answers);
    access::SEE.require(viewer, &thing)?;
    Ok((row, access::KEEP.allows(viewer, &thing)))
}

/// A resource that the viewer may change, and the name of its firm.
pub async fn keep(app: &App, viewer: &Viewer, id: ResourceId) -> Result<(resources::Model, String)> {
    let row = find_for(app, viewer, id).await?;
    let name = keeper(app, viewer, row.firm_id).await?.name;
    Ok((row, name))
}

/// The firm for which the viewer may share something.
pub async fn keeper(app: &App, viewer: &Viewer, firm: FirmId) -> Result<firms::Model> {
    let (firm, answers) = owner(app, firm).await?;
    let thing = firm_access::thing(&firm, answers);
    access::SEE.require(viewer, &thing)?;
    access::KEEP.require(viewer, &thing)?;
    Ok(firm)
}

async fn owner(app: &App, firm: FirmId) -> Result<(firms::Model, Option<dure_domain::GroupId>)> {
    with_secretariat(app.store.read(), firm).await?.ok_or(Error::NotFound)
}

/// Shares something of a firm.
pub async fn add(
    app: &App,
    viewer: &Viewer,
    firm: FirmId,
    form: &ResourceForm,
) -> Result<Result<ResourceId, Faults>> {
    let firm = keeper(app, viewer, firm).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        let (federation, firm) = (firm.federation_id, firm.id);
        async move {
            let row = resources::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                firm_id: Set(firm),
                kind: Set(content.kind),
                title: Set(content.title),
                body: Set(content.body),
                terms: Set(content.terms),
                created_at: Set(tx.at()),
                removed_at: Set(None),
                version: Set(1),
            };
            let row = row.insert(tx.db()).await?;
            tx.record(record("resource.add", &row, None)?);
            Ok(row.id)
        }
    });
    Ok(Ok(written.await?))
}

/// Changes what is said of a resource.
pub async fn update(
    app: &App,
    viewer: &Viewer,
    id: ResourceId,
    form: &ResourceForm,
) -> Result<Result<FirmId, Faults>> {
    let (row, _) = keep(app, viewer, id).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let version = version(form)?;
    app.act(viewer, |tx| {
        let content = content.clone();
        async move { overwrite(&tx, id, version, Some(content)).await }
    })
    .await?;
    Ok(Ok(row.firm_id))
}

/// Takes a resource back.
pub async fn remove(app: &App, viewer: &Viewer, id: ResourceId, form: &ResourceForm) -> Result<FirmId> {
    let version = version(form)?;
    let (row, _) = keep(app, viewer, id).await?;
    app.act(viewer, |tx| async move { overwrite(&tx, id, version, None).await }).await?;
    Ok(row.firm_id)
}

fn version(form: &ResourceForm) -> Result<i32> {
    form.version.parse().map_err(|_| Error::BadRequest("version".into()))
}

/// Writes the new content, or that the resource is no longer there.
async fn overwrite(tx: &Tx, id: ResourceId, version: i32, content: Option<Content>) -> Result<()> {
    let row = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    if row.version != version || row.removed_at.is_some() {
        return Err(Error::ChangedMeanwhile);
    }
    let before = form_of(&row);
    let mut changed = row.into_active_model();
    changed.version = Set(version + 1);
    let action = match content {
        Some(content) => {
            changed.kind = Set(content.kind);
            changed.title = Set(content.title);
            changed.body = Set(content.body);
            changed.terms = Set(content.terms);
            "resource.edit"
        }
        None => {
            changed.removed_at = Set(Some(tx.at()));
            files::forget(tx, Subject::Resource, id.uuid()).await?;
            "resource.remove"
        }
    };
    let row = changed.update(tx.db()).await?;
    tx.record(record(action, &row, Some(&before))?);
    Ok(())
}

/// The form as it is stored.
pub fn form_of(row: &resources::Model) -> ResourceForm {
    ResourceForm {
        kind: row.kind.to_string(),
        title: row.title.clone(),
        body: row.body.clone(),
        terms: row.terms.clone(),
        version: row.version.to_string(),
    }
}

fn record(action: &'static str, row: &resources::Model, before: Option<&ResourceForm>) -> Result<Record> {
    let after = row.removed_at.is_none().then(|| form_of(row));
    Ok(Record::of(action, Subject::Resource, row.id, row.federation_id, before, after.as_ref())?)
}
