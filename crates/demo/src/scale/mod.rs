//! Larger demos: further groups and firms, combined from what was written by hand.
//!
//! Each further firm plays one of the 135: it has that firm's industry, its sentences mixed with
//! those of a firm of the same trade, other figures, and a name and people of its own. The
//! difficulties are the written ones, retold by firms that play the parts.

mod cast;
mod mix;
mod names;

use std::collections::BTreeSet;

use dure_domain::{Level, Office};

use crate::build::firms::{Numbers, add, answers, found};
use crate::build::{Village, meetings, newcomers};
use crate::chance::Dice;
use crate::corpus::{FirmText, GroupText, Life};
use crate::{Corpus, FIRMS, GROUPS, Options, Part};

/// As many firms fit into a group on average: industries and charters keep groups small.
pub const SEATS: usize = 20;
/// Firms of one part.
const CHUNK: usize = 1_000;
/// Mail addresses of firms without a group are numbered from here.
const WITHOUT_GROUP: usize = 900_000;
/// How far back the meetings of further groups go.
const MEETING_DAYS: i32 = 120;

/// A stretch of further groups and firms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk {
    /// Number of its first group, counted over the whole demo.
    pub first_group: usize,
    /// How many groups.
    pub groups: usize,
    /// Number of its first firm.
    pub first_firm: usize,
    /// How many firms.
    pub firms: usize,
}

/// The stretches beyond what was written by hand.
pub fn chunks(options: &Options) -> impl Iterator<Item = Chunk> + Send + use<> {
    let (groups, firms) = (options.groups.saturating_sub(GROUPS), options.firms.saturating_sub(FIRMS));
    let count = if groups == 0 { 0 } else { firms.div_ceil(CHUNK).min(groups) };
    (0..count).map(move |at| {
        let (group, next_group) = (groups * at / count, groups * (at + 1) / count);
        let (firm, next_firm) = (firms * at / count, firms * (at + 1) / count);
        Chunk {
            first_group: GROUPS + group,
            groups: next_group - group,
            first_firm: FIRMS + firm,
            firms: next_firm - firm,
        }
    })
}

/// The rows of one stretch. Experts, officials and programmes are those of `hand`.
pub(crate) fn part(corpus: &Corpus, options: &Options, hand: &Village, chunk: Chunk) -> Part {
    let mut dice = Dice::of(options.seed, &format!("scale {}", chunk.first_group));
    let mut village = Village::new(hand.federation, hand.calendar);
    village.experts.clone_from(&hand.experts);
    village.programmes.clone_from(&hand.programmes);
    village.people.clone_from(&hand.people);
    let (groups, firms) = sketches(corpus, chunk, &mut dice);
    for group in &groups {
        found(&mut village, group, &mut dice);
    }
    let mut numbers = Numbers(u32::try_from(chunk.first_firm).unwrap_or(0));
    let texts: Vec<&FirmText> = firms.iter().map(|(text, _)| text).collect();
    for (text, member) in texts.iter().zip(answers(&texts, options)) {
        let age = groups.iter().find(|group| group.name == text.group).map_or(20, |group| group.age.into());
        add(&mut village, text, &member, age, &mut numbers, &mut dice);
    }
    let players = firms.iter().map(|(text, plays)| (*plays, text.name.to_string()));
    cast::retell(&mut village, corpus, players, &mut dice);
    without_group(&mut village, corpus, &groups, chunk, &mut dice);
    for group in &groups {
        if let Some(circle) = meetings::Circle::of(&village, group) {
            meetings::of_group(&mut village, corpus, &circle, MEETING_DAYS, &mut dice);
        }
    }
    village.part
}

/// Firms without a group, in the proportion of those written by hand, near the groups of this stretch.
fn without_group(
    village: &mut Village,
    corpus: &Corpus,
    groups: &[GroupText],
    chunk: Chunk,
    dice: &mut Dice,
) {
    let before = newcomers::beside(corpus, chunk.first_firm);
    for number in before..newcomers::beside(corpus, chunk.first_firm + chunk.firms) {
        let like = dice.below(corpus.firms.len());
        let near = dice.pick(groups).clone();
        let text = mix::firm(corpus, like, &near, WITHOUT_GROUP + number, dice);
        newcomers::add(village, &text, u32::try_from(number).unwrap_or(0), dice);
    }
}

/// Groups, and firms with the name of the written firm that each plays.
fn sketches(
    corpus: &Corpus,
    chunk: Chunk,
    dice: &mut Dice,
) -> (Vec<GroupText>, Vec<(FirmText, &'static str)>) {
    let mut groups = Vec::with_capacity(chunk.groups);
    let mut firms = Vec::with_capacity(chunk.firms);
    let mut deck = Vec::new();
    let mut names = BTreeSet::new();
    for at in 0..chunk.groups {
        let group = group(corpus, chunk.first_group + at, dice);
        let seats = chunk.firms * (at + 1) / chunk.groups - chunk.firms * at / chunk.groups;
        let mut taken = BTreeSet::new();
        for seat in 0..seats {
            let Some(plays) = draw(corpus, &mut deck, &mut taken, dice) else { break };
            let number = chunk.first_firm + firms.len();
            let mut text = mix::firm(corpus, plays, &group, number, dice);
            // Stories know firms by name.
            while !names.insert(text.name.clone()) {
                text.name = names::firm(text.industry, dice).into();
            }
            text.office = match seat {
                0 => Some(Office::Chair),
                1 => Some(Office::Secretary),
                _ => None,
            };
            firms.push((text, corpus.firms[plays].key));
        }
        groups.push(group);
    }
    (groups, firms)
}

/// The next firm of the deck whose industry is still free in this group. The deck is all written
/// firms, so the proportions of the sectors are kept.
fn draw(
    corpus: &Corpus,
    deck: &mut Vec<usize>,
    taken: &mut BTreeSet<dure_domain::Industry>,
    dice: &mut Dice,
) -> Option<usize> {
    let fits =
        |at: &usize, taken: &BTreeSet<_>| !taken.contains(&corpus.firms[*at].industry.slot(Level::Group));
    if !deck.iter().any(|at| fits(at, taken)) {
        let mut more: Vec<usize> = (0..corpus.firms.len()).collect();
        dice.shuffle(&mut more);
        deck.splice(0..0, more);
    }
    let at = deck.iter().rposition(|at| fits(at, taken))?;
    let drawn = deck.remove(at);
    taken.insert(corpus.firms[drawn].industry.slot(Level::Group));
    Some(drawn)
}

fn group(corpus: &Corpus, number: usize, dice: &mut Dice) -> GroupText {
    let like = dice.pick(&corpus.groups).clone();
    let age = i16::try_from(dice.between(13, 32)).unwrap_or(20);
    let life = match dice.below(10) {
        0..5 => Life::Lively,
        5..8 => Life::Steady,
        _ => Life::Quiet,
    };
    let charter = dice.pick(&corpus.groups).charter.clone();
    GroupText { name: names::group(number).into(), age, life, charter, ..like }
}
