//! What others wait for: requests to help, statements to confirm, and what one could answer.

use dure_domain::{Moment, Office};
use dure_texts::{Lang, home as texts, words as terms};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::{headings, rows, words};
use dure_web::access::Viewer;
use maud::{Markup, html};

use crate::features::home::rules;
use crate::features::home::today::{AskedOfMe, Fit, ToConfirm};

/// Difficulties that wait for the reader: the most urgent thing of the page as a card, all others as rows.
pub fn asks(lang: Lang, viewer: &Viewer, asks: &[AskedOfMe], main: bool, now: Moment) -> Markup {
    let title = if viewer.firm.is_some() { texts::asked(lang) } else { texts::asked_expert(lang) };
    let more = headings::more("/difficulties?scope=asked", texts::all_asked(lang));
    let (first, others) = asks.split_at(usize::from(main).min(asks.len()));
    let body = html! {
        @for asked in first { (ask(lang, asked, now)) }
        (ask_rows(lang, others, now))
    };
    headings::section_with("asked", title, Some(asks.len()), more, body)
}

fn ask(lang: Lang, asked: &AskedOfMe, now: Moment) -> Markup {
    let difficulty = &asked.difficulty;
    let page = format!("/difficulties/{}", difficulty.id);
    let answer = format!("{page}#answer");
    let firm = words::poster(lang, asked.firm.as_deref(), difficulty.need);
    cards::link_card(LinkCard {
        href: &page,
        title: &difficulty.title,
        top: html! {
            (badges::badge(Tone::Accent, Some(Icon::Bell), texts::asked_badge(lang)))
            span { (waited(lang, asked.ask.asked_at, now)) " · " (firm) }
        },
        body: html! {
            @if asked.ask.message.is_empty() { (cards::excerpt(&difficulty.problem)) }
            @else {
                p class="muted small" {
                    @match &asked.asker { Some(name) => (texts::says(lang, name)), None => (texts::says_nobody(lang)) }
                }
                (cards::excerpt(&asked.ask.message))
            }
        },
        foot: html! {
            (buttons::link(Look::Main, &answer, Some(Icon::Handshake), texts::can_help(lang)))
            (buttons::link(Look::Quiet, &answer, None, texts::other_answer(lang)))
        },
        waiting: true,
    })
}

fn ask_rows(lang: Lang, asks: &[AskedOfMe], now: Moment) -> Markup {
    let hrefs: Vec<String> =
        asks.iter().map(|asked| format!("/difficulties/{}#answer", asked.difficulty.id)).collect();
    let rows: Vec<rows::Row<'_>> = asks
        .iter()
        .zip(&hrefs)
        .map(|(asked, href)| rows::Row {
            href,
            title: &asked.difficulty.title,
            note: html! { (words::poster(lang, asked.firm.as_deref(), asked.difficulty.need)) },
            before: headings::nothing(),
            end: badges::badge(Tone::Accent, Some(Icon::Bell), &waited(lang, asked.ask.asked_at, now)),
        })
        .collect();
    html! { @if !rows.is_empty() { (rows::rows(&rows)) } }
}

/// `오늘`, `사흘째` and the like: how long somebody has waited.
fn waited(lang: Lang, at: Moment, now: Moment) -> String {
    match rules::days_since(at, now) {
        ..=0 => texts::asked_today(lang).to_owned(),
        days => texts::waits_days(lang, days),
    }
}

/// Statements of worth to confirm.
pub fn confirm(lang: Lang, confirm: &[ToConfirm], now: Moment) -> Markup {
    let hrefs: Vec<String> =
        confirm.iter().map(|one| format!("/difficulties/{}#answer", one.difficulty.id)).collect();
    let titles: Vec<String> = confirm
        .iter()
        .map(|one| match &one.stated_by {
            Some(name) => texts::stated_by(lang, name),
            None => texts::stated(lang).to_owned(),
        })
        .collect();
    let rows: Vec<rows::Row<'_>> = confirm
        .iter()
        .zip(hrefs.iter().zip(&titles))
        .map(|(one, (href, title))| rows::Row {
            href,
            title,
            note: html! { (one.difficulty.title) " · " (worth(lang, one)) " · " (words::ago(lang, one.stated_at, now)) },
            before: headings::nothing(),
            end: badges::badge(Tone::Accent, Some(Icon::Clock), texts::please_confirm(lang)),
        })
        .collect();
    headings::section_with(
        "confirm",
        texts::confirm(lang),
        Some(rows.len()),
        headings::nothing(),
        rows::rows(&rows),
    )
}

fn worth(lang: Lang, one: &ToConfirm) -> String {
    let mut parts = vec![words::give(lang, one.kind).to_owned()];
    parts.extend((one.won.0 > 0).then(|| words::won(lang, one.won)));
    parts.extend((one.days > 0).then(|| terms::days(lang, i64::from(one.days))));
    parts.join(" · ")
}

/// Open difficulties that the reader could answer without having been asked.
pub fn fits(lang: Lang, viewer: &Viewer, fits: &[Fit], now: Moment) -> Markup {
    let title = match viewer.firm {
        Some(_) => texts::fits_firm(lang),
        None if viewer.holds(Office::Official) => texts::fits_programme(lang),
        None => texts::fits_field(lang),
    };
    let more = headings::more("/difficulties", texts::all_difficulties(lang));
    let hrefs: Vec<String> = fits.iter().map(|fit| format!("/difficulties/{}", fit.difficulty.id)).collect();
    let rows: Vec<rows::Row<'_>> = fits
        .iter()
        .zip(&hrefs)
        .map(|(fit, href)| {
            let difficulty = &fit.difficulty;
            let posted = difficulty.posted_at.unwrap_or(difficulty.created_at);
            let firm = words::poster(lang, fit.firm.as_deref(), difficulty.need);
            rows::Row {
                href,
                title: &difficulty.title,
                note: html! { (firm) " · " (words::posted(lang, fit.firm.as_deref(), posted, now)) },
                before: headings::nothing(),
                end: badges::badge(Tone::Line, None, words::need(lang, difficulty.need)),
            }
        })
        .collect();
    headings::section_with("fits", title, Some(fits.len()), more, rows::rows(&rows))
}
