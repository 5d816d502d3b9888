//! What a group would be good for, in the firms' own words.

use dure_domain::{FirmId, Industry};
use dure_pool::{Fault, Grouping, Posed, Rules, Trouble, Wishes};
use dure_tables::firms;
use dure_ui::words;

/// What one firm has that another needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// Who gives.
    pub from: FirmId,
    /// Who needs it.
    pub to: FirmId,
    /// What, in the giver's words.
    pub words: Vec<String>,
}

/// A look at firms as one group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prospect {
    /// Pairs that are worth most to each other, each with what goes which way; the best first.
    pub strengths: Vec<Vec<Gift>>,
    /// The greatest distance between two firms in km.
    pub widest_km: Option<f64>,
    /// Pairs of one industry.
    pub same_industry: Vec<(FirmId, FirmId)>,
    /// Pairs that are too far apart, and by how many km.
    pub too_far: Vec<(FirmId, FirmId, f64)>,
    /// Firms whose industry is not known.
    pub no_industry: Vec<FirmId>,
}

/// A firm as the pool knows it.
pub fn pool_firm(row: &firms::Model) -> dure_pool::Firm {
    dure_pool::Firm {
        name: row.name.clone(),
        industries: row
            .industry_code
            .as_deref()
            .and_then(|code| code.parse::<Industry>().ok())
            .into_iter()
            .collect(),
        place: words::place_of(row.place_code),
        point: None,
        offers: row.offers.clone(),
        needs: row.needs.clone(),
        products: row.products.clone(),
    }
}

/// What these firms would be to each other as one group under these rules.
pub(super) fn prospect(rows: &[&firms::Model], rules: &Rules) -> Prospect {
    let firms: Vec<dure_pool::Firm> = rows.iter().map(|row| pool_firm(row)).collect();
    let posed = dure_pool::pose(&firms, rules, &Wishes::default());
    let members: Vec<u32> = (0..).zip(&firms).map(|(number, _)| number).collect();
    let grouping = Grouping::from_groups(firms.len(), [members.as_slice()]);
    let id = |number: u32| rows.get(number as usize).map(|row| row.id);
    let pair = |a, b| Some((id(a)?, id(b)?));
    let account = dure_pool::account(&posed, &firms, rules, &grouping);
    let group = account.groups.into_iter().next();
    let faults = dure_pool::faults(&posed, &grouping);
    Prospect {
        widest_km: group.as_ref().and_then(|group| group.widest_km),
        strengths: group.map(|group| strengths(&group.strengths, rows)).unwrap_or_default(),
        same_industry: faults
            .iter()
            .filter_map(|fault| if let Fault::SameIndustry { a, b } = fault { pair(*a, *b) } else { None })
            .collect(),
        too_far: faults
            .iter()
            .filter_map(|fault| match fault {
                Fault::TooFar { a, b, km } => pair(*a, *b).map(|(a, b)| (a, b, *km)),
                _ => None,
            })
            .collect(),
        no_industry: unknown(&posed).into_iter().filter_map(id).collect(),
    }
}

fn unknown(posed: &Posed) -> Vec<u32> {
    let unknown = |trouble: &Trouble| match trouble {
        Trouble::UnknownIndustry { firm } => Some(*firm),
        _ => None,
    };
    posed.troubles.iter().filter_map(unknown).collect()
}

fn strengths(pairs: &[dure_pool::Mutual], rows: &[&firms::Model]) -> Vec<Vec<Gift>> {
    let gift = |from: u32, to: u32, words: &[String]| {
        let (from, to) = (rows.get(from as usize)?.id, rows.get(to as usize)?.id);
        (!words.is_empty()).then(|| Gift { from, to, words: words.to_vec() })
    };
    pairs
        .iter()
        .map(|pair| {
            let ways = [gift(pair.a, pair.b, &pair.a_gives), gift(pair.b, pair.a, &pair.b_gives)];
            ways.into_iter().flatten().collect()
        })
        .collect()
}
