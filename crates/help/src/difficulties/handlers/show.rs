//! One difficulty.

use axum::extract::Query;
use dure_domain::{DifficultyId, HelperKind, Id, Subject};
use dure_talk::{comments, files};
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::asks;
use crate::asks::rules::Helper;
use crate::difficulties::pages::show::Hanging;
use crate::difficulties::{actions, pages};
use crate::ledger;

/// What an address of the page may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was done before this page.
    done: String,
    /// Whom the writer came from, to be asked first.
    ask: String,
}

/// `GET /difficulties/{id}`
pub async fn show(visit: Visit, Key(id): Key<DifficultyId>, Query(asked): Query<Asked>) -> Result<Markup> {
    let shown = actions::show(&visit.app, &visit.viewer, id).await?;
    let panel = asks::panel(&visit, &shown.difficulty, |ask, statements, main| {
        ledger::worth(&visit, &shown.difficulty, ask, statements, main)
    })
    .await?;
    let timeline = asks::timeline(&visit, &shown.difficulty).await?;
    let ask = match shown.helpers {
        Some(_) => to_ask(&visit, &asked.ask).await?,
        None => None,
    };
    let hanging = Hanging {
        files: files::section(&visit, Subject::Difficulty, id.uuid()).await?,
        panel,
        talk: comments::section(&visit, Subject::Difficulty, id.uuid()).await?,
        timeline,
    };
    Ok(pages::show::page(&visit, &shown, &asked.done, ask.as_ref(), &hanging))
}

/// The helper that an address names, with its name: the value that a request is sent with.
pub async fn to_ask(visit: &Visit, key: &str) -> Result<Option<(String, String)>> {
    let Ok(helper) = key.parse::<Helper>() else { return Ok(None) };
    if helper.kind == HelperKind::Case {
        return Ok(None);
    }
    let mut names = asks::actions::named(&visit.app, &[helper]).await?;
    Ok(names.remove(&helper).map(|name| (helper.to_string(), name)))
}
