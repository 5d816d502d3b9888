//! Those who can help, with reasons, to be asked at once or one by one.

use dure_domain::{DifficultyStatus, HelperKind};
use dure_matching::{Confidence, Reason};
use dure_tables::difficulties::Model;
use dure_texts::{Lang, helpers as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::reasons::ScoreWords;
use dure_ui::{cards, headings, notices, unfold, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::reasons;
use crate::difficulties::actions::{Candidate, Helper, Helpers, form_value};

/// Reasons shown at once; the rest on demand, with all points.
const CHIPS: usize = 4;

/// Whom the writer came from, to be asked before anybody else is looked for.
pub fn ask_first(lang: Lang, difficulty: &Model, helper: &str, name: &str) -> Markup {
    let action = format!("/difficulties/{}/asks", difficulty.id);
    cards::waiting(html! {
        h2 { (texts::ask_first(lang, name)) }
        (forms::form(&action, html! {
            (forms::hidden("helper", helper))
            div class="buttons" { (buttons::submit(Look::Main, Some(Icon::Send), texts::ask_one(lang))) }
        }))
    })
}

/// The section. `asked_above` where the page's main act is a request to one helper.
pub fn section(visit: &Visit, difficulty: &Model, helpers: &Helpers, asked_above: bool) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (trust(lang, helpers))
        @if !helpers.list.is_empty() { (list(lang, difficulty, helpers, asked_above)) }
        (why_not(lang, difficulty))
    };
    headings::section_with("helpers", texts::title(lang), Some(helpers.list.len()), headings::nothing(), body)
}

/// How far the list can be trusted, said honestly.
fn trust(lang: Lang, helpers: &Helpers) -> Markup {
    if !helpers.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if helpers.list.is_empty() {
        return notices::empty(Icon::Search, texts::none(lang), texts::none_do(lang), headings::nothing());
    }
    match helpers.confidence {
        Confidence::Weak => {
            notices::notice(Tone::Warn, html! { p { b { (texts::weak(lang)) } " " (texts::weak_do(lang)) } })
        }
        Confidence::Fair => html! { p class="muted" { (texts::fair(lang)) } },
        Confidence::Good => html! { p class="muted" { (texts::good(lang)) } },
    }
}

/// The list with one form around it: tick several and ask them at once, or press one button.
fn list(lang: Lang, difficulty: &Model, helpers: &Helpers, asked_above: bool) -> Markup {
    let longest = helpers.list.first().map_or(0.0, |first| first.score as f64 / 1_000.0);
    let field = Field {
        name: "message",
        label: texts::message(lang),
        hint: texts::message_hint(lang),
        optional: texts::message_optional(lang),
        ..Field::default()
    };
    let action = format!("/difficulties/{}/asks", difficulty.id);
    // Once somebody helps, the act that the page is for is another.
    let main = difficulty.status == DifficultyStatus::Open && !asked_above;
    let look = if main { Look::Main } else { Look::Second };
    html! {
        // The buttons in the rows send this form, so that they ask one alone, whatever is ticked.
        form id="ask-one" method="post" action=(action) {}
        form class="stack" method="post" action=(action) {
            ol class="stack" {
                @for helper in &helpers.list { li class="card" { (one(lang, helper, longest)) } }
            }
            div class="card" {
                (forms::textarea(&field, ""))
                div class="form-foot" { (buttons::submit(look, Some(Icon::Send), texts::ask_ticked(lang))) }
            }
        }
    }
}

fn one(lang: Lang, helper: &Helper, longest: f64) -> Markup {
    let who = &helper.who;
    let kind = html! {
        @match helper.asked {
            Some(state) => (badges::ask(state, words::ask(lang, state))),
            None => (badges::badge(Tone::Line, Some(icon(who.kind)), words::helper(lang, who.kind))),
        }
    };
    let parts: Vec<_> = helper.reasons.iter().map(|reason| reasons::part(lang, reason)).collect();
    let chips: Vec<_> = shown(&helper.reasons).map(|reason| reasons::worded(lang, reason)).collect();
    let score = points(&helper.reasons);
    let score_words = ScoreWords {
        bar: &texts::score(lang, &score),
        open: &texts::score_open(lang, &score),
        total: texts::score_total(lang),
    };
    html! {
        (cards::head(cards::who(mark(who), html! { a href=(href(who)) { (who.name) } }, &note(lang, who)), kind))
        @if !who.offers.trim().is_empty() { (cards::excerpt(&who.offers)) }
        (dure_ui::reasons::chips(texts::reasons(lang), &chips))
        (dure_ui::reasons::score(&score_words, &parts, longest))
        @if !helper.also.is_empty() { (also(lang, &helper.also)) }
        (asking(lang, helper))
    }
}

/// The strongest reasons; what holds back is shown too.
fn shown(reasons: &[Reason]) -> impl Iterator<Item = &Reason> {
    let strong = reasons.iter().filter(|reason| reason.points() > 0).take(CHIPS);
    strong.chain(reasons.iter().filter(|reason| reason.points() < 0))
}

/// The sum as the list of parts shows it.
fn points(reasons: &[Reason]) -> String {
    let hundredths: i64 = reasons.iter().map(|reason| (reason.points() as f64 / 10.0).round() as i64).sum();
    format!("{:.2}", hundredths as f64 / 100.0)
}

/// What else of the same party was found.
fn also(lang: Lang, others: &[Candidate]) -> Markup {
    html! {
        p class="small" {
            (texts::also(lang)) " "
            @for (at, other) in others.iter().enumerate() {
                @if at > 0 { ", " }
                (words::helper(lang, other.kind)) " " a href=(href(other)) { (other.name) }
            }
        }
    }
}

/// Tick or press, where there is somebody to ask who was not asked yet.
fn asking(lang: Lang, helper: &Helper) -> Markup {
    use dure_domain::AskState::{Asked, Helped, Offered};
    let who = &helper.who;
    let value = form_value(who.kind, who.key);
    let waiting = matches!(helper.asked, Some(Asked | Offered | Helped));
    html! {
        @match &who.person {
            Some(person) if !waiting => {
                div class="card-foot" {
                    label class="check" {
                        input type="checkbox" name="helper" value=(value);
                        span { (texts::tick(lang, person_words(&person.name, &person.title))) }
                    }
                    button class=(Look::Second.class()) form="ask-one" name="helper" value=(value) { (Icon::Send) (texts::ask_one(lang)) }
                }
            }
            Some(_) => {}
            None => p class="muted small" { (texts::nobody_to_ask(lang)) },
        }
    }
}

fn person_words(name: &str, title: &str) -> String {
    if title.is_empty() { name.to_owned() } else { format!("{name} {title}") }
}

/// `원주시 · 대관령도금 · 이도금 대표`
fn note(lang: Lang, who: &Candidate) -> String {
    let place = words::place_of(who.place_code).map(|place| words::place(lang, place).to_owned());
    let firm = who.firm.as_ref().map(|(_, name)| name.clone()).filter(|name| *name != who.name);
    let person = who.person.as_ref().map(|person| person_words(&person.name, &person.title));
    let person = person
        .filter(|_| who.kind != HelperKind::Expert)
        .or_else(|| who.person.as_ref().map(|person| person.title.clone()).filter(|title| !title.is_empty()));
    [place, firm, person].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The page of a helper.
pub fn href(who: &Candidate) -> String {
    match who.kind {
        HelperKind::Firm => format!("/firms/{}", who.key),
        HelperKind::Resource => format!("/resources/{}", who.key),
        HelperKind::Expert => format!("/experts/{}", who.key),
        HelperKind::Programme => format!("/programmes/{}", who.key),
        HelperKind::Case => format!("/knowledge/{}", who.key),
    }
}

fn mark(who: &Candidate) -> Markup {
    match who.kind {
        HelperKind::Expert => badges::avatar(&who.name),
        _ => badges::firm_mark(who.firm.as_ref().map_or(&who.name, |(_, name)| name)),
    }
}

const fn icon(kind: HelperKind) -> Icon {
    match kind {
        HelperKind::Firm => Icon::Firm,
        HelperKind::Resource => Icon::Resource,
        HelperKind::Expert => Icon::Expert,
        HelperKind::Programme => Icon::Programme,
        HelperKind::Case => Icon::Knowledge,
    }
}

/// The small search that asks why a firm is missing.
fn why_not(lang: Lang, difficulty: &Model) -> Markup {
    let field = Field { name: "q", label: texts::why_not_name(lang), filter: true, ..Field::default() };
    unfold::line(
        texts::why_not(lang),
        forms::filters(
            &format!("/difficulties/{}/why-not", difficulty.id),
            texts::why_not(lang),
            html! {
                (forms::input(&field, Input::Search, ""))
                (buttons::submit(Look::Second, Some(Icon::Search), texts::why_not_do(lang)))
            },
        ),
    )
}
