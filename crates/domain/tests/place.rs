//! Places: codes, addresses and distances.

use dure_domain::{Place, PlaceFound};
use proptest::prelude::*;

fn here(address: &str) -> String {
    match Place::find(address) {
        PlaceFound::Here(place) => place.full_name_ko(),
        other => format!("{other:?}"),
    }
}

#[test]
fn addresses_lead_to_places() {
    let pairs = [
        ("강원도 춘천시 후평동 123", "강원특별자치도 춘천시"),
        ("강원 춘천", "강원특별자치도 춘천시"),
        ("춘천시", "강원특별자치도 춘천시"),
        ("강원도춘천시 후평동", "강원특별자치도 춘천시"),
        ("(24341) 강원특별자치도 고성군 간성읍", "강원특별자치도 고성군"),
        ("서울 강남구", "서울특별시 강남구"),
        ("경기도 성남시 분당구 판교로", "경기도 성남시 분당구"),
        ("수원시 영통구", "경기도 수원시 영통구"),
        ("수원시", "경기도 수원시"),
        ("경기도", "경기도"),
        ("서울특별시", "서울특별시"),
        ("광주", "광주광역시"),
        ("경기도 광주시", "경기도 광주시"),
        ("충북 청원군 오창읍", "충청북도 청주시"),
        ("경남 마산시", "경상남도 창원시"),
        ("전라북도 전주시", "전북특별자치도 전주시"),
        ("경북 군위군", "경상북도"),
        ("대구 군위군", "대구광역시 군위군"),
        ("포항시 북구", "경상북도 포항시 북구"),
    ];
    for (address, expected) in pairs {
        assert_eq!(here(address), expected, "{address}");
    }
}

#[test]
fn what_is_not_one_place_says_so() {
    assert!(matches!(Place::find("중구"), PlaceFound::Ambiguous(places) if places.len() == 6));
    assert!(matches!(Place::find("고성군"), PlaceFound::Ambiguous(places) if places.len() == 2));
    assert_eq!(Place::find("Hong Kong"), PlaceFound::Abroad("홍콩"));
    assert_eq!(Place::find("케이맨 제도"), PlaceFound::Abroad("케이맨 제도"));
    assert_eq!(Place::find("미국 캘리포니아"), PlaceFound::Abroad("미국"));
    assert_eq!(Place::find(""), PlaceFound::Unknown);
}

#[test]
fn every_code_leads_back_and_lies_in_korea() {
    assert_eq!(Place::provinces().count(), 17);
    for place in Place::provinces().chain(Place::municipalities()) {
        assert_eq!(place.to_string().parse(), Ok(place));
        let centre = place.centre();
        assert!((33.0..38.7).contains(&centre.lat) && (124.5..131.0).contains(&centre.lon), "{place}");
        assert!(place.distance_km(place.province()) < 300.0, "{}", place.full_name_ko());
    }
    assert!("99".parse::<Place>().is_err());
}

#[test]
fn seoul_to_busan_is_325_km() {
    let place = |code: &str| code.parse::<Place>().unwrap_or_else(|error| panic!("{error}"));
    let distance = place("11").distance_km(place("26"));
    assert!((315.0..335.0).contains(&distance), "{distance}");
}

fn any_place() -> impl Strategy<Value = Place> {
    prop::sample::select(Place::municipalities().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn distance_is_a_metric(a in any_place(), b in any_place(), c in any_place()) {
        prop_assert!((a.distance_km(b) - b.distance_km(a)).abs() < 1e-9);
        prop_assert!(a.distance_km(c) <= a.distance_km(b) + b.distance_km(c) + 1e-6);
        prop_assert!(a.distance_km(a) < 1e-9);
    }

    #[test]
    fn finding_never_panics(text in "\\PC*") {
        let _ = Place::find(&text);
    }

    #[test]
    fn full_names_lead_back(place in any_place()) {
        prop_assert_eq!(Place::find(&place.full_name_ko()), PlaceFound::Here(place));
    }
}
