//! Groups.

use axum::Json;
use axum::extract::Query;
use dure_domain::GroupId;
use dure_people::groups::actions;
use dure_tables::{firms, groups};
use dure_ui::words;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::{Coded, Named, Page, Turn};
use super::problem::Problem;

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
    pub firms: i64,
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

/// Groups of the federation, one's own first.
#[utoipa::path(get, path = "/api/groups", operation_id = "groups", tag = "groups", params(Turn), responses((status = 200, body = Page<Group>), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Query(turn): Query<Turn>) -> Result<Json<Page<Group>>> {
    let listed = actions::list(&visit.app, &visit.viewer, turn.number()).await?;
    let items = listed.lines.into_iter().map(|line| group(&visit, line.group, line.firms));
    Ok(Json(Page::new(items.collect(), turn.number(), listed.total, actions::PER_PAGE)))
}

/// One group with its members.
#[utoipa::path(get, path = "/api/groups/{id}", operation_id = "group", tag = "groups", params(("id" = String, Path)), responses((status = 200, body = GroupInFull), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn show(visit: Visit, Key(id): Key<GroupId>) -> Result<Json<GroupInFull>> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    let roster = portrait.roster;
    let held = roster.offices.iter().filter_map(|held| {
        let person = roster.people.get(&held.person_id)?;
        let person = Named { id: person.id.to_string(), name: person.name.clone() };
        Some(HeldOffice { office: held.office.to_string(), person })
    });
    let offices = held.collect();
    let member = |firm: &firms::Model| Named { id: firm.id.to_string(), name: firm.name.clone() };
    let members: Vec<Named> = roster.members.iter().map(|(_, firm)| member(firm)).collect();
    let firms = i64::try_from(members.len()).unwrap_or(i64::MAX);
    Ok(Json(GroupInFull { group: group(&visit, portrait.group, firms), members, offices }))
}

fn group(visit: &Visit, row: groups::Model, firms: i64) -> Group {
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
