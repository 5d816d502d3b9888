//! Firms that the federation knows and that are in no group: the survey of its members does not count them.

use std::collections::BTreeMap;

use dure_domain::{FirmId, PersonId};

use super::firms::{Numbers, firm_row, person, resources_of};
use super::foundings;
use super::village::Village;
use crate::chance::Dice;
use crate::corpus::{Corpus, FirmText};
use crate::{FIRMS, Options};

/// Their numbers begin here, beyond those of all members.
const FIRST_NUMBER: u32 = 900_000;

/// How many there are beside so many members: as many in proportion as were written for 135.
pub(crate) fn beside(corpus: &Corpus, members: usize) -> usize {
    corpus.without_group.len() * members / FIRMS
}

pub(super) fn settle(village: &mut Village, corpus: &Corpus, options: &Options) {
    let count = beside(corpus, options.firms.min(FIRMS));
    let mut dice = Dice::of(options.seed, "newcomers");
    let mut known = BTreeMap::new();
    for (text, number) in corpus.without_group.iter().take(count).zip(0..) {
        known.insert(text.key, add(village, text, number, &mut dice));
    }
    foundings::come_about(village, corpus, options, &known);
}

/// Adds a firm with its people and what it shares; `number` is its own among those without a group.
pub(crate) fn add(
    village: &mut Village,
    text: &FirmText,
    number: u32,
    dice: &mut Dice,
) -> (FirmId, PersonId) {
    let mut numbers = Numbers(FIRST_NUMBER + number);
    let at = village.calendar.at(-dice.between(40, 900), 9, dice.between(0, 59) as i8);
    let id: FirmId = dice.id(at);
    let business_number = numbers.business();
    let row = firm_row(village, text, None, id, at, business_number, numbers.phone(), dice);
    village.part.newcomers.push(row);
    let representative = (text.representative.as_ref(), text.title.as_ref(), "ceo");
    let delegate = person(village, text, id, at, representative, numbers.mobile(0), dice);
    resources_of(village, text, id, at, dice);
    (id, delegate)
}
