//! Requests about the network.

use axum::Json;
use axum::extract::Query;
use axum::response::Response;
use dure_domain::GroupId;
use dure_texts::{network as texts, shell};
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::actions::{self, Filter, Network};
use super::rules::{Period, Sort, TieKind};
use super::{csv, pages, picture};

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    period: String,
    kind: String,
    sort: String,
    page: Option<u64>,
    group: Option<GroupId>,
    whose: String,
}

impl Asked {
    /// What is asked for. Whoever has a firm begins at it, unless they ask for all.
    fn filter(&self, visit: &Visit, group: Option<GroupId>) -> Filter {
        Filter {
            around: visit.viewer.firm.filter(|_| group.is_none() && self.whose != pages::ALL),
            period: Period::from_word(&self.period),
            kind: TieKind::from_word(&self.kind),
            sort: Sort::from_word(&self.sort),
            page: self.page.unwrap_or(1).max(1),
        }
    }
}

async fn page(visit: &Visit, group: Option<GroupId>, asked: &Asked) -> Result<Markup> {
    let (lang, filter) = (visit.lang(), asked.filter(visit, group));
    let network = actions::network(&visit.app, &visit.viewer, group, filter).await?;
    let title = match &network.group {
        Some((_, name)) => texts::of_group(lang, name),
        None => shell::menu_network(lang).to_owned(),
    };
    let has_firm = group.is_none() && visit.viewer.firm.is_some();
    Ok(visit.page(&title, pages::body(lang, &network, filter, &title, has_firm)))
}

async fn json(visit: &Visit, group: Option<GroupId>, asked: &Asked) -> Result<Json<picture::Json>> {
    let network = actions::network(&visit.app, &visit.viewer, group, asked.filter(visit, group)).await?;
    Ok(Json(picture::json(visit.lang(), &network)))
}

async fn file(visit: &Visit, group: Option<GroupId>, asked: &Asked) -> Result<Response> {
    let network = actions::network(&visit.app, &visit.viewer, group, asked.filter(visit, group)).await?;
    let lang = visit.lang();
    let head = [
        texts::column_from(lang),
        texts::column_to(lang),
        texts::column_times(lang),
        texts::column_kinds(lang),
        texts::column_last(lang),
    ];
    let rows: Vec<Vec<String>> = network.pairs.iter().map(|pair| row(visit, &network, pair)).collect();
    csv::file("network", &head, rows)
}

fn row(visit: &Visit, network: &Network, pair: &super::rules::Pair) -> Vec<String> {
    let name = |id| network.firms.get(&id).map(|firm| firm.name.clone()).unwrap_or_default();
    let kinds = pages::kinds(visit.lang(), &pair.kinds);
    vec![name(pair.from), name(pair.to), pair.times.to_string(), kinds, pair.last.day().to_string()]
}

/// `GET /network`
pub async fn federation(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    page(&visit, None, &asked).await
}

/// `GET /network.json`
pub async fn federation_json(visit: Visit, Query(asked): Query<Asked>) -> Result<Json<picture::Json>> {
    json(&visit, None, &asked).await
}

/// `GET /network.csv`
pub async fn federation_csv(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    file(&visit, None, &asked).await
}

/// `GET /groups/{id}/network`
pub async fn group(visit: Visit, Key(id): Key<GroupId>, Query(asked): Query<Asked>) -> Result<Markup> {
    page(&visit, Some(id), &asked).await
}

/// `GET /groups/{id}/network.json`
pub async fn group_json(
    visit: Visit,
    Key(id): Key<GroupId>,
    Query(asked): Query<Asked>,
) -> Result<Json<picture::Json>> {
    json(&visit, Some(id), &asked).await
}

/// `GET /groups/{id}/network.csv`
pub async fn group_csv(visit: Visit, Key(id): Key<GroupId>, Query(asked): Query<Asked>) -> Result<Response> {
    file(&visit, Some(id), &asked).await
}

/// `GET /network/quiet`
pub async fn quiet(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let (lang, page) = (visit.lang(), asked.page.unwrap_or(1).max(1));
    let quiet = actions::quiet(&visit.app, &visit.viewer, asked.group, page).await?;
    let body = pages::quiet(lang, &quiet, asked.group, page);
    Ok(visit.page(texts::quiet_title(lang), body))
}
