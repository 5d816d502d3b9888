//! The page of one difficulty.

use dure_tables::difficulties::Model;
use dure_texts::{Lang, difficulties as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{done_notice, ranking, similar};
use crate::difficulties::actions::Shown;

/// What other features know of it.
pub struct Hanging {
    /// Its photos and files.
    pub files: Markup,
    /// Requests and answers.
    pub panel: Markup,
    /// What was said.
    pub talk: Markup,
    /// What happened.
    pub timeline: Markup,
}

/// The page.
pub fn page(
    visit: &Visit,
    shown: &Shown,
    done: &str,
    ask: Option<&(String, String)>,
    hanging: &Hanging,
) -> Markup {
    let lang = visit.lang();
    let difficulty = &shown.difficulty;
    let main = html! {
        @if let Some((helper, name)) = ask { (ranking::ask_first(lang, difficulty, helper, name)) }
        (story(lang, difficulty))
        (hanging.files)
        (hanging.panel)
        (hanging.talk)
        @if let Some(helpers) = &shown.helpers { (ranking::section(visit, difficulty, helpers, ask.is_some())) }
    };
    let side = html! {
        (hanging.timeline)
        (similar_section(visit, shown))
    };
    let body = html! {
        (headings::crumbs(texts::way(lang), &[("/difficulties".into(), texts::title(lang).into())]))
        (done_notice(lang, done))
        (head(visit, shown))
        (headings::columns(main, texts::aside(lang), side))
    };
    visit.page(&difficulty.title, body)
}

fn head(visit: &Visit, shown: &Shown) -> Markup {
    let lang = visit.lang();
    let difficulty = &shown.difficulty;
    let above = html! {
        (badges::difficulty(difficulty.status, difficulty.outcome, words::difficulty(lang, difficulty.status, difficulty.outcome)))
        (badges::badge(Tone::Line, None, words::need(lang, difficulty.need)))
        (badges::badge(Tone::Line, Some(Icon::Eye), words::visibility(lang, difficulty.visibility)))
        @if difficulty.anonymous { (badges::badge(Tone::Line, None, texts::anonymous(lang))) }
    };
    let acts = html! {
        @if shown.acts {
            (buttons::link(Look::Second, &format!("/difficulties/{}/edit", difficulty.id), Some(Icon::Edit), texts::edit(lang)))
            (buttons::link(Look::Quiet, &format!("/difficulties/{}/history", difficulty.id), Some(Icon::Clock), dure_texts::forms::history(lang)))
        }
    };
    let firm = shown.firm.as_ref().map(|firm| firm.name.as_str());
    let who = words::poster(lang, firm, difficulty.need);
    let when = difficulty.posted_at.map(|at| words::posted(lang, firm, at, visit.app.now()));
    let parts: Vec<String> = [Some(who), shown.group.clone(), when].into_iter().flatten().collect();
    headings::page_head_below(above, &difficulty.title, &parts.join(" · "), acts)
}

/// The story in the order of the quality circle; what was left empty is left out.
fn story(lang: Lang, difficulty: &Model) -> Markup {
    let parts = [
        (texts::story_problem(lang), &difficulty.problem),
        (texts::story_present_state(lang), &difficulty.present_state),
        (texts::story_tried(lang), &difficulty.tried),
        (texts::story_solved_when(lang), &difficulty.solved_when),
        (texts::story_outcome(lang), &difficulty.outcome_note),
    ];
    let told: Vec<(String, Markup)> = parts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| (name.to_owned(), cards::prose(text)))
        .collect();
    html! {
        section class="card" aria-labelledby="story" {
            h2 id="story" { (texts::story(lang)) }
            (cards::facts(&told))
        }
    }
}

fn similar_section(visit: &Visit, shown: &Shown) -> Markup {
    if shown.similar.is_empty() {
        return headings::nothing();
    }
    headings::section("similar", texts::similar(visit.lang()), similar::list(visit, &shown.similar, false))
}
