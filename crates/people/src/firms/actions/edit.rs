//! Changing what a firm says of itself, and bringing in a new one.

use dure_domain::{FederationId, FirmId, GroupId, Subject};
use dure_store::{Record, Tx};
use dure_tables::firms;
use dure_texts::firms as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use dure_web::secretariat;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::super::rules::{self, Content, FirmForm};
use super::super::{access, store};

/// The form of a firm that the viewer may change, as it is stored.
pub async fn form_for(app: &App, viewer: &Viewer, id: FirmId) -> Result<(firms::Model, FirmForm)> {
    let firm = super::find_for(app, viewer, id).await?;
    let answers = secretariat::of_firm(app.store.read(), id).await?;
    access::EDIT.require(viewer, &access::thing(&firm, answers))?;
    let form = form_of(&firm);
    Ok((firm, form))
}

/// The empty form of a new firm, where the viewer may bring one in.
pub fn blank(viewer: &Viewer) -> Result<FirmForm> {
    access::CREATE.require(viewer, &newcomer(viewer))?;
    Ok(FirmForm { version: "1".into(), ..FirmForm::default() })
}

/// A firm that is yet to come belongs to the groups that the viewer looks after.
fn newcomer(viewer: &Viewer) -> Thing {
    let groups: Vec<GroupId> = viewer.groups_as(dure_domain::Office::Secretary).collect();
    Thing { groups, ..Thing::of_federation(viewer.federation) }
}

/// Writes what was typed into the form of a firm.
pub async fn update(
    app: &App,
    viewer: &Viewer,
    id: FirmId,
    form: &FirmForm,
) -> Result<Result<FirmId, Faults>> {
    let (firm, stored) = form_for(app, viewer, id).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    if form.version != stored.version {
        return Err(Error::ChangedMeanwhile);
    }
    if let Some(faults) = number_taken(app, viewer, firm.federation_id, &content, Some(id)).await? {
        return Ok(Err(faults));
    }
    let written = app.act(viewer, |tx| {
        let (content, version) = (content.clone(), firm.version);
        async move { overwrite(&tx, id, version, content).await }
    });
    written.await.map(|()| Ok(id))
}

async fn overwrite(tx: &Tx, id: FirmId, version: i32, content: Content) -> Result<()> {
    let firm = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
    if firm.version != version {
        return Err(Error::ChangedMeanwhile);
    }
    let before = form_of(&firm);
    let mut row = firm.into_active_model();
    fill(&mut row, content);
    row.updated_at = Set(tx.at());
    row.version = Set(version + 1);
    let firm = row.update(tx.db()).await?;
    tx.record(record("firm.edit", &firm, Some(&before))?);
    Ok(())
}

/// Brings in a firm that is new.
pub async fn create(app: &App, viewer: &Viewer, form: &FirmForm) -> Result<Result<FirmId, Faults>> {
    access::CREATE.require(viewer, &newcomer(viewer))?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let federation = viewer.federation;
    if let Some(faults) = number_taken(app, viewer, federation, &content, None).await? {
        return Ok(Err(faults));
    }
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move { insert(&tx, federation, content).await }
    });
    written.await.map(Ok)
}

async fn insert(tx: &Tx, federation: FederationId, content: Content) -> Result<FirmId> {
    let mut row = firms::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        left_at: Set(None),
        version: Set(1),
        ..Default::default()
    };
    fill(&mut row, content);
    let firm = row.insert(tx.db()).await?;
    tx.record(record("firm.create", &firm, None)?);
    Ok(firm.id)
}

/// Says who has the business number already; the database refuses it in any case.
async fn number_taken(
    app: &App,
    viewer: &Viewer,
    federation: FederationId,
    content: &Content,
    own: Option<FirmId>,
) -> Result<Option<Faults>> {
    let Some(number) = &content.business_number else { return Ok(None) };
    let other = store::is_taken(app.store.read(), federation, number, own).await?;
    let said = |firm: firms::Model| {
        let words = texts::number_taken(viewer.lang, firm.name);
        Faults::one("business_number", Fault::Said(words))
    };
    Ok(other.map(said))
}

fn fill(row: &mut firms::ActiveModel, content: Content) {
    row.sector = Set(content.industry.map(|industry| industry.sector().as_str().to_owned()));
    row.industry_code = Set(content.industry.map(|industry| industry.to_string()));
    row.place_code = Set(content.place.and_then(|place| place.to_string().parse().ok()));
    row.name = Set(content.name);
    row.business_number = Set(content.business_number);
    row.representative = Set(content.representative);
    row.industry_text = Set(content.industry_text);
    row.address = Set(content.address);
    row.phone = Set(content.phone);
    row.fax = Set(content.fax);
    row.email = Set(content.email);
    row.website = Set(content.website);
    row.products = Set(content.products);
    row.offers = Set(content.offers);
    row.needs = Set(content.needs);
    row.notes = Set(content.notes);
    row.founded_on = Set(content.founded_on);
    row.employees = Set(content.employees);
    row.revenue_won = Set(content.revenue_won);
    row.motive = Set(content.motive);
}

fn form_of(firm: &firms::Model) -> FirmForm {
    let text = |value: Option<String>| value.unwrap_or_default();
    FirmForm {
        name: firm.name.clone(),
        business_number: text(firm.business_number.clone()),
        representative: firm.representative.clone(),
        industry_text: firm.industry_text.clone(),
        industry_code: text(firm.industry_code.clone()),
        industry_for: firm.industry_text.clone(),
        place_code: text(firm.place_code.map(|code| code.to_string())),
        address: firm.address.clone(),
        phone: firm.phone.clone(),
        fax: firm.fax.clone(),
        email: firm.email.clone(),
        website: firm.website.clone(),
        products: firm.products.clone(),
        offers: firm.offers.clone(),
        needs: firm.needs.clone(),
        notes: firm.notes.clone(),
        founded_on: text(firm.founded_on.map(|day| day.to_string())),
        employees: text(firm.employees.map(|count| count.to_string())),
        revenue_won: text(firm.revenue_won.map(|won| won.0.to_string())),
        motive: text(firm.motive.map(|motive| motive.to_string())),
        version: firm.version.to_string(),
    }
}

fn record(action: &'static str, firm: &firms::Model, before: Option<&FirmForm>) -> Result<Record> {
    let (id, federation) = (firm.id, firm.federation_id);
    Ok(Record::of(action, Subject::Firm, id, federation, before, Some(&form_of(firm)))?)
}
