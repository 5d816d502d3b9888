//! Why a firm is, or is not, among the helpers.

use dure_domain::{DifficultyId, FirmId};
use dure_matching::Verdict;
use dure_texts::{Lang, difficulties, helpers as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::forms;
use dure_ui::icons::Icon;
use dure_ui::reasons::ScoreWords;
use dure_ui::{cards, headings};
use dure_web::Visit;
use maud::{Markup, html};

use super::{by_name, reasons};
use crate::difficulties::actions::{Answer, form_value};

/// Which firm of that name?
pub fn choose(visit: &Visit, id: DifficultyId, words: &str, firms: &[(FirmId, String)]) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (search(lang, id, words))
        @if !firms.is_empty() || !words.trim().is_empty() {
            (by_name::found(lang, firms, |firm| format!("/difficulties/{id}/why-not?firm={firm}")))
        }
    };
    framed(visit, id, texts::why_not(lang), body)
}

/// Why.
pub fn page(visit: &Visit, id: DifficultyId, answer: &Answer) -> Markup {
    let lang = visit.lang();
    let body = html! {
        section class="card" aria-labelledby="verdict" {
            h2 id="verdict" { (answer.name) }
            p { (verdict(lang, answer)) }
            (scored(lang, answer))
            (lacking(lang, answer))
            (ask(lang, id, answer))
        }
        (search(lang, id, ""))
    };
    framed(visit, id, &texts::why_not_title(lang, &answer.name), body)
}

fn framed(visit: &Visit, id: DifficultyId, title: &str, body: Markup) -> Markup {
    let lang = visit.lang();
    let way = [
        ("/difficulties".to_owned(), difficulties::title(lang).to_owned()),
        (format!("/difficulties/{id}"), difficulties::the_difficulty(lang).to_owned()),
    ];
    visit.page(
        title,
        html! {
            (headings::crumbs(difficulties::way(lang), &way))
            (headings::page_head(title, "", headings::nothing()))
            div class="stack stack-wide" { (body) }
        },
    )
}

fn search(lang: Lang, id: DifficultyId, words: &str) -> Markup {
    let action = format!("/difficulties/{id}/why-not");
    by_name::search(&action, texts::why_not(lang), texts::why_not_name(lang), texts::why_not_do(lang), words)
}

fn verdict(lang: Lang, answer: &Answer) -> String {
    let score = answer.why.scored.as_ref().map_or(0, |scored| scored.score);
    match answer.why.verdict {
        Verdict::Listed { rank } => texts::verdict_listed(lang, rank),
        Verdict::Below { last_shown } => texts::verdict_below(lang, points(score), points(last_shown)),
        Verdict::NothingInCommon => texts::verdict_nothing(lang).to_owned(),
        Verdict::NotOpenToYou => texts::verdict_not_open(lang).to_owned(),
        Verdict::OtherKind => texts::verdict_other_kind(lang).to_owned(),
        Verdict::Excepted => texts::verdict_own(lang).to_owned(),
        Verdict::FilteredOut => texts::verdict_far(lang).to_owned(),
        Verdict::Unknown => texts::verdict_unknown(lang).to_owned(),
    }
}

fn points(millipoints: i64) -> String {
    format!("{:.2}", millipoints as f64 / 1_000.0)
}

fn scored(lang: Lang, answer: &Answer) -> Markup {
    let Some(scored) = answer.why.scored.as_ref().filter(|scored| !scored.reasons.is_empty()) else {
        return headings::nothing();
    };
    let parts: Vec<_> = scored.reasons.iter().map(|reason| reasons::part(lang, reason)).collect();
    let score = points(scored.score);
    let words = ScoreWords {
        bar: &texts::score(lang, &score),
        open: &texts::score_open(lang, &score),
        total: texts::score_total(lang),
    };
    let longest = (scored.score.max(answer.last_shown)) as f64 / 1_000.0;
    dure_ui::reasons::score(&words, &parts, longest)
}

/// What the firm's own words lack, and what they refuse.
fn lacking(lang: Lang, answer: &Answer) -> Markup {
    let mut facts: Vec<(String, Markup)> = Vec::new();
    let missing: Vec<&str> =
        answer.why.missing.iter().map(String::as_str).filter(|word| tells(word)).collect();
    if !missing.is_empty() {
        facts.push((texts::missing(lang).to_owned(), html! { (missing.join(", ")) }));
    }
    if !answer.why.refuses.is_empty() {
        facts.push((texts::refuses(lang).to_owned(), html! { (answer.why.refuses.join(", ")) }));
    }
    if facts.is_empty() {
        return headings::nothing();
    }
    html! { (cards::facts(&facts)) p class="muted" { (texts::missing_do(lang)) } }
}

/// Whether a word is worth adding to a firm's description: neither a number nor a single letter.
fn tells(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.chars().all(|letter| letter.is_ascii_digit())
}

/// Asking it all the same.
fn ask(lang: Lang, id: DifficultyId, answer: &Answer) -> Markup {
    let Some(who) = answer.who.as_ref().filter(|who| who.person.is_some()) else {
        return headings::nothing();
    };
    html! {
        form method="post" action={ "/difficulties/" (id) "/asks" } {
            (forms::hidden("helper", &form_value(who.kind, who.key)))
            (buttons::submit(Look::Second, Some(Icon::Send), texts::ask_all_the_same(lang)))
        }
    }
}
