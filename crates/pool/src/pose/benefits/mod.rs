//! What firms are worth to each other, from their texts: what one says it needs, what its industry usually buys, what both work on.

mod field;
mod hollow;
mod said;
mod usual;
mod written;

use std::collections::BTreeMap;

use dure_formation::Problem;
use rayon::prelude::*;

use crate::distance::Distances;
use crate::firm::{Firm, FirmNo};
use crate::link::{Basis, Ground, Link};

/// How many firms that offer something are kept for each firm that needs something.
const KEPT_PER_FIRM: usize = 48;
/// Words shown of a link.
const SHOWN_WORDS: usize = 4;
/// The most points of a link that rests on what is usual.
const MOST_USUAL: i64 = 6;
/// The most points of a link that rests on a common field alone.
const MOST_FIELD: i64 = 2;

/// The pool while benefits are looked for.
pub(super) struct Pool<'a> {
    pub firms: &'a [Firm],
    pub problem: &'a Problem,
    pub distances: &'a Distances,
}

impl Pool<'_> {
    /// Whether a link of these two could ever count.
    pub fn may_meet(&self, a: FirmNo, b: FirmNo) -> bool {
        let classes = |firm: FirmNo| &self.problem.firms[firm as usize].classes;
        a != b
            && !classes(a).iter().any(|class| classes(b).contains(class))
            && self.distances.near(self.problem.radius, a, b)
    }

    pub fn firm(&self, number: FirmNo) -> &Firm {
        &self.firms[number as usize]
    }
}

/// What one firm has for another, by one of the grounds.
#[derive(Debug, Clone, Default)]
struct Found {
    points: i64,
    words: Vec<String>,
    wanted: Vec<String>,
}

pub(super) fn find(pool: &Pool<'_>) -> (Vec<Link>, Basis) {
    let finders = Finders {
        said: said::Finder::new(pool),
        usual: usual::Finder::new(pool),
        field: field::Finder::new(pool),
    };
    let all: Vec<FirmNo> = (0..pool.firms.len() as FirmNo).collect();
    let mut links: Vec<Link> = all.par_iter().flat_map_iter(|to| finders.links_to(pool, *to)).collect();
    links.sort_by_key(|link| (link.from, link.to));
    let basis = basis(pool.firms, &links);
    (links, basis)
}

struct Finders {
    said: said::Finder,
    usual: usual::Finder,
    field: field::Finder,
}

impl Finders {
    fn links_to(&self, pool: &Pool<'_>, to: FirmNo) -> Vec<Link> {
        let field = self.field.around(pool, to);
        let mut best: BTreeMap<FirmNo, (i64, Ground, Found)> = BTreeMap::new();
        for (from, found) in self.said.to(pool, to) {
            best.insert(from, (found.points, Ground::Said, found));
        }
        let usual = self.usual.to(pool, to, &field);
        for (from, found) in usual {
            let points = (found.points + field.get(&from).map_or(0, |field| field.points)).min(MOST_USUAL);
            firmer(&mut best, from, (points, Ground::Usual, found));
        }
        for (from, found) in field {
            firmer(&mut best, from, (found.points.min(MOST_FIELD), Ground::Field, found));
        }
        let mut best: Vec<_> = best.into_iter().filter(|(_, (points, ..))| *points > 0).collect();
        let near = |from: FirmNo| pool.distances.km(from, to).unwrap_or(0.0) as u32 / 10;
        best.sort_by_key(|(from, (points, ..))| (-points, near(*from), mixed(*from, to)));
        best.truncate(KEPT_PER_FIRM);
        best.into_iter()
            .map(|(from, (points, ground, found))| link(pool, from, to, points, ground, found))
            .collect()
    }
}

/// Keeps what is worth more; of equals what was found first, which is the firmer ground.
fn firmer(best: &mut BTreeMap<FirmNo, (i64, Ground, Found)>, from: FirmNo, found: (i64, Ground, Found)) {
    let known = best.get(&from).map_or(0, |known| known.0);
    if found.0 > known {
        best.insert(from, found);
    }
}

/// An order of equals that favours nobody, the same each time.
fn mixed(from: FirmNo, to: FirmNo) -> u64 {
    (u64::from(from) << 32 | u64::from(to)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

fn link(pool: &Pool<'_>, from: FirmNo, to: FirmNo, points: i64, ground: Ground, found: Found) -> Link {
    let (offering, needing) = (pool.firm(from), pool.firm(to));
    let named = if ground == Ground::Field { written::word_in_texts } else { written::in_texts };
    let words: Vec<String> =
        found.words.iter().map(|word| named(&[&offering.offers, &offering.products], word)).collect();
    let wanted: Vec<String> =
        found.wanted.iter().map(|word| written::in_texts(&[&needing.needs], word)).collect();
    // Two words of one item are named once, beside what the first of them answers.
    let first: Vec<usize> = (0..words.len()).filter(|at| !words[..*at].contains(&words[*at])).collect();
    let shown =
        |from: &[String]| first.iter().take(SHOWN_WORDS).filter_map(|at| from.get(*at).cloned()).collect();
    Link { from, to, points: points.min(10), ground, words: shown(&words), wanted: shown(&wanted) }
}

/// What a firm offers: its own words, else what it makes.
fn offered(firm: &Firm) -> &str {
    if firm.offers.trim().is_empty() { &firm.products } else { &firm.offers }
}

/// What a firm works on: what it makes, else what it offers.
fn made(firm: &Firm) -> &str {
    if firm.products.trim().is_empty() { &firm.offers } else { &firm.products }
}

fn basis(firms: &[Firm], links: &[Link]) -> Basis {
    let mut basis = Basis::default();
    for firm in firms {
        let [offers, needs, products] =
            [&firm.offers, &firm.needs, &firm.products].map(|text| !text.trim().is_empty());
        basis.offers += usize::from(offers);
        basis.needs += usize::from(needs);
        basis.products_for_offers += usize::from(!offers && products);
        basis.products_for_needs += usize::from(!needs && (products || offers));
        basis.silent += usize::from(!offers && !needs && !products);
    }
    for link in links {
        basis.links[link.ground as usize] += 1;
    }
    basis
}
