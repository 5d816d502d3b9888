//! The firm's own difficulties, each with its next step.

use dure_domain::Moment;
use dure_texts::{Lang, home as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::{badges, headings, words};
use maud::{Markup, html};

use crate::features::home::rules::Step;
use crate::features::home::today::Mine;

/// The section.
pub fn mine(lang: Lang, mine: &[Mine], main: bool, now: Moment) -> Markup {
    let more = headings::more("/difficulties?scope=mine", texts::all_mine(lang));
    let body = html! {
        @for (at, one) in mine.iter().enumerate() { (card(lang, one, main && at == 0, now)) }
    };
    headings::section_with("mine", texts::mine(lang), Some(mine.len()), more, body)
}

fn card(lang: Lang, one: &Mine, main: bool, now: Moment) -> Markup {
    let difficulty = &one.difficulty;
    let page = format!("/difficulties/{}", difficulty.id);
    let (says, act, anchor, icon) = next(lang, one.step);
    let posted = difficulty.posted_at.unwrap_or(difficulty.created_at);
    let look = if main { Look::Main } else { Look::Second };
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
            @if let Some(act) = act { (buttons::link(look, &format!("{page}{anchor}"), Some(icon), act)) }
        },
        waiting: one.step.is_my_turn(),
    })
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
