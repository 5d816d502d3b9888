//! The page of rosters: bring one in, take one out, what was brought in before.

use dure_domain::PersonId;
use dure_tables::groups;
use dure_texts::{Lang, roster as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, rows, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::super::report;
use crate::roster::actions::{DONE, HistoryLine, LOOKING, RUNNING};

/// The value of "as a column of the file says".
pub const BY_COLUMN: &str = "column";

/// What the page is made of.
pub struct Front {
    /// Groups into which the viewer may bring rows.
    pub targets: Vec<groups::Model>,
    /// Whether rows may go where a column says.
    pub by_column: bool,
    /// What was chosen.
    pub chosen: String,
    /// Groups that may be taken out.
    pub groups: Vec<groups::Model>,
    /// The newest imports.
    pub history: Vec<HistoryLine>,
    /// Names of who brought them in.
    pub names: std::collections::HashMap<PersonId, String>,
    /// What was wrong with the upload.
    pub wrong: Option<String>,
}

/// `GET /roster`
pub fn page(visit: &Visit, front: &Front) -> Markup {
    let lang = visit.lang();
    let more = headings::more("/roster/imports", texts::history_all(lang));
    let doubles =
        buttons::link(Look::Second, "/roster/duplicates", Some(Icon::Firm), texts::duplicates(lang));
    let wrong: Vec<(String, String)> =
        front.wrong.iter().map(|words| ("file".to_owned(), words.clone())).collect();
    let body = html! {
        (headings::page_head(texts::title(lang), texts::subtitle(lang), doubles))
        (forms::error_summary(texts::wrong_file(lang), &wrong))
        (headings::section("bring-in", texts::bring_in(lang), upload(lang, front)))
        (headings::section("take-out", texts::take_out(lang), take_out(lang, &front.groups)))
        (headings::section_with("history", texts::history(lang), None, more, lines(visit, &front.history, &front.names)))
    };
    visit.page(texts::title(lang), body)
}

fn upload(lang: Lang, front: &Front) -> Markup {
    let file = Field {
        name: "file",
        label: texts::file(lang),
        hint: texts::file_hint(lang),
        error: front.wrong.as_deref(),
        ..Field::default()
    };
    let target =
        Field { name: "target", label: texts::target(lang), hint: hint(lang, front), ..Field::default() };
    let mut options: Vec<(String, String)> = Vec::new();
    if front.by_column {
        options.push((BY_COLUMN.to_owned(), texts::target_column(lang).to_owned()));
    }
    options.extend(front.targets.iter().map(|group| (group.id.to_string(), group.name.clone())));
    cards::card(forms::upload(
        "/roster",
        html! {
            (forms::file(&file, ".xlsx,.xls,.ods,.csv,.txt,.tsv,.htm,.html,.xml"))
            (forms::select(&target, &options, &front.chosen))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Upload), texts::upload(lang)))
                p class="muted small" { (texts::upload_note(lang)) }
            }))
        },
    ))
}

fn hint(lang: Lang, front: &Front) -> &'static str {
    if front.by_column { texts::target_column_note(lang) } else { texts::target_group_note(lang) }
}

fn take_out(lang: Lang, groups: &[groups::Model]) -> Markup {
    let group = Field { name: "group", label: texts::export_choose(lang), filter: true, ..Field::default() };
    let mut options = vec![(String::new(), texts::export_whole(lang).to_owned())];
    options.extend(groups.iter().map(|group| (group.id.to_string(), group.name.clone())));
    let to = |format: &str, look, icon, words: &str| {
        html! { button class=(Look::class(look)) name="format" value=(format) { (icon) (words) } }
    };
    cards::card(html! {
        form class="form" method="get" action="/roster/export" {
            (forms::select(&group, &options, ""))
            div class="buttons" {
                (to("xlsx", Look::Second, Icon::Download, texts::export_xlsx(lang)))
                (to("csv", Look::Second, Icon::Download, texts::export_csv(lang)))
                (to("cp949", Look::Quiet, Icon::Download, texts::export_cp949(lang)))
                (to("print", Look::Quiet, Icon::Print, texts::export_print(lang)))
            }
            p class="muted small" { (texts::take_out_note(lang)) " " (texts::take_out_limits(lang)) }
        }
    })
}

/// Lines of the history.
pub fn lines(
    visit: &Visit,
    history: &[HistoryLine],
    names: &std::collections::HashMap<PersonId, String>,
) -> Markup {
    let lang = visit.lang();
    if history.is_empty() {
        let (title, words) = (texts::history_empty(lang), texts::history_empty_do(lang));
        return notices::empty(Icon::Upload, title, words, headings::nothing());
    }
    let hrefs: Vec<String> = history.iter().map(|line| format!("/roster/imports/{}", line.id)).collect();
    let shown: Vec<rows::Row<'_>> = history
        .iter()
        .zip(&hrefs)
        .map(|(line, href)| {
            let by = line.person.and_then(|person| names.get(&person).cloned());
            let by = by.unwrap_or_else(|| texts::by_command(lang).to_owned());
            let when = words::ago(lang, line.created_at, visit.app.now());
            let counts = report::of_import(&line.report).ok().filter(|report| report.done > 0);
            rows::Row {
                href,
                title: &line.file_name,
                note: html! {
                    (texts::history_line(lang, by, when))
                    @if let Some(report) = counts {
                        br; (texts::counts(lang, report.new, report.changed, report.same, report.bad))
                    }
                },
                before: html! { (Icon::Upload) },
                end: state(lang, &line.state),
            }
        })
        .collect();
    rows::rows(&shown)
}

/// Where an import stands.
pub fn state(lang: Lang, state: &str) -> Markup {
    match state {
        DONE => badges::badge(Tone::Good, Some(Icon::Done), texts::state_done(lang)),
        RUNNING => badges::badge(Tone::Info, Some(Icon::Clock), texts::state_running(lang)),
        LOOKING => badges::badge(Tone::Line, Some(Icon::Eye), texts::state_looking(lang)),
        _ => badges::badge(Tone::Info, Some(Icon::Clock), texts::state_waiting(lang)),
    }
}

/// `GET /roster/imports`
pub fn history(
    visit: &Visit,
    history: &[HistoryLine],
    names: &std::collections::HashMap<PersonId, String>,
    page: u64,
    count: u64,
) -> Markup {
    let lang = visit.lang();
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let body = html! {
        (super::crumbs(lang, &[]))
        (headings::page_head(texts::history(lang), "", headings::nothing()))
        (lines(visit, history, names))
        (super::turn(lang, page, count, |page| format!("/roster/imports?page={page}")))
    };
    visit.page(texts::history(lang), body)
}
