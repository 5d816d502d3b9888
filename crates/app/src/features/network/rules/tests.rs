//! Properties of the decisions.

use std::collections::BTreeSet;

use dure_domain::{FirmId, Id, Moment};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn firm(number: u8) -> FirmId {
    FirmId::from_uuid(Uuid::from_u128(u128::from(number)))
}

fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let kind = prop::sample::select(TieKind::all().collect::<Vec<_>>());
    let tie = (0..12_u8, 0..12_u8, kind, 1..5_i64, 0..1_000_i64);
    prop::collection::btree_map((0..12_u8, 0..12_u8, 0..7_usize), tie, 0..40).prop_map(|ties| {
        let kinds: Vec<TieKind> = TieKind::all().collect();
        let tie = |((from, to, kind), (.., times, at)): (_, (_, _, _, i64, i64))| {
            let (from, to): (u8, u8) = (from, to);
            let kind: usize = kind;
            Tie { from: firm(from), to: firm(to), kind: kinds[kind], times, last: Moment::from_millis(at) }
        };
        ties.into_iter().map(tie).filter(|tie| tie.from != tie.to).collect()
    })
}

#[test]
fn a_period_ends_on_the_same_day_of_an_earlier_month() {
    let day = |text: &str| Moment::at(text.parse().unwrap(), 15, 30);
    let since = |period: Period, text: &str| period.since(day(text)).unwrap().to_string();
    assert_eq!(since(Period::Year, "2026-11-25"), "2025-11-25T00:00:00+09:00");
    assert_eq!(since(Period::Quarter, "2026-05-31"), "2026-02-28T00:00:00+09:00");
    assert_eq!(since(Period::TwoYears, "2028-02-29"), "2026-02-28T00:00:00+09:00");
    assert_eq!(Period::All.since(day("2026-11-25")), None);
}

#[test]
fn words_of_addresses_lead_back() {
    assert!(Period::ALL.iter().all(|(period, word)| Period::from_word(word) == *period));
    assert!(TieKind::all().all(|kind| TieKind::from_word(&kind.to_string()) == Some(kind)));
    assert_eq!(Period::from_word("?"), Period::Year);
}

#[test]
fn every_kind_has_a_colour_of_its_own() {
    let colours: BTreeSet<u8> = TieKind::all().map(TieKind::part).collect();
    assert_eq!(colours.len(), TieKind::all().count());
}

proptest! {
    #[test]
    fn a_period_holds_its_months(millis in 0..4_000_000_000_000_i64) {
        let now = Moment::from_millis(millis);
        let days = |period: Period| now.day().number() - period.since(now).unwrap().day().number();
        prop_assert!((89..=92).contains(&days(Period::Quarter)));
        prop_assert!((365..=366).contains(&days(Period::Year)));
        prop_assert!((730..=731).contains(&days(Period::TwoYears)));
    }

    #[test]
    fn links_of_a_firm_are_its_ties_and_no_others(ties in ties(), who in 0..12_u8) {
        let links = links_of(&ties, firm(who));
        let own = || ties.iter().filter(|tie| tie.from == firm(who) || tie.to == firm(who));
        let others: BTreeSet<FirmId> = links.iter().map(|link| link.other).collect();
        prop_assert!(others.len() == links.len() && !others.contains(&firm(who)));
        let confirmed = own().filter(|tie| tie.kind != TieKind::Offered).map(|tie| tie.times).sum::<i64>();
        prop_assert_eq!(links.iter().map(|link| link.gave + link.got).sum::<i64>(), confirmed);
        for link in &links {
            let given = link.kinds.iter().filter(|(kind, _)| *kind != TieKind::Offered);
            prop_assert_eq!(given.map(|(_, times)| times).sum::<i64>(), link.gave + link.got);
        }
        prop_assert!(links.windows(2).all(|two| two[0].last >= two[1].last));
    }

    #[test]
    fn the_table_counts_every_help_once(ties in ties(), order in prop::sample::select(&Sort::ALL[..])) {
        let mut rows = pairs(&ties);
        sort(&mut rows, order.0, |_| "");
        prop_assert_eq!(
            rows.iter().map(|row| row.times).sum::<i64>(),
            ties.iter().map(|tie| tie.times).sum::<i64>()
        );
        let distinct: BTreeSet<_> = rows.iter().map(|row| (row.from, row.to)).collect();
        prop_assert_eq!(distinct.len(), rows.len());
    }

    #[test]
    fn the_picture_keeps_to_its_room_and_says_what_is_missing(ties in ties(), room in 0..16_usize) {
        let others: Vec<FirmId> = (0..16).map(firm).collect();
        let picture = picture(&ties, &others, room);
        prop_assert!(picture.firms.len() <= room);
        let tied = partners(&ties);
        let drawn = picture.firms.iter().filter(|(firm, _)| tied.contains_key(firm)).count();
        prop_assert_eq!(drawn + picture.left_out, tied.len());
        if room >= 16 {
            prop_assert_eq!(picture.ties.len(), ties.len());
            prop_assert_eq!(picture.firms.len(), 16);
        }
    }
}
