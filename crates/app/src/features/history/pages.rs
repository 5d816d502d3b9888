//! Histories: one list for all kinds.

use dure_domain::{DataOutlet, Subject};
use dure_people::data_access::pieces::{self, Asking};
use dure_people::data_access::rules::WhyForm;
use dure_texts::{Lang, forms as form_texts, history as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{cards, headings, narrowing, notices, unfold};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::redaction::{Changed, Told};
use super::rules::{Of, Sought};
use super::values::{self, Names};
use super::{fields, wording};
use crate::features::history::actions::{History, Line};

/// Changes of an entry that are shown without being opened.
const SHOWN: usize = 4;
/// Characters of a value from which on it is folded.
const LONG: usize = 80;

/// The history of one thing.
pub fn of(visit: &Visit, of: Of, name: &str, history: &History) -> Markup {
    let lang = visit.lang();
    let href = of.href();
    let title = texts::of(lang, name);
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(href.clone(), name.to_owned())]))
        (headings::page_head(&title, texts::about(lang), headings::nothing()))
        @if history.lines.is_empty() {
            (notices::empty(Icon::Clock, texts::empty(lang), texts::empty_do(lang), headings::nothing()))
        } @else {
            (list(lang, history, false))
        }
        (pager::pager(&PagerWords::of(lang), history.page, history.last, |page| format!("{href}/history?page={page}")))
    };
    visit.page(&title, body)
}

/// The history of the federation.
pub fn all(visit: &Visit, sought: &Sought, history: &History) -> Markup {
    let lang = visit.lang();
    let export = address("/audit/export", sought, None);
    let action = buttons::link(Look::Second, &export, Some(Icon::Download), texts::csv(lang));
    let body = html! {
        (headings::page_head(texts::all_title(lang), texts::all_about(lang), action))
        (forms::filters("/audit", texts::narrow(lang), narrowed(lang, sought)))
        @if history.lines.is_empty() {
            @if sought.narrows() {
                (notices::empty(Icon::Clock, texts::none_found(lang), texts::none_found_do(lang), headings::nothing()))
            } @else {
                (notices::empty(Icon::Clock, texts::empty(lang), texts::empty_do(lang), headings::nothing()))
            }
        } @else {
            (list(lang, history, true))
        }
        (pager::pager(&PagerWords::of(lang), history.page, history.last, |page| address("/audit", sought, Some(page))))
    };
    visit.page(texts::all_title(lang), body)
}

fn narrowed(lang: Lang, sought: &Sought) -> Markup {
    let day = |name, label| Field { name, label, filter: true, ..Field::default() };
    let kinds: Vec<(String, String)> = Subject::ALL
        .iter()
        .map(|kind| (kind.as_str().to_owned(), fields::kind(lang, *kind).to_owned()))
        .collect();
    html! {
        (narrowing::words("who", texts::person(lang), &sought.who))
        (narrowing::one_of("kind", texts::kind(lang), texts::any_kind(lang), &kinds, &sought.kind))
        (forms::input(&day("since", texts::since(lang)), Input::Day, &sought.since))
        (forms::input(&day("to", texts::to(lang)), Input::Day, &sought.to))
        (buttons::submit(Look::Second, Some(Icon::Search), texts::show(lang)))
    }
}

fn address(path: &str, sought: &Sought, page: Option<u64>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let said = [("who", &sought.who), ("kind", &sought.kind), ("since", &sought.since), ("to", &sought.to)];
    for (name, value) in said.into_iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    if let Some(page) = page {
        query.append_pair("page", &page.to_string());
    }
    format!("{path}?{}", query.finish())
}

fn list(lang: Lang, history: &History, names_thing: bool) -> Markup {
    cards::card(html! {
        ol class="stack history-list" {
            @for line in &history.lines {
                li class="stack" {
                    p { b { (sentence(lang, line)) } br; span class="muted small" {
                        (values::when(lang, line.at))
                        @if names_thing { " · " (thing(lang, line)) }
                    } }
                    (changes(lang, line, &history.names))
                }
            }
        }
    })
}

fn sentence(lang: Lang, line: &Line) -> String {
    let did = wording::did(lang, &line.action);
    match line.who.as_deref() {
        None => texts::sentence_program(lang, did),
        Some("") => texts::sentence(lang, texts::nobody(lang), did),
        Some(who) => texts::sentence(lang, who, did),
    }
}

fn thing(lang: Lang, line: &Line) -> Markup {
    let Some(kind) = line.kind else { return headings::nothing() };
    let (id, name) = &line.thing;
    let room = match kind {
        Subject::Firm => Some("firms"),
        Subject::Group => Some("groups"),
        Subject::Person => Some("people"),
        Subject::Difficulty => Some("difficulties"),
        Subject::Meeting => Some("meetings"),
        Subject::Resource => Some("resources"),
        _ => None,
    };
    html! {
        (fields::kind(lang, kind))
        @if let Some(room) = room.filter(|_| !name.is_empty()) { " " a href={ "/" (room) "/" (id) } { (name) } }
    }
}

fn changes(lang: Lang, line: &Line, names: &Names) -> Markup {
    let rows: Vec<(String, Markup)> = line
        .changes
        .iter()
        .map(|changed| ((changed.field.label)(lang).to_owned(), change(lang, line, changed, names)))
        .collect();
    match rows.len() {
        0 => headings::nothing(),
        few if few <= SHOWN => cards::facts(&rows),
        many => unfold::plain(&texts::more(lang, many as i64), cards::facts(&rows)),
    }
}

fn change(lang: Lang, line: &Line, changed: &Changed, names: &Names) -> Markup {
    let told = |told| values::worded(lang, line.kind, changed.field, told, names);
    let (before, after) = (told(&changed.before), told(&changed.after));
    // What was not there before is told as it is; an arrow from nothing would only be read twice.
    let is_new = changed.before == Told::Nothing;
    let words = if is_new { after.clone() } else { texts::before_after(lang, &before, &after) };
    if words.chars().count() <= LONG {
        return html! { (words) };
    }
    let beginning: String = after.chars().take(LONG / 2).collect();
    unfold::plain(
        &format!("{beginning}…"),
        html! {
            @if !is_new {
                p class="prose" { (before) }
                p { "→" }
            }
            p class="prose" { (after) }
        },
    )
}

/// The page that asks why a file is wanted.
pub fn why(visit: &Visit, sought: &Sought, form: &WhyForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let back = address("/audit", sought, None);
    let asking = Asking {
        what: DataOutlet::AuditCsv,
        scope: texts::all_title(lang),
        action: "/audit/export",
        back: (&back, texts::all_title(lang)),
        carried: &[
            ("who", &sought.who),
            ("kind", &sought.kind),
            ("since", &sought.since),
            ("to", &sought.to),
        ],
    };
    pieces::asking(visit, &asking, form, faults)
}

/// The head of the file.
pub fn columns(lang: Lang) -> [&'static str; 5] {
    [
        texts::column_at(lang),
        texts::column_who(lang),
        texts::column_what(lang),
        texts::column_kind(lang),
        texts::column_thing(lang),
    ]
}

/// A line of the file.
pub fn cells(lang: Lang, line: &Line) -> Vec<String> {
    let who = match line.who.as_deref() {
        None => texts::by_program(lang),
        Some("") => texts::nobody(lang),
        Some(who) => who,
    };
    vec![
        values::when(lang, line.at),
        who.to_owned(),
        wording::did(lang, &line.action).to_owned(),
        line.kind.map(|kind| fields::kind(lang, kind).to_owned()).unwrap_or_default(),
        line.thing.1.clone(),
    ]
}
