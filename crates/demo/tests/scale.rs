//! What larger demos promise.

use std::collections::{BTreeMap, BTreeSet};

use dure_demo::{Options, Part, parts, survey};
use dure_domain::{Industry, Level};

fn national() -> Vec<Part> {
    let today = "2026-11-25".parse().expect("a day");
    let options = Options { seed: 1, groups: 400, firms: 4_000, today };
    let made: Vec<Part> = parts(options).expect("sound texts").collect();
    assert_eq!(made.len(), options.part_count());
    made
}

#[test]
fn four_hundred_groups_and_four_thousand_firms_are_as_many() {
    let made = national();
    assert_eq!(made.iter().map(|part| part.groups.len()).sum::<usize>(), 400);
    assert_eq!(made.iter().map(|part| part.firms.len()).sum::<usize>(), 4_000);
    let names: BTreeSet<&str> =
        made.iter().flat_map(|part| &part.groups).map(|group| group.name.as_str()).collect();
    assert_eq!(names.len(), 400);
}

#[test]
fn no_key_is_there_twice() {
    let made = national();
    let mut seen = BTreeSet::new();
    for firm in made.iter().flat_map(|part| part.firms.iter().chain(&part.newcomers)) {
        assert!(seen.insert(firm.business_number.clone()), "{:?}", firm.business_number);
    }
    let mut mails = BTreeSet::new();
    for person in made.iter().flat_map(|part| &part.people) {
        assert!(mails.insert(person.email.clone()), "{:?}", person.email);
    }
    let slots: Vec<_> = made
        .iter()
        .flat_map(|part| &part.memberships)
        .map(|row| (row.group_id, row.industry_slot.clone()))
        .collect();
    assert_eq!(slots.iter().collect::<BTreeSet<_>>().len(), slots.len());
}

#[test]
fn proportions_stay_near_the_survey() {
    let made = national();
    let mut sectors = BTreeMap::new();
    for firm in made.iter().flat_map(|part| &part.firms) {
        let industry: Industry = firm.industry_code.as_deref().expect("an industry").parse().expect("a code");
        assert!(industry.group().is_some_and(|group| group.level() == Level::Group));
        *sectors.entry(industry.sector()).or_insert(0) += 1;
    }
    for (sector, count) in survey::share(&survey::SECTORS, 4_000) {
        let off = (sectors[&sector] - i32::try_from(count).expect("a count")).abs();
        assert!(off < 120, "{sector:?}: {} instead of {count}", sectors[&sector]);
    }
}

#[test]
fn firms_differ_in_their_texts() {
    let made = national();
    let firms = made.iter().flat_map(|part| &part.firms);
    let texts: BTreeSet<_> = firms.map(|firm| (firm.products.as_str(), firm.offers.as_str())).collect();
    assert!(texts.len() > 3_600, "{}", texts.len());
}

#[test]
fn difficulties_grow_with_the_firms_and_nobody_helps_himself() {
    let made = national();
    let count: usize = made.iter().map(|part| part.difficulties.len()).sum();
    assert!(count > made[0].difficulties.len() * 4_000 / 135 * 8 / 10, "{count}");
    for part in &made {
        let firms: BTreeMap<_, _> = part.difficulties.iter().map(|row| (row.id, row.firm_id)).collect();
        for ask in &part.asks {
            assert_ne!(ask.firm_id, Some(firms[&ask.difficulty_id]));
        }
    }
}

#[test]
fn firms_without_a_group_grow_with_the_members() {
    let made = national();
    let count: usize = made.iter().map(|part| part.newcomers.len()).sum();
    assert_eq!(count, made[0].newcomers.len() * 4_000 / 135);
}
