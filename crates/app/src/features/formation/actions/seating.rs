//! Who sits with whom at a meeting of a group.

use dure_domain::{FirmId, GroupId};
use dure_tables::groups;

use super::super::rules::{Tables, guests, seat};
use super::super::{access, store};
use crate::access::{Thing, Viewer};
use crate::error::{Error, Result};
use crate::features::groups as group_features;
use crate::shell::App;

/// What is asked of a seating.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeatingForm {
    /// How many tables.
    pub tables: String,
    /// How many rounds.
    pub rounds: String,
    /// Guests, a name a line.
    pub guests: String,
    /// Firms that do not come.
    pub absent: Vec<String>,
}

/// A seated meeting.
pub struct Seated {
    /// The group.
    pub group: groups::Model,
    /// Its members: firm, its name, its delegate.
    pub members: Vec<(FirmId, String, Option<String>)>,
    /// Who sits: names by number.
    pub people: Vec<String>,
    /// The tables.
    pub tables: Tables,
}

/// Seats the members who come, and the guests.
pub async fn seating(app: &App, viewer: &Viewer, group: GroupId, form: &SeatingForm) -> Result<Seated> {
    access::SEE.require(viewer, &Thing::of_federation(viewer.federation))?;
    let group = group_features::actions::find_for(app, viewer, group).await?;
    let members = store::delegates(app.store.read(), group.id).await?;
    let comes = |(firm, ..): &&(FirmId, String, Option<String>)| !form.absent.contains(&firm.to_string());
    let name = |(_, firm, delegate): &(FirmId, String, Option<String>)| match delegate {
        Some(delegate) => format!("{firm} {delegate}"),
        None => firm.clone(),
    };
    let people: Vec<String> = members.iter().filter(comes).map(name).chain(guests(&form.guests)).collect();
    let (count, tables, rounds) =
        (people.len(), form.tables.parse().unwrap_or(4), form.rounds.parse().unwrap_or(3));
    let work = tokio::task::spawn_blocking(move || seat(count, tables, rounds));
    let tables = work.await.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Seated { group, members, people, tables })
}
