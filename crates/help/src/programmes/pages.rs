//! Pages of programmes.

use dure_domain::ProgrammeId;
use dure_tables::programmes::Model;
use dure_texts::{Lang, forms as form_texts, programmes as texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::places::{self, Whole};
use dure_ui::{contacts, headings, narrowing, notices, unfold, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::access;
use super::rules::{self, ProgrammeForm, Window};
use crate::programmes::actions::{Listed, PER_PAGE, Portrait};

/// `/programmes`
pub fn list(visit: &Visit, typed: &str, closed_too: bool, page: u64, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let new = if access::ANNOUNCE.admit(Some(&visit.viewer)).is_ok() {
        buttons::link(Look::Second, "/programmes/new", Some(Icon::Plus), texts::new(lang))
    } else {
        headings::nothing()
    };
    let show = if closed_too { "all" } else { "" };
    let open = with_query("/programmes", &[("q", typed)]);
    let all = with_query("/programmes", &[("q", typed), ("show", "all")]);
    let tabs = [
        Tab { href: &open, words: texts::tab_open(lang), count: None, here: !closed_too },
        Tab { href: &all, words: texts::tab_all(lang), count: None, here: closed_too },
    ];
    let body = html! {
        (headings::page_head(texts::title(lang), texts::note(lang), new))
        (pager::tabs(texts::tabs(lang), &tabs))
        (forms::filters("/programmes", texts::search(lang), html! {
            @if closed_too { (forms::hidden("show", show)) }
            (narrowing::words("q", texts::words(lang), typed))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        }))
        (results(visit, typed, show, page, listed))
    };
    visit.page(texts::title(lang), body)
}

fn results(visit: &Visit, typed: &str, show: &str, page: u64, listed: &Listed) -> Markup {
    let lang = visit.lang();
    if !typed.trim().is_empty() && !listed.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if listed.programmes.is_empty() {
        let (title, note) = match typed.trim() {
            "" => (texts::none_yet(lang), texts::none_yet_note(lang)),
            _ => (texts::none_found(lang), texts::none_found_note(lang)),
        };
        return notices::empty(Icon::Programme, title, note, headings::nothing());
    }
    let cards: Vec<Markup> = listed.programmes.iter().map(|row| one(visit, row)).collect();
    let href =
        |page: u64| with_query("/programmes", &[("q", typed), ("show", show), ("page", &page.to_string())]);
    html! {
        h2 class="unseen" { (texts::title(lang)) }
        p class="muted" role="status" { (dure_texts::words::cases(lang, listed.total)) }
        (cards::grid(&cards))
        (pager::pager(&PagerWords::of(lang), page, listed.total.div_ceil(PER_PAGE), href))
    }
}

/// Until when one can apply, in a badge.
fn window(visit: &Visit, row: &Model) -> Markup {
    let lang = visit.lang();
    match rules::window(row.opens_on, row.closes_on, visit.app.now().day()) {
        Window::Opens(day) => {
            badges::badge(Tone::Info, Some(Icon::Clock), &texts::opens(lang, words::date(lang, day)))
        }
        Window::Open => badges::badge(Tone::Good, Some(Icon::Done), texts::open(lang)),
        Window::Until(day) => {
            badges::badge(Tone::Good, Some(Icon::Clock), &texts::until(lang, words::date(lang, day)))
        }
        Window::Soon(_, 0) => badges::badge(Tone::Accent, Some(Icon::Clock), texts::today(lang)),
        Window::Soon(day, left) => {
            let words = texts::soon(lang, words::date(lang, day), i64::from(left));
            badges::badge(Tone::Accent, Some(Icon::Clock), &words)
        }
        Window::Closed => badges::badge(Tone::Line, Some(Icon::Close), texts::closed(lang)),
    }
}

fn one(visit: &Visit, row: &Model) -> Markup {
    let lang = visit.lang();
    let mut lines = vec![(Icon::Programme, row.agency.clone())];
    lines.extend(region(lang, row).map(|region| (Icon::Place, region)));
    cards::link_card(LinkCard {
        href: &format!("/programmes/{}", row.id),
        title: &row.title,
        top: window(visit, row),
        body: html! { (cards::excerpt(&row.body)) (cards::statline(&lines)) },
        foot: headings::nothing(),
        waiting: false,
    })
}

fn region(lang: Lang, row: &Model) -> Option<String> {
    let known = words::place_of(row.place_code).map(|place| words::place_in_full(lang, place));
    known.or_else(|| Some(row.region.clone()).filter(|region| !region.trim().is_empty()))
}

/// `/programmes/{id}`
pub fn show(visit: &Visit, portrait: &Portrait, done: &str) -> Markup {
    let lang = visit.lang();
    let row = &portrait.programme;
    let acts = html! {
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/programmes/{}/edit", row.id), Some(Icon::Edit), form_texts::edit(lang)))
        }
        (buttons::print(form_texts::print(lang)))
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/programmes".into(), texts::title(lang).into())]))
        (headings::page_head_below(window(visit, row), &row.title, &row.agency, acts))
        @if done == "saved" { (notices::notice(Tone::Good, html! { p { (form_texts::saved(lang)) } })) }
        (headings::columns(
            html! {
                (headings::section("gives", texts::body(lang), cards::card(cards::prose(&row.body))))
                @if !row.eligibility.trim().is_empty() {
                    (headings::section("who", texts::eligibility(lang), cards::card(cards::prose(&row.eligibility))))
                }
            },
            texts::side(lang),
            html! { (facts(lang, portrait)) (contact(lang, portrait)) },
        ))
    };
    visit.page(&row.title, body)
}

fn facts(lang: Lang, portrait: &Portrait) -> Markup {
    let row = &portrait.programme;
    let mut facts = vec![(texts::agency(lang).to_owned(), html! { (row.agency) })];
    if let Some(region) = region(lang, row) {
        facts.push((texts::region(lang).to_owned(), html! { (region) }));
    }
    if let Some(day) = row.opens_on {
        facts.push((texts::opens_on(lang).to_owned(), html! { (words::date(lang, day)) }));
    }
    if let Some(day) = row.closes_on {
        facts.push((texts::closes_on(lang).to_owned(), html! { (words::date(lang, day)) }));
    }
    headings::section("facts", texts::facts(lang), cards::card(cards::facts(&facts)))
}

fn contact(lang: Lang, portrait: &Portrait) -> Markup {
    let Some(person) = &portrait.contact else { return headings::nothing() };
    let page = format!("/people/{}", person.id);
    let mut facts = vec![(
        form_texts::name(lang).to_owned(),
        html! { a href=(page) { (person.name) } " " (person.title) },
    )];
    facts.extend(contacts::facts(lang, &person.phone, person.email.as_deref()));
    headings::section("contact", texts::contact(lang), cards::card(cards::facts(&facts)))
}

/// The form of a programme; `known` is none for a new one, `stored` what somebody else has written.
pub fn form(
    visit: &Visit,
    known: Option<(ProgrammeId, &str)>,
    form: &ProgrammeForm,
    faults: &Faults,
    stored: Option<&ProgrammeForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back, from, title) = match known {
        Some((id, name)) => {
            (format!("/programmes/{id}/edit"), format!("/programmes/{id}"), name, texts::edit(lang))
        }
        None => {
            ("/programmes/new".to_owned(), "/programmes".to_owned(), texts::title(lang), texts::new(lang))
        }
    };
    let stamp = &stored.unwrap_or(form).stamp;
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), from.to_owned())]))
        (headings::page_head(title, "", headings::nothing()))
        (faulty.summary())
        @if let Some(stored) = stored { (overtaken(lang, form, stored)) }
        (forms::form(&action, html! {
            (forms::hidden("stamp", stamp))
            (forms::input(&faulty.needed("title", texts::name(lang), ""), Input::Text, &form.title))
            (forms::input(&faulty.needed("agency", texts::agency(lang), texts::agency_hint(lang)), Input::Text, &form.agency))
            (forms::textarea(&faulty.needed("body", texts::body(lang), texts::body_hint(lang)), &form.body))
            (forms::textarea(&faulty.optional("eligibility", texts::eligibility(lang), texts::eligibility_hint(lang)), &form.eligibility))
            (places::chooser(&faulty, Whole::Too, texts::region(lang), "", texts::nationwide(lang), &form.place_code))
            (forms::input(&faulty.optional("opens_on", texts::opens_on(lang), ""), Input::Day, &form.opens_on))
            (forms::input(&faulty.optional("closes_on", texts::closes_on(lang), texts::closes_hint(lang)), Input::Day, &form.closes_on))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
        @if let Some((id, _)) = known { (withdrawing(lang, id, stamp)) }
    };
    visit.page(title, body)
}

fn withdrawing(lang: Lang, id: ProgrammeId, stamp: &str) -> Markup {
    unfold::line(
        texts::withdraw(lang),
        html! {
            form class="stack" method="post" action={ "/programmes/" (id) "/remove" } {
                p { (texts::withdraw_note(lang)) }
                (forms::hidden("stamp", stamp))
                (buttons::submit(Look::Second, None, texts::withdraw(lang)))
            }
        },
    )
}

fn overtaken(lang: Lang, form: &ProgrammeForm, stored: &ProgrammeForm) -> Markup {
    let pairs = [
        (texts::name(lang), form.title.as_str(), stored.title.as_str()),
        (texts::agency(lang), form.agency.as_str(), stored.agency.as_str()),
        (texts::body(lang), form.body.as_str(), stored.body.as_str()),
        (texts::eligibility(lang), form.eligibility.as_str(), stored.eligibility.as_str()),
        (texts::opens_on(lang), form.opens_on.as_str(), stored.opens_on.as_str()),
        (texts::closes_on(lang), form.closes_on.as_str(), stored.closes_on.as_str()),
    ];
    dure_ui::overtaken(lang, &pairs)
}
