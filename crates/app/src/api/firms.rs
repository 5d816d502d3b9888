//! Firms.

use axum::Json;
use axum::extract::{Path, Query};
use dure_tables::{firms, resources};
use dure_texts::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::{Coded, Named, PER_PAGE, Page, Turn};
use super::{problem::Problem, store};
use crate::error::{Error, Result};
use crate::features::firms::{access, actions};
use crate::shell::Visit;
use crate::ui::words;

/// A member firm.
#[derive(Debug, Serialize, ToSchema)]
pub struct Firm {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// KSIC, revision 11.
    pub industry: Option<Coded>,
    /// City or county.
    pub place: Option<Coded>,
    /// What it makes.
    pub products: String,
    /// What it can help with.
    pub offers: String,
    /// What it looks for.
    pub needs: String,
    /// Its page on the web.
    pub website: String,
    /// The groups in which it is a member.
    pub groups: Vec<Named>,
}

/// A member firm with what it shares.
#[derive(Debug, Serialize, ToSchema)]
pub struct FirmInFull {
    /// The firm.
    #[serde(flatten)]
    pub firm: Firm,
    /// Who runs it.
    pub representative: String,
    /// Where it is.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Its mail address.
    pub email: String,
    /// Equipment, know-how and more that it shares.
    pub resources: Vec<Resource>,
}

/// Something that a firm shares.
#[derive(Debug, Serialize, ToSchema)]
pub struct Resource {
    /// Its identifier.
    pub id: String,
    /// `equipment`, `facility`, `know_how`, `sales_channel`, `people`, `research`
    pub kind: String,
    /// What it is.
    pub title: String,
    /// More about it.
    pub body: String,
    /// On what terms.
    pub terms: String,
}

/// Member firms of the federation, by name.
#[utoipa::path(get, path = "/api/firms", operation_id = "firms", tag = "firms", params(Turn), responses((status = 200, body = Page<Firm>), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Query(turn): Query<Turn>) -> Result<Json<Page<Firm>>> {
    let db = visit.app.store.read();
    let reach = access::SEE.reach(&visit.viewer);
    let (rows, total) = store::firms(db, &reach, turn.words(), turn.number()).await?;
    let mut groups = store::groups_of(db, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let firm = |row: firms::Model| {
        let groups = groups.remove(&row.id).unwrap_or_default();
        firm(visit.lang(), row, groups)
    };
    let items = rows.into_iter().map(firm).collect();
    Ok(Json(Page::new(items, turn.number(), total, PER_PAGE)))
}

/// One firm.
#[utoipa::path(get, path = "/api/firms/{id}", operation_id = "firm", tag = "firms", params(("id" = String, Path)), responses((status = 200, body = FirmInFull), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn show(visit: Visit, Path(id): Path<String>) -> Result<Json<FirmInFull>> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let row = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let db = visit.app.store.read();
    let groups = store::groups_of(db, &[id]).await?.remove(&id).unwrap_or_default();
    let resources = store::resources_of(db, id).await?.into_iter().map(resource).collect();
    Ok(Json(FirmInFull {
        representative: row.representative.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
        email: row.email.clone(),
        resources,
        firm: firm(visit.lang(), row, groups),
    }))
}

fn firm(lang: Lang, row: firms::Model, groups: Vec<Named>) -> Firm {
    let industry = row.industry_code.and_then(|code| {
        let name = words::industry(lang, &code)?.to_owned();
        Some(Coded { code, name })
    });
    let place = words::place_of(row.place_code).zip(row.place_code);
    Firm {
        id: row.id.to_string(),
        name: row.name,
        industry,
        place: place.map(|(place, code)| Coded {
            code: code.to_string(),
            name: words::place(lang, place).to_owned(),
        }),
        products: row.products,
        offers: row.offers,
        needs: row.needs,
        website: row.website,
        groups,
    }
}

fn resource(row: resources::Model) -> Resource {
    Resource {
        id: row.id.to_string(),
        kind: row.kind.to_string(),
        title: row.title,
        body: row.body,
        terms: row.terms,
    }
}
