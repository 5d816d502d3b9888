//! Retells the written difficulties with other firms in the parts.

use std::collections::BTreeMap;

use super::mix;
use crate::FIRMS;
use crate::build::Village;
use crate::build::stories::{Teller, everybody_is_there};
use crate::chance::Dice;
use crate::corpus::{Corpus, StoryText};

/// Tells as many difficulties as the written federation has for as many firms. `players` are pairs
/// of a written firm and the firm that plays it.
pub(super) fn retell(
    village: &mut Village,
    corpus: &Corpus,
    players: impl Iterator<Item = (&'static str, String)>,
    dice: &mut Dice,
) {
    let mut troupe: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut firms = 0;
    for (plays, name) in players {
        troupe.entry(plays).or_default().push(name);
        firms += 1;
    }
    for _ in 0..corpus.stories.len() * firms / FIRMS {
        let text = later(dice.pick(&corpus.stories), dice);
        village.cast = troupe.iter().map(|(plays, names)| (*plays, dice.pick(names).clone())).collect();
        if everybody_is_there(village, &text) {
            tell(village, &text, dice);
        }
    }
}

/// The same story on other days.
fn later(text: &StoryText, dice: &mut Dice) -> StoryText {
    let last = text.steps.iter().map(|step| step.day).max().unwrap_or(0);
    StoryText { days_ago: last + 1 + dice.between(0, 700 - last.min(690)), ..text.clone() }
}

fn tell(village: &mut Village, text: &StoryText, dice: &mut Dice) {
    let mut part = std::mem::take(&mut village.part);
    if let Some(teller) = Teller::begin(village, text, dice) {
        let teller = teller.reworded(|words| mix::vary(words, dice));
        // A story that does not go on with this cast is left out; with its own it does.
        drop(teller.play(village, &mut part, dice));
    }
    village.part = part;
}
