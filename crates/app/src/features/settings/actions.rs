//! Shows and changes the settings.

use dure_domain::{FederationId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{federation_settings, federations};
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::{App, settings};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::rules::{self, Content, SettingsForm};
use super::{access, store};

/// The form, as it is stored.
pub async fn form_for(app: &App, viewer: &Viewer) -> Result<SettingsForm> {
    access::SET.require(viewer, &Thing::of_federation(viewer.federation))?;
    let (federation, row) = store::find(app.store.read(), viewer.federation).await?;
    Ok(form_of(&federation, row.as_ref()))
}

/// Changes the settings.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where somebody else was first.
pub async fn save(app: &App, viewer: &Viewer, form: &SettingsForm) -> Result<Result<(), Faults>> {
    access::SET.require(viewer, &Thing::of_federation(viewer.federation))?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let federation = viewer.federation;
    app.act(viewer, |tx| {
        let content = content.clone();
        async move { overwrite(&tx, federation, version, content).await }
    })
    .await?;
    settings::forget(app, federation);
    Ok(Ok(()))
}

async fn overwrite(tx: &Tx, id: FederationId, version: i32, content: Content) -> Result<()> {
    let (federation, row) = store::find(tx.db(), id).await?;
    if row.as_ref().map_or(0, |row| row.version) != version {
        return Err(Error::ChangedMeanwhile);
    }
    let (before, is_new) = (form_of(&federation, row.as_ref()), row.is_none());
    let mut named = federation.into_active_model();
    named.name = Set(content.name.clone());
    named.region = Set(content.region.clone());
    let federation = named.update(tx.db()).await?;
    let row = federation_settings::ActiveModel {
        federation_id: Set(id),
        group_word: Set(content.group_word),
        phone: Set(content.phone),
        email: Set(content.email),
        address: Set(content.address),
        sender: Set(content.sender),
        reply_to: Set(content.reply_to),
        visibility: Set(content.visibility),
        fiscal_month: Set(content.fiscal_month),
        version: Set(version + 1),
    };
    let row = if is_new { row.insert(tx.db()).await? } else { row.update(tx.db()).await? };
    let after = form_of(&federation, Some(&row));
    let subject = Subject::Federation;
    tx.record(Record::of("federation.settings", subject, id, id, Some(&before), Some(&after))?);
    Ok(())
}

fn form_of(federation: &federations::Model, row: Option<&federation_settings::Model>) -> SettingsForm {
    let version = row.map_or(0, |row| row.version);
    let settings = row.cloned().map(settings::Settings::from).unwrap_or_default();
    SettingsForm {
        name: federation.name.clone(),
        region: federation.region.clone(),
        group_word: settings.group_word,
        phone: settings.phone,
        email: settings.email,
        address: settings.address,
        sender: settings.sender,
        reply_to: settings.reply_to,
        visibility: settings.visibility.as_str().to_owned(),
        fiscal_month: settings.fiscal_month.to_string(),
        version: version.to_string(),
    }
}
