//! `dure admin list`: who holds an office of a whole federation or of the installation.

use std::collections::BTreeMap;

use dure_domain::Office;
use dure_store::Store;
use dure_tables::{appointments, federations, people};
use dure_texts::cli;
use dure_web::error::Error;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;

use crate::cli::{Done, Global, open_store};

/// One administrator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Administrator {
    pub federation: String,
    pub name: String,
    pub email: Option<String>,
    pub offices: Vec<Office>,
}

/// Prints them.
pub async fn run(global: &Global) -> Done {
    let store = open_store(global).await?;
    let all = administrators(&store).await?;
    store.close().await?;
    let line = |one: &Administrator| {
        let offices: Vec<&str> = one.offices.iter().map(|office| office.as_str()).collect();
        format!(
            "{}  {}  {}  {}",
            one.name,
            one.email.as_deref().unwrap_or("-"),
            one.federation,
            offices.join(", ")
        )
    };
    let words = match all.as_slice() {
        [] => cli::admin_none(global.lang).to_owned(),
        all => all.iter().map(line).collect::<Vec<_>>().join("\n"),
    };
    global.print(words, &json!({ "administrators": all }));
    Ok(())
}

/// Staff and operators of every federation, in the order of their names.
pub async fn administrators(store: &Store) -> Result<Vec<Administrator>, Error> {
    let db = store.read();
    let held = appointments::Entity::find()
        .filter(appointments::Column::Until.is_null())
        .filter(appointments::Column::Office.is_in([Office::Staff, Office::Operator]))
        .all(db)
        .await?;
    let mut offices: BTreeMap<_, Vec<Office>> = BTreeMap::new();
    for one in held {
        offices.entry(one.person_id).or_default().push(one.office);
    }
    let names: BTreeMap<_, _> =
        federations::Entity::find().all(db).await?.into_iter().map(|row| (row.id, row.name)).collect();
    let people =
        people::Entity::find().filter(people::Column::Id.is_in(offices.keys().copied())).all(db).await?;
    let mut all: Vec<Administrator> = people
        .into_iter()
        .map(|person| {
            let mut offices = offices.remove(&person.id).unwrap_or_default();
            offices.sort_unstable();
            let federation = names.get(&person.federation_id).cloned().unwrap_or_default();
            Administrator { federation, name: person.name, email: person.email, offices }
        })
        .collect();
    all.sort();
    Ok(all)
}
