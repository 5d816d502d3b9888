//! Firms of the roster that look like each other, and what of two firms stays when they become one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use dure_domain::FirmId;
use dure_roster::{NameIndex, name_key};
use dure_tables::firms;

use super::plan::numbers;

/// Names at least this alike are the same firm misspelt, when something else is the same.
const ALIKE: f64 = 0.8;
/// Names at least this alike are looked at when the place is the same.
const NEARLY_THE_SAME: f64 = 0.9;
/// A telephone number that more firms give tells nothing: a shared building.
const MOST_SHARING: usize = 8;

/// Why two firms look like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The same business number, written differently.
    Number,
    /// The same name but for its legal form and spacing.
    Name,
    /// A similar name, and a telephone number, mail address or representative in common.
    Shared,
    /// A very similar name at the same place.
    Similar,
}

/// Two firms that look like one, the older first.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The older entry.
    pub one: FirmId,
    /// The younger.
    pub other: FirmId,
    /// Why.
    pub why: Why,
}

/// Pairs among active firms, the surest first; `decided` were looked at before.
pub fn pairs(firms: &[firms::Model], decided: &HashSet<(FirmId, FirmId)>) -> Vec<Pair> {
    let mut found: BTreeMap<(usize, usize), Why> = BTreeMap::new();
    let mut note = |one: usize, other: usize, why: Why| {
        let known = found.entry((one.min(other), one.max(other))).or_insert(why);
        *known = (*known).min(why);
    };
    let by_number = grouped(firms, |firm| digits(firm).into_iter().collect());
    for places in by_number.values() {
        each_two(places, |one, other| note(one, other, Why::Number));
    }
    let by_name = grouped(firms, |firm| vec![name_key(&firm.name)]);
    for places in by_name.values() {
        each_two(places, |one, other| note(one, other, Why::Name));
    }
    let marks: Vec<BTreeSet<String>> =
        firms.iter().map(|firm| marks_of(firm).into_iter().collect()).collect();
    let shared = grouped(firms, marks_of);
    let crowded: HashSet<&String> =
        shared.iter().filter(|(_, places)| places.len() > MOST_SHARING).map(|(mark, _)| mark).collect();
    let index = NameIndex::new(firms.iter().map(|firm| firm.name.as_str()));
    for (at, firm) in firms.iter().enumerate() {
        for (other, likeness) in index.similar(&firm.name, ALIKE).into_iter().filter(|(other, _)| *other > at)
        {
            let in_common = marks[at].intersection(&marks[other]).any(|mark| !crowded.contains(mark));
            let same_place = firm.place_code.is_some() && firm.place_code == firms[other].place_code;
            if in_common {
                note(at, other, Why::Shared);
            } else if same_place && likeness >= NEARLY_THE_SAME {
                note(at, other, Why::Similar);
            }
        }
    }
    let mut pairs: Vec<Pair> = found
        .into_iter()
        .filter(|((one, other), why)| *why == Why::Number || !differ(&firms[*one], &firms[*other]))
        .map(|((one, other), why)| Pair { one: firms[one].id, other: firms[other].id, why })
        .filter(|pair| {
            !decided.contains(&(pair.one, pair.other)) && !decided.contains(&(pair.other, pair.one))
        })
        .collect();
    pairs.sort_by_key(|pair| pair.why);
    pairs
}

fn grouped(
    firms: &[firms::Model],
    keys: impl Fn(&firms::Model) -> Vec<String>,
) -> HashMap<String, Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, firm) in firms.iter().enumerate() {
        for key in keys(firm).into_iter().filter(|key| !key.is_empty()) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

fn each_two(places: &[usize], mut note: impl FnMut(usize, usize)) {
    for (at, one) in places.iter().enumerate() {
        places[at + 1..].iter().take(MOST_SHARING).for_each(|other| note(*one, *other));
    }
}

fn digits(firm: &firms::Model) -> Option<String> {
    let digits: String = firm.business_number.as_ref()?.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 10).then_some(digits)
}

/// Different numbers say that two firms of one name are two.
fn differ(one: &firms::Model, other: &firms::Model) -> bool {
    matches!((digits(one), digits(other)), (Some(a), Some(b)) if a != b)
}

/// What tells a firm besides its name and number.
fn marks_of(firm: &firms::Model) -> Vec<String> {
    let mut marks = numbers(&firm.phone);
    let texts = [firm.email.to_lowercase(), firm.website.to_lowercase()];
    marks.extend(texts.into_iter().filter(|text| !text.is_empty()));
    let people =
        firm.representative.split([',', '/']).map(|name| name.split_whitespace().collect::<String>());
    marks.extend(people.filter(|name| !name.is_empty()).map(|name| format!("= {name}")));
    marks
}

/// A value of a firm that one chooses when two become one.
#[derive(Debug, Clone, Copy)]
pub struct Value {
    /// Its name in the form.
    pub word: &'static str,
    /// What it means.
    pub field: dure_roster::Field,
    /// As a reader sees it.
    pub shown: fn(&firms::Model) -> String,
    /// Takes it over.
    take: fn(&mut firms::Model, &firms::Model),
}

macro_rules! values {
    ($($word:literal $field:ident $shown:expr => [$($column:ident),*];)*) => {
        /// Every value that one chooses.
        pub const VALUES: &[Value] = &[$(Value {
            word: $word,
            field: dure_roster::Field::$field,
            shown: $shown,
            take: |to, from| { $(to.$column.clone_from(&from.$column);)* },
        },)*];
    };
}

values! {
    "name" Firm |firm| firm.name.clone() => [name];
    "business_number" BusinessNumber |firm| firm.business_number.as_deref().map(super::plan::dashed).unwrap_or_default() => [business_number];
    "representative" Representative |firm| firm.representative.clone() => [representative];
    "phone" Phone |firm| firm.phone.clone() => [phone];
    "fax" Fax |firm| firm.fax.clone() => [fax];
    "email" Email |firm| firm.email.clone() => [email];
    "address" Address |firm| super::plan::address_text(firm).unwrap_or_default() => [address, place_code];
    "industry" Industry |firm| super::export::industry_name(firm) => [industry_code, industry_text, sector];
    "products" Products |firm| firm.products.clone() => [products];
    "founded" Founded |firm| firm.founded_on.map(|day| day.to_string()).unwrap_or_default() => [founded_on];
    "employees" Employees |firm| firm.employees.map(|count| count.to_string()).unwrap_or_default() => [employees];
    "revenue" Revenue |firm| firm.revenue_won.map(|won| won.0.to_string()).unwrap_or_default() => [revenue_won];
    "website" Website |firm| firm.website.clone() => [website];
    "offers" Offers |firm| firm.offers.clone() => [offers];
    "needs" Needs |firm| firm.needs.clone() => [needs];
    "motive" Motive |firm| firm.motive.map(|motive| super::plan::motive_text(motive).to_owned()).unwrap_or_default() => [motive];
    "notes" Note |firm| firm.notes.clone() => [notes];
}

/// The firm that stays, with the values that were chosen from the other; what is empty is filled
/// from the other in any case.
pub fn merged(kept: &firms::Model, gone: &firms::Model, from_gone: &[String]) -> firms::Model {
    let mut firm = kept.clone();
    for value in VALUES {
        let chosen = from_gone.iter().any(|word| word == value.word) && !(value.shown)(gone).is_empty();
        if chosen || (value.shown)(kept).is_empty() {
            (value.take)(&mut firm, gone);
        }
    }
    firm.created_at = kept.created_at.min(gone.created_at);
    firm
}

#[cfg(test)]
mod tests {
    use dure_domain::{FederationId, Id, Moment};

    use super::*;
    use crate::roster::plan::new_firm;

    fn firm(number: u128, name: &str, phone: &str) -> firms::Model {
        let id = FirmId::from_uuid(uuid::Uuid::from_u128(number));
        let federation = FederationId::from_uuid(uuid::Uuid::from_u128(1));
        let mut firm = new_firm(id, federation, name.into(), Moment::from_millis(0));
        firm.phone = phone.into();
        firm
    }

    #[test]
    fn firms_that_look_like_one_are_found() {
        let firms = [
            firm(1, "(주)두레정밀", "033-640-1001"),
            firm(2, "두레정밀", ""),
            firm(3, "두래정밀", "0336401001"),
            firm(4, "한솔식품", "033-640-1001"),
        ];
        let found = pairs(&firms, &HashSet::new());
        let named: Vec<_> = found.iter().map(|pair| (pair.one.key(), pair.other.key(), pair.why)).collect();
        assert_eq!(named, [(1, 2, Why::Name), (1, 3, Why::Shared)]);
        let decided = HashSet::from([(firms[1].id, firms[0].id)]);
        assert_eq!(pairs(&firms, &decided).len(), 1);
    }

    #[test]
    fn different_numbers_say_that_two_firms_of_one_name_are_two() {
        let mut firms = [firm(1, "두레정밀", ""), firm(2, "두레정밀", "")];
        firms[0].business_number = Some("123-45-67891".into());
        firms[1].business_number = Some("214-87-12345".into());
        assert_eq!(pairs(&firms, &HashSet::new()), []);
        firms[1].business_number = Some("1234567891".into());
        assert_eq!(pairs(&firms, &HashSet::new())[0].why, Why::Number);
    }

    #[test]
    fn chosen_values_win_and_gaps_are_filled() {
        let (mut kept, mut gone) = (firm(1, "두레정밀", "033-640-1001"), firm(2, "(주)두레정밀", ""));
        gone.fax = "033-640-1002".into();
        kept.website = "https://dure.example".into();
        let both = merged(&kept, &gone, &["name".into(), "phone".into()]);
        assert_eq!((both.name.as_str(), both.phone.as_str()), ("(주)두레정밀", "033-640-1001"));
        assert_eq!((both.fax.as_str(), both.website.as_str()), ("033-640-1002", "https://dure.example"));
        assert_eq!(both.id, kept.id);
    }
}
