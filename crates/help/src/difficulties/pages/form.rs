//! The guided form: the story of a quality circle, in steps on one page.

use dure_domain::{CaseId, DifficultyId, Id, NeedKind, Subject, Visibility};
use dure_talk::files;
use dure_texts::{Lang, difficulties as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, DraftWords, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{headings, live, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{done_notice, similar};
use crate::difficulties::actions::{Desk, Similar};
use crate::difficulties::rules::{Fault, Typed, Wrong};

/// Why the form is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// To write something new; `restored` when it goes on with a draft.
    New { restored: bool },
    /// To go on with a draft that was chosen.
    Draft { done: String },
    /// To change what is posted; `meanwhile` when somebody else did too.
    Change { id: DifficultyId, meanwhile: bool },
}

/// The form with all that it shows.
pub struct FormPage<'a> {
    /// For whom.
    pub desk: &'a Desk,
    /// What is in the fields.
    pub typed: &'a Typed,
    /// Why it is open.
    pub mode: Mode,
    /// Who sees a new difficulty, unless the writer chooses otherwise.
    pub visibility: Visibility,
    /// What must be mended.
    pub wrong: Vec<Wrong>,
    /// What is like it.
    pub similar: Similar,
    /// Whether the writer may choose another firm.
    pub may_choose: bool,
    /// Who is to be asked once it is posted: value of the field, and name.
    pub ask: Option<(String, String)>,
    /// The solved case that it is like: key and title.
    pub like: Option<(CaseId, String)>,
    /// Its photos and files, while it is a draft.
    pub files: Markup,
}

/// The page.
pub fn page(visit: &Visit, form: &FormPage<'_>) -> Markup {
    let lang = visit.lang();
    let changing = matches!(form.mode, Mode::Change { .. });
    let title = if changing { texts::change_title(lang) } else { texts::post(lang) };
    let subtitle = if changing { texts::change_subtitle(lang) } else { texts::post_subtitle(lang) };
    let mut way = vec![("/difficulties".to_owned(), texts::title(lang).to_owned())];
    if let Mode::Change { id, .. } = form.mode {
        way.push((format!("/difficulties/{id}"), texts::the_difficulty(lang).to_owned()));
    }
    let body = html! {
        (headings::crumbs(texts::way(lang), &way))
        (headings::page_head(title, subtitle, headings::nothing()))
        (notes(lang, form))
        (whole(visit, form))
    };
    visit.page(title, body)
}

/// What the writer should know before writing on.
fn notes(lang: Lang, form: &FormPage<'_>) -> Markup {
    html! {
        @match &form.mode {
            Mode::New { restored: true } => (notices::notice(Tone::Info, html! {
                p { (texts::restored(lang)) " " a href={ "/difficulties/new?fresh=yes&firm=" (form.desk.firm) } { (texts::begin_anew(lang)) } }
            })),
            Mode::New { restored: false } => {},
            Mode::Draft { done } => (done_notice(lang, done)),
            Mode::Change { id, meanwhile: true } => (notices::alert(texts::meanwhile(lang), html! {
                p { (texts::meanwhile_do(lang)) " " a href={ "/difficulties/" (id) } target="_blank" rel="noopener" { (texts::meanwhile_see(lang)) } }
            })),
            Mode::Change { meanwhile: false, .. } => {},
        }
        @if let Some((_, name)) = &form.ask { (notices::notice(Tone::Info, html! { p { (texts::asks_after(lang, name)) } })) }
        @if let Some((id, title)) = &form.like {
            (notices::notice(Tone::Info, html! {
                p { (texts::like_case(lang)) " " a href={ "/knowledge/" (id) } { (title) } }
                p { (texts::like_case_do(lang)) }
            }))
        }
        @if form.desk.on_behalf && !matches!(form.mode, Mode::Change { .. }) {
            (notices::notice(Tone::Info, html! { p { (texts::on_behalf(lang, &form.desk.name)) } }))
        } @else if form.may_choose && matches!(form.mode, Mode::New { .. }) {
            p { a href="/difficulties/new/for" { (texts::write_for_another(lang)) } }
        }
    }
}

fn whole(visit: &Visit, form: &FormPage<'_>) -> Markup {
    let lang = visit.lang();
    let fields = html! {
        (forms::error_summary(texts::mend(lang), &mended(lang, &form.wrong)))
        (forms::hidden("draft", &form.typed.draft))
        (forms::hidden("firm", &form.desk.firm.to_string()))
        @if let Some((ask, _)) = &form.ask { (forms::hidden("ask", ask)) }
        @if let Some((like, _)) = &form.like { (forms::hidden("like", &like.to_string())) }
        (forms::step(1, texts::step_problem(lang), html! { (story_fields(lang, form)) (form.files) }))
        (alike(visit, form))
        (forms::step(2, texts::step_need(lang), needs(lang, form)))
        (forms::step(3, texts::step_who(lang), who(lang, form)))
    };
    let Mode::Change { id, .. } = form.mode else { return drafting(lang, form, fields) };
    let href = format!("/difficulties/{id}");
    forms::form(
        &format!("{href}/edit"),
        html! {
            (forms::hidden("version", &form.typed.version.to_string()))
            (fields)
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Check), texts::save_change(lang)))
                (buttons::link(Look::Quiet, &href, None, texts::leave(lang)))
            }))
        },
    )
}

/// What is like the words typed, right below them, so that it is seen on a phone too.
fn alike(visit: &Visit, form: &FormPage<'_>) -> Markup {
    let found = similar::list(visit, &form.similar, form.typed.is_blank());
    headings::section("similar", texts::similar(visit.lang()), live::region("similar-cases", found))
}

fn drafting(lang: Lang, form: &FormPage<'_>, fields: Markup) -> Markup {
    // The page's script puts the time in.
    let (saved, kept_here) = (texts::draft_saved(lang, "{time}"), texts::draft_kept_here(lang, "{time}"));
    let draft_words = DraftWords { saved: &saved, kept_here: &kept_here, lost: texts::draft_lost(lang) };
    html! {
        (forms::with_draft("/difficulties", "/difficulties/draft", &draft_words, html! {
            (fields)
            (forms::foot(html! {
                (buttons::choice(Look::Main, "act", "post", Some(Icon::Send), texts::post_now(lang)))
                (buttons::choice(Look::Second, "act", "draft", None, texts::save_draft(lang)))
                (forms::draft_status(texts::draft_promise(lang)))
            }))
        }))
        @if let Some(draft) = form.typed.draft_id() { (files::form(Subject::Difficulty, draft.uuid())) }
        @if form.typed.version > 0 {
            (buttons::post_confirmed(
                &format!("/difficulties/{}/discard", form.typed.draft), Look::Quiet, Some(Icon::Delete),
                texts::discard(lang), texts::discard_sure(lang),
            ))
        }
    }
}

fn mended(lang: Lang, wrong: &[Wrong]) -> Vec<(String, String)> {
    wrong.iter().map(|(name, fault)| ((*name).to_owned(), fault_words(lang, name, *fault))).collect()
}

fn fault_words(lang: Lang, name: &str, fault: Fault) -> String {
    match (name, fault) {
        ("title", Fault::Missing) => texts::title_missing(lang).to_owned(),
        (_, Fault::Missing) => texts::problem_missing(lang).to_owned(),
        (_, Fault::Long(most)) => texts::too_long(lang, field_words(lang, name), most),
    }
}

fn field_words(lang: Lang, name: &str) -> &'static str {
    match name {
        "title" => texts::field_title(lang),
        "problem" => texts::field_problem(lang),
        "present_state" => texts::field_present_state(lang),
        "tried" => texts::field_tried(lang),
        _ => texts::field_solved_when(lang),
    }
}

/// The story of a quality circle: problem, present state, what was tried, what counts as solved.
fn story_fields(lang: Lang, form: &FormPage<'_>) -> Markup {
    let typed = form.typed;
    let wrong: Vec<(&str, String)> =
        form.wrong.iter().map(|(name, fault)| (*name, fault_words(lang, name, *fault))).collect();
    let field = |name: &'static str, hint: &'static str, optional: bool| Field {
        name,
        label: field_words(lang, name),
        hint,
        error: wrong.iter().find(|(of, _)| *of == name).map(|(_, words)| words.as_str()),
        optional: if optional { texts::optional(lang) } else { "" },
        ..Field::default()
    };
    live::telling(
        "/difficulties/similar",
        "similar-cases",
        html! {
            (forms::input(&field("title", texts::hint_title(lang), false), Input::Text, &typed.title))
            (forms::textarea(&field("problem", texts::hint_problem(lang), false), &typed.problem))
            (forms::textarea(&field("present_state", texts::hint_present_state(lang), true), &typed.present_state))
            (forms::textarea(&field("tried", texts::hint_tried(lang), true), &typed.tried))
            (forms::textarea(&field("solved_when", texts::hint_solved_when(lang), true), &typed.solved_when))
        },
    )
}

fn needs(lang: Lang, form: &FormPage<'_>) -> Markup {
    let choices: Vec<Choice> = NeedKind::ALL
        .iter()
        .map(|need| Choice {
            value: need.to_string(),
            title: words::need(lang, *need).to_owned(),
            note: need_note(lang, *need).to_owned(),
        })
        .collect();
    let field = Field { name: "need", label: texts::need_question(lang), ..Field::default() };
    choices::radio(
        &field,
        Shape::Grid,
        &choices,
        Some(&form.typed.need).filter(|need| !need.is_empty()).map(String::as_str),
    )
}

fn need_note(lang: Lang, need: NeedKind) -> &'static str {
    match need {
        NeedKind::Technology => texts::need_technology(lang),
        NeedKind::Quality => texts::need_quality(lang),
        NeedKind::Equipment => texts::need_equipment(lang),
        NeedKind::Sales => texts::need_sales(lang),
        NeedKind::People => texts::need_people(lang),
        NeedKind::Finance => texts::need_finance(lang),
        NeedKind::Law => texts::need_law(lang),
        NeedKind::Certification => texts::need_certification(lang),
        NeedKind::Environment => texts::need_environment(lang),
        NeedKind::Digital => texts::need_digital(lang),
        NeedKind::Partner => texts::need_partner(lang),
        NeedKind::Other => texts::need_other(lang),
    }
}

fn who(lang: Lang, form: &FormPage<'_>) -> Markup {
    let groups = &form.desk.groups;
    let group_names = groups.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    let note = |visibility: Visibility| match visibility {
        Visibility::Named => texts::who_named(lang).to_owned(),
        Visibility::Group => texts::who_group(lang, &group_names),
        Visibility::Federation => texts::who_federation(lang, &form.desk.federation_name),
        Visibility::All => texts::who_all(lang).to_owned(),
    };
    let choices: Vec<Choice> = Visibility::ALL
        .iter()
        .filter(|visibility| **visibility != Visibility::Group || !groups.is_empty())
        .map(|visibility| Choice {
            value: visibility.to_string(),
            title: words::visibility(lang, *visibility).to_owned(),
            note: note(*visibility),
        })
        .collect();
    let chosen =
        if form.typed.visibility.is_empty() { form.visibility.as_str() } else { &form.typed.visibility };
    let field = Field { name: "visibility", label: texts::who_question(lang), ..Field::default() };
    html! {
        (choices::radio(&field, Shape::Column, &choices, Some(chosen)))
        @if groups.len() > 1 { (which_group(lang, form)) }
        @else if let Some((group, _)) = groups.first() { (forms::hidden("group", &group.to_string())) }
        (choices::tick("anonymous", texts::hide_name(lang), form.typed.anonymous == "yes"))
        p class="hint" { (texts::hide_name_note(lang)) }
    }
}

fn which_group(lang: Lang, form: &FormPage<'_>) -> Markup {
    let choices: Vec<Choice> = form
        .desk
        .groups
        .iter()
        .map(|(id, name)| Choice { value: id.to_string(), title: name.clone(), note: String::new() })
        .collect();
    let first = choices.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let chosen = if form.typed.group.is_empty() { &first } else { &form.typed.group };
    let field = Field { name: "group", label: texts::group_question(lang), ..Field::default() };
    choices::radio(&field, Shape::Grid, &choices, Some(chosen))
}
