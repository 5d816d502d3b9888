//! Pages of the outbox.

use dure_tables::mails;
use dure_texts::{Lang, mail as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards;
use dure_ui::headings::{crumbs, nothing, page_head, page_head_below};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::rows::{self, Row};
use dure_ui::{notices, words};
use dure_web::Visit;
use dure_web::mail::{Body, LINKS_GONE, Paragraph, stored};
use maud::{Markup, html};

use super::access::{SEND_AGAIN, thing};
use super::rules::{self, Page, State, Which};

/// `/outbox`
pub fn list(visit: &Visit, which: Which, wider: bool, page: &Page) -> Markup {
    let lang = visit.lang();
    let has_server = visit.app.config.smtp.is_some();
    let (title, note) = if wider {
        (texts::outbox(lang), texts::note_all(lang))
    } else {
        (texts::inbox(lang), texts::note_mine(lang))
    };
    let hrefs: Vec<String> = page.mails.iter().map(|mail| format!("/outbox/{}", mail.id)).collect();
    let shown: Vec<Row<'_>> =
        page.mails.iter().zip(&hrefs).map(|(mail, href)| row(visit, mail, href, has_server)).collect();
    let body = html! {
        (page_head(title, note, nothing()))
        @if wider { (tabs(lang, which)) }
        @if wider && !has_server && !visit.app.config.demo {
            (notices::notice(Tone::Warn, html! { p { (texts::no_server(lang)) } }))
        }
        @if shown.is_empty() {
            (notices::empty(Icon::Mail, texts::empty(lang), texts::empty_do(lang), nothing()))
        } @else {
            (rows::rows(&shown))
        }
        (pager::pager(&PagerWords::of(lang), page.number, page.last, |number| address(which, number)))
    };
    visit.page(title, body)
}

const fn name(which: Which) -> &'static str {
    match which {
        Which::All => "all",
        Which::Mine => "mine",
        Which::Failed => "failed",
    }
}

fn address(which: Which, page: u64) -> String {
    format!("/outbox?box={}&page={page}", name(which))
}

fn tabs(lang: Lang, which: Which) -> Markup {
    let tab = |one: Which, href, words| Tab { href, words, count: None, here: one == which };
    pager::tabs(
        texts::views(lang),
        &[
            tab(Which::All, "/outbox", texts::all(lang)),
            tab(Which::Mine, "/outbox?box=mine", texts::mine(lang)),
            tab(Which::Failed, "/outbox?box=failed", texts::failed(lang)),
        ],
    )
}

fn row<'a>(visit: &Visit, mail: &'a mails::Model, href: &'a str, has_server: bool) -> Row<'a> {
    let lang = visit.lang();
    let (now, open) = (visit.app.now(), rules::may_read(&visit.viewer, visit.app.config.demo, mail));
    let when = words::posted(lang, open.then_some(""), mail.created_at, now);
    Row {
        href,
        title: title(visit, mail),
        note: html! { @if names_reader(visit, mail) { (texts::to(lang, &mail.to_address)) " · " } (when) },
        before: nothing(),
        end: state_badge(lang, rules::state(mail, has_server)),
    }
}

/// The subject, for those who may read the letter.
fn title<'a>(visit: &Visit, mail: &'a mails::Model) -> &'a str {
    if rules::may_read(&visit.viewer, visit.app.config.demo, mail) {
        &mail.subject
    } else {
        texts::sealed(visit.lang())
    }
}

/// Whether the address may stand there: of a letter that cannot be read only where it failed, to be mended.
fn names_reader(visit: &Visit, mail: &mails::Model) -> bool {
    rules::may_read(&visit.viewer, visit.app.config.demo, mail) || !mail.failure.is_empty()
}

fn state_badge(lang: Lang, state: State) -> Markup {
    match state {
        State::Sent => badges::badge(Tone::Good, Some(Icon::Check), texts::state_sent(lang)),
        State::Failed => badges::badge(Tone::Bad, Some(Icon::Warning), texts::state_failed(lang)),
        State::Waiting => badges::badge(Tone::Info, Some(Icon::Clock), texts::state_waiting(lang)),
        State::Gathered => badges::badge(Tone::Line, Some(Icon::Clock), texts::state_gathered(lang)),
        State::Kept => badges::badge(Tone::Line, Some(Icon::Mail), texts::state_kept(lang)),
    }
}

/// `/outbox/{id}`
pub fn letter(visit: &Visit, mail: &mails::Model, done: &str) -> Markup {
    let lang = visit.lang();
    let config = &visit.app.config;
    let state = rules::state(mail, config.smtp.is_some());
    let list =
        if rules::sees_others(&visit.viewer, config.demo) { texts::outbox(lang) } else { texts::inbox(lang) };
    let day = words::date(lang, mail.created_at.day());
    let when = if rules::may_read(&visit.viewer, config.demo, mail) {
        texts::on_at(lang, day, words::clock(lang, mail.created_at))
    } else {
        day
    };
    let reader = if names_reader(visit, mail) { mail.to_address.as_str() } else { "–" };
    let body = html! {
        (crumbs(texts::way(lang), &[("/outbox".into(), list.into())]))
        @if done == "again" { (notices::notice(Tone::Good, html! { p { (texts::done_again(lang)) } })) }
        (page_head_below(state_badge(lang, state), title(visit, mail), "", nothing()))
        (cards::facts(&[
            (texts::recipient(lang).into(), html! { (reader) }),
            (texts::written(lang).into(), html! { (when) }),
        ]))
        @if state == State::Failed { (failed(visit, mail)) }
        (cards::card(html! { div class="stack" { (contents(visit, mail)) } }))
    };
    visit.page(title(visit, mail), body)
}

fn failed(visit: &Visit, mail: &mails::Model) -> Markup {
    let lang = visit.lang();
    let again = rules::may_be_sent_again(mail, visit.app.config.smtp.is_some())
        && SEND_AGAIN.allows(&visit.viewer, &thing(mail));
    notices::alert(
        texts::failed_title(lang),
        html! {
            @if mail.failure == LINKS_GONE {
                p { (texts::links_gone(lang)) }
            } @else {
                p { (texts::failed_why(lang)) }
                p { code { (mail.failure) } }
            }
            @if again {
                (buttons::post(&format!("/outbox/{}/again", mail.id), Look::Second, Some(Icon::Send), texts::again(lang)))
            }
        },
    )
}

/// The letter as its reader sees it, without the styles that mail programs need. Its links that act work in the demo
/// alone, where the outbox stands for everybody's mailbox.
pub fn contents(visit: &Visit, mail: &mails::Model) -> Markup {
    let demo = visit.app.config.demo;
    if !rules::may_read(&visit.viewer, demo, mail) {
        return html! { p { (texts::sealed_why(visit.lang())) } };
    }
    let Some(body) = stored::body(mail) else {
        let text = if demo { mail.body_text.clone() } else { stored::without_addresses(&mail.body_text) };
        return cards::prose(&text);
    };
    let links = if demo { stored::links(&visit.app, mail) } else { Vec::new() };
    html! {
        @for one in &body.parts { (part(one)) }
        (button_row(visit, &body, &links))
        p class="muted small" { (body.footer) }
    }
}

fn part(part: &Paragraph) -> Markup {
    match part {
        Paragraph::Words(words) => html! { p { (words) } },
        Paragraph::Quote { head, text } => html! {
            @if !head.is_empty() { p { b { (head) } } }
            blockquote class="prose" { (text) }
        },
        Paragraph::List { head, items } => html! {
            @if !head.is_empty() { p { b { (head) } } }
            ul class="list" { @for item in items { li { (item) } } }
        },
    }
}

fn button_row(visit: &Visit, body: &Body, links: &[String]) -> Markup {
    let lang = visit.lang();
    let mut look = Look::Main;
    let removed = body.acts() && links.is_empty();
    html! {
        @for button in &body.buttons {
            @match Body::path(button, links) {
                Some(path) => {
                    div class="buttons buttons-fill" { (buttons::link(std::mem::replace(&mut look, Look::Second), path, None, &button.label)) }
                }
                None => p { b { (button.label) } " " (badges::badge(Tone::Line, None, texts::link_removed(lang))) },
            }
        }
        @if removed { p class="muted small" { (texts::link_removed_why(lang)) } }
        @if let Some(path) = body.instead().filter(|_| removed) {
            div class="buttons" { (buttons::link(Look::Second, path, None, texts::instead(lang))) }
        }
    }
}
