//! What was said under a thing, on its page; and the small pages around it.

use dure_texts::{Lang, comments as texts, forms as form_texts};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, unfold, words};
use dure_web::{Guest, Hold, Visit};
use maud::{Markup, html};

use super::rules::{History, Line, MOST, Thread, Who, Wrong};

/// What was said, the oldest first, and the field to say something.
pub fn section(visit: &Visit, thread: &Thread) -> Markup {
    if thread.lines.is_empty() && !thread.hold.speaks {
        return headings::nothing();
    }
    let lang = visit.lang();
    let count = (!thread.lines.is_empty()).then(|| thread.count());
    let body = html! {
        div class="stack" {
            @if thread.lines.is_empty() { p class="muted" { (texts::none(lang)) } }
            @for line in &thread.lines { (comment(visit, thread, line, true)) }
            @if thread.hold.speaks { (say(lang, thread, "")) }
        }
    };
    headings::section_with("talk", texts::title(lang), count, headings::nothing(), body)
}

fn say(lang: Lang, thread: &Thread, answers: &str) -> Markup {
    let label = if answers.is_empty() { texts::say(lang) } else { texts::answer(lang) };
    // Several such forms stand on one page; each field needs a name of its own for its label.
    let id = format!("message-{answers}");
    html! {
        form class="form" method="post" action={ "/comments/on/" (thread.on.0) "/" (thread.on.1) } {
            @if !answers.is_empty() { (forms::hidden("answers", answers)) }
            div class="field" {
                label for=(id) { (label) }
                textarea class="input" id=(id) name="message" rows="2" required {}
            }
            @if thread.hold.anonymous && thread.hold.keeps { p class="hint" { (texts::hint_poster(lang)) } }
            div class="buttons" { (buttons::submit(Look::Second, Some(Icon::Send), texts::send(lang))) }
        }
    }
}

fn comment(visit: &Visit, thread: &Thread, line: &Line, first: bool) -> Markup {
    let lang = visit.lang();
    let comment = &line.comment;
    html! {
        article class={ "comment" @if !first { " comment-answer" } } id={ "comment-" (comment.id) } {
            @if comment.deleted_at.is_some() {
                p class="muted" { (texts::deleted(lang)) }
            } @else {
                p class="comment-head" {
                    b { (who(lang, &line.who)) }
                    span class="muted" {
                        (when(visit, thread, line))
                        @if comment.edited_at.is_some() { " · " (texts::edited(lang)) }
                    }
                }
                (cards::prose(&comment.body))
                (acts(lang, thread, line))
            }
            @for answer in &line.answers { (self::comment(visit, thread, answer, false)) }
            @if first && thread.hold.speaks && comment.deleted_at.is_none() {
                (unfold::button(Look::Quiet, Some(Icon::Back), texts::answer(lang), false, say(lang, thread, &comment.id.to_string())))
            }
        }
    }
}

/// Of something without a name its readers know the day alone.
fn when(visit: &Visit, thread: &Thread, line: &Line) -> String {
    let (lang, now) = (visit.lang(), visit.app.now());
    if thread.hold.unnamed && line.who == Who::Poster {
        words::day_ago(lang, line.comment.at, now)
    } else {
        words::ago(lang, line.comment.at, now)
    }
}

fn who(lang: Lang, who: &Who) -> &str {
    match who {
        Who::Named(name) => name,
        Who::Poster => texts::poster(lang),
    }
}

fn acts(lang: Lang, thread: &Thread, line: &Line) -> Markup {
    let at = format!("/comments/{}", line.comment.id);
    if !line.mine && !thread.moderates {
        return headings::nothing();
    }
    html! {
        div class="comment-acts no-print" {
            @if line.mine { a href={ (at) "/edit" } { (texts::change(lang)) } }
            @if line.mine && line.comment.edited_at.is_some() { a href={ (at) "/history" } { (texts::history(lang)) } }
            form method="post" action={ (at) "/delete" } {
                button class="link-button" data-confirm=(texts::delete_ask(lang)) { (texts::delete(lang)) }
            }
        }
    }
}

/// What a form of talk holds.
pub struct Form<'a> {
    /// Where it goes.
    pub to: &'a str,
    /// What is typed.
    pub said: &'a str,
    /// Which comment it answers; empty for none.
    pub answers: &'a str,
    /// The version that is changed; empty for something new.
    pub version: &'a str,
}

/// The form alone: to change what one said, or again with what is wrong with it.
pub fn again(visit: &Visit, hold: &Hold, form: &Form<'_>, fault: Option<Wrong>, meanwhile: bool) -> Markup {
    let lang = visit.lang();
    let error = fault.map(|fault| wrong(lang, fault));
    let field =
        Field { name: "message", label: texts::say(lang), error: error.as_deref(), ..Field::default() };
    let title = if form.version.is_empty() { texts::title(lang) } else { texts::change_title(lang) };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(hold.path.clone(), hold.title.clone())]))
        (headings::page_head(title, "", headings::nothing()))
        @if meanwhile { (notices::alert(texts::meanwhile(lang), html! { p { (texts::meanwhile_do(lang)) } })) }
        (forms::form(form.to, html! {
            @if !form.answers.is_empty() { (forms::hidden("answers", form.answers)) }
            @if !form.version.is_empty() { (forms::hidden("version", form.version)) }
            (forms::textarea(&field, form.said))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Send), texts::send(lang)))
                (buttons::link(Look::Quiet, &format!("{}#talk", hold.path), None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(title, body)
}

/// What is wrong with what was said, in words.
pub fn wrong(lang: Lang, wrong: Wrong) -> String {
    match wrong {
        Wrong::Missing => texts::missing(lang).to_owned(),
        Wrong::Long => form_texts::too_long(lang, i64::try_from(MOST).unwrap_or_default()),
    }
}

/// What a comment said before.
pub fn history(visit: &Visit, history: &History) -> Markup {
    let lang = visit.lang();
    let now = visit.app.now();
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(history.hold.path.clone(), history.hold.title.clone())]))
        (headings::page_head(texts::history(lang), who(lang, &history.who), headings::nothing()))
        @if history.comment.deleted_at.is_some() { p class="muted" { (texts::history_deleted(lang)) } }
        div class="stack" {
            @if history.comment.deleted_at.is_none() {
                article class="comment" { p class="comment-head" { b { (texts::now_says(lang)) } } (cards::prose(&history.comment.body)) }
            }
            @for version in &history.versions {
                article class="comment" {
                    p class="comment-head" { span class="muted" { (texts::until(lang, words::ago(lang, version.until, now))) } }
                    (cards::prose(&version.body))
                }
            }
        }
    };
    visit.page(texts::history(lang), body)
}

/// What is answered from a mail.
pub struct ToAnswer<'a> {
    /// What the thing is called.
    pub title: &'a str,
    /// Who said it.
    pub who: &'a Who,
    /// What.
    pub body: &'a str,
    /// Whether its reader has answered before.
    pub answered: bool,
}

/// Answering from a mail, without signing in.
pub fn reply(guest: &Guest, told: &ToAnswer<'_>, typed: &str, errors: &[(String, String)]) -> Markup {
    let lang = guest.lang();
    let error = errors.first().map(|(_, words)| words.as_str());
    let field = Field { name: "message", label: texts::answer(lang), error, ..Field::default() };
    let body = html! {
        (headings::page_head(told.title, "", headings::nothing()))
        article class="comment" { p class="comment-head" { b { (who(lang, told.who)) } } (cards::prose(told.body)) }
        @if told.answered { (notices::notice(dure_ui::badges::Tone::Good, html! { p { (texts::answered(lang)) } })) }
        (forms::form(&guest.path, html! {
            (forms::textarea(&field, typed))
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Send), texts::send(lang))))
        }))
    };
    guest.page(told.title, body)
}
