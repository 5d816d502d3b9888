//! How the server does, in words.

use dure_files::Failed;
use dure_store::Trouble;
use dure_texts::{Lang, status as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::rules;
use crate::features::status::actions::State;

/// The page.
pub fn page(visit: &Visit, state: &State, done: &str) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), &texts::version(lang, env!("CARGO_PKG_VERSION")), headings::nothing()))
        (done_notice(lang, done))
        (headings::section("database", texts::database(lang), cards::card(cards::facts(&database(lang, state)))))
        (headings::section("work", texts::work(lang), cards::card(cards::facts(&work(lang, state)))))
        (headings::section("letters", texts::letters(lang), cards::card(html! {
            (cards::facts(&letters(lang, state)))
            form class="buttons" method="post" action="/status/letter" {
                (buttons::submit(Look::Second, Some(Icon::Mail), texts::try_letter(lang)))
            }
        })))
    };
    visit.page(texts::title(lang), body)
}

fn done_notice(lang: Lang, done: &str) -> Markup {
    match done {
        "posted" => notices::notice(Tone::Good, html! { p { (texts::posted(lang)) } }),
        "no-address" => notices::notice(Tone::Warn, html! { p { (texts::no_address(lang)) } }),
        _ => headings::nothing(),
    }
}

type Facts = Vec<(String, Markup)>;

/// A fact, with a sign where it needs somebody.
fn fact(label: &str, said: &str, warning: Option<&str>) -> (String, Markup) {
    let said = html! {
        (said)
        @if let Some(words) = warning { " " (badges::badge(Tone::Warn, Some(Icon::Warning), words)) }
    };
    (label.to_owned(), said)
}

fn database(lang: Lang, state: &State) -> Facts {
    let about = &state.about;
    let writes = match state.trouble {
        None => fact(texts::writes(lang), texts::writes_kept(lang), None),
        Some(trouble) => fact(texts::writes(lang), why(lang, trouble), Some(texts::look(lang))),
    };
    let backup = match state.backup {
        Some(at) => words::ago(lang, at, state.now),
        None => texts::no_backup(lang).to_owned(),
    };
    let old = rules::backup_is_old(state.backup, state.now).then(|| texts::backup_now(lang));
    let documents = match state.documents {
        Some(many) => texts::documents(lang, many),
        None => texts::being_built(lang).to_owned(),
    };
    let mut facts = vec![
        fact(texts::kind(lang), about.kind, None),
        writes,
        fact(texts::size(lang), &rules::bytes(about.bytes), None),
    ];
    facts.extend(about.room.map(|room| {
        let little = rules::room_is_little(room).then(|| texts::make_room(lang));
        fact(texts::room(lang), &rules::bytes(room), little)
    }));
    facts.push(files(lang, state));
    facts.extend([fact(texts::backup(lang), &backup, old), fact(texts::index(lang), &documents, None)]);
    facts
}

/// Where attached files lie, how many and how large, and a sign where they cannot be used.
fn files(lang: Lang, state: &State) -> (String, Markup) {
    let (many, bytes) = state.files;
    let said = texts::files_many(lang, many, rules::bytes(bytes), &state.files_at);
    match &state.files_trouble {
        None => fact(texts::files(lang), &said, None),
        Some(Failed::Nowhere) if many == 0 => fact(texts::files(lang), texts::files_nowhere(lang), None),
        Some(_) => fact(texts::files(lang), &said, Some(texts::files_gone(lang))),
    }
}

fn why(lang: Lang, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::DiskFull => texts::disk_full(lang),
        Trouble::Disk => texts::disk_fails(lang),
        Trouble::FileGone => texts::file_gone(lang),
        Trouble::InUse => texts::in_use(lang),
        Trouble::Unreachable => texts::unreachable(lang),
    }
}

fn work(lang: Lang, state: &State) -> Facts {
    let work = &state.work;
    let stuck = rules::is_stuck(work.since, state.now).then(|| texts::stuck(lang));
    let given_up = (work.given_up > 0).then(|| texts::look(lang));
    vec![
        fact(texts::waiting(lang), &count(lang, work.waiting), stuck),
        fact(texts::again(lang), &count(lang, work.again), None),
        fact(texts::given_up(lang), &count(lang, work.given_up), given_up),
    ]
}

fn letters(lang: Lang, state: &State) -> Facts {
    let letters = &state.letters;
    let way = if state.mails { texts::way_server(lang) } else { texts::way_none(lang) };
    let failed = (letters.failed > 0).then(|| texts::look(lang));
    vec![
        fact(texts::way(lang), way, None),
        fact(texts::sent(lang), &count(lang, letters.sent), None),
        fact(texts::unsent(lang), &count(lang, letters.waiting), None),
        fact(texts::failed(lang), &count(lang, letters.failed), failed),
    ]
}

fn count(lang: Lang, number: u64) -> String {
    texts::count(lang, i64::try_from(number).unwrap_or(i64::MAX))
}
