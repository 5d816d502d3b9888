//! Whatever people write: a pool is posed, an answer accounted for, and what is said agrees with the engine.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use dure_domain::{Industry, LatLon, Level, Place};
use dure_formation::{Effort, Grouping, Limit, add, check, solve};
use dure_pool::{
    Block, Firm, Kept, MapWords, Posed, Preference, Rules, Trouble, WhyLeft, Wishes, account, faults, map,
    pose, seat_left_out, would,
};
use proptest::prelude::*;

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("아연도금과 니켈도금".to_owned()),
        Just("녹이 나서 도금집을 찾습니다".to_owned()),
        Just("포장재, 골판지 상자".to_owned()),
        Just("식품 포장 용기가 필요합니다".to_owned()),
        any::<String>(),
        "[가-힣 ,a-z]{0,40}",
    ]
}

fn firm() -> impl Strategy<Value = Firm> {
    let codes = prop::sample::select(vec!["25", "251", "25112", "10", "292", "620", "201", "C"]);
    let industries = prop::collection::vec(codes, 0..3)
        .prop_map(|codes| codes.into_iter().filter_map(|code| code.parse::<Industry>().ok()).collect());
    let place = prop::option::of(prop::sample::select(vec!["51110", "51130", "51", "11680", "26", "11"]))
        .prop_map(|code| code.and_then(|code| code.parse::<Place>().ok()));
    let point = prop::option::weighted(0.2, (any::<f64>(), any::<f64>()))
        .prop_map(|at| at.map(|(lat, lon)| LatLon { lat, lon }));
    (texts(), industries, place, point, texts(), texts(), texts()).prop_map(
        |(name, industries, place, point, offers, needs, products)| Firm {
            name,
            industries,
            place,
            point,
            offers,
            needs,
            products,
        },
    )
}

fn rules() -> impl Strategy<Value = Rules> {
    (
        0..6usize,
        0..8usize,
        prop::sample::select(Level::ALL.to_vec()),
        prop::option::of(0..300u32),
        any::<bool>(),
    )
        .prop_map(|(least, most, level, radius_km, from_meeting_place)| Rules {
            least,
            most,
            level,
            radius_km,
            from_meeting_place,
            ..Rules::default()
        })
}

fn wishes() -> impl Strategy<Value = Wishes> {
    let pairs = || prop::collection::vec((0..30u32, 0..30u32), 0..6);
    let kept = (prop::collection::vec(0..30u32, 0..5), any::<bool>()).prop_map(|(members, closed)| Kept {
        members,
        closed,
        meets_at: None,
    });
    (pairs(), pairs(), prop::collection::vec(kept, 0..3)).prop_map(|(together, apart, kept)| Wishes {
        together,
        apart,
        kept,
    })
}

fn answer(posed: &Posed) -> Grouping {
    let effort = Effort {
        limit: Limit::Moves(20_000),
        seed: 1,
        cancel: &AtomicBool::new(false),
        progress: &|_, _| {},
        start: None,
        moves_hoped: 20_000,
    };
    solve(&posed.problem, &effort).grouping
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_pool_is_posed_and_its_answer_accounted_for(
        firms in prop::collection::vec(firm(), 0..28), rules in rules(), wishes in wishes()
    ) {
        let posed = pose(&firms, &rules, &wishes);
        prop_assert_eq!(&posed, &pose(&firms, &rules, &wishes));
        prop_assert_eq!(&posed, &pose(&firms, &rules, &Wishes::default()).wishing(&wishes));
        let count = firms.len() as u32;
        for link in &posed.links {
            prop_assert!(link.from < count && link.to < count && link.from != link.to);
            prop_assert!((1..=10).contains(&link.points));
            prop_assert!(!link.words.is_empty() && (link.wanted.is_empty() || link.words.len() == link.wanted.len()));
            prop_assert!(posed.problem.may_meet(link.from, link.to));
            prop_assert_eq!(posed.link(link.from, link.to), Some(link));
        }
        let grouping = answer(&posed);
        prop_assert_eq!(check::faults(&posed.problem, &grouping), vec![]);
        prop_assert_eq!(faults(&posed, &grouping), vec![]);
        let seated = seat_left_out(&posed, &grouping);
        prop_assert_eq!(faults(&posed, &seated), vec![]);
        prop_assert!(seated.worth(&posed.problem) >= grouping.worth(&posed.problem));
        let account = account(&posed, &firms, &rules, &grouping);
        let placed: Vec<u32> = account.groups.iter().flat_map(|group| group.members.clone()).collect();
        let left: Vec<u32> = account.left_out.iter().map(|left| left.firm).collect();
        let each: BTreeSet<u32> = placed.iter().chain(&left).copied().collect();
        prop_assert_eq!(each.len(), firms.len());
        prop_assert_eq!(placed.len() + left.len(), firms.len());
        prop_assert_eq!(account.groups.iter().map(|group| group.worth).sum::<i64>(), account.worth);
        prop_assert!(account.worth <= account.bound.worth());
        let map = map(&firms, &grouping);
        prop_assert_eq!(map.points.len() + map.nowhere.len(), firms.len());
        for point in &map.points {
            prop_assert!(point.x >= 0.0 && point.x <= map.width && point.y >= 0.0 && point.y <= map.height);
        }
    }

    #[test]
    fn what_is_said_of_moves_is_what_the_engine_says(
        firms in prop::collection::vec(firm(), 2..20), rules in rules(), wishes in wishes(),
        hand in prop::collection::vec(prop::option::of(0..3u32), 20)
    ) {
        let posed = pose(&firms, &rules, &wishes);
        let grouping = Grouping { of: hand[..firms.len()].to_vec() };
        prop_assert_eq!(faults(&posed, &grouping).len(), check::faults(&posed.problem, &grouping).len());
        for firm in 0..firms.len() as u32 {
            let ours = would(&posed, &grouping, firm);
            let theirs = add::joinings(&posed.problem, &grouping, firm);
            prop_assert_eq!(ours.len(), theirs.len());
            for one in &ours {
                let members: Vec<u32> = (0..).zip(&grouping.of).filter(|(_, of)| **of == Some(one.group)).map(|(m, _)| m).collect();
                let other = theirs.iter().find(|joining| joining.members == members).expect("the same group");
                prop_assert_eq!(one.gain, other.gain);
                prop_assert_eq!(one.blocks.len(), other.blocked.len(), "{:?} {:?}", one, other);
            }
        }
    }
}

fn named(name: &str, industry: &str, place: &str) -> Firm {
    Firm {
        name: name.into(),
        industries: industry.parse().into_iter().collect(),
        place: place.parse().ok(),
        ..Firm::default()
    }
}

#[test]
fn contradictory_wishes_are_refused_by_name_and_the_rest_is_kept() {
    let firms = [
        named("가", "251", "51110"),
        named("나", "292", "51110"),
        named("다", "251", "51110"),
        named("라", "620", "26"),
    ];
    let wishes = Wishes {
        together: vec![(0, 1), (0, 2), (0, 3), (1, 1), (0, 9)],
        apart: vec![(0, 1)],
        kept: Vec::new(),
    };
    let posed = pose(&firms, &Rules::default(), &wishes);
    let locks = posed.troubles.iter().filter(|trouble| matches!(trouble, Trouble::Lock { .. })).count();
    assert_eq!(locks, 5, "{:?}", posed.troubles);
    assert!(posed.problem.together.is_empty());
    assert_eq!(posed.problem.apart, vec![(0, 1)]);
}

#[test]
fn who_is_left_out_hears_why() {
    let firms: Vec<Firm> = ["101", "251", "292", "620", "201", "251"]
        .into_iter()
        .map(|code| named(code, code, "51110"))
        .chain([named("far", "107", "26")])
        .collect();
    let rules = Rules { least: 5, most: 5, ..Rules::default() };
    let posed = pose(&firms, &rules, &Wishes::default());
    let grouping = Grouping { of: vec![Some(0), Some(0), Some(0), Some(0), Some(0), None, None] };
    let account = account(&posed, &firms, &rules, &grouping);
    let why: Vec<&WhyLeft> = account.left_out.iter().map(|left| &left.why).collect();
    assert!(
        matches!(why[0], WhyLeft::NoSeat { taken, full, .. } if taken[0].rival == 1 && full == &[0]),
        "{why:?}"
    );
    assert!(matches!(why[1], WhyLeft::NobodyNear { nearest: Some((_, km)) } if *km > 200.0), "{why:?}");
    assert!(would(&posed, &grouping, 6)[0].blocks.iter().any(|block| matches!(block, Block::TooFar { .. })));
}

#[test]
fn the_map_has_a_dot_for_each_firm_and_no_styles() {
    let firms: Vec<Firm> =
        (0..40).map(|n| named(&n.to_string(), "251", if n < 30 { "51110" } else { "51130" })).collect();
    let map = map(&firms, &Grouping::nobody(firms.len()));
    for (at, one) in map.points.iter().enumerate() {
        for other in &map.points[at + 1..] {
            assert!(
                (one.x - other.x).hypot(one.y - other.y) > 2.0 * map.dot * 0.9,
                "{one:?} covers {other:?}"
            );
        }
    }
    let svg = map
        .svg(&MapWords {
            title: "지도",
            firm: &|firm| firm.to_string(),
            place: &|place| place.name_ko().to_owned(),
            group: &|group| (group + 1).to_string(),
            href: &|_| None,
        })
        .into_string();
    assert!(!svg.contains("style="));
    assert_eq!(svg.matches("<circle").count(), 40);
    assert!(svg.contains("춘천시") && svg.contains("원주시"));
}

/// Four firms of four industries in two towns, with nothing to give each other: without a preference any two pairs are as good.
#[test]
fn nearness_puts_neighbours_together() {
    let firm = |name: &str, code: &str, place: &str| Firm {
        name: name.to_owned(),
        industries: code.parse().into_iter().collect(),
        place: place.parse().ok(),
        ..Firm::default()
    };
    let firms = [
        firm("가", "251", "51110"),
        firm("나", "292", "51130"),
        firm("다", "107", "51110"),
        firm("라", "620", "51130"),
    ];
    let rules = Rules { least: 2, most: 2, radius_km: None, ..Rules::default() };
    let of = answer(&pose(&firms, &rules.preferring(&[Preference::Nearness]), &Wishes::default())).of;
    assert!(of[0].is_some() && of[0] == of[2] && of[1] == of[3] && of[0] != of[1], "{of:?}");
}
