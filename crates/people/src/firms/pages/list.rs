//! The directory.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{Industry, Place, Sector};
use dure_texts::{Lang, firms as texts, forms as form_texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::forms::{self, OptionGroup};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{headings, narrowing, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{industry_words, place_words};
use crate::firms::access;
use crate::firms::actions::{Card, Listed, PER_PAGE, Sort, Wish};

/// The page.
pub fn page(visit: &Visit, wish: &Wish, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::directory(lang), texts::directory_note(lang), acts(visit)))
        (narrowing(lang, wish, listed))
        (results(lang, wish, listed))
    };
    visit.page(texts::directory(lang), body)
}

fn acts(visit: &Visit) -> Markup {
    let lang = visit.lang();
    if access::CREATE.admit(Some(&visit.viewer)).is_err() {
        return headings::nothing();
    }
    html! {
        (buttons::link(Look::Second, "/roster/export?format=xlsx", Some(Icon::Download), texts::export(lang)))
        (buttons::link(Look::Second, "/firms/new", Some(Icon::Plus), texts::new(lang)))
    }
}

fn narrowing(lang: Lang, wish: &Wish, listed: &Listed) -> Markup {
    let all = form_texts::all(lang);
    let text = |value: Option<String>| value.unwrap_or_default();
    let groups: Vec<_> =
        listed.facets.groups.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let sectors =
        Sector::ALL.map(|sector| (sector.as_str().to_owned(), words::sector(lang, sector).to_owned()));
    let sorts = Sort::ALL.iter().filter(|(sort, _)| *sort != Sort::Near || listed.from.is_some());
    let sorts: Vec<_> =
        sorts.map(|(sort, word)| ((*word).to_owned(), sort_words(lang, *sort).to_owned())).collect();
    let place = text(wish.place.map(|place| place.to_string()));
    let industry = text(wish.industry.map(|code| code.to_string()));
    let group = text(wish.group.map(|group| group.to_string()));
    let sector = wish.sector.map_or("", Sector::as_str);
    forms::filters(
        "/firms",
        texts::search(lang),
        html! {
            (narrowing::words("q", texts::words(lang), &wish.words))
            (narrowing::folded(texts::narrow(lang), wish.narrowings(), html! {
            (narrowing::one_of("place", texts::place(lang), all, &places(lang, &listed.facets.places), &place))
            (narrowing::one_of_groups("industry", texts::industry(lang), all, &industries(lang, &listed.facets.industries), &industry))
            (narrowing::one_of("group", texts::group(lang), all, &groups, &group))
            (narrowing::one_of("sector", texts::sector(lang), all, &sectors, sector))
            (narrowing::always_one("sort", texts::sort(lang), &sorts, wish.sort.word()))
            }))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        },
    )
}

fn sort_words(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Fit => texts::sort_fit(lang),
        Sort::Name => texts::sort_name(lang),
        Sort::Near => texts::sort_near(lang),
        Sort::Newest => texts::sort_newest(lang),
    }
}

/// Only places where there are firms; the province is named where there is more than one.
fn places(lang: Lang, codes: &[i32]) -> Vec<(String, String)> {
    let known: BTreeSet<Place> = codes.iter().filter_map(|code| words::place_of(Some(*code))).collect();
    let provinces: BTreeSet<Place> = known.iter().map(|place| place.province()).collect();
    let mut list: Vec<(String, String)> = Vec::new();
    for province in &provinces {
        if provinces.len() > 1 {
            list.push((province.to_string(), words::place(lang, *province).to_owned()));
        }
        let inside = known.iter().filter(|place| place.province() == *province && !place.is_province());
        let name = |place: &Place| match provinces.len() {
            1 => words::place(lang, *place).to_owned(),
            _ => words::place_in_full(lang, *place),
        };
        list.extend(inside.map(|place| (place.to_string(), name(place))));
    }
    list
}

/// Sections that there are, each with its divisions.
fn industries(lang: Lang, codes: &[String]) -> Vec<OptionGroup> {
    let mut sections: BTreeMap<Industry, BTreeSet<Industry>> = BTreeMap::new();
    for industry in codes.iter().filter_map(|code| code.parse::<Industry>().ok()) {
        let divisions = sections.entry(industry.section()).or_default();
        divisions.extend(industry.division());
    }
    let option = |code: Industry, name: String| (code.to_string(), name);
    let group = |(section, divisions): (Industry, BTreeSet<Industry>)| {
        let name = words::industry_name(lang, section);
        let mut options = vec![option(section, texts::whole_section(lang, name))];
        options.extend(
            divisions.into_iter().map(|code| option(code, words::industry_name(lang, code).to_owned())),
        );
        (name.to_owned(), options)
    };
    sections.into_iter().map(group).collect()
}

fn results(lang: Lang, wish: &Wish, listed: &Listed) -> Markup {
    let searching = !wish.words.trim().is_empty();
    if searching && !listed.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if listed.cards.is_empty() {
        return nothing_found(lang, wish);
    }
    html! {
        h2 class="unseen" { (texts::directory(lang)) }
        p class="muted" role="status" {
            @if !listed.exact { (texts::inexact(lang)) " " }
            (texts::found(lang, listed.total))
        }
        (cards::grid(&listed.cards.iter().map(|card| one(lang, card)).collect::<Vec<_>>()))
        (turn(lang, wish, listed.total))
    }
}

fn nothing_found(lang: Lang, wish: &Wish) -> Markup {
    let narrowed = !wish.words.trim().is_empty() || wish.narrows();
    let (title, note) = if narrowed {
        (texts::none_found(lang), texts::none_found_note(lang))
    } else {
        (texts::none_yet(lang), texts::none_yet_note(lang))
    };
    let action = if narrowed {
        buttons::link(Look::Second, "/firms", None, texts::show_all(lang))
    } else {
        headings::nothing()
    };
    notices::empty(Icon::Firm, title, note, action)
}

fn one(lang: Lang, card: &Card) -> Markup {
    let firm = &card.firm;
    let href = format!("/firms/{}", firm.id);
    let industry = industry_words(lang, firm.industry_code.as_deref(), &firm.industry_text);
    let place = place_words(lang, words::place_of(firm.place_code), card.distance_km);
    let offers = [&firm.offers, &firm.products].into_iter().find(|text| !text.trim().is_empty());
    let mut lines = Vec::new();
    lines.extend(place.map(|place| (Icon::Place, place)));
    lines.extend(card.groups.iter().map(|(_, name)| (Icon::Group, name.clone())));
    cards::link_card(LinkCard {
        href: &href,
        title: &firm.name,
        top: html! { @if !industry.is_empty() { (badges::badge(Tone::Line, None, &industry)) } },
        body: html! {
            @if let Some(offers) = offers { (cards::excerpt(offers)) }
            (cards::statline(&lines))
        },
        foot: headings::nothing(),
        waiting: false,
    })
}

fn turn(lang: Lang, wish: &Wish, total: u64) -> Markup {
    pager::pager(&PagerWords::of(lang), wish.page, total.div_ceil(PER_PAGE), |page| address(wish, page))
}

fn address(wish: &Wish, page: u64) -> String {
    let text = |value: Option<String>| value.unwrap_or_default();
    with_query(
        "/firms",
        &[
            ("q", wish.words.trim()),
            ("group", &text(wish.group.map(|group| group.to_string()))),
            ("industry", &text(wish.industry.map(|code| code.to_string()))),
            ("place", &text(wish.place.map(|place| place.to_string()))),
            ("sector", wish.sector.map_or("", Sector::as_str)),
            ("sort", wish.sort.word()),
            ("page", &if page > 1 { page.to_string() } else { String::new() }),
        ],
    )
}
