//! The federation on one page that also prints.

use dure_domain::GroupId;
use dure_texts::{Lang, federation as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, Stat};
use dure_ui::charts::{self, Bar};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::tables::{self, Column};
use dure_ui::{badges, headings, notices, rows, words};
use maud::{Markup, html};

use super::rules::{Figure, Life, Only, Years};
use crate::features::federation::actions::{Firms, Overview, Statistics, Which};
use crate::features::federation::store::PER_PAGE;

/// The page's body; statistics for those who lead, `studio` for those who form groups. The anonymous count for those
/// who know their posters, and for no group.
pub fn body(
    lang: Lang,
    overview: &Overview,
    statistics: Option<&Statistics>,
    (only, page): (Only, u64),
    knows_posters: bool,
    studio: &Markup,
) -> Markup {
    let acts = html! {
        (studio)
        @if statistics.is_some() {
            (buttons::link(Look::Second, "/federation/groups.csv", Some(Icon::Download), texts::groups_csv(lang)))
            (buttons::link(Look::Second, "/federation/statistics.csv", Some(Icon::Download), texts::statistics_csv(lang)))
        }
        (buttons::print(texts::print(lang)))
    };
    html! {
        (headings::page_head(&overview.name, texts::subtitle(lang), acts))
        (totals(lang, overview, statistics.is_some(), knows_posters))
        (groups(lang, overview, statistics.is_some(), only, page))
        @if let Some(statistics) = statistics { (bars(lang, statistics)) }
    }
}

fn totals(lang: Lang, overview: &Overview, leads: bool, knows_posters: bool) -> Markup {
    let sum = |of: fn(&Life) -> i64| overview.groups.iter().map(|(.., life)| of(life)).sum::<i64>();
    let anonymous = if knows_posters { overview.anonymous } else { (0, 0) };
    let (posted, solved) = (sum(|life| life.posted) + anonymous.0, sum(|life| life.solved) + anonymous.1);
    let silent = overview.firms.saturating_sub(overview.active);
    let [groups, firms, active, posted, solved] = [
        overview.groups.len().to_string(),
        overview.firms.to_string(),
        overview.active.to_string(),
        posted.to_string(),
        solved.to_string(),
    ];
    let stat = |label, value, note| Stat { label, value, unit: "", note };
    cards::card(html! {
        (cards::stats(&[
            stat(texts::groups(lang), groups.as_str(), ""),
            stat(texts::column_firms(lang), firms.as_str(), ""),
            stat(texts::column_posted(lang), posted.as_str(), texts::in_a_year(lang)),
            stat(texts::column_solved(lang), solved.as_str(), texts::in_a_year(lang)),
            stat(texts::column_active(lang), active.as_str(), texts::in_a_year(lang)),
        ]))
        @if leads && silent > 0 {
            p { a href="/federation/firms?figure=silent" { (texts::silent_firms(lang, i64::try_from(silent).unwrap_or(i64::MAX))) } }
        }
    })
}

/// The heads of the table of groups.
pub fn group_columns(lang: Lang) -> [&'static str; 6] {
    [
        texts::column_group(lang),
        texts::column_firms(lang),
        texts::column_posted(lang),
        texts::column_solved(lang),
        texts::column_active(lang),
        texts::column_silent(lang),
    ]
}

fn groups(lang: Lang, overview: &Overview, leads: bool, only: Only, page: u64) -> Markup {
    let shown: Vec<_> = overview.groups.iter().filter(|(.., life)| only.takes_in(life)).collect();
    let [group, numbers @ ..] = group_columns(lang);
    let mut columns = vec![Column::words(group)];
    columns.extend(numbers.map(Column::number));
    let skip = usize::try_from(page.saturating_sub(1) * PER_PAGE).unwrap_or(usize::MAX);
    let rows: Vec<Vec<Markup>> = shown
        .iter()
        .skip(skip)
        .take(PER_PAGE as usize)
        .map(|(id, name, life)| {
            let silent = html! {
                @if leads && life.silent() > 0 { a href={ "/federation/firms?figure=silent&group=" (id) } { (life.silent()) } }
                @else { (life.silent()) }
            };
            let numbers = [life.members, life.posted, life.solved, life.active].map(|number| html! { (number) });
            let name = html! { a href={ "/groups/" (id) } { (name) } };
            std::iter::once(name).chain(numbers).chain([silent]).collect()
        })
        .collect();
    let word = Only::ALL.iter().find(|(known, _)| *known == only).map_or("", |(_, word)| word);
    let last = (shown.len() as u64).div_ceil(PER_PAGE);
    let body = html! {
        (choice(lang, overview, only))
        @if rows.is_empty() { (notices::empty(Icon::Done, texts::no_such_group(lang), "", headings::nothing())) }
        @else { (tables::table("groups-table", texts::groups(lang), &columns, &rows)) }
        p class="muted small" { (texts::counted(lang)) " " (texts::counted_by_name(lang)) }
        (pager::pager(&PagerWords::of(lang), page, last, |page| format!("/federation?only={word}&page={page}")))
    };
    headings::section_with("groups", texts::groups(lang), Some(shown.len()), headings::nothing(), body)
}

fn choice(lang: Lang, overview: &Overview, only: Only) -> Markup {
    let name = |only| match only {
        Only::All => texts::all_groups(lang),
        Only::NoMeeting => texts::no_meeting(lang),
        Only::Silent => texts::silent_groups(lang),
    };
    let hrefs = Only::ALL.map(|(_, word)| match word {
        "" => "/federation".to_owned(),
        word => format!("/federation?only={word}"),
    });
    let count = |only: Only| overview.groups.iter().filter(|(.., life)| only.takes_in(life)).count() as u64;
    let tabs: Vec<Tab<'_>> = Only::ALL
        .iter()
        .zip(&hrefs)
        .map(|((one, _), href)| Tab { href, words: name(*one), count: Some(count(*one)), here: *one == only })
        .collect();
    pager::tabs(texts::which_groups(lang), &tabs)
}

/// The questions of the statistics with their answers.
pub fn blocks(lang: Lang, statistics: &Statistics) -> [(&'static str, &[(Figure, i64)]); 4] {
    [
        (texts::by_sector(lang), &statistics.sectors),
        (texts::by_motive(lang), &statistics.motives),
        (texts::by_years(lang), &statistics.years),
        (texts::by_reason(lang), &statistics.reasons),
    ]
}

/// The name of an answer.
pub fn figure_name(lang: Lang, figure: Figure) -> &'static str {
    match figure {
        Figure::Sector(Some(sector)) => words::sector(lang, sector),
        Figure::Motive(Some(motive)) => words::motive(lang, motive),
        Figure::Reason(reason) => words::joining_reason(lang, reason),
        Figure::Years(Years::TenAndMore) => texts::years_ten(lang),
        Figure::Years(Years::FiveToTen) => texts::years_five(lang),
        Figure::Years(Years::TwoToFive) => texts::years_two(lang),
        Figure::Years(Years::UnderTwo) => texts::years_under_two(lang),
        Figure::Sector(None) | Figure::Motive(None) | Figure::Years(Years::Unknown) => texts::unknown(lang),
    }
}

fn bars(lang: Lang, statistics: &Statistics) -> Markup {
    let cards: Vec<Markup> =
        blocks(lang, statistics).into_iter().map(|(title, figures)| block(lang, title, figures)).collect();
    let body = html! { div class="stack" { @for card in &cards { (card) } } };
    headings::section("statistics", texts::statistics(lang), body)
}

fn block(lang: Lang, title: &str, figures: &[(Figure, i64)]) -> Markup {
    let total: i64 = figures.iter().map(|(_, many)| many).sum();
    let share = |many: i64| if total > 0 { many as f64 * 100.0 / total as f64 } else { 0.0 };
    let several = figures.iter().any(|(figure, _)| matches!(figure, Figure::Reason(_)));
    let bars: Vec<Bar> = figures
        .iter()
        .map(|(figure, many)| Bar {
            label: figure_name(lang, *figure).to_owned(),
            value: *many as f64,
            reading: texts::reading(lang, *many, format!("{:.1}", share(*many))),
        })
        .collect();
    cards::card(html! {
        h3 { (title) }
        @if several { p class="muted small" { (texts::several(lang)) } }
        (charts::bars(&bars))
        ul class="cluster no-print" {
            @for (figure, many) in figures.iter().filter(|(_, many)| *many > 0) {
                li { a href={ "/federation/firms?figure=" (figure.word()) } { (figure_name(lang, *figure)) " " (many) } }
            }
        }
    })
}

/// What a list of firms holds.
pub fn which_name(lang: Lang, which: Which, group: Option<&str>) -> String {
    match (which, group) {
        (Which::Silent(_), Some(group)) => texts::silent_in(lang, group),
        (Which::Silent(_), None) => texts::silent_title(lang).to_owned(),
        (Which::Figure(figure), _) => {
            let question = match figure {
                Figure::Sector(_) => texts::by_sector(lang),
                Figure::Motive(_) => texts::by_motive(lang),
                Figure::Years(_) => texts::by_years(lang),
                Figure::Reason(_) => texts::by_reason(lang),
            };
            format!("{question}: {}", figure_name(lang, figure))
        }
    }
}

/// Firms behind a number.
pub fn firms(
    lang: Lang,
    firms: &Firms,
    title: &str,
    figure: &str,
    group: Option<GroupId>,
    page: u64,
) -> Markup {
    let hrefs: Vec<String> = firms.firms.iter().map(|firm| format!("/firms/{}", firm.id)).collect();
    let rows: Vec<rows::Row<'_>> = firms
        .firms
        .iter()
        .zip(&hrefs)
        .map(|(firm, href)| rows::Row {
            href,
            title: &firm.name,
            note: html! { (firm.products) },
            before: badges::firm_mark(&firm.name),
            end: headings::nothing(),
        })
        .collect();
    let group = group.map(|group| format!("&group={group}")).unwrap_or_default();
    let address = |page| format!("/federation/firms?figure={figure}{group}&page={page}");
    let way = [("/federation".to_owned(), dure_texts::shell::menu_federation(lang).to_owned())];
    let many = texts::firms_many(lang, i64::try_from(firms.total).unwrap_or(i64::MAX));
    html! {
        (headings::crumbs(texts::way(lang), &way))
        (headings::page_head(title, &many, headings::nothing()))
        @if rows.is_empty() { (notices::empty(Icon::Firm, texts::no_firm(lang), "", headings::nothing())) }
        @else { (rows::rows(&rows)) }
        (pager::pager(&PagerWords::of(lang), page, firms.total.div_ceil(PER_PAGE), address))
    }
}
