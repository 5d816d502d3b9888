//! The form that arranges a meeting or changes it.

use dure_domain::{GroupId, MeetingKind};
use dure_texts::{Lang, meetings as texts, shell};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{headings, words};
use maud::{Markup, html};

use crate::meetings::rules::{Typed, Wrong};

/// What the form is for.
pub struct Asked<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// Title of the page.
    pub title: &'a str,
    /// Groups to choose from with their names; the federation is `None`. One: no question.
    pub groups: &'a [(Option<GroupId>, String)],
    /// Where "back" leads.
    pub back: &'a str,
}

/// The page's body.
pub fn body(lang: Lang, asked: &Asked<'_>, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let errors: Vec<(String, String)> =
        wrong.iter().map(|wrong| (wrong.field().to_owned(), says(lang, *wrong).to_owned())).collect();
    let way = [("/meetings".to_owned(), shell::menu_meetings(lang).to_owned())];
    html! {
        (headings::crumbs(texts::way(lang), &way))
        (headings::page_head(asked.title, "", headings::nothing()))
        (forms::error_summary(texts::mend(lang), &errors))
        (forms::form(asked.action, html! {
            (forms::hidden("version", &typed.version.to_string()))
            (fields(lang, asked, typed, wrong))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Check), texts::save(lang)))
                (buttons::link(Look::Quiet, asked.back, None, texts::back(lang)))
            }))
        }))
    }
}

fn fields(lang: Lang, asked: &Asked<'_>, typed: &Typed, wrong: &[Wrong]) -> Markup {
    let error = |name: &str| wrong.iter().find(|wrong| wrong.field() == name).map(|wrong| says(lang, *wrong));
    let field = |name, label, hint| Field { name, label, hint, error: error(name), ..Field::default() };
    let optional =
        |name, label, hint| Field { optional: texts::may_be_empty(lang), ..field(name, label, hint) };
    html! {
        @if asked.groups.len() > 1 {
            (forms::select(&field("group", texts::whose_label(lang), ""), &groups(asked.groups), &typed.group))
        } @else { (forms::hidden("group", &typed.group)) }
        (forms::select(&field("kind", texts::kind_label(lang), ""), &kinds(lang), &typed.kind))
        (forms::input(&field("title", texts::title_label(lang), texts::title_hint(lang)), Input::Text, &typed.title))
        (forms::input(&field("day", texts::day_label(lang), ""), Input::Day, &typed.day))
        (forms::input(&field("from", texts::from_label(lang), ""), Input::Time, &typed.from))
        (forms::input(&optional("to", texts::to_label(lang), ""), Input::Time, &typed.to))
        (forms::input(&optional("place", texts::where_label(lang), texts::place_hint(lang)), Input::Text, &typed.place))
        (forms::textarea(&optional("body", texts::body_label(lang), texts::body_hint(lang)), &typed.body))
    }
}

fn groups(groups: &[(Option<GroupId>, String)]) -> Vec<(String, String)> {
    let value = |id: &Option<GroupId>| id.map(|id| id.to_string()).unwrap_or_default();
    groups.iter().map(|(id, name)| (value(id), name.clone())).collect()
}

fn kinds(lang: Lang) -> Vec<(String, String)> {
    MeetingKind::ALL.iter().map(|kind| (kind.to_string(), words::meeting(lang, *kind).to_owned())).collect()
}

fn says(lang: Lang, wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Title => texts::wrong_title(lang),
        Wrong::Day => texts::wrong_day(lang),
        Wrong::Past => texts::wrong_past(lang),
        Wrong::From => texts::wrong_from(lang),
        Wrong::To => texts::wrong_to(lang),
    }
}
