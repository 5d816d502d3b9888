//! Answering: the forms, used signed in and from a mail alike, and what a used link says.

use dure_domain::AskState;
use dure_tables::difficulties;
use dure_texts::{Lang, asks as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, words};
use dure_web::{Fields, Guest};
use maud::{Markup, html};

use super::requests::reach_of;
use crate::asks::actions::Found;
use crate::asks::links::Kind;
use crate::asks::rules::{Helper, passes_at_once};

/// A form for one answer.
pub struct AnswerForm<'a> {
    /// Which answer.
    pub kind: Kind,
    /// Where it goes.
    pub action: &'a str,
    /// The difficulty.
    pub difficulty: &'a difficulties::Model,
    /// Whom one could name instead.
    pub others: &'a [(Helper, String)],
    /// What was typed.
    pub fields: &'a Fields,
    /// What was wrong with it: field and words.
    pub errors: &'a [(String, String)],
}

/// The page with such a form.
pub fn form_page(guest: &Guest, form: &AnswerForm<'_>) -> Markup {
    let lang = guest.lang();
    let title = label(lang, form.kind);
    let fields = match form.kind {
        Kind::Offer => offer_fields(lang, form.fields),
        Kind::Decline => {
            let error = error_of(form.errors, "reason");
            decline_fields(lang, form.fields.text("reason"), form.fields.text("words"), error)
        }
        Kind::Pass => pass_fields(lang, form),
    };
    let body = html! {
        (headings::page_head(title, &form.difficulty.title, headings::nothing()))
        (forms::error_summary(texts::mend(lang), form.errors))
        (forms::form(form.action, html! {
            (fields)
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Send), texts::send_answer(lang))))
        }))
        (told(lang, form.difficulty))
    };
    guest.page(title, body)
}

/// The page behind the first button of the mail: fetching it changes nothing, its button is pressed
/// by itself.
pub fn offer_page(guest: &Guest, action: &str, difficulty: &difficulties::Model) -> Markup {
    let lang = guest.lang();
    let body = html! {
        (headings::page_head(texts::answer_offer(lang), &difficulty.title, headings::nothing()))
        p { (texts::offer_page_note(lang)) }
        (forms::at_once(action, buttons::submit(Look::Main, Some(Icon::Handshake), texts::answer_offer(lang))))
        (told(lang, difficulty))
    };
    guest.page(texts::answer_offer(lang), body)
}

/// What a link says once its request has been answered or has ended otherwise.
pub fn already(guest: &Guest, found: &Found) -> Markup {
    let Found { difficulty, ask, names } = found;
    let lang = guest.lang();
    let title = match ask.state {
        AskState::Offered => texts::already_offered(lang),
        AskState::Declined => texts::already_declined(lang),
        AskState::Passed => texts::already_passed(lang),
        AskState::Withdrawn => texts::already_withdrawn(lang),
        AskState::Helped => texts::already_helped(lang),
        AskState::Asked => texts::already_closed(lang),
    };
    let note = match ask.state {
        AskState::Offered | AskState::Helped => texts::already_offered_note(lang),
        AskState::Withdrawn | AskState::Asked => texts::already_withdrawn_note(lang),
        _ => texts::already_thanks(lang),
    };
    let reachable = matches!(ask.state, AskState::Offered | AskState::Helped);
    let body = html! {
        (headings::page_head_below(badges::ask(ask.state, words::ask(lang, ask.state)), title, &difficulty.title, headings::nothing()))
        (notices::notice(Tone::Info, html! { p { (note) } }))
        @if reachable { (cards::card(reach_of(names, difficulty.author_id))) }
        @if !ask.answer.is_empty() { (cards::facts(&[(texts::answer_said(lang).to_owned(), cards::prose(&ask.answer))])) }
        div class="buttons" {
            (buttons::link(Look::Second, &format!("/difficulties/{}#answer", difficulty.id), None, texts::open(lang)))
        }
    };
    guest.page(title, body)
}

const fn label(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Offer => texts::answer_offer(lang),
        Kind::Decline => texts::answer_decline(lang),
        Kind::Pass => texts::answer_pass(lang),
    }
}

fn error_of<'a>(errors: &'a [(String, String)], name: &str) -> Option<&'a str> {
    errors.iter().find(|(field, _)| field == name).map(|(_, words)| words.as_str())
}

/// The story, so that who answers need not look for it.
fn told(lang: Lang, difficulty: &difficulties::Model) -> Markup {
    let parts = [
        (texts::story_problem(lang), &difficulty.problem),
        (texts::story_present(lang), &difficulty.present_state),
        (texts::story_tried(lang), &difficulty.tried),
        (texts::story_solved(lang), &difficulty.solved_when),
    ];
    let facts: Vec<(String, Markup)> = parts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| (name.to_owned(), cards::prose(text)))
        .collect();
    cards::card(html! { h2 { (difficulty.title) } (cards::facts(&facts)) })
}

fn offer_fields(lang: Lang, fields: &Fields) -> Markup {
    let field = Field {
        name: "words",
        label: texts::offer_words(lang),
        hint: texts::offer_words_hint(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    forms::textarea(&field, fields.text("words"))
}

/// Reasons for declining, as (word, text).
pub fn decline_reasons(lang: Lang) -> [(&'static str, &'static str); 5] {
    [
        ("busy", texts::decline_busy(lang)),
        ("field", texts::decline_field(lang)),
        ("means", texts::decline_means(lang)),
        ("far", texts::decline_far(lang)),
        ("other", texts::decline_other(lang)),
    ]
}

/// Why it is difficult: one of few reasons, and words.
pub fn decline_fields(lang: Lang, reason: &str, said: &str, error: Option<&str>) -> Markup {
    let choices: Vec<Choice> = decline_reasons(lang)
        .into_iter()
        .map(|(value, title)| Choice { value: value.into(), title: title.into(), note: String::new() })
        .collect();
    let why = Field { name: "reason", label: texts::decline_why(lang), error, ..Field::default() };
    let more = Field {
        name: "words",
        label: texts::decline_words(lang),
        hint: texts::decline_words_hint(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    html! {
        (choices::radio(&why, Shape::Grid, &choices, Some(reason)))
        (forms::textarea(&more, said))
    }
}

fn pass_fields(lang: Lang, form: &AnswerForm<'_>) -> Markup {
    let choices: Vec<Choice> = form
        .others
        .iter()
        .map(|(helper, name)| Choice { value: helper.to_string(), title: name.clone(), note: String::new() })
        .collect();
    let whom = Field {
        name: "to",
        label: texts::pass_whom(lang),
        hint: texts::pass_whom_hint(lang),
        error: error_of(form.errors, "to"),
        ..Field::default()
    };
    let alone = choices.is_empty();
    let named_only = !passes_at_once(form.difficulty.visibility);
    let name = if alone {
        Field {
            name: "to",
            label: texts::pass_name_only(lang),
            hint: if named_only { texts::pass_advice_hint(lang) } else { texts::pass_name_hint(lang) },
            error: whom.error,
            ..Field::default()
        }
    } else {
        Field {
            name: "name",
            label: texts::pass_name(lang),
            hint: texts::pass_name_hint(lang),
            optional: texts::optional(lang),
            ..Field::default()
        }
    };
    let why = Field {
        name: "words",
        label: texts::pass_why(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    let chosen = form.fields.text("to");
    let typed = if choices.is_empty() { chosen } else { form.fields.text("name") };
    html! {
        @if !choices.is_empty() { (choices::radio(&whom, Shape::Column, &choices, Some(chosen))) }
        (forms::input(&name, Input::Text, typed))
        (forms::textarea(&why, form.fields.text("words")))
    }
}

/// The link to the form that names somebody else.
pub fn pass_link(lang: Lang, href: &str) -> Markup {
    buttons::link(Look::Second, href, Some(Icon::Pass), texts::answer_pass(lang))
}
