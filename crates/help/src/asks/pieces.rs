//! The two pieces of the difficulty page: what can be done next, and what happened.

use dure_domain::DifficultyStatus;
use dure_tables::{asks, difficulties, settlements};
use dure_ui::headings;
use dure_web::error::Result;
use dure_web::{Fields, Visit};
use maud::Markup;

use super::rules::{Helper, Missed};
use super::{actions, pages};

/// State of requests and answers, and the viewer's next step; `worth` shows what the help of a request was worth.
pub async fn panel(
    visit: &Visit,
    difficulty: &difficulties::Model,
    worth: impl Fn(&asks::Model, &[&settlements::Model], bool) -> Markup,
) -> Result<Markup> {
    if difficulty.status == DifficultyStatus::Draft {
        return Ok(headings::nothing());
    }
    let scene = actions::Scene::read(visit, difficulty).await?;
    let fields = Fields::of_address(&visit.path);
    let missed: Vec<(Missed, Helper)> = fields.all("missed").filter_map(read_missed).collect();
    let helpers: Vec<Helper> = missed.iter().map(|(_, helper)| *helper).collect();
    let names = actions::named(&visit.app, &helpers).await?;
    Ok(pages::panel(&scene, &pages::said(visit.lang(), &fields, &missed, &names), &worth))
}

/// The timeline, as far as it is for this viewer.
pub async fn timeline(visit: &Visit, difficulty: &difficulties::Model) -> Result<Markup> {
    if difficulty.status == DifficultyStatus::Draft {
        return Ok(headings::nothing());
    }
    let past = actions::past(visit, difficulty).await?;
    Ok(pages::timeline(visit, difficulty, &past))
}

fn read_missed(text: &str) -> Option<(Missed, Helper)> {
    let (why, helper) = text.split_once('.')?;
    Some((Missed::from_word(why)?, helper.parse().ok()?))
}
