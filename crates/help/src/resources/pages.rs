//! Pages of resources, and their section on the page of a firm.

use std::collections::BTreeMap;

use dure_domain::{FirmId, Id, ResourceId, ResourceKind};
use dure_tables::resources::Model;
use dure_texts::{Lang, forms as form_texts, resources as texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::{headings, narrowing, notices, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};
use uuid::Uuid;

use super::rules::ResourceForm;
use crate::resources::actions::{Card, Listed, PER_PAGE};

/// What a firm shares, on its page, each with its `files`.
pub fn section(
    visit: &Visit,
    firm: FirmId,
    shared: &[Model],
    files: &BTreeMap<Uuid, Markup>,
    may_keep: bool,
) -> Markup {
    let lang = visit.lang();
    if shared.is_empty() && !may_keep {
        return headings::nothing();
    }
    let add = if may_keep {
        headings::more(&format!("/firms/{firm}/resources/new"), texts::share(lang))
    } else {
        headings::nothing()
    };
    let body = if shared.is_empty() {
        html! { p class="muted" { (texts::none_of_firm(lang)) } }
    } else {
        html! { div class="stack" { @for row in shared { (one(lang, row, files.get(&row.id.uuid()), may_keep)) } } }
    };
    headings::section_with("resources", texts::of_firm(lang), None, add, body)
}

fn one(lang: Lang, row: &Model, files: Option<&Markup>, may_keep: bool) -> Markup {
    html! {
        article class="card" id={ "resource-" (row.id) } {
            div class="card-top" { (kind_badge(lang, row.kind)) }
            h3 { (row.title) }
            @if !row.body.trim().is_empty() { (cards::prose(&row.body)) }
            @if !row.terms.trim().is_empty() { p class="muted" { b { (texts::terms(lang)) } " " (row.terms) } }
            @if let Some(files) = files { (files) }
            @if may_keep {
                div class="card-foot no-print" {
                    (buttons::link(Look::Quiet, &format!("/resources/{}/edit", row.id), Some(Icon::Edit), form_texts::edit(lang)))
                    (buttons::link(Look::Quiet, &format!("/resources/{}/history", row.id), Some(Icon::Clock), form_texts::history(lang)))
                    form method="post" action={ "/resources/" (row.id) "/remove" } {
                        (forms::hidden("version", &row.version.to_string()))
                        (buttons::submit(Look::Quiet, Some(Icon::Delete), texts::unshare(lang)))
                    }
                }
            }
        }
    }
}

fn kind_badge(lang: Lang, kind: ResourceKind) -> Markup {
    badges::badge(Tone::Primary, Some(Icon::Resource), words::resource(lang, kind))
}

/// `/resources`
pub fn list(visit: &Visit, kind: Option<ResourceKind>, typed: &str, page: u64, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), texts::note(lang), own(visit)))
        (kinds(lang, kind, typed, listed))
        (forms::filters("/resources", texts::search(lang), html! {
            @if let Some(kind) = kind { (forms::hidden("kind", kind.as_str())) }
            (narrowing::words("q", texts::words(lang), typed))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        }))
        (results(lang, kind, typed, page, listed))
    };
    visit.page(texts::title(lang), body)
}

/// A member shares something from here too.
fn own(visit: &Visit) -> Markup {
    match visit.viewer.firm.filter(|_| visit.viewer.speaks) {
        Some(firm) => buttons::link(
            Look::Second,
            &format!("/firms/{firm}/resources/new"),
            Some(Icon::Plus),
            texts::share(visit.lang()),
        ),
        None => headings::nothing(),
    }
}

fn kinds(lang: Lang, chosen: Option<ResourceKind>, typed: &str, listed: &Listed) -> Markup {
    let count =
        |kind: ResourceKind| listed.counts.get(kind.as_str()).copied().unwrap_or_default().unsigned_abs();
    let whole: u64 = listed.counts.values().map(|count| count.unsigned_abs()).sum();
    let hrefs: Vec<String> = std::iter::once("")
        .chain(ResourceKind::ALL.iter().map(|kind| kind.as_str()))
        .map(|kind| with_query("/resources", &[("kind", kind), ("q", typed)]))
        .collect();
    let kinds = std::iter::once(None).chain(ResourceKind::ALL.iter().copied().map(Some));
    let tabs: Vec<Tab<'_>> = kinds
        .zip(&hrefs)
        .map(|(kind, href)| Tab {
            href,
            words: kind.map_or(form_texts::all(lang), |kind| words::resource(lang, kind)),
            count: Some(kind.map_or(whole, count)),
            here: kind == chosen,
        })
        .collect();
    pager::tabs(texts::kind(lang), &tabs)
}

fn results(lang: Lang, kind: Option<ResourceKind>, typed: &str, page: u64, listed: &Listed) -> Markup {
    if !typed.trim().is_empty() && !listed.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if listed.cards.is_empty() {
        let (title, note) = if typed.trim().is_empty() && kind.is_none() {
            (texts::none_yet(lang), texts::none_yet_note(lang))
        } else {
            (texts::none_found(lang), texts::none_found_note(lang))
        };
        let ask = buttons::link(Look::Second, "/difficulties/new", Some(Icon::Plus), texts::ask(lang));
        return notices::empty(Icon::Resource, title, note, ask);
    }
    let cards: Vec<Markup> = listed.cards.iter().map(|card| card_of(lang, card)).collect();
    let kind = kind.map_or("", ResourceKind::as_str);
    let href =
        |page: u64| with_query("/resources", &[("kind", kind), ("q", typed), ("page", &page.to_string())]);
    html! {
        h2 class="unseen" { (texts::title(lang)) }
        p class="muted" role="status" { (texts::found(lang, listed.total)) }
        (cards::grid(&cards))
        (pager::pager(&PagerWords::of(lang), page, listed.total.div_ceil(PER_PAGE), href))
    }
}

fn card_of(lang: Lang, card: &Card) -> Markup {
    let mut lines = vec![(Icon::Firm, card.firm.clone())];
    lines.extend(card.place.map(|place| (Icon::Place, words::place(lang, place).to_owned())));
    let text = if card.resource.body.trim().is_empty() { &card.resource.terms } else { &card.resource.body };
    cards::link_card(LinkCard {
        href: &format!("/resources/{}", card.resource.id),
        title: &card.resource.title,
        top: kind_badge(lang, card.resource.kind),
        body: html! { (cards::excerpt(text)) (cards::statline(&lines)) },
        foot: headings::nothing(),
        waiting: false,
    })
}

/// Which resource a form is about.
pub struct About<'a> {
    /// Whose.
    pub firm: FirmId,
    /// Its name.
    pub firm_name: &'a str,
    /// None for a new one.
    pub id: Option<ResourceId>,
    /// Its photos and files.
    pub files: Markup,
}

/// The form of a resource; `stored` is what somebody else has written meanwhile.
pub fn form(
    visit: &Visit,
    about: &About<'_>,
    form: &ResourceForm,
    faults: &Faults,
    stored: Option<&ResourceForm>,
) -> Markup {
    let lang = visit.lang();
    let About { firm, firm_name, id, files } = about;
    let faulty = Faulty::new(lang, faults.worded(lang));
    let back = format!("/firms/{firm}");
    let (action, title) = match id {
        Some(id) => (format!("/resources/{id}/edit"), texts::edit(lang)),
        None => (format!("/firms/{firm}/resources/new"), texts::share(lang)),
    };
    let kinds: Vec<Choice> = ResourceKind::ALL
        .iter()
        .map(|kind| Choice {
            value: kind.to_string(),
            title: words::resource(lang, *kind).to_owned(),
            note: example(lang, *kind).to_owned(),
        })
        .collect();
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), (*firm_name).to_owned())]))
        (headings::page_head(title, texts::share_note(lang), headings::nothing()))
        (faulty.summary())
        @if let Some(stored) = stored { (overtaken(lang, form, stored)) }
        (forms::form(&action, html! {
            (forms::hidden("version", &stored.unwrap_or(form).version))
            (choices::radio(&faulty.needed("kind", texts::kind(lang), ""), Shape::Grid, &kinds, Some(&form.kind)))
            (forms::input(&faulty.needed("title", texts::name(lang), texts::name_hint(lang)), Input::Text, &form.title))
            (forms::textarea(&faulty.optional("body", texts::body(lang), texts::body_hint(lang)), &form.body))
            (forms::textarea(&faulty.optional("terms", texts::terms(lang), texts::terms_hint(lang)), &form.terms))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
        (files)
    };
    visit.page(title, body)
}

fn overtaken(lang: Lang, form: &ResourceForm, stored: &ResourceForm) -> Markup {
    let pairs = [
        (texts::name(lang), form.title.as_str(), stored.title.as_str()),
        (texts::body(lang), form.body.as_str(), stored.body.as_str()),
        (texts::terms(lang), form.terms.as_str(), stored.terms.as_str()),
    ];
    dure_ui::overtaken(lang, &pairs)
}

fn example(lang: Lang, kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Equipment => texts::like_equipment(lang),
        ResourceKind::Facility => texts::like_facility(lang),
        ResourceKind::KnowHow => texts::like_know_how(lang),
        ResourceKind::SalesChannel => texts::like_sales_channel(lang),
        ResourceKind::People => texts::like_people(lang),
        ResourceKind::Research => texts::like_research(lang),
    }
}
