//! From firms, rules and wishes to a problem.

mod benefits;
mod look;
mod wished;

use std::collections::BTreeMap;

use dure_domain::{Industry, Level};
use dure_formation::{Metric, Problem};

use benefits::Pool;

use crate::distance::Distances;
use crate::firm::{Firm, FirmNo};
use crate::link::{Basis, Link};
use crate::rules::Rules;
use crate::trouble::Trouble;
use crate::wishes::Wishes;

/// Beyond so many firms not every pair is asked for distance and variety.
const MOST_WEIGHED: usize = 6_000;

/// How well places are known; decides what distance means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Places {
    /// Firms with a point of their own.
    pub points: usize,
    /// Firms whose city, county or district is known: its centre stands for them.
    pub municipalities: usize,
    /// Firms whose province alone is known: its centre stands for them.
    pub provinces: usize,
    /// Firms without a place: near to everybody.
    pub unknown: usize,
}

/// A pool made into a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Posed {
    /// For [`dure_formation::solve`].
    pub problem: Problem,
    /// Who offers what to whom, in order of `from`, then `to`; only pairs that may meet.
    pub links: Vec<Link>,
    /// What is wrong or doubtful.
    pub troubles: Vec<Trouble>,
    /// What benefits were derived from.
    pub basis: Basis,
    /// What distances are between.
    pub places: Places,
    /// The industry slot behind each class of the problem's firms.
    pub slots: Vec<Industry>,
    pub(crate) distances: Distances,
}

impl Posed {
    /// What a firm offers to others.
    pub fn offered_by(&self, firm: FirmNo) -> &[Link] {
        let from = self.links.partition_point(|link| link.from < firm);
        let to = self.links.partition_point(|link| link.from <= firm);
        &self.links[from..to]
    }

    /// What `from` offers to `to`, if anything.
    pub fn link(&self, from: FirmNo, to: FirmNo) -> Option<&Link> {
        let offered = self.offered_by(from);
        offered.binary_search_by_key(&to, |link| link.to).ok().map(|at| &offered[at])
    }

    /// All that the members of a group offer each other.
    pub fn within<'a>(&'a self, members: &'a [FirmNo]) -> impl Iterator<Item = &'a Link> {
        members.iter().flat_map(move |from| members.iter().filter_map(move |to| self.link(*from, *to)))
    }

    /// The industry slots of a firm, the main one first.
    pub fn slots_of(&self, firm: FirmNo) -> impl Iterator<Item = Industry> + '_ {
        self.problem.firms[firm as usize].classes.iter().map(|class| self.slots[*class as usize])
    }

    /// Distance of two firms in km; none where a place is not known.
    pub fn km(&self, a: FirmNo, b: FirmNo) -> Option<f64> {
        self.distances.km(a, b)
    }

    /// The same firms and rules with these wishes instead of those there were: what firms are worth to each other need not be worked
    /// out again.
    pub fn wishing(&self, wishes: &Wishes) -> Self {
        let mut posed = self.clone();
        let mut troubles = std::mem::take(&mut posed.troubles);
        troubles.retain(|trouble| !matches!(trouble, Trouble::Lock { .. }));
        wished::take(wishes, &mut posed, &mut troubles);
        posed.troubles = troubles;
        posed
    }

    /// The firms of one industry slot that both carry, if any.
    pub(crate) fn rivals(&self, a: FirmNo, b: FirmNo) -> bool {
        let (one, other) = (&self.problem.firms[a as usize], &self.problem.firms[b as usize]);
        one.classes.iter().any(|class| other.classes.contains(class))
    }
}

/// Makes a problem of a pool. Never fails: what is wrong is in [`Posed::troubles`], and what can be done still is done.
pub fn pose(firms: &[Firm], rules: &Rules, wishes: &Wishes) -> Posed {
    let bad = rules.check().err().unwrap_or_default();
    let mut troubles: Vec<Trouble> = bad.into_iter().map(|rule| Trouble::Rule { rule }).collect();
    let rules = rules.mended();
    let (engine_firms, slots) = engine_firms(firms, rules.level);
    let mut problem = Problem::new(engine_firms);
    (problem.least, problem.most) = (rules.least, rules.most);
    (problem.radius, problem.metric) = (rules.radius(), Metric::Globe);
    let distances = Distances::of(firms);
    let (links, basis) = benefits::find(&Pool { firms, problem: &problem, distances: &distances });
    let directed: Vec<_> = links.iter().map(|link| (link.from, link.to, link.points)).collect();
    problem.benefits(&directed, &rules.weights);
    let mut posed =
        Posed { problem, links, troubles: Vec::new(), basis, places: look::places(firms), slots, distances };
    weigh(&mut posed, firms, &rules, &mut troubles);
    look::over(firms, &posed, &mut troubles);
    wished::take(wishes, &mut posed, &mut troubles);
    posed.troubles = troubles;
    posed
}

/// Firms as the engine sees them, and the industry behind each class.
fn engine_firms(firms: &[Firm], level: Level) -> (Vec<dure_formation::Firm>, Vec<Industry>) {
    let mut known: BTreeMap<Industry, u32> = BTreeMap::new();
    let mut slots = Vec::new();
    let mut class = |industry: Industry| {
        *known.entry(industry).or_insert_with(|| {
            slots.push(industry);
            slots.len() as u32 - 1
        })
    };
    let mut seen = |firm: &Firm| {
        let mut classes: Vec<u32> = Vec::new();
        for industry in &firm.industries {
            let number = class(industry.slot(level));
            if !classes.contains(&number) {
                classes.push(number);
            }
        }
        dure_formation::Firm { classes, point: firm.position() }
    };
    (firms.iter().map(&mut seen).collect(), slots)
}

/// Distance and variety, where they are weighed at all.
fn weigh(posed: &mut Posed, firms: &[Firm], rules: &Rules, troubles: &mut Vec<Trouble>) {
    let weights = rules.weights;
    if weights.diversity == 0 && weights.per_km == 0 {
        return;
    }
    if firms.len() > MOST_WEIGHED {
        troubles.push(Trouble::NotWeighed { most: MOST_WEIGHED });
        return;
    }
    let section = |firm: FirmNo| firms[firm as usize].industries.first().map(|industry| industry.section());
    let sections: Vec<_> = (0..firms.len() as FirmNo).map(section).collect();
    let Posed { problem, distances, .. } = posed;
    problem.weigh_pairs(|a, b| {
        let differ = sections[a as usize] != sections[b as usize];
        let km = distances.km(a, b).unwrap_or(0.0).round() as i64;
        i64::from(differ) * weights.diversity - km * weights.per_km
    });
}
