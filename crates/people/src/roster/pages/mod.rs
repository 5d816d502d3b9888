//! Pages of rosters.

mod columns;
mod doubles;
pub mod duplicates;
pub mod front;
mod lists;
pub mod paper;
pub mod preview;

use dure_texts::{Lang, roster as texts};
use dure_ui::cards::{self, Stat};
use dure_ui::headings;
use dure_ui::pager::{self, PagerWords};
use maud::Markup;

use super::report::Report;

/// Lines of one page of a list.
pub const PER_PAGE: usize = 50;

fn crumbs(lang: Lang, further: &[(String, String)]) -> Markup {
    let mut way = vec![("/roster".to_owned(), texts::title(lang).to_owned())];
    way.extend_from_slice(further);
    headings::crumbs(texts::way(lang), &way)
}

fn turn(lang: Lang, page: u64, count: usize, href: impl Fn(u64) -> String) -> Markup {
    pager::pager(&PagerWords::of(lang), page, count.div_ceil(PER_PAGE) as u64, href)
}

/// The lines of one page of a list.
fn part<T>(list: &[T], page: u64) -> &[T] {
    let page = usize::try_from(page.saturating_sub(1)).unwrap_or(usize::MAX);
    let start = page.saturating_mul(PER_PAGE).min(list.len());
    &list[start..(start + PER_PAGE).min(list.len())]
}

fn figures(lang: Lang, report: &Report) -> Markup {
    let value = |count: usize| texts::figure(lang, count);
    let shown = [
        (texts::stat_new(lang), value(report.new)),
        (texts::stat_changed(lang), value(report.changed)),
        (texts::stat_same(lang), value(report.same)),
        (texts::stat_bad(lang), value(report.bad)),
    ];
    let stats: Vec<Stat<'_>> =
        shown.iter().map(|(label, value)| Stat { label, value, unit: "", note: "" }).collect();
    cards::stats(&stats)
}
