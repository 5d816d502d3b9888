//! Pages of the studio.

pub mod compare;
pub mod firm;
pub mod form;
mod group;
mod keeping;
mod left;
pub mod list;
mod map;
pub mod notice;
pub mod progress;
pub mod publish;
pub mod show;
pub mod standing;
mod summary;
pub mod tables;
mod wishes;

use dure_domain::{DraftId, DraftPool, DraftState};
use dure_pool::FirmNo;
use dure_tables::{drafts, firms};
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::icons::Icon;
use dure_ui::{headings, words};
use maud::{Markup, html};

use crate::studio::actions::Scene;

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The way to a page of the studio; `draft` where it is below one.
fn crumbs(lang: Lang, draft: Option<(DraftId, &str)>) -> Markup {
    let mut way = vec![("/formation".to_owned(), texts::title(lang).to_owned())];
    if let Some((id, name)) = draft {
        way.push((format!("/formation/{id}"), name.to_owned()));
    }
    headings::crumbs(dure_texts::forms::way(lang), &way)
}

/// Where a draft stands.
fn state(lang: Lang, draft: &drafts::Model) -> Markup {
    let (tone, icon, words) = match draft.state {
        DraftState::New => (Tone::Line, Icon::Edit, texts::state_new(lang)),
        DraftState::Solving => (Tone::Info, Icon::Clock, texts::state_solving(lang)),
        DraftState::Solved => (Tone::Primary, Icon::Done, texts::state_solved(lang)),
        DraftState::Failed => (Tone::Bad, Icon::Warning, texts::state_failed(lang)),
        DraftState::Published => (Tone::Good, Icon::Send, texts::state_published(lang)),
    };
    badges::badge(tone, Some(icon), words)
}

/// From which firms a draft was made.
fn pool(lang: Lang, draft: &drafts::Model) -> &'static str {
    match draft.pool {
        DraftPool::WithoutGroup => texts::pool_without_group(lang),
        DraftPool::Request => texts::pool_request(lang),
        DraftPool::Groups => texts::pool_groups(lang),
    }
}

/// How a group is called: by its name, else by its number.
fn group_name(lang: Lang, scene: &Scene, number: u32) -> String {
    match scene.group_name(number) {
        Some(name) => name.to_owned(),
        None => texts::group_number(lang, i64::from(number)),
    }
}

/// Speaks of the draft's firms and groups by their names.
fn speaking<T>(lang: Lang, scene: &Scene, speak: impl FnOnce(&super::words::Namer<'_>) -> T) -> T {
    let firm = |number: FirmNo| scene.firm(number).name.clone();
    let group = |number: u32| group_name(lang, scene, number);
    speak(&super::words::Namer { lang, firm: &firm, group: &group })
}

/// Industry and place of a firm in one line.
fn about(lang: Lang, firm: &firms::Model) -> String {
    let industry = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
    let place = words::place_of(firm.place_code).map(|place| words::place(lang, place));
    let known = [industry, place].into_iter().flatten().collect::<Vec<_>>();
    if known.is_empty() { texts::nothing_known(lang).to_owned() } else { known.join(" · ") }
}

/// The number of a group in its colour: the same sign on the map and in the list.
fn sign(number: u32) -> Markup {
    html! { span class={ "group-sign pool-group-" (number % 12) } aria-hidden="true" { (number) } }
}

fn firm_page(scene: &Scene, number: FirmNo) -> String {
    format!("/formation/{}/firms/{}", scene.draft().id, scene.firm(number).id)
}
