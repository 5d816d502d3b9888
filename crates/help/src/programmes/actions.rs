//! The verbs of programmes: look through, announce, change, withdraw.

use dure_domain::{ProgrammeId, Subject};
use dure_matching::Kind;
use dure_store::Record;
use dure_tables::{people, programmes};
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::rules::{self, Content, ProgrammeForm};
use super::{access, store};
use dure_web::{search, stamp};

/// Cards on a page.
pub const PER_PAGE: u64 = 24;
const MOST_FOUND: usize = 200;

/// One page of programmes.
pub struct Listed {
    /// The page.
    pub programmes: Vec<programmes::Model>,
    /// How many there are on all pages.
    pub total: u64,
    /// False while the index is being built.
    pub ready: bool,
}

/// The programmes of the viewer's federation, narrowed to words and to those still open.
pub async fn list(app: &App, viewer: &Viewer, typed: &str, closed_too: bool, page: u64) -> Result<Listed> {
    let db = app.store.read();
    let today = app.now().day();
    let found = store::of_federation(viewer.federation, (!closed_too).then_some(today));
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (programmes, total) = match typed.trim() {
        "" => store::page(db, found, today, offset, PER_PAGE).await?,
        typed => {
            let ranked: Vec<ProgrammeId> =
                app.search.found(viewer.federation, Kind::Programme, typed, MOST_FOUND);
            let rows = store::among(db, found, &ranked).await?;
            search::page_of(rows, &ranked, |row| row.id, offset, PER_PAGE)
        }
    };
    Ok(Listed { programmes, total, ready: app.search.is_ready() })
}

/// What the page of a programme tells.
pub struct Portrait {
    /// The programme.
    pub programme: programmes::Model,
    /// Whom to ask.
    pub contact: Option<people::Model>,
    /// Whether the viewer may change it.
    pub may_edit: bool,
}

/// The programme for its page.
pub async fn show(app: &App, viewer: &Viewer, id: ProgrammeId) -> Result<Portrait> {
    let db = app.store.read();
    let programme = store::find(db, id).await?.ok_or(Error::NotFound)?;
    let thing = access::thing(&programme);
    access::SEE.require(viewer, &thing)?;
    let contact = store::contact(db, programme.contact_id).await?;
    Ok(Portrait { may_edit: access::EDIT.allows(viewer, &thing), contact, programme })
}

/// Whether the viewer may announce a programme.
pub fn announcer(viewer: &Viewer) -> Result<()> {
    access::ANNOUNCE.require(viewer, &Thing::of_federation(viewer.federation))
}

/// Announces a programme; who does becomes its contact.
pub async fn announce(
    app: &App,
    viewer: &Viewer,
    form: &ProgrammeForm,
) -> Result<Result<ProgrammeId, Faults>> {
    announcer(viewer)?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let (federation, contact) = (viewer.federation, viewer.person);
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move {
            let mut row = programmes::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                contact_id: Set(Some(contact)),
                removed_at: Set(None),
                ..Default::default()
            };
            fill(&mut row, content);
            let programme = row.insert(tx.db()).await?;
            tx.record(record("programme.announce", &programme, None)?);
            Ok(programme.id)
        }
    });
    Ok(Ok(written.await?))
}

/// The programme that the viewer may change, as it is stored.
pub async fn form_for(
    app: &App,
    viewer: &Viewer,
    id: ProgrammeId,
) -> Result<(programmes::Model, ProgrammeForm)> {
    let programme = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let thing = access::thing(&programme);
    access::SEE.require(viewer, &thing)?;
    access::EDIT.require(viewer, &thing)?;
    let form = form_of(&programme)?;
    Ok((programme, form))
}

/// Writes what was typed into the form of a programme.
pub async fn update(
    app: &App,
    viewer: &Viewer,
    id: ProgrammeId,
    form: &ProgrammeForm,
) -> Result<Result<(), Faults>> {
    form_for(app, viewer, id).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    overwrite(app, viewer, id, &form.stamp, Some(content)).await.map(Ok)
}

/// Withdraws a programme.
pub async fn remove(app: &App, viewer: &Viewer, id: ProgrammeId, form: &ProgrammeForm) -> Result<()> {
    if form.stamp.is_empty() {
        return Err(Error::BadRequest("stamp".into()));
    }
    form_for(app, viewer, id).await?;
    overwrite(app, viewer, id, &form.stamp, None).await
}

async fn overwrite(
    app: &App,
    viewer: &Viewer,
    id: ProgrammeId,
    stamp: &str,
    content: Option<Content>,
) -> Result<()> {
    app.act(viewer, |tx| {
        let (stamp, content) = (stamp.to_owned(), content.clone());
        async move {
            let programme = store::find(tx.db(), id).await?.ok_or(Error::ChangedMeanwhile)?;
            let before = form_of(&programme)?;
            if before.stamp != stamp {
                return Err(Error::ChangedMeanwhile);
            }
            let mut row = programme.into_active_model();
            let action = match content {
                Some(content) => {
                    fill(&mut row, content);
                    "programme.edit"
                }
                None => {
                    row.removed_at = Set(Some(tx.at()));
                    "programme.remove"
                }
            };
            let programme = row.update(tx.db()).await?;
            tx.record(record(action, &programme, Some(&before))?);
            Ok(())
        }
    })
    .await
}

fn fill(row: &mut programmes::ActiveModel, content: Content) {
    let region = content.place.map(|place| place.full_name_ko()).unwrap_or_default();
    row.title = Set(content.title);
    row.agency = Set(content.agency);
    row.body = Set(content.body);
    row.eligibility = Set(content.eligibility);
    row.region = Set(region);
    row.place_code = Set(content.place.and_then(|place| place.to_string().parse().ok()));
    row.opens_on = Set(content.opens_on);
    row.closes_on = Set(content.closes_on);
}

fn form_of(programme: &programmes::Model) -> Result<ProgrammeForm> {
    let day = |day: Option<dure_domain::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut form = ProgrammeForm {
        title: programme.title.clone(),
        agency: programme.agency.clone(),
        body: programme.body.clone(),
        eligibility: programme.eligibility.clone(),
        place_code: programme.place_code.map(|code| code.to_string()).unwrap_or_default(),
        opens_on: day(programme.opens_on),
        closes_on: day(programme.closes_on),
        stamp: String::new(),
    };
    form.stamp = stamp::of(&form)?;
    Ok(form)
}

fn record(
    action: &'static str,
    programme: &programmes::Model,
    before: Option<&ProgrammeForm>,
) -> Result<Record> {
    let (id, federation) = (programme.id, programme.federation_id);
    let after = programme.removed_at.is_none().then(|| form_of(programme)).transpose()?;
    Ok(Record::of(action, Subject::Programme, id, federation, before, after.as_ref())?)
}
