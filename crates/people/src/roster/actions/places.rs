//! Federations and groups by name, for the command line; made where that is asked for.

use dure_domain::{FederationId, GroupId, Id, ImportId, Place, PlaceFound, Subject};
use dure_roster::{Mapping, ReadError};
use dure_store::{Actor, Record, Store};
use dure_tables::{federations, groups, imports};
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;

use super::super::choices::Choices;
use super::super::plan::joined;
use super::super::reading::Reading;
use super::super::store;
use super::{LOOKING, Target, Upload};

/// Every federation.
pub async fn federations(store: &Store) -> Result<Vec<federations::Model>> {
    store::federations(store.read()).await
}

/// The federation of that name; made if it is not there and `make` says so.
pub async fn federation_named(store: &Store, name: &str, make: bool) -> Result<FederationId> {
    let known = store::federations(store.read()).await?;
    if let Some(found) = known.iter().find(|one| joined(&one.name) == joined(name)) {
        return Ok(found.id);
    }
    if !make {
        return Err(Error::NotFound);
    }
    let region = match Place::find(name) {
        PlaceFound::Here(place) => place.province().name_ko(),
        _ => "",
    };
    store
        .write::<_, Error, _, _>(Actor::System, |tx| async move {
            let id: FederationId = tx.id();
            let row = federations::ActiveModel {
                id: Set(id),
                name: Set(name.to_owned()),
                region: Set(region.to_owned()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
            let (action, after) = ("federation.found", Some(json!({"name": name})));
            let (subject, federation) = (Subject::Federation, Some(id));
            tx.record(Record { action, subject, id: id.uuid(), federation, before: None, after });
            Ok(id)
        })
        .await
}

/// The group of that name; made if it is not there and `make` says so.
pub async fn group_named(store: &Store, federation: FederationId, name: &str, make: bool) -> Result<GroupId> {
    let known = store::groups_of(store.read(), federation).await?;
    if let Some(found) = known.iter().find(|one| joined(&one.name) == joined(name)) {
        return Ok(found.id);
    }
    if !make {
        return Err(Error::NotFound);
    }
    store
        .write::<_, Error, _, _>(Actor::System, |tx| async move {
            let id: GroupId = tx.id();
            let row = groups::ActiveModel {
                id: Set(id),
                federation_id: Set(federation),
                name: Set(name.to_owned()),
                created_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            };
            row.insert(tx.db()).await?;
            let (action, after) = ("group.found", Some(json!({"name": name})));
            let (subject, federation) = (Subject::Group, Some(federation));
            tx.record(Record { action, subject, id: id.uuid(), federation, before: None, after });
            Ok(id)
        })
        .await
}

/// Names of the groups of a federation.
pub async fn group_names(store: &Store, federation: FederationId) -> Result<Vec<String>> {
    let known = store::groups_of(store.read(), federation).await?;
    Ok(known.into_iter().map(|group| group.name).collect())
}

/// An import that was kept.
pub async fn kept(store: &Store, id: ImportId) -> Result<imports::Model> {
    store::import(store.read(), id).await?.ok_or(Error::NotFound)
}

/// An import that is kept nowhere: for a dry run.
pub fn unkept(store: &Store, target: &Target, upload: Upload) -> imports::Model {
    let choices = Choices { group: target.group, ..upload.choices };
    imports::Model {
        id: ImportId::new(store.now(), store.chance().bytes()),
        federation_id: target.federation,
        person_id: None,
        file_name: upload.file_name,
        file: upload.bytes,
        mapping: serde_json::to_string(&choices).unwrap_or_default(),
        report: String::new(),
        state: LOOKING.to_owned(),
        created_at: store.now(),
        finished_at: None,
    }
}

/// Headers of a file and what its columns are guessed to mean.
pub fn columns_of(
    bytes: &[u8],
    file_name: &str,
    choices: &Choices,
) -> Result<(Vec<String>, Mapping), ReadError> {
    let reading = Reading::of(bytes, file_name, choices)?;
    Ok((reading.book.sheet.header, reading.mapping))
}
