//! Requests about the federation.

use axum::extract::Query;
use axum::response::Response;
use dure_domain::{GroupId, Office};
use dure_founding::studio;
use dure_texts::federation as texts;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use maud::Markup;
use serde::Deserialize;

use super::actions::{self, Which};
use super::rules::{Figure, Only};
use super::{access, pages};
use crate::features::network::csv;

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    only: String,
    page: Option<u64>,
    figure: String,
    group: Option<GroupId>,
}

/// `GET /federation`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let figures = access::FIGURES.admit(Some(&visit.viewer)).is_ok();
    let overview = actions::overview(&visit.app, &visit.viewer).await?;
    let statistics = if figures { Some(actions::statistics(&visit.app, &visit.viewer).await?) } else { None };
    let (only, page) = (Only::from_word(&asked.only), asked.page.unwrap_or(1).max(1));
    let studio = studio::entrance(&visit);
    let knows_posters = visit.viewer.holds(Office::Staff);
    let body =
        pages::body(visit.lang(), &overview, statistics.as_ref(), (only, page), knows_posters, &studio);
    Ok(visit.page(&overview.name, body))
}

/// `GET /federation/groups.csv`
pub async fn groups_csv(visit: Visit) -> Result<Response> {
    let overview = actions::overview(&visit.app, &visit.viewer).await?;
    let lang = visit.lang();
    let rows = overview.groups.iter().map(|(_, name, life)| {
        let numbers = [life.members, life.posted, life.solved, life.active, life.silent()];
        std::iter::once(name.clone()).chain(numbers.map(|number| number.to_string())).collect()
    });
    csv::file("groups", &pages::group_columns(lang), rows.collect())
}

/// `GET /federation/statistics.csv`
pub async fn statistics_csv(visit: Visit) -> Result<Response> {
    let (lang, statistics) = (visit.lang(), actions::statistics(&visit.app, &visit.viewer).await?);
    let rows: Vec<Vec<String>> = pages::blocks(lang, &statistics)
        .into_iter()
        .flat_map(|(title, figures)| {
            figures.iter().map(move |(figure, many)| {
                vec![title.to_owned(), pages::figure_name(lang, *figure).to_owned(), many.to_string()]
            })
        })
        .collect();
    let head = [texts::column_question(lang), texts::column_answer(lang), texts::column_firms(lang)];
    csv::file("statistics", &head, rows)
}

/// `GET /federation/firms`
pub async fn firms(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let which = match asked.figure.as_str() {
        "silent" => Which::Silent(asked.group),
        word => Which::Figure(Figure::from_word(word).ok_or(Error::NotFound)?),
    };
    let page = asked.page.unwrap_or(1).max(1);
    let firms = actions::firms(&visit.app, &visit.viewer, which, page).await?;
    let lang = visit.lang();
    let title = pages::which_name(lang, which, firms.group.as_deref());
    let body = pages::firms(lang, &firms, &title, &asked.figure, asked.group, page);
    Ok(visit.page(&title, body))
}
