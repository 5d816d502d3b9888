//! What a help was worth: the form, and how it stands on the difficulty page.

use dure_domain::{GiveKind, SettlementState};
use dure_tables::{asks, difficulties, settlements};
use dure_texts::{Lang, ledger as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{badges, cards, headings, words};
use dure_web::{Fields, Visit};
use maud::{Markup, html};

use super::error_of;
use crate::ledger::actions::Help;
use crate::ledger::letters::worth;
use crate::ledger::rules::{self, Side};

/// The page with the form.
pub fn worth_page(
    visit: &Visit,
    help: &Help,
    sides: &[Side],
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    let lang = visit.lang();
    let Help { ask, difficulty, names } = help;
    let here = format!("/difficulties/{}", difficulty.id);
    let subtitle = match sides {
        [Side::Helper] => texts::worth_given(lang, names.full(difficulty.author_id)),
        _ => texts::worth_taken(lang, names.full(ask.person_id)),
    };
    let body = html! {
        (headings::crumbs(texts::way(lang), &[(here.clone(), difficulty.title.clone())]))
        (headings::page_head(texts::worth_title(lang), &subtitle, headings::nothing()))
        (forms::error_summary(texts::mend(lang), errors))
        (forms::form(&format!("{here}/asks/{}/worth", ask.id), html! {
            @if sides.len() > 1 { (side_choice(lang, help, fields)) }
            (kinds(lang, fields, error_of(errors, "kind")))
            (amounts(lang, fields, errors))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Send), texts::state_send(lang)))
                (buttons::link(Look::Quiet, &here, None, texts::back(lang)))
            }))
        }))
    };
    visit.page(texts::worth_title(lang), body)
}

fn side_choice(lang: Lang, help: &Help, fields: &Fields) -> Markup {
    let field =
        Field { name: "side", label: texts::side(lang), hint: texts::side_hint(lang), ..Field::default() };
    let choice = |side: Side| Choice {
        value: side.as_str().into(),
        title: help.names.full(side.principal(&help.difficulty, &help.ask)),
        note: String::new(),
    };
    let sent = fields.text("side");
    let chosen = if sent.is_empty() { Side::Poster.as_str() } else { sent };
    choices::radio(&field, Shape::Grid, &[choice(Side::Poster), choice(Side::Helper)], Some(chosen))
}

fn kinds(lang: Lang, fields: &Fields, error: Option<&str>) -> Markup {
    let hint = texts::kind_hint(lang);
    let field = Field { name: "kind", label: texts::kind(lang), hint, error, ..Field::default() };
    let choice = |kind: &GiveKind| Choice {
        value: kind.to_string(),
        title: words::give(lang, *kind).into(),
        note: String::new(),
    };
    let choices: Vec<Choice> = GiveKind::ALL.iter().map(choice).collect();
    choices::radio(&field, Shape::Grid, &choices, Some(fields.text("kind")))
}

fn amounts(lang: Lang, fields: &Fields, errors: &[(String, String)]) -> Markup {
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        error: error_of(errors, name),
        optional: texts::optional(lang),
        ..Field::default()
    };
    let days = field("days", texts::days(lang), texts::days_hint(lang));
    let won = field("won", texts::won(lang), texts::won_hint(lang));
    let note = field("note", texts::note(lang), texts::note_hint(lang));
    html! {
        (forms::input(&days, Input::Text, fields.text("days")))
        (forms::input(&won, Input::Text, fields.text("won")))
        (forms::textarea(&note, fields.text("note")))
    }
}

/// How the worth of one help stands, kind by kind, with what the viewer can do about it.
pub fn worth_of(
    visit: &Visit,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    statements: &[&settlements::Model],
    main: bool,
) -> Markup {
    let lang = visit.lang();
    let look = if main { Look::Main } else { Look::Second };
    if rules::may_state(&visit.viewer, difficulty, ask).is_empty() {
        return headings::nothing();
    }
    let state = format!("/difficulties/{}/asks/{}/worth", difficulty.id, ask.id);
    // One main button in the view: the first statement that waits for an answer.
    let first = statements.iter().position(|one| waits_for(visit, difficulty, ask, one));
    let disputed = statements.iter().any(|one| one.state == SettlementState::Disputed);
    html! {
        @for (at, statement) in statements.iter().enumerate() {
            (stands(lang, statement))
            (answers(visit, difficulty, ask, statement, if first == Some(at) { look } else { Look::Second }))
        }
        @if statements.is_empty() {
            p { (texts::worth_open(lang)) }
            div class="buttons" { (buttons::link(look, &state, Some(Icon::Won), texts::state_worth(lang))) }
        } @else if disputed {
            div class="buttons" { (buttons::link(look, &state, Some(Icon::Won), texts::state_again(lang))) }
        } @else if statements.len() < GiveKind::ALL.len() {
            div class="buttons" { (buttons::link(Look::Quiet, &state, Some(Icon::Plus), texts::state_more(lang))) }
        }
    }
}

fn waits_for(
    visit: &Visit,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    statement: &settlements::Model,
) -> bool {
    rules::waits(statement.state) && rules::may_answer(&visit.viewer, difficulty, ask, statement)
}

/// What one statement waits for, and what the viewer may answer.
fn answers(
    visit: &Visit,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    statement: &settlements::Model,
    look: Look,
) -> Markup {
    let lang = visit.lang();
    let at = |verb: &str| format!("/settlements/{}/{verb}", statement.id);
    html! {
        @match statement.state {
            SettlementState::Stated if waits_for(visit, difficulty, ask, statement) => {
                div class="buttons buttons-fill" {
                    (buttons::post(&at("confirm"), look, Some(Icon::Check), texts::confirm(lang)))
                    (buttons::link(Look::Second, &at("dispute"), None, texts::dispute(lang)))
                }
            }
            SettlementState::Stated => p class="muted" { (texts::worth_waits(lang)) },
            SettlementState::Disputed => {
                (cards::facts(&[(texts::dispute_said(lang).to_owned(), cards::prose(&statement.dispute))]))
            }
            SettlementState::Confirmed => {}
        }
    }
}

fn stands(lang: Lang, settlement: &settlements::Model) -> Markup {
    let amount = worth(lang, settlement.kind, settlement.worth_won, settlement.worth_days);
    cards::facts(&[(
        texts::worth(lang).to_owned(),
        html! {
            (amount) " "
            (badges::settlement(settlement.state, words::settlement(lang, settlement.state)))
            @if !settlement.note.is_empty() { (cards::prose(&settlement.note)) }
        },
    )])
}
