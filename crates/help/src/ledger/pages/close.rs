//! Closing: how it ended, who helped, and whether others may learn from it.

use dure_domain::{AskState, DifficultyStatus, Outcome};
use dure_tables::{asks, difficulties};
use dure_texts::{Lang, ledger as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{headings, words};
use dure_web::{Fields, Visit};
use maud::{Markup, html};

use super::error_of;
use crate::asks::actions::Names;
use crate::asks::rules::Standing;
use crate::knowledge;

/// The page with the form.
pub fn close_page(
    visit: &Visit,
    difficulty: &difficulties::Model,
    requests: &[asks::Model],
    names: &Names,
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    let lang = visit.lang();
    let here = format!("/difficulties/{}", difficulty.id);
    let note = Field {
        name: "note",
        label: texts::how(lang),
        hint: texts::how_hint(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    let sent = fields.text("version");
    let version = if sent.is_empty() { difficulty.version.to_string() } else { sent.to_owned() };
    let body = html! {
        (headings::crumbs(texts::way(lang), &[(here.clone(), difficulty.title.clone())]))
        (headings::page_head(texts::close_title(lang), texts::close_subtitle(lang), headings::nothing()))
        (forms::error_summary(texts::mend(lang), errors))
        (forms::form(&format!("{here}/close"), html! {
            (forms::hidden("version", &version))
            (outcomes(lang, fields, error_of(errors, "outcome")))
            (forms::textarea(&note, fields.text("note")))
            (helpers(lang, requests, names, fields))
            @if Standing::of(&visit.viewer, difficulty, requests).poster {
                (knowledge::keeping_fields(lang, difficulty, fields, errors))
            }
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Flag), texts::close(lang)))
                (buttons::link(Look::Quiet, &here, None, texts::back(lang)))
            }))
        }))
    };
    visit.page(texts::close_title(lang), body)
}

/// Who offered and can have helped.
fn helpers(lang: Lang, requests: &[asks::Model], names: &Names, fields: &Fields) -> Markup {
    let offered: Vec<Choice> = requests
        .iter()
        .filter(|ask| ask.state == AskState::Offered)
        .map(|ask| Choice {
            value: ask.id.to_string(),
            title: names.full(ask.person_id),
            note: ask.answer.clone(),
        })
        .collect();
    if offered.is_empty() {
        return headings::nothing();
    }
    let field = Field {
        name: "helped",
        label: texts::who_helped(lang),
        hint: texts::who_helped_hint(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    let chosen: Vec<String> = fields.all("helped").map(str::to_owned).collect();
    choices::several(&field, Shape::Column, &offered, &chosen)
}

fn outcomes(lang: Lang, fields: &Fields, error: Option<&str>) -> Markup {
    let field = Field { name: "outcome", label: texts::outcome(lang), error, ..Field::default() };
    let note = |outcome| match outcome {
        Outcome::Solved => texts::outcome_solved_note(lang),
        Outcome::Partly => texts::outcome_partly_note(lang),
        Outcome::Unsolved => texts::outcome_unsolved_note(lang),
    };
    let choice = |outcome: &Outcome| Choice {
        value: outcome.to_string(),
        title: words::difficulty(lang, DifficultyStatus::Closed, Some(*outcome)).into(),
        note: note(*outcome).into(),
    };
    let choices: Vec<Choice> = Outcome::ALL.iter().map(choice).collect();
    choices::radio(&field, Shape::Grid, &choices, Some(fields.text("outcome")))
}
