//! What the studio knows about groups that exist.

use axum::extract::Query;
use dure_domain::{FirmId, GroupId};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::fields::Fields;
use maud::Markup;
use serde::Deserialize;

use super::super::actions::{self, SeatingForm};
use super::super::pages;

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    firm: Option<FirmId>,
    group: Option<GroupId>,
    least: String,
}

/// `GET /formation/join?firm=`
pub async fn join(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let firm = asked.firm.ok_or(Error::NotFound)?;
    let fitting = actions::fitting(&visit.app, &visit.viewer, firm).await?;
    Ok(pages::standing::join(&visit, &fitting))
}

/// `GET /formation/recruit?group=`
pub async fn recruit(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let group = asked.group.ok_or(Error::NotFound)?;
    let recruiting = actions::recruiting(&visit.app, &visit.viewer, group).await?;
    Ok(pages::standing::recruit(&visit, &recruiting))
}

/// `GET /formation/split?group=&least=`
pub async fn split(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let group = asked.group.ok_or(Error::NotFound)?;
    let least = asked.least.trim().parse().ok();
    let dividing = actions::dividing(&visit.app, &visit.viewer, group, least).await?;
    Ok(pages::standing::split(&visit, &dividing))
}

/// `GET /formation/tables?group=&tables=&rounds=`
pub async fn tables(visit: Visit) -> Result<Markup> {
    let fields = Fields::of_address(&visit.path);
    let group = fields.read("group").ok_or(Error::NotFound)?;
    let text = |name| fields.text(name).to_owned();
    let form = SeatingForm {
        tables: text("tables"),
        rounds: text("rounds"),
        guests: text("guests"),
        absent: fields.all("absent").map(str::to_owned).collect(),
    };
    let seated = actions::seating(&visit.app, &visit.viewer, group, &form).await?;
    Ok(pages::tables::page(&visit, &seated, &form))
}
