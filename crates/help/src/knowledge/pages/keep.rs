//! What is kept of a difficulty: the fields, at its end and afterwards.

use dure_domain::Visibility;
use dure_tables::{cases, difficulties};
use dure_texts::{Lang, knowledge as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{headings, words};
use dure_web::{Fields, Visit};
use maud::{Markup, html};

/// The part of the closing form that keeps the case; nothing is kept unless its box is ticked.
pub fn keeping_fields(
    lang: Lang,
    difficulty: &difficulties::Model,
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    html! {
        fieldset class="step" {
            legend { (texts::keep_question(lang)) }
            p class="muted" { (texts::keep_note(lang)) }
            (choices::tick("keep", texts::keep_consent(lang), fields.ticked("keep")))
            (story(lang, difficulty, fields, errors, texts::cure_hint_close(lang)))
        }
    }
}

/// The page that keeps a case, or changes what is kept, after the difficulty has ended.
pub fn keep_page(
    visit: &Visit,
    difficulty: &difficulties::Model,
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    let lang = visit.lang();
    let here = format!("/difficulties/{}", difficulty.id);
    let body = html! {
        (headings::crumbs(texts::way(lang), &[(here.clone(), difficulty.title.clone())]))
        (headings::page_head(texts::keep_title(lang), texts::keep_note(lang), headings::nothing()))
        (forms::error_summary(texts::mend(lang), errors))
        (forms::form(&format!("{here}/case"), html! {
            (story(lang, difficulty, fields, errors, texts::cure_hint(lang)))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Knowledge), texts::keep(lang)))
                (buttons::link(Look::Quiet, &here, None, texts::back(lang)))
            }))
        }))
    };
    visit.page(texts::keep_title(lang), body)
}

fn story(
    lang: Lang,
    difficulty: &difficulties::Model,
    fields: &Fields,
    errors: &[(String, String)],
    cure_hint: &str,
) -> Markup {
    let error = errors.iter().find(|(field, _)| field == "cure").map(|(_, words)| words.as_str());
    let optional = texts::optional(lang);
    let cure = Field {
        name: "cure",
        label: texts::cure(lang),
        hint: cure_hint,
        error,
        optional,
        ..Field::default()
    };
    let effect = Field {
        name: "effect",
        label: texts::effect(lang),
        hint: texts::effect_hint(lang),
        optional,
        ..Field::default()
    };
    let standard = Field {
        name: "standard",
        label: texts::standard(lang),
        hint: texts::standard_hint(lang),
        optional,
        ..Field::default()
    };
    // Unless one says otherwise, a case is as open and as named as the difficulty was.
    let sent = fields.text("case_visibility");
    let chosen = if sent.is_empty() { widest(difficulty.visibility).as_str() } else { sent };
    let untouched = sent.is_empty();
    let anonymous = fields.ticked("case_anonymous") || (untouched && difficulty.anonymous);
    html! {
        (forms::textarea(&cure, fields.text("cure")))
        (forms::textarea(&effect, fields.text("effect")))
        (forms::textarea(&standard, fields.text("standard")))
        (visibilities(lang, chosen))
        (choices::tick("case_anonymous", texts::anonymous(lang), anonymous))
    }
}

/// A case that only named helpers could read would teach nobody.
const fn widest(visibility: Visibility) -> Visibility {
    match visibility {
        Visibility::Named => Visibility::Group,
        other => other,
    }
}

fn visibilities(lang: Lang, chosen: &str) -> Markup {
    let field = Field { name: "case_visibility", label: texts::who_reads(lang), ..Field::default() };
    let choices: Vec<Choice> = [Visibility::Group, Visibility::Federation, Visibility::All]
        .into_iter()
        .map(|one| Choice {
            value: one.to_string(),
            title: words::visibility(lang, one).into(),
            note: String::new(),
        })
        .collect();
    choices::radio(&field, Shape::Grid, &choices, Some(chosen))
}

/// The fields of what is kept already.
pub fn fields_of(case: &cases::Model) -> Fields {
    let yes = if case.anonymous { "yes" } else { "" };
    [
        ("cure", case.cure.as_str()),
        ("effect", &case.effect),
        ("standard", &case.standard),
        ("case_visibility", case.visibility.as_str()),
        ("case_anonymous", yes),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect()
}
