//! The page with the list.

use dure_domain::{AskState, DifficultyStatus, NeedKind};
use dure_tables::difficulties::Model;
use dure_texts::{Lang, difficulties as texts, forms as form_texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{headings, narrowing, notices, rows, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::done_notice;
use crate::difficulties::actions::{Card, Filter, Listed, PER_PAGE, Scope};

/// The page.
pub fn page(visit: &Visit, filter: &Filter, listed: &Listed, done: &str) -> Markup {
    let lang = visit.lang();
    let post = buttons::link(Look::Main, "/difficulties/new", Some(Icon::Plus), texts::post(lang));
    let may_post = crate::difficulties::access::POST.admit(Some(&visit.viewer)).is_ok();
    let post = if may_post { post } else { headings::nothing() };
    let body = html! {
        (headings::page_head(texts::title(lang), texts::subtitle(lang), post.clone()))
        (done_notice(lang, done))
        (drafts(visit, &listed.drafts))
        (fields(lang, filter))
        @if listed.cards.is_empty() { (nothing_found(lang, filter, post)) }
        @else {
            (headings::section("found", &texts::found(lang, listed.total), html! {
                div class="stack" { @for card in &listed.cards { (one(visit, card)) } }
            }))
            (turn(lang, filter, listed.total))
        }
    };
    visit.page(texts::title(lang), body)
}

fn drafts(visit: &Visit, drafts: &[Model]) -> Markup {
    let lang = visit.lang();
    if drafts.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> = drafts.iter().map(|draft| format!("/difficulties/{}/edit", draft.id)).collect();
    let rows: Vec<rows::Row<'_>> = drafts
        .iter()
        .zip(&hrefs)
        .map(|(draft, href)| rows::Row {
            href,
            title: if draft.title.trim().is_empty() { texts::untitled(lang) } else { &draft.title },
            note: html! { (texts::touched(lang, words::ago(lang, draft.updated_at, visit.app.now()))) },
            before: html! { (Icon::Edit) },
            end: badges::badge(Tone::Line, None, texts::go_on(lang)),
        })
        .collect();
    headings::section_with(
        "drafts",
        texts::drafts(lang),
        Some(drafts.len()),
        headings::nothing(),
        rows::rows(&rows),
    )
}

fn scope_words(lang: Lang, scope: Scope) -> &'static str {
    match scope {
        Scope::All => texts::scope_all(lang),
        Scope::Mine => texts::scope_mine(lang),
        Scope::Group => texts::scope_group(lang),
        Scope::Federation => texts::scope_federation(lang),
        Scope::Asked => texts::scope_asked(lang),
    }
}

fn fields(lang: Lang, filter: &Filter) -> Markup {
    let any = || (String::new(), texts::any(lang).to_owned());
    let statuses = [DifficultyStatus::Open, DifficultyStatus::Helping, DifficultyStatus::Closed];
    let status_options: Vec<_> = std::iter::once(any())
        .chain(statuses.iter().map(|s| (s.to_string(), words::difficulty(lang, *s, None).to_owned())))
        .collect();
    let need_options: Vec<_> = std::iter::once(any())
        .chain(NeedKind::ALL.iter().map(|n| (n.to_string(), words::need(lang, *n).to_owned())))
        .collect();
    let field = |name, label| Field { name, label, filter: true, ..Field::default() };
    let chosen = |word: Option<&'static str>| word.unwrap_or_default();
    // What is ours and what we are asked are places of the menu; before whom it stands narrows the rest.
    let reaches = [Scope::All, Scope::Group, Scope::Federation];
    let reach_options = reaches.map(|scope| (scope.word().to_owned(), scope_words(lang, scope).to_owned()));
    let narrowed = [filter.status.is_some(), filter.need.is_some(), reaches[1..].contains(&filter.scope)];
    let chosen_count = narrowed.into_iter().filter(|one| *one).count();
    forms::filters(
        "/difficulties",
        texts::filter(lang),
        html! {
            @if !reaches.contains(&filter.scope) { (forms::hidden("scope", filter.scope.word())) }
            (narrowing::words("q", texts::filter_words(lang), &filter.words))
            (narrowing::folded(texts::filter_do(lang), chosen_count, html! {
            @if reaches.contains(&filter.scope) {
                (forms::select(&field("scope", texts::scope(lang)), &reach_options, filter.scope.word()))
            }
            (forms::select(&field("status", texts::filter_status(lang)), &status_options, chosen(filter.status.map(|s| s.as_str()))))
            (forms::select(&field("need", texts::filter_need(lang)), &need_options, chosen(filter.need.map(|n| n.as_str()))))
            }))
            (buttons::submit(Look::Second, Some(Icon::Search), form_texts::find(lang)))
        },
    )
}

fn one(visit: &Visit, card: &Card) -> Markup {
    let lang = visit.lang();
    let difficulty = &card.difficulty;
    let firm = words::poster(lang, card.firm.as_deref(), difficulty.need);
    let when = difficulty
        .posted_at
        .map(|at| words::posted(lang, card.firm.as_deref(), at, visit.app.now()))
        .unwrap_or_default();
    let waits = waits(lang, card);
    cards::link_card(LinkCard {
        href: &format!("/difficulties/{}", difficulty.id),
        title: &difficulty.title,
        top: html! {
            (badges::difficulty(difficulty.status, difficulty.outcome, words::difficulty(lang, difficulty.status, difficulty.outcome)))
            (badges::badge(Tone::Line, None, words::need(lang, difficulty.need)))
        },
        body: html! {
            (cards::excerpt(&difficulty.problem))
            (cards::statline(&[(Icon::Firm, firm), (Icon::Clock, when)]))
            @if let Some(words) = &waits { p { (badges::badge(Tone::Accent, Some(Icon::Bell), words)) } }
        },
        foot: headings::nothing(),
        waiting: waits.is_some(),
    })
}

/// What waits for the viewer here.
fn waits(lang: Lang, card: &Card) -> Option<String> {
    if card.asked_me == Some(AskState::Asked) {
        return Some(texts::waits_your_answer(lang).to_owned());
    }
    match (card.offers, card.waiting, card.difficulty.status) {
        (_, _, DifficultyStatus::Closed) => None,
        (1.., ..) => Some(texts::waits_offers(lang, card.offers)),
        (0, 1.., _) => Some(texts::waits_answers(lang, card.waiting)),
        _ => None,
    }
}

fn nothing_found(lang: Lang, filter: &Filter, post: Markup) -> Markup {
    let narrowed = filter.status.is_some() || filter.need.is_some() || !filter.words.trim().is_empty();
    if narrowed {
        let all = buttons::link(Look::Second, "/difficulties", None, texts::show_all(lang));
        return notices::empty(Icon::Search, texts::none_found(lang), texts::none_found_do(lang), all);
    }
    match filter.scope {
        Scope::Asked => notices::empty(
            Icon::Bell,
            texts::none_asked(lang),
            texts::none_asked_do(lang),
            headings::nothing(),
        ),
        _ => notices::empty(Icon::Difficulty, texts::none_yet(lang), texts::none_yet_do(lang), post),
    }
}

fn turn(lang: Lang, filter: &Filter, total: u64) -> Markup {
    pager::pager(&PagerWords::of(lang), filter.page, total.div_ceil(PER_PAGE), |page| {
        address(&Filter { page, ..filter.clone() })
    })
}

/// The address of the list with this filter.
fn address(filter: &Filter) -> String {
    let pairs = [
        ("scope", filter.scope.word().to_owned()),
        ("status", filter.status.map(|s| s.to_string()).unwrap_or_default()),
        ("need", filter.need.map(|n| n.to_string()).unwrap_or_default()),
        ("q", filter.words.clone()),
        ("page", if filter.page > 1 { filter.page.to_string() } else { String::new() }),
    ];
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    match query.finish().as_str() {
        "" => "/difficulties".to_owned(),
        query => format!("/difficulties?{query}"),
    }
}
