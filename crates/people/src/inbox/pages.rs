//! Pages of news.

use dure_domain::{NoticeKind, NoticeWay};
use dure_tables::mails;
use dure_texts::{Lang, forms as form_texts, inbox as texts};
use dure_ui::address::with_query;
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::choices;
use dure_ui::forms::{self, Field};
use dure_ui::headings::{crumbs, nothing, page_head};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::rows::{self, Row};
use dure_ui::{cards, notices, words};
use dure_web::Visit;
use dure_web::mail::notice;
use maud::{Markup, html};

use super::rules::{Chosen, Listed, PER_PAGE};
use crate::outbox;

/// `/inbox`
pub fn list(visit: &Visit, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let hrefs: Vec<String> = listed.news.iter().map(|mail| format!("/inbox/{}", mail.id)).collect();
    let shown: Vec<Row<'_>> =
        listed.news.iter().zip(&hrefs).map(|(mail, href)| row(visit, mail, href)).collect();
    let acts = html! {
        @if visit.visitor.unread > 0 {
            (buttons::post("/inbox/read", Look::Second, Some(Icon::Check), texts::read_all(lang)))
        }
        (buttons::link(Look::Quiet, "/inbox/settings", Some(Icon::Bell), texts::settings(lang)))
    };
    let show = if listed.unread { "unread" } else { "" };
    let body = html! {
        (page_head(texts::title(lang), texts::note(lang), acts))
        (pager::tabs(texts::title(lang), &[
            Tab { href: "/inbox", words: form_texts::all(lang), count: None, here: !listed.unread },
            Tab { href: "/inbox?show=unread", words: texts::unread(lang), count: Some(visit.visitor.unread), here: listed.unread },
        ]))
        @if shown.is_empty() && listed.unread {
            (notices::empty(Icon::Check, texts::all_read(lang), texts::all_read_note(lang), nothing()))
        } @else if shown.is_empty() {
            (notices::empty(Icon::Bell, texts::none(lang), texts::none_note(lang), nothing()))
        } @else {
            (rows::rows(&shown))
        }
        (pager::pager(&PagerWords::of(lang), listed.page, listed.total.div_ceil(PER_PAGE), |page| {
            with_query("/inbox", &[("show", show), ("page", &page.to_string())])
        }))
    };
    visit.page(texts::title(lang), body)
}

fn row<'a>(visit: &Visit, mail: &'a mails::Model, href: &'a str) -> Row<'a> {
    let lang = visit.lang();
    let unread = mail.read_at.is_none();
    Row {
        href,
        title: bare(&mail.subject),
        note: html! {
            @if let Some(kind) = notice::kind(&mail.purpose) { (kind_words(lang, kind)) " · " }
            (words::ago(lang, mail.created_at, visit.app.now()))
        },
        before: html! { @if unread { span class="unread-dot" { span class="unseen" { (texts::unread(lang)) } } } @else { (Icon::Check) } },
        end: nothing(),
    }
}

/// The subject without the program's name before it, which a mailbox needs and this list does not.
fn bare(subject: &str) -> &str {
    subject.strip_prefix('[').and_then(|rest| rest.split_once("] ")).map_or(subject, |(_, rest)| rest)
}

/// `/inbox/{id}`
pub fn one(visit: &Visit, mail: &mails::Model) -> Markup {
    let lang = visit.lang();
    let read = format!("/inbox/{}/read", mail.id);
    let day = words::date(lang, mail.created_at.day());
    let when = format!("{day} {}", words::clock(lang, mail.created_at));
    let body = html! {
        (crumbs(form_texts::way(lang), &[("/inbox".into(), texts::title(lang).into())]))
        (page_head(bare(&mail.subject), &when, nothing()))
        @if mail.read_at.is_none() {
            div data-seen=(read) { (buttons::post(&read, Look::Quiet, Some(Icon::Check), texts::mark_read(lang))) }
        }
        (cards::card(html! { div class="stack" { (outbox::contents(visit, mail)) } }))
    };
    visit.page(bare(&mail.subject), body)
}

/// `/inbox/settings`
pub fn settings(visit: &Visit, chosen: &Chosen, saved: bool) -> Markup {
    let lang = visit.lang();
    let ways: Vec<(String, String)> =
        NoticeWay::ALL.iter().map(|way| (way.to_string(), way_words(lang, *way).to_owned())).collect();
    let body = html! {
        (crumbs(form_texts::way(lang), &[("/inbox".into(), texts::title(lang).into())]))
        (page_head(texts::settings(lang), texts::settings_note(lang), nothing()))
        @if saved { (notices::notice(Tone::Good, html! { p { (texts::saved(lang)) } })) }
        (forms::form("/inbox/settings", html! {
            (choices::tick("quiet", texts::quiet(lang), chosen.quiet))
            p class="hint" { (texts::quiet_note(lang)) }
            @for kind in NoticeKind::ALL {
                @let field = Field { name: kind.as_str(), label: when_words(lang, *kind), ..Field::default() };
                (forms::select(&field, &ways, chosen.way(*kind).as_str()))
            }
            (forms::foot(buttons::submit(Look::Main, None, form_texts::save(lang))))
        }))
    };
    visit.page(texts::settings(lang), body)
}

fn kind_words(lang: Lang, kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Asked => texts::kind_asked(lang),
        NoticeKind::Answered => texts::kind_answered(lang),
        NoticeKind::Talk => texts::kind_talk(lang),
        NoticeKind::Worth => texts::kind_worth(lang),
        NoticeKind::Meeting => texts::kind_meeting(lang),
        NoticeKind::Founding => texts::kind_founding(lang),
    }
}

fn when_words(lang: Lang, kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Asked => texts::when_asked(lang),
        NoticeKind::Answered => texts::when_answered(lang),
        NoticeKind::Talk => texts::when_talk(lang),
        NoticeKind::Worth => texts::when_worth(lang),
        NoticeKind::Meeting => texts::when_meeting(lang),
        NoticeKind::Founding => texts::when_founding(lang),
    }
}

fn way_words(lang: Lang, way: NoticeWay) -> &'static str {
    match way {
        NoticeWay::Now => texts::way_now(lang),
        NoticeWay::Digest => texts::way_digest(lang),
        NoticeWay::Here => texts::way_here(lang),
    }
}
