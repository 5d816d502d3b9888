//! Firms that stand twice.

use axum::extract::{Form, Query};
use axum::response::Redirect;
use dure_domain::FirmId;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use maud::Markup;
use serde::Deserialize;

use crate::roster::actions::{self, Merge};
use crate::roster::pages;

/// What the address of the list may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: Option<u64>,
    done: String,
}

/// Two firms.
#[derive(Debug, Deserialize)]
pub struct Two {
    one: FirmId,
    other: FirmId,
}

/// `GET /roster/duplicates`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let (pairs, firms) = actions::pairs(&visit.app, &visit.viewer).await?;
    let page = asked.page.unwrap_or(1).max(1);
    Ok(pages::duplicates::list(&visit, &pairs, &firms, page, &asked.done))
}

/// `GET /roster/duplicates/pair`
pub async fn pair(visit: Visit, Query(two): Query<Two>) -> Result<Markup> {
    let (one, other) = actions::compare(&visit.app, &visit.viewer, two.one, two.other).await?;
    Ok(pages::duplicates::pair(&visit, &one, &other))
}

/// `POST /roster/duplicates/different`
pub async fn different(visit: Visit, Form(two): Form<Two>) -> Result<Redirect> {
    actions::keep_apart(&visit.app, &visit.viewer, two.one, two.other).await?;
    Ok(Redirect::to("/roster/duplicates?done=different"))
}

/// `POST /roster/duplicates/merge`
pub async fn merge(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Result<Redirect> {
    let merge = merge_of(&fields).ok_or_else(|| Error::BadRequest("two firms and the one to keep".into()))?;
    actions::merge(&visit.app, &visit.viewer, &merge).await?;
    Ok(Redirect::to("/roster/duplicates?done=merged"))
}

fn merge_of(fields: &[(String, String)]) -> Option<Merge> {
    let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let one: (FirmId, i32) = (value("one")?.parse().ok()?, value("one_version")?.parse().ok()?);
    let other: (FirmId, i32) = (value("other")?.parse().ok()?, value("other_version")?.parse().ok()?);
    let keep: FirmId = value("keep")?.parse().ok()?;
    let (kept, gone, gone_word) = match keep {
        keep if keep == one.0 => (one, other, "other"),
        keep if keep == other.0 => (other, one, "one"),
        _ => return None,
    };
    let taken = fields.iter().filter(|(_, value)| value == gone_word);
    let from_gone = taken.filter_map(|(name, _)| name.strip_prefix("value-")).map(str::to_owned).collect();
    Some(Merge { kept, gone, from_gone })
}
