//! Beside what waits: drafts, and the month in one line; for a new member, three first steps.

use dure_domain::Office;
use dure_texts::{Lang, home as texts, shell};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, rows};
use dure_web::access::Viewer;
use maud::{Markup, html};

use crate::features::home::today::{Pulse, Today};

/// The right side.
pub fn aside(lang: Lang, viewer: &Viewer, today: &Today, may_post: bool) -> Markup {
    html! {
        @if viewer.holds(Office::Operator) { (server(lang)) }
        @if !today.drafts.is_empty() { (drafts(lang, today)) }
        @if let Some(month) = &today.pulse { (pulse(lang, month, may_post)) }
    }
}

/// The way to the server's state, for who runs it.
fn server(lang: Lang) -> Markup {
    let row = rows::Row {
        href: "/status",
        title: shell::menu_status(lang),
        note: html! { (shell::office_status(lang)) },
        before: html! { (Icon::Settings) },
        end: headings::nothing(),
    };
    rows::rows(&[row])
}

fn drafts(lang: Lang, today: &Today) -> Markup {
    let hrefs: Vec<String> =
        today.drafts.iter().map(|draft| format!("/difficulties/{}/edit", draft.id)).collect();
    let now = today.now.unwrap_or(dure_domain::Moment::from_millis(0));
    let rows: Vec<rows::Row<'_>> = today
        .drafts
        .iter()
        .zip(&hrefs)
        .map(|(draft, href)| rows::Row {
            href,
            title: if draft.title.is_empty() { texts::untitled(lang) } else { &draft.title },
            note: html! { (dure_ui::words::ago(lang, draft.updated_at, now)) },
            before: html! { (Icon::Edit) },
            end: headings::nothing(),
        })
        .collect();
    headings::section("drafts", texts::drafts(lang), rows::rows(&rows))
}

fn pulse(lang: Lang, month: &Pulse, may_post: bool) -> Markup {
    let number = |many: u64| i64::try_from(many).unwrap_or(i64::MAX);
    let (posted, solved, firms) = (number(month.posted), number(month.solved), number(month.firms));
    let (whose, href, words) = match &month.group {
        Some((id, name)) => (name.as_str(), format!("/groups/{id}/network"), texts::see_network(lang)),
        None => (texts::our_federation(lang), "/federation".to_owned(), texts::to_federation(lang)),
    };
    let line = match (posted, solved, firms) {
        (0, 0, 0) if may_post => texts::pulse_nothing(lang).to_owned(),
        (0, 0, 0) => texts::pulse_quiet(lang).to_owned(),
        (posted, 0, 0) => texts::pulse_posted(lang, posted),
        (posted, solved, 0) => texts::pulse_no_firms(lang, posted, solved),
        (posted, solved, firms) => texts::pulse(lang, posted, solved, firms),
    };
    let body = html! { div class="card card-quiet" { p { (line) } (headings::more(&href, words)) } };
    headings::section("pulse", &texts::this_month(lang, whose), body)
}

/// Three first steps for somebody new.
pub fn first_steps(lang: Lang, viewer: &Viewer) -> Markup {
    let firm = viewer.firm.map_or_else(|| "/firms".to_owned(), |firm| format!("/firms/{firm}"));
    let steps = [
        (firm.as_str(), texts::step_one(lang), texts::step_one_why(lang), Icon::Firm),
        ("/difficulties/new", texts::step_two(lang), texts::step_two_why(lang), Icon::Difficulty),
        ("/knowledge", texts::step_three(lang), texts::step_three_why(lang), Icon::Knowledge),
    ];
    let rows: Vec<rows::Row<'_>> = steps
        .into_iter()
        .map(|(href, title, why, icon)| rows::Row {
            href,
            title,
            note: html! { (why) },
            before: html! { (icon) },
            end: headings::nothing(),
        })
        .collect();
    let body = html! { (cards::prose(texts::welcome(lang))) (rows::rows(&rows)) };
    headings::section("first-steps", texts::first_steps(lang), body)
}
