//! `/foundings`

use dure_domain::{FoundingPath, FoundingState};
use dure_tables::foundings;
use dure_texts::{Lang, foundings as texts};
use dure_ui::address::with_query;
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::{headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{place, progress, state};
use crate::foundings::actions::{Listed, PER_PAGE, Tally};

/// The list.
pub fn list(visit: &Visit, listed: &Listed, ended: bool, page: u64, done: &str) -> Markup {
    let lang = visit.lang();
    let tab = |href, words, here| Tab { href, words, count: None, here };
    let requests = Tab {
        href: "/foundings/requests",
        words: texts::requests(lang),
        count: Some(listed.open_requests),
        here: false,
    };
    let tabs = [
        tab("/foundings", texts::tab_under_way(lang), !ended),
        tab("/foundings?show=ended", texts::tab_ended(lang), ended),
        requests,
    ];
    let acts = html! {
        (buttons::link(Look::Main, "/foundings/requests/new", Some(Icon::Plus), texts::ask_for_group(lang)))
        (buttons::link(Look::Second, "/foundings/new", Some(Icon::Group), texts::register_group(lang)))
    };
    let note = if listed.leads { texts::list_note_staff(lang) } else { texts::list_note(lang) };
    let body = html! {
        (headings::page_head(texts::title(lang), note, acts))
        @if done == "opened" { (notices::notice(Tone::Good, html! { p { (texts::done_opened(lang)) } })) }
        (pager::tabs(texts::tabs(lang), &tabs))
        (results(visit, listed, ended, page))
    };
    visit.page(texts::title(lang), body)
}

fn results(visit: &Visit, listed: &Listed, ended: bool, page: u64) -> Markup {
    let lang = visit.lang();
    if listed.rows.is_empty() {
        let (title, note) = if ended {
            (texts::none_ended(lang), "")
        } else {
            (texts::none_under_way(lang), texts::none_under_way_note(lang))
        };
        return notices::empty(Icon::Group, title, note, headings::nothing());
    }
    let cards: Vec<Markup> = listed.rows.iter().map(|(row, tally)| card(visit, row, *tally)).collect();
    let show = if ended { "ended" } else { "" };
    let href = |page: u64| with_query("/foundings", &[("show", show), ("page", &page.to_string())]);
    html! {
        h2 class="unseen" { (if ended { texts::tab_ended(lang) } else { texts::tab_under_way(lang) }) }
        (cards::grid(&cards))
        (pager::pager(&PagerWords::of(lang), page, listed.total.div_ceil(PER_PAGE), href))
    }
}

/// One founding in a card.
fn card(visit: &Visit, row: &foundings::Model, tally: Tally) -> Markup {
    let lang = visit.lang();
    let place = place(lang, row);
    let mut lines = vec![(Icon::Clock, words::ago(lang, row.opened_at, visit.app.now()))];
    if !place.is_empty() {
        lines.push((Icon::Place, place));
    }
    let moved = row.path == FoundingPath::Moved;
    let open = matches!(row.state, FoundingState::Inviting | FoundingState::Proposed);
    cards::link_card(LinkCard {
        href: &format!("/foundings/{}", row.id),
        title: &row.name,
        top: html! { (state(lang, row.state)) span { (path(lang, row.path)) } },
        body: html! {
            @if open && !moved {
                (progress(lang, &format!("accepted-{}", row.id), tally.accepted, row.needed))
            }
            p class="muted small" { (texts::tally(lang, tally.accepted, tally.waiting, tally.declined)) }
            (cards::statline(&lines))
        },
        foot: headings::nothing(),
        waiting: false,
    })
}

/// How the group comes about.
pub(super) fn path(lang: Lang, path: FoundingPath) -> &'static str {
    match path {
        FoundingPath::Brokered => texts::path_brokered(lang),
        FoundingPath::Registered => texts::path_registered(lang),
        FoundingPath::Moved => texts::path_moved(lang),
    }
}
