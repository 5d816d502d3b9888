//! The lexicon: topics of the working world of small firms, their words in three languages, and which
//! topic helps with which. It bridges what an owner writes (`허옇게 일어남`) and what a helper offers
//! (`아연도금`). Own work, written from general knowledge of the trades; the format is in `lexicon/README.md`.

mod finder;
mod label;
mod parse;
mod spoken;

pub(crate) use finder::Hit;
pub use label::{TopicName, topic_name};
pub use spoken::{Spoken, topic_industries, topics_in};

use finder::Finder;
use parse::Entry;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The number of a topic, in the order of the files.
pub(crate) type Topic = u16;

const FILES: &[&str] = &[
    include_str!("../../lexicon/metal.txt"),
    include_str!("../../lexicon/machinery.txt"),
    include_str!("../../lexicon/plastics_chemistry.txt"),
    include_str!("../../lexicon/electronics.txt"),
    include_str!("../../lexicon/food.txt"),
    include_str!("../../lexicon/textile_wood_paper.txt"),
    include_str!("../../lexicon/construction_environment.txt"),
    include_str!("../../lexicon/quality_safety.txt"),
    include_str!("../../lexicon/it_design.txt"),
    include_str!("../../lexicon/money_law_labour.txt"),
    include_str!("../../lexicon/trade_sales.txt"),
    include_str!("../../lexicon/goods.txt"),
];

/// All topics, ready to be found in text.
pub(crate) struct Lexicon {
    names: Vec<&'static str>,
    labels: Vec<TopicName>,
    industries: Vec<(&'static str, Topic)>,
    related: Vec<Vec<(Topic, f32)>>,
    finder: Finder,
}

impl Lexicon {
    /// The built-in lexicon; parsed once.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            Self::new(&FILES.iter().flat_map(|file| parse::entries(file)).collect::<Vec<_>>())
        })
    }

    fn new(entries: &[Entry<'static>]) -> Self {
        let numbers: HashMap<&str, Topic> = (0..).zip(entries).map(|(n, entry)| (entry.name, n)).collect();
        let mut industries: Vec<_> = (0..)
            .zip(entries)
            .flat_map(|(n, entry)| entry.industries.iter().map(move |&code| (code, n)))
            .collect();
        industries.sort_unstable();
        Self {
            names: entries.iter().map(|entry| entry.name).collect(),
            labels: entries.iter().map(label::of).collect(),
            industries,
            related: relations(entries, &numbers),
            finder: Finder::new(entries),
        }
    }

    /// The topics whose words stand in `normal`, in order of place.
    pub(crate) fn find(&self, normal: &str) -> Vec<Hit> {
        self.finder.find(normal)
    }

    /// The topics that a firm of this KSIC code stands for.
    pub(crate) fn of_industry<'a>(&'a self, code: &'a str) -> impl Iterator<Item = Topic> + 'a {
        self.industries.iter().filter(move |(prefix, _)| code.starts_with(prefix)).map(|&(_, topic)| topic)
    }

    /// Topics that help with `topic`, with a weight from 0 to 1.
    pub(crate) fn related(&self, topic: Topic) -> &[(Topic, f32)] {
        &self.related[usize::from(topic)]
    }

    /// The key of a topic, as written in the lexicon files.
    pub(crate) fn name(&self, topic: Topic) -> &'static str {
        self.names[usize::from(topic)]
    }
}

/// A relation counts for half in the other direction, unless that is given too.
const BACKWARD: f32 = 0.5;

fn relations(entries: &[Entry], numbers: &HashMap<&str, Topic>) -> Vec<Vec<(Topic, f32)>> {
    let mut related: Vec<Vec<(Topic, f32)>> = vec![Vec::new(); entries.len()];
    let mut add = |from: Topic, to: Topic, weight: f32| {
        let list = &mut related[usize::from(from)];
        match list.iter_mut().find(|(topic, _)| *topic == to) {
            Some((_, known)) => *known = known.max(weight),
            None => list.push((to, weight)),
        }
    };
    for (from, entry) in (0..).zip(entries) {
        for &(name, weight) in &entry.related {
            if let Some(&to) = numbers.get(name) {
                add(from, to, weight);
                add(to, from, weight * BACKWARD);
            }
        }
    }
    related
}

#[cfg(test)]
mod tests;
