//! What has just been done to a draft, or why it was not.

use axum::http::StatusCode;
use dure_pool::Trouble;
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::Tone;
use dure_ui::{headings, notices};
use dure_web::fields::Fields;
use maud::{Markup, html};

use super::{count, group_name, speaking};
use crate::studio::actions::{Outcome, Scene};
use crate::studio::rules::Target;

/// Faults that are named.
const MOST_FAULTS: usize = 6;

/// By the word of the address.
pub fn done(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "made" => texts::done_made(lang),
        "solved" => texts::done_solved(lang),
        "stopped" => texts::done_stopped(lang),
        "renamed" => texts::done_renamed(lang),
        "copied" => texts::done_copied(lang),
        "removed" => texts::done_removed(lang),
        "moved" => texts::done_moved(lang),
        "locked" => texts::done_locked(lang),
        "unlocked" => texts::done_unlocked(lang),
        "taken-out" => texts::done_taken_out(lang),
        "published" => texts::done_published(lang),
        "wished" => texts::done_wished(lang),
        "unwished" => texts::done_unwished(lang),
        "none" => return notices::notice(Tone::Warn, html! { p { (texts::none_chosen(lang)) } }),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

/// A move that was refused, or made with a word of warning.
pub fn moved(lang: Lang, scene: &Scene, outcome: &Outcome) -> (StatusCode, Markup) {
    let list = |faults: &[dure_pool::Fault]| {
        let lines: Vec<String> = speaking(lang, scene, |namer| {
            faults.iter().take(MOST_FAULTS).map(|fault| namer.fault(fault)).collect()
        });
        let more = faults.len().saturating_sub(MOST_FAULTS);
        html! {
            ul class="list" {
                @for line in lines { li { (line) } }
                @if more > 0 { li { (texts::more_faults(lang, count(more))) } }
            }
        }
    };
    match outcome {
        Outcome::Refused(faults) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            notices::alert(
                texts::move_refused(lang),
                html! { (list(faults)) p { (texts::move_refused_do(lang)) } },
            ),
        ),
        Outcome::Done(faults) => (
            StatusCode::OK,
            notices::notice(Tone::Warn, html! { p { (texts::done_moved(lang)) } (list(faults)) }),
        ),
    }
}

/// A wish that cannot be kept.
pub fn clash(lang: Lang, scene: &Scene, clash: &Trouble) -> Markup {
    let words = speaking(lang, scene, |namer| namer.trouble(clash)).unwrap_or_default();
    notices::alert(texts::wish_refused(lang), html! { p { (words) } })
}

/// Somebody was faster: what was wanted, so that it can be done again on what is there now.
pub fn overtaken(lang: Lang, scene: &Scene, fields: &Fields) -> Markup {
    let firms: Vec<String> = fields
        .all("firm")
        .filter_map(|firm| scene.number_of(firm.parse().ok()?))
        .map(|number| scene.firm(number).name.clone())
        .collect();
    let to = match fields.read("to") {
        Some(Target::Group(number)) => group_name(lang, scene, number),
        Some(Target::New) => texts::to_new(lang).to_owned(),
        _ => texts::to_out(lang).to_owned(),
    };
    notices::alert(
        texts::overtaken(lang),
        html! {
            p { (texts::overtaken_note(lang)) }
            @if !firms.is_empty() && fields.text("act") == "move" { p { (texts::overtaken_wanted(lang, firms.join(", "), to)) } }
        },
    )
}
