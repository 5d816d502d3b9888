//! What firms of an industry usually buy, and who makes it: the chain of supply as far as industry codes and products tell it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use dure_domain::Industry;
use dure_matching::{topic_industries, topics_in};

use super::{Found, Pool, hollow, made};
use crate::firm::{Firm, FirmNo};

const USES: &str = include_str!("../../../data/uses.txt");
/// Suppliers of one good that are named to one firm.
const SUPPLIERS_PER_GOOD: usize = 16;
/// The most points of a trader and a maker of what it trades.
const MOST_TRADE: i64 = 5;

/// A row of the table: who buys which topics, and how much that weighs.
struct Row {
    buyer: &'static str,
    weight: i64,
    goods: Vec<&'static str>,
}

fn table() -> &'static [Row] {
    static TABLE: OnceLock<Vec<Row>> = OnceLock::new();
    TABLE.get_or_init(|| {
        lines()
            .filter_map(|(head, goods)| {
                let (buyer, weight) = head.split_once(' ')?;
                Some(Row { buyer, weight: weight.parse().ok()?, goods: goods.split_whitespace().collect() })
            })
            .collect()
    })
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    USES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// KSIC codes of those who make a good: the lexicon's, else the table's own.
fn makers(good: &str) -> Vec<&'static str> {
    let known = topic_industries(good);
    let own = || lines().find(|(head, _)| head.strip_prefix("makers ") == Some(good));
    match own().filter(|_| known.is_empty()) {
        Some((_, codes)) => codes.split_whitespace().collect(),
        None => known,
    }
}

/// Who makes a good, and in which words.
struct Supplier {
    firm: FirmNo,
    /// How sure it is that it makes it and does not merely name it, 0 to 1 point more or less.
    sure: i64,
    word: String,
}

pub(super) struct Finder {
    suppliers: BTreeMap<&'static str, Vec<Supplier>>,
}

impl Finder {
    pub fn new(pool: &Pool<'_>) -> Self {
        let industries: BTreeMap<&str, Vec<&str>> =
            table().iter().flat_map(|row| row.goods.iter().map(|good| (*good, makers(good)))).collect();
        let mut suppliers: BTreeMap<&'static str, Vec<Supplier>> = BTreeMap::new();
        for (number, firm) in (0..).zip(pool.firms) {
            for spoken in topics_in(&format!("{}\n{}", firm.products, firm.offers)) {
                let Some(codes) = industries.get(spoken.topic).filter(|_| !hollow::of_need(&spoken.word))
                else {
                    continue;
                };
                if let Some(sure) = makes(firm, codes) {
                    let supplier = Supplier { firm: number, sure, word: spoken.word };
                    suppliers.entry(spoken.topic).or_default().push(supplier);
                }
            }
        }
        Self { suppliers }
    }

    /// Who makes what firms like `to` usually buy; of each good those few that share most of its field.
    pub fn to(
        &self,
        pool: &Pool<'_>,
        to: FirmNo,
        field: &BTreeMap<FirmNo, Found>,
    ) -> BTreeMap<FirmNo, Found> {
        let firm = pool.firm(to);
        let mut all: BTreeMap<FirmNo, Found> = BTreeMap::new();
        for (good, weight) in bought(firm) {
            let makers = self.suppliers.get(good).map(Vec::as_slice).unwrap_or_default();
            if makers.iter().any(|maker| maker.firm == to && maker.sure > 0) {
                continue;
            }
            let shared = |maker: &&Supplier| field.get(&maker.firm).map_or(0, |field| field.points);
            let mut makers: Vec<&Supplier> =
                makers.iter().filter(|maker| pool.may_meet(maker.firm, to)).collect();
            let km = |maker: &&Supplier| pool.distances.km(maker.firm, to).unwrap_or(0.0) as u32 / 10;
            makers
                .sort_by_key(|maker| (-shared(maker) - maker.sure, km(maker), super::mixed(maker.firm, to)));
            for maker in makers.into_iter().take(SUPPLIERS_PER_GOOD) {
                add(all.entry(maker.firm).or_default(), (weight + maker.sure).max(1), &maker.word);
            }
        }
        for (from, shared) in field {
            if trades(pool.firm(*from), firm) || trades(firm, pool.firm(*from)) {
                let found = all.entry(*from).or_default();
                let points = (shared.points + 1).min(MOST_TRADE);
                shared.words.iter().for_each(|word| add(found, points, word));
            }
        }
        all
    }
}

/// The best points count, the words add up.
fn add(found: &mut Found, points: i64, word: &str) {
    if points > found.points {
        found.words.insert(0, word.to_owned());
    } else if !found.words.iter().any(|known| known == word) {
        found.words.push(word.to_owned());
    }
    let mut seen = std::collections::BTreeSet::new();
    found.words.retain(|word| seen.insert(word.clone()));
    found.points = found.points.max(points);
}

/// What firms of these industries usually buy, each good once at its greatest weight.
fn bought(firm: &Firm) -> BTreeMap<&'static str, i64> {
    let mut bought: BTreeMap<&'static str, i64> = BTreeMap::new();
    let Some(main) = firm.industries.first() else { return bought };
    let (code, section) = (main.to_string(), main.section().to_string());
    for row in table().iter().filter(|row| code.starts_with(row.buyer) || section == row.buyer) {
        for good in &row.goods {
            let known = bought.entry(good).or_default();
            *known = (*known).max(row.weight);
        }
    }
    bought
}

/// Whether a firm that speaks of a good makes it: surely (1) if its industry is one that makes it, perhaps (0) if nothing speaks against it,
/// as a trader less (-1); none if its industry makes other things.
fn makes(firm: &Firm, codes: &[&str]) -> Option<i64> {
    let own: Vec<String> = firm.industries.iter().map(ToString::to_string).collect();
    let fits = |digits: usize| {
        own.iter().any(|own| {
            codes.iter().any(|code| {
                let length = digits.min(code.len()).min(own.len());
                length >= 2 && own.get(..length) == code.get(..length)
            })
        })
    };
    match () {
        () if codes.is_empty() => Some(0),
        () if fits(5) => Some(1),
        () if fits(2) => Some(0),
        () if own.iter().any(|own| own.starts_with("46")) => Some(-1),
        () => None,
    }
}

/// Whether the one trades in goods and the other makes goods, so that a common field means that the one may sell what the other makes.
fn trades(one: &Firm, other: &Firm) -> bool {
    let division = |firm: &Firm| {
        firm.industries.first().copied().and_then(Industry::division).map(|code| code.to_string())
    };
    let trader = |firm: &Firm| matches!(division(firm).as_deref(), Some("45" | "46" | "47"));
    let maker = |firm: &Firm| {
        let section = firm.industries.first().map(|industry| industry.section().to_string());
        matches!(section.as_deref(), Some("A" | "C"))
    };
    trader(one) && maker(other) && !made(one).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dure_matching::topic_name;

    #[test]
    fn the_table_speaks_of_known_industries_and_topics() {
        for row in table() {
            assert!(row.buyer.parse::<Industry>().is_ok(), "{}", row.buyer);
            assert!((1..=3).contains(&row.weight) && !row.goods.is_empty(), "{}", row.buyer);
            for good in &row.goods {
                assert!(topic_name(good).is_some(), "{}: {good}", row.buyer);
            }
        }
        let lines = USES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        let makers: Vec<_> =
            super::lines().filter_map(|(head, codes)| Some((head.strip_prefix("makers ")?, codes))).collect();
        assert_eq!(table().len() + makers.len(), lines);
        for (good, codes) in makers {
            assert!(topic_name(good).is_some() && topic_industries(good).is_empty(), "{good}");
            assert!(codes.split_whitespace().all(|code| code.parse::<Industry>().is_ok()), "{good}: {codes}");
        }
    }
}
