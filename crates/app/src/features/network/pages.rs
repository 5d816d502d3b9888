//! The picture, and the table that says the same.

use dure_domain::{FirmId, GroupId, Sector};
use dure_texts::{Lang, network as texts, shell};
use dure_ui::buttons::{self, Look};
use dure_ui::charts::{self, NetworkWords};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::tables::{self, Column};
use dure_ui::{cards, forms, headings, notices, rows, words};
use maud::{Markup, html};

use super::picture;
use super::rules::{Link, Period, Sort, TieKind};
use crate::features::network::actions::{Filter, Network, Quiet};
use crate::features::network::store::PER_PAGE;

/// `whose=` of an address for all firms.
pub const ALL: &str = "all";

/// The page's body; `has_firm`: whether it could begin at the reader's firm.
pub fn body(lang: Lang, network: &Network, filter: Filter, title: &str, has_firm: bool) -> Markup {
    let base = base(network);
    let csv = address(&format!("{base}.csv"), filter);
    let acts = buttons::link(Look::Second, &csv, Some(Icon::Download), texts::csv(lang));
    html! {
        @if let Some((id, name)) = &network.group {
            (headings::crumbs(texts::way(lang), &[("/groups".into(), shell::menu_groups(lang).into()), (format!("/groups/{id}"), name.clone())]))
        }
        (headings::page_head(title, texts::subtitle(lang), acts))
        @if has_firm { (whose(lang, &base, filter)) }
        (filters(lang, &base, filter))
        @if filter.around.is_some() { (around(lang, network, &base, filter)) }
        @else if network.pairs.is_empty() && network.picture.firms.is_empty() { (empty(lang)) }
        @else {
            (drawn(lang, network, &base, filter))
            (in_words(lang, network))
            (table(lang, network, &base, filter))
        }
    }
}

fn base(network: &Network) -> String {
    network.group.as_ref().map_or_else(|| "/network".to_owned(), |(id, _)| format!("/groups/{id}/network"))
}

/// The address of this view with the filter.
fn address(base: &str, filter: Filter) -> String {
    let mut query = vec![format!("period={}", filter.period.word())];
    query.extend(filter.around.is_none().then(|| format!("whose={ALL}")));
    query.extend(filter.kind.map(|kind| format!("kind={kind}")));
    let sort =
        Sort::ALL.iter().find(|(sort, _)| *sort == filter.sort).filter(|(sort, _)| *sort != Sort::Times);
    query.extend(sort.map(|(_, word)| format!("sort={word}")));
    query.extend((filter.page > 1).then(|| format!("page={}", filter.page)));
    format!("{base}?{}", query.join("&"))
}

/// The name of a kind of tie.
pub fn kind_name(lang: Lang, kind: TieKind) -> &'static str {
    match kind {
        TieKind::Give(kind) => words::give(lang, kind),
        TieKind::Offered => texts::offered(lang),
    }
}

fn period_name(lang: Lang, period: Period) -> &'static str {
    match period {
        Period::Quarter => texts::period_quarter(lang),
        Period::Year => texts::period_year(lang),
        Period::TwoYears => texts::period_two_years(lang),
        Period::All => texts::period_all(lang),
    }
}

fn filters(lang: Lang, base: &str, filter: Filter) -> Markup {
    let hrefs = Period::ALL.map(|(period, _)| address(base, Filter { period, page: 1, ..filter }));
    let tabs: Vec<Tab<'_>> = Period::ALL
        .iter()
        .zip(&hrefs)
        .map(|((period, _), href)| Tab {
            href,
            words: period_name(lang, *period),
            count: None,
            here: filter.period == *period,
        })
        .collect();
    let mut kinds = vec![(String::new(), texts::all_kinds(lang).to_owned())];
    kinds.extend(TieKind::all().map(|kind| (kind.to_string(), kind_name(lang, kind).to_owned())));
    let chosen = filter.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let field = forms::Field { name: "kind", label: texts::column_kinds(lang), ..forms::Field::default() };
    html! {
        (pager::tabs(texts::period(lang), &tabs))
        (forms::filters(base, texts::narrow(lang), html! {
            (forms::hidden("period", filter.period.word()))
            @if filter.around.is_none() { (forms::hidden("whose", ALL)) }
            (forms::select(&field, &kinds, &chosen))
            (buttons::submit(Look::Second, Some(Icon::Filter), texts::show(lang)))
        }))
    }
}

/// Around the reader's firm, or all.
fn whose(lang: Lang, base: &str, filter: Filter) -> Markup {
    let all = address(base, Filter { around: None, page: 1, ..filter });
    let own = format!("{base}?period={}", filter.period.word());
    pager::tabs(
        texts::whose(lang),
        &[
            Tab { href: &own, words: texts::around_us(lang), count: None, here: filter.around.is_some() },
            Tab { href: &all, words: texts::all_firms(lang), count: None, here: filter.around.is_none() },
        ],
    )
}

/// The reader's firm in the middle: a list of its links, which on a phone comes first, and the picture.
fn around(lang: Lang, network: &Network, base: &str, filter: Filter) -> Markup {
    if network.links.is_empty() {
        let all = address(base, Filter { around: None, page: 1, ..filter });
        let more = buttons::link(Look::Second, &all, Some(Icon::Network), texts::all_firms(lang));
        return notices::empty(Icon::Network, texts::no_links(lang), texts::nothing_do(lang), more);
    }
    html! {
        div class="network-around" {
            (links(lang, network))
            div class="stack" { (drawn(lang, network, base, filter)) }
        }
    }
}

fn links(lang: Lang, network: &Network) -> Markup {
    let hrefs: Vec<String> = network.links.iter().map(|link| format!("/firms/{}", link.other)).collect();
    let name = |link: &Link| network.firms.get(&link.other).map_or("", |firm| firm.name.as_str());
    let rows: Vec<rows::Row<'_>> = network
        .links
        .iter()
        .zip(&hrefs)
        .map(|(link, href)| rows::Row {
            href,
            title: name(link),
            note: html! { (kinds(lang, &link.kinds)) },
            before: dure_ui::badges::firm_mark(name(link)),
            end: html! { span class="nowrap" { (give_and_take(lang, link)) } },
        })
        .collect();
    headings::section("links", &texts::links(lang, many(rows.len())), rows::rows(&rows))
}

/// 받음 2 · 드림 1
fn give_and_take(lang: Lang, link: &Link) -> String {
    let got = (link.got > 0).then(|| texts::got(lang, link.got));
    let gave = (link.gave > 0).then(|| texts::gave(lang, link.gave));
    [got, gave].into_iter().flatten().collect::<Vec<String>>().join(" · ")
}

fn empty(lang: Lang) -> Markup {
    let post = buttons::link(Look::Main, "/difficulties/new", Some(Icon::Plus), texts::post(lang));
    notices::empty(Icon::Network, texts::nothing(lang), texts::nothing_do(lang), post)
}

fn drawn(lang: Lang, network: &Network, base: &str, filter: Filter) -> Markup {
    let src = address(&format!("{base}.json"), Filter { page: 1, sort: Sort::Times, ..filter });
    let zoom = [texts::larger(lang), texts::smaller(lang), texts::fit(lang)];
    let words = NetworkWords {
        label: texts::picture(lang),
        legend: texts::legend(lang),
        caption: texts::caption(lang),
        zoom,
    };
    let mut kinds: Vec<TieKind> = network.picture.ties.iter().map(|tie| tie.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds: Vec<charts::TieKind> = kinds
        .into_iter()
        .map(|kind| charts::TieKind {
            kind: kind.to_string(),
            words: kind_name(lang, kind).to_owned(),
            part: kind.part(),
        })
        .collect();
    html! {
        (charts::network(&src, &words, &kinds))
        ul class="legend scripted" aria-label=(texts::sectors(lang)) {
            @for sector in Sector::ALL {
                @let (part, sign) = picture::mark(Some(sector));
                li { span class={ "dot part-" (part) } {} (sign) " " (words::sector(lang, sector)) }
            }
        }
        @if network.picture.left_out > 0 {
            p class="muted" { (texts::left_out(lang, many(network.picture.firms.len()), many(network.picture.left_out))) }
        }
    }
}

fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The best tied firms, and those that are not drawn in yet.
fn in_words(lang: Lang, network: &Network) -> Markup {
    let quiet = match &network.group {
        Some((id, _)) => format!("/network/quiet?group={id}"),
        None => "/network/quiet".to_owned(),
    };
    cards::card(html! {
        @if !network.best.is_empty() {
            p {
                (texts::best(lang)) " "
                @for (at, (id, partners)) in network.best.iter().enumerate() {
                    @if at > 0 { ", " }
                    (firm(network, *id)) " (" (texts::partners(lang, many(*partners))) ")"
                }
            }
        }
        @if network.quiet > 0 {
            p {
                a href=(quiet) { (texts::quiet(lang, i64::try_from(network.quiet).unwrap_or(i64::MAX))) }
                " " span class="muted" { (texts::quiet_do(lang)) }
            }
        } @else if !network.pairs.is_empty() { p { (texts::all_tied(lang)) } }
    })
}

fn firm(network: &Network, id: FirmId) -> Markup {
    let name = network.firms.get(&id).map_or("", |firm| firm.name.as_str());
    html! { a href={ "/firms/" (id) } { (name) } }
}

/// The kinds of help in words, with how often each.
pub fn kinds(lang: Lang, kinds: &[(TieKind, i64)]) -> String {
    let named: Vec<String> = kinds
        .iter()
        .map(|(kind, times)| match times {
            1 => kind_name(lang, *kind).to_owned(),
            times => texts::kind_times(lang, kind_name(lang, *kind), *times),
        })
        .collect();
    named.join(", ")
}

fn table(lang: Lang, network: &Network, base: &str, filter: Filter) -> Markup {
    if network.pairs.is_empty() {
        return headings::section(
            "ties",
            texts::as_table(lang),
            html! { p class="muted" { (texts::no_ties(lang)) } },
        );
    }
    let columns = [
        Column::words(texts::column_from(lang)),
        Column::words(texts::column_to(lang)),
        Column::number(texts::column_times(lang)),
        Column::words(texts::column_kinds(lang)),
        Column::words(texts::column_last(lang)),
    ];
    let skip = usize::try_from((filter.page.max(1) - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let rows: Vec<Vec<Markup>> = network
        .pairs
        .iter()
        .skip(skip)
        .take(PER_PAGE as usize)
        .map(|pair| {
            vec![
                firm(network, pair.from),
                firm(network, pair.to),
                html! { (pair.times) },
                html! { (kinds(lang, &pair.kinds)) },
                html! { (words::date(lang, pair.last.day())) },
            ]
        })
        .collect();
    let last = (network.pairs.len() as u64).div_ceil(PER_PAGE);
    let body = html! {
        (sorting(lang, base, filter))
        (tables::table("ties-table", texts::as_table(lang), &columns, &rows))
        (pager::pager(&PagerWords::of(lang), filter.page, last, |page| address(base, Filter { page, ..filter })))
    };
    headings::section_with(
        "ties",
        texts::as_table(lang),
        Some(network.pairs.len()),
        headings::nothing(),
        body,
    )
}

fn sorting(lang: Lang, base: &str, filter: Filter) -> Markup {
    let hrefs = Sort::ALL.map(|(sort, _)| address(base, Filter { sort, page: 1, ..filter }));
    let name = |sort| match sort {
        Sort::Times => texts::sort_times(lang),
        Sort::Last => texts::sort_last(lang),
        Sort::From => texts::sort_from(lang),
        Sort::To => texts::sort_to(lang),
    };
    let tabs: Vec<Tab<'_>> = Sort::ALL
        .iter()
        .zip(&hrefs)
        .map(|((sort, _), href)| Tab { href, words: name(*sort), count: None, here: filter.sort == *sort })
        .collect();
    pager::tabs(texts::sort(lang), &tabs)
}

/// Firms that have given and taken nothing yet.
pub fn quiet(lang: Lang, quiet: &Quiet, group: Option<GroupId>, page: u64) -> Markup {
    let hrefs: Vec<String> = quiet.firms.iter().map(|firm| format!("/firms/{}", firm.id)).collect();
    let rows: Vec<rows::Row<'_>> = quiet
        .firms
        .iter()
        .zip(&hrefs)
        .map(|(firm, href)| rows::Row {
            href,
            title: &firm.name,
            note: html! { (quiet.groups.get(&firm.id).map(|names| names.join(", ")).unwrap_or_default()) " · " (firm.products) },
            before: dure_ui::badges::firm_mark(&firm.name),
            end: headings::nothing(),
        })
        .collect();
    let address = |page: u64| match group {
        Some(group) => format!("/network/quiet?group={group}&page={page}"),
        None => format!("/network/quiet?page={page}"),
    };
    let back = group.map_or_else(|| "/network".to_owned(), |group| format!("/groups/{group}/network"));
    let total = i64::try_from(quiet.total).unwrap_or(i64::MAX);
    html! {
        (headings::crumbs(texts::way(lang), &[(back, shell::menu_network(lang).to_owned())]))
        (headings::page_head(texts::quiet_title(lang), &texts::quiet_many(lang, total), headings::nothing()))
        p { (texts::quiet_do(lang)) }
        @if rows.is_empty() { (notices::empty(Icon::Done, texts::all_tied(lang), "", headings::nothing())) }
        @else { (rows::rows(&rows)) }
        (pager::pager(&PagerWords::of(lang), page, quiet.total.div_ceil(PER_PAGE), address))
    }
}
