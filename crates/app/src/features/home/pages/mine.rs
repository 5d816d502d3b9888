//! The firm's own difficulties, each with its next step.

use dure_domain::Moment;
use dure_texts::{Lang, home as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::{badges, headings, rows, words};
use maud::{Markup, html};

use crate::features::home::rules::Step;
use crate::features::home::today::Mine;

/// The section: the most urgent thing of the page as a card, all others as rows.
pub fn mine(lang: Lang, mine: &[Mine], main: bool, now: Moment) -> Markup {
    let more = headings::more("/difficulties?scope=mine", texts::all_mine(lang));
    let (first, others) = mine.split_at(usize::from(main).min(mine.len()));
    let body = html! {
        @for one in first { (card(lang, one, now)) }
        (lines(lang, others))
    };
    headings::section_with("mine", texts::mine(lang), Some(mine.len()), more, body)
}

fn card(lang: Lang, one: &Mine, now: Moment) -> Markup {
    let difficulty = &one.difficulty;
    let page = format!("/difficulties/{}", difficulty.id);
    let (says, act, anchor, icon) = next(lang, one.step);
    let posted = difficulty.posted_at.unwrap_or(difficulty.created_at);
    let status = words::difficulty(lang, difficulty.status, difficulty.outcome);
    cards::link_card(LinkCard {
        href: &page,
        title: &difficulty.title,
        top: html! {
            (badges::difficulty(difficulty.status, difficulty.outcome, status))
            span { (words::ago(lang, posted, now)) }
        },
        body: html! { p { (says) } },
        foot: html! {
            @if let Some(act) = act { (buttons::link(Look::Main, &format!("{page}{anchor}"), Some(icon), act)) }
        },
        waiting: one.step.is_my_turn(),
    })
}

fn lines(lang: Lang, mine: &[Mine]) -> Markup {
    let hrefs: Vec<String> = mine
        .iter()
        .map(|one| format!("/difficulties/{}{}", one.difficulty.id, next(lang, one.step).2))
        .collect();
    let rows: Vec<rows::Row<'_>> = mine
        .iter()
        .zip(&hrefs)
        .map(|(one, href)| {
            let (says, act, ..) = next(lang, one.step);
            let end = act.map(|act| badges::badge(Tone::Accent, None, act)).unwrap_or_else(headings::nothing);
            rows::Row {
                href,
                title: &one.difficulty.title,
                note: html! { (says) },
                before: headings::nothing(),
                end,
            }
        })
        .collect();
    html! { @if !rows.is_empty() { (rows::rows(&rows)) } }
}

/// What stands, what to do, where, and its sign.
fn next(lang: Lang, step: Step) -> (String, Option<&'static str>, &'static str, Icon) {
    match step {
        Step::LookAtOffers(many) => {
            (texts::step_offers(lang, many), Some(texts::do_offers(lang)), "#answer", Icon::Handshake)
        }
        Step::Close => {
            (texts::step_close(lang).to_owned(), Some(texts::do_close(lang)), "#answer", Icon::Flag)
        }
        Step::AskMore(days) => {
            (texts::step_ask_more(lang, days), Some(texts::do_ask_more(lang)), "#helpers", Icon::Send)
        }
        Step::AskOthers => {
            (texts::step_ask_others(lang).to_owned(), Some(texts::do_ask_more(lang)), "#helpers", Icon::Send)
        }
        Step::AskFirst => {
            (texts::step_ask_first(lang).to_owned(), Some(texts::do_ask_first(lang)), "#helpers", Icon::Send)
        }
        Step::Wait(many) => (texts::step_wait(lang, many), None, "", Icon::Clock),
    }
}
