//! One import: what it would do, how far it has come, what it has done.

use dure_roster::RosterRow;
use dure_tables::{firms, imports};
use dure_texts::{Lang, roster as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, Tab};
use dure_ui::{forms, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::super::choices::Choices;
use super::super::plan::Outcome;
use super::super::reading::Reading;
use super::super::report::Report;
use super::{columns, doubles, front, lists};

/// One view of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// What the columns mean.
    Columns,
    /// New rows that look like firms of the roster.
    Doubles,
    /// Remarks.
    Problems,
    /// What changes.
    Changed,
    /// New firms.
    New,
}

impl View {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Columns, "columns"),
        (Self::Doubles, "doubles"),
        (Self::Problems, "problems"),
        (Self::Changed, "changed"),
        (Self::New, "new"),
    ];

    /// The view that an address names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == word).map(|(view, _)| *view)
    }

    /// As in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("", |(_, name)| name)
    }

    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Columns => texts::view_columns(lang),
            Self::Doubles => texts::view_doubles(lang),
            Self::Problems => texts::view_problems(lang),
            Self::Changed => texts::view_changed(lang),
            Self::New => texts::view_new(lang),
        }
    }
}

/// What the page of an import shows.
pub struct Shown<'a> {
    /// The import.
    pub import: &'a imports::Model,
    /// What it does or did.
    pub report: &'a Report,
    /// What is chosen.
    pub choices: &'a Choices,
    /// The file, where it is being looked through.
    pub reading: Option<&'a Reading>,
    /// New rows and the firms that they may mean.
    pub suspects: &'a [(RosterRow, firms::Model)],
    /// The name of the chosen group.
    pub group: Option<String>,
    /// The view.
    pub view: View,
    /// The page of the view's list.
    pub page: u64,
    /// What was done before this page.
    pub done: &'a str,
}

impl Shown<'_> {
    fn path(&self) -> String {
        format!("/roster/imports/{}", self.import.id)
    }

    /// The address of a page of the present view.
    pub fn at(&self, page: u64) -> String {
        format!("{}?view={}&page={page}", self.path(), self.view.word())
    }
}

/// An import that is being looked through.
pub fn looking(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let lang = visit.lang();
    let report = shown.report;
    let some = report.new + report.changed;
    let begin = buttons::post(
        &format!("{}/take-in", shown.path()),
        Look::Main,
        Some(Icon::Check),
        &texts::take_in_some(lang, some),
    );
    let begin = if some > 0 { begin } else { headings::nothing() };
    let body = html! {
        (super::crumbs(lang, &[("/roster/imports".to_owned(), texts::history(lang).to_owned())]))
        (headings::page_head_below(front::state(lang, &shown.import.state), &shown.import.file_name, texts::preview_note(lang), begin))
        @if !shown.done.is_empty() { (notices::notice(Tone::Good, html! { p { (texts::choices_kept(lang)) } })) }
        @if some == 0 { (notices::notice(Tone::Info, html! { p { (texts::nothing_to_do(lang)) } })) }
        (super::figures(lang, report))
        (told(lang, shown))
        (bad_rows(lang, shown))
        (tabs(lang, shown, &[View::Columns, View::Doubles, View::Problems, View::Changed, View::New]))
        (view(lang, shown))
    };
    visit.page(&shown.import.file_name, body)
}

/// What was understood of the file as a whole.
fn told(lang: Lang, shown: &Shown<'_>) -> Markup {
    let Some(reading) = shown.reading else { return headings::nothing() };
    let sheet = &reading.book.sheet;
    let has_column = reading.mapping.has(dure_roster::Field::Group);
    let into = match &shown.group {
        Some(name) => texts::into_group(lang, name),
        None if has_column => texts::into_column(lang).to_owned(),
        None => texts::into_none(lang).to_owned(),
    };
    let header = match sheet.header_row {
        0 => texts::header_none(lang).to_owned(),
        row => texts::header_found(lang, row),
    };
    html! {
        ul class="list" {
            li { (into) }
            @if !shown.report.groups.is_empty() { li { (texts::new_groups(lang, shown.report.groups.join(", "))) } }
            li { (header) @if !sheet.title.is_empty() { " (" (sheet.title.join(" · ")) ")" } }
            @if !reading.read.skipped.is_empty() { li { (texts::rows_skipped(lang, reading.read.skipped.len())) } }
        }
        (sheets(lang, shown, reading))
    }
}

fn sheets(lang: Lang, shown: &Shown<'_>, reading: &Reading) -> Markup {
    if reading.book.others.is_empty() {
        return headings::nothing();
    }
    let own = &reading.book.sheet.name;
    let names = std::iter::once(own).chain(&reading.book.others);
    let options: Vec<(String, String)> = names.map(|name| (name.clone(), name.clone())).collect();
    let field = forms::Field { name: "sheet", label: texts::sheet(lang), ..forms::Field::default() };
    forms::form(
        &format!("{}/sheet", shown.path()),
        html! {
            (forms::select(&field, &options, own))
            (forms::foot(buttons::submit(Look::Second, None, texts::sheet_change(lang))))
        },
    )
}

fn bad_rows(lang: Lang, shown: &Shown<'_>) -> Markup {
    if shown.report.bad == 0 {
        return headings::nothing();
    }
    let href = format!("{}/bad-rows.xlsx", shown.path());
    notices::notice(
        Tone::Warn,
        html! {
            p { (texts::bad_rows_note(lang)) }
            p { (buttons::link(Look::Second, &href, Some(Icon::Download), texts::bad_rows(lang))) }
        },
    )
}

fn tabs(lang: Lang, shown: &Shown<'_>, views: &[View]) -> Markup {
    let count = |view: View| match view {
        View::Columns => None,
        View::Doubles => Some(shown.suspects.len()),
        View::Problems => Some(shown.report.remarks.len()),
        View::Changed => Some(shown.report.changed),
        View::New => Some(shown.report.new),
    };
    let hrefs: Vec<String> =
        views.iter().map(|view| format!("{}?view={}", shown.path(), view.word())).collect();
    let list: Vec<Tab<'_>> = views
        .iter()
        .zip(&hrefs)
        .map(|(view, href)| Tab {
            href,
            words: view.words(lang),
            count: count(*view).and_then(|count| u64::try_from(count).ok()),
            here: *view == shown.view,
        })
        .collect();
    pager::tabs(texts::views(lang), &list)
}

fn view(lang: Lang, shown: &Shown<'_>) -> Markup {
    match (shown.view, shown.reading) {
        (View::Columns, Some(reading)) => columns::view(lang, shown, reading),
        (View::Doubles, Some(_)) => doubles::view(lang, shown),
        (View::Changed, _) => lists::changed(lang, shown),
        (View::New, _) => lists::firms(lang, shown, Outcome::New),
        _ => lists::problems(lang, shown),
    }
}

/// An import under way; the answer's `Refresh` header brings the reader back.
pub fn running(visit: &Visit, import: &imports::Model, report: &Report) -> Markup {
    let lang = visit.lang();
    let reading = texts::running_rows(lang, report.of, report.done);
    let body = html! {
        (super::crumbs(lang, &[("/roster/imports".to_owned(), texts::history(lang).to_owned())]))
        (headings::page_head_below(front::state(lang, &import.state), texts::running(lang), &import.file_name, headings::nothing()))
        (notices::progress("progress", texts::running(lang), &reading, report.done as u64, report.of as u64))
        p class="muted" { (texts::running_note(lang)) }
    };
    visit.page(texts::running(lang), body)
}

/// An import that is done.
pub fn done(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let lang = visit.lang();
    let when = shown.import.finished_at.map(|at| words::ago(lang, at, visit.app.now())).unwrap_or_default();
    let subtitle = format!("{} · {when}", shown.import.file_name);
    let firms = buttons::link(Look::Second, "/firms", Some(Icon::Firm), dure_texts::shell::menu_firms(lang));
    let body = html! {
        (super::crumbs(lang, &[("/roster/imports".to_owned(), texts::history(lang).to_owned())]))
        (headings::page_head_below(front::state(lang, &shown.import.state), texts::done_title(lang), &subtitle, firms))
        (super::figures(lang, shown.report))
        @if !shown.report.groups.is_empty() { p { (texts::new_groups(lang, shown.report.groups.join(", "))) } }
        (bad_rows(lang, shown))
        (tabs(lang, shown, &[View::Problems, View::Changed, View::New]))
        (view(lang, shown))
    };
    visit.page(texts::done_title(lang), body)
}
