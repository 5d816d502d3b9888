//! Cards to pick one of, boxes to tick.

use maud::{Markup, html};

use super::forms::Field;

/// One thing to pick.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// Its name.
    pub title: String,
    /// What it means; empty for none.
    pub note: String,
}

/// How choices stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Below each other.
    Column,
    /// Beside each other as the width allows: for short notes.
    Grid,
}

/// Pick one. The label of the field is the question.
pub fn radio(field: &Field<'_>, shape: Shape, choices: &[Choice], chosen: Option<&str>) -> Markup {
    pick(field, shape, "radio", choices, |value| chosen == Some(value))
}

/// Pick any number.
pub fn several(field: &Field<'_>, shape: Shape, choices: &[Choice], chosen: &[String]) -> Markup {
    pick(field, shape, "checkbox", choices, |value| chosen.iter().any(|one| one == value))
}

fn pick(
    field: &Field<'_>,
    shape: Shape,
    kind: &str,
    choices: &[Choice],
    is_chosen: impl Fn(&str) -> bool,
) -> Markup {
    let grid = if shape == Shape::Grid { " choices-grid" } else { "" };
    let wrong = if field.error.is_some() { " field-wrong" } else { "" };
    html! {
        fieldset class={ "choices" (grid) (wrong) } aria-describedby=[field.described_by()] {
            legend { (field.label) (field.optional()) }
            (field.hint())
            (field.error())
            @for (at, choice) in choices.iter().enumerate() {
                label class="choice" {
                    input type=(kind) name=(field.name) value=(choice.value) checked[is_chosen(&choice.value)]
                        id=[(at == 0).then_some(field.name)];
                    span class="choice-words" {
                        b { (choice.title) }
                        @if !choice.note.is_empty() { small { (choice.note) } }
                    }
                }
            }
        }
    }
}

/// One box to tick; sends `yes`.
pub fn tick(name: &str, words: &str, ticked: bool) -> Markup {
    html! {
        label class="check" {
            input type="checkbox" id=(name) name=(name) value="yes" checked[ticked];
            span { (words) }
        }
    }
}
