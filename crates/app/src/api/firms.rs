//! Firms.

use axum::Json;
use axum::extract::Query;
use dure_domain::FirmId;
use dure_people::firms::actions::{self, Sort, Wish};
use dure_tables::{firms, resources};
use dure_texts::Lang;
use dure_ui::words;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list::{Coded, Named, Page, ready_for};
use super::problem::Problem;
use crate::features::overview::firm as overview;

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

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Narrowed {
    /// From 1.
    #[param(minimum = 1)]
    page: Option<u64>,
    /// Words to find; then the best comes first.
    q: Option<String>,
    /// Members of this group.
    group: Option<String>,
    /// A KSIC code: a section, a division or finer.
    industry: Option<String>,
    /// A place code: a province, or a city or county.
    place: Option<String>,
    /// `name`, `near` or `new`; by fit if left out
    sort: Option<String>,
}

impl Narrowed {
    fn wish(self) -> Wish {
        Wish {
            group: self.group.and_then(|group| group.parse().ok()),
            industry: self.industry.and_then(|code| code.parse().ok()),
            place: self.place.and_then(|code| code.parse().ok()),
            sort: Sort::from_word(self.sort.as_deref().unwrap_or_default()),
            page: self.page.unwrap_or(1).max(1),
            words: self.q.unwrap_or_default(),
            ..Wish::default()
        }
    }
}

/// Member firms of the federation.
#[utoipa::path(get, path = "/api/firms", operation_id = "firms", tag = "firms", params(Narrowed), responses((status = 200, body = Page<Firm>), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Query(narrowed): Query<Narrowed>) -> Result<Json<Page<Firm>>> {
    let wish = narrowed.wish();
    let listed = actions::list(&visit.app, &visit.viewer, &wish).await?;
    ready_for(&wish.words, listed.ready)?;
    let items = listed.cards.into_iter().map(|card| {
        let groups = card.groups.into_iter().map(|(id, name)| Named { id: id.to_string(), name });
        firm(visit.lang(), card.firm, groups.collect())
    });
    Ok(Json(Page::new(items.collect(), wish.page, listed.total, actions::PER_PAGE)))
}

/// One firm.
#[utoipa::path(get, path = "/api/firms/{id}", operation_id = "firm", tag = "firms", params(("id" = String, Path)), responses((status = 200, body = FirmInFull), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn show(visit: Visit, Key(id): Key<FirmId>) -> Result<Json<FirmInFull>> {
    let overview = overview::actions::overview(&visit.app, &visit.viewer, id).await?;
    let portrait = overview.portrait;
    let row = portrait.firm;
    let groups = portrait.ties.into_iter().map(|(tie, name)| Named { id: tie.group_id.to_string(), name });
    Ok(Json(FirmInFull {
        representative: row.representative.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
        email: row.email.clone(),
        resources: overview.resources.into_iter().map(resource).collect(),
        firm: firm(visit.lang(), row, groups.collect()),
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
