//! Groups.

use axum::Json;
use axum::extract::{Path, Query};
use dure_tables::groups;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::{Coded, Named, PER_PAGE, Page, Turn};
use super::{problem::Problem, store};
use crate::error::{Error, Result};
use crate::features::groups::{access, actions};
use crate::shell::Visit;
use crate::ui::words;

/// An exchange group.
#[derive(Debug, Serialize, ToSchema)]
pub struct Group {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// City or county.
    pub place: Option<Coded>,
    /// Where it meets.
    pub meeting_place: String,
    /// When it meets, in words.
    pub rhythm: String,
    /// `2011-04-02`
    pub founded_on: Option<String>,
    /// The number of member firms.
    pub firms: usize,
}

/// An exchange group with its members.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupInFull {
    /// The group.
    #[serde(flatten)]
    pub group: Group,
    /// Its member firms, by name.
    pub members: Vec<Named>,
    /// Chair, secretary and special members.
    pub offices: Vec<HeldOffice>,
}

/// An office and who holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldOffice {
    /// `chair`, `secretary`, `expert`, `official`
    pub office: String,
    /// Who holds it.
    pub person: Named,
}

/// Groups of the federation, by name.
#[utoipa::path(get, path = "/api/groups", operation_id = "groups", tag = "groups", params(Turn), responses((status = 200, body = Page<Group>), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Query(turn): Query<Turn>) -> Result<Json<Page<Group>>> {
    let db = visit.app.store.read();
    let reach = access::SEE.reach(&visit.viewer);
    let (rows, total) = store::groups(db, &reach, turn.words(), turn.number()).await?;
    let members = store::members_of(db, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let items = rows.into_iter().map(|row| {
        let firms = members.get(&row.id).map_or(0, Vec::len);
        group(&visit, row, firms)
    });
    Ok(Json(Page::new(items.collect(), turn.number(), total, PER_PAGE)))
}

/// One group with its members.
#[utoipa::path(get, path = "/api/groups/{id}", operation_id = "group", tag = "groups", params(("id" = String, Path)), responses((status = 200, body = GroupInFull), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Json<GroupInFull>> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let row = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let db = visit.app.store.read();
    let members = store::members_of(db, &[id]).await?.remove(&id).unwrap_or_default();
    let held = store::offices_of(db, id).await?.into_iter();
    let offices = held.map(|(office, person)| HeldOffice { office: office.to_string(), person }).collect();
    Ok(Json(GroupInFull { group: group(&visit, row, members.len()), members, offices }))
}

fn group(visit: &Visit, row: groups::Model, firms: usize) -> Group {
    let place = words::place_of(row.place_code).zip(row.place_code);
    let name = |place| words::place(visit.lang(), place).to_owned();
    Group {
        id: row.id.to_string(),
        name: row.name,
        place: place.map(|(place, code)| Coded { code: code.to_string(), name: name(place) }),
        meeting_place: row.meeting_place,
        rhythm: row.rhythm,
        founded_on: row.founded_on.map(|day| day.to_string()),
        firms,
    }
}
