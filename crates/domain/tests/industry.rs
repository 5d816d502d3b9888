//! Industries: codes, names, slots and what people write.

use dure_domain::{BadIndustry, Industry, Level, Sector};
use proptest::prelude::*;

fn code(text: &str) -> Industry {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_table_is_complete() {
    let count = |level| Industry::all(level).count();
    assert_eq!((count(Level::Section), count(Level::Division), count(Level::Group)), (21, 77, 234));
    for group in Industry::all(Level::Group) {
        assert!(!group.name_ko().is_empty() && !group.name_en().is_empty(), "{group}");
        assert!(group.division().is_some_and(|division| division.children().any(|child| child == group)));
    }
}

#[test]
fn codes_are_read_with_and_without_their_letter() {
    assert_eq!(code("C2511"), code("2511"));
    assert_eq!(code("25112").group(), Some(code("251")));
    assert_eq!(code("01").section(), code("A"));
    assert_eq!(code("25112").to_string(), "25112");
    assert_eq!(code("011").to_string(), "011");
    assert_eq!(
        "F251".parse::<Industry>(),
        Err(BadIndustry::WrongSection { text: "F251".into(), section: code("C") })
    );
    assert_eq!("04".parse::<Industry>(), Err(BadIndustry::UnknownDivision("04".into())));
    assert!(matches!("258".parse::<Industry>(), Err(BadIndustry::UnknownGroup { .. })));
    assert!(matches!("X".parse::<Industry>(), Err(BadIndustry::NotACode(_))));
}

#[test]
fn codes_of_revision_10_lead_to_the_group_of_today() {
    assert_eq!(code("27400"), code("272"));
    let old = |text| Industry::from_revision_10(text).ok();
    assert_eq!(old("10712"), Some(code("106")));
    assert_eq!(old("C108"), Some(code("109")));
    assert_eq!(old("2511"), Some(code("2511")));
    assert_eq!(old("1079"), Some(code("108")));
    assert_eq!(old("107x"), None);
}

#[test]
fn a_slot_is_the_code_cut_to_the_level() {
    assert!(code("25112").shares_slot(code("25119"), Level::Group));
    assert!(!code("251").shares_slot(code("259"), Level::Group));
    assert!(code("251").shares_slot(code("259"), Level::Division));
    assert_eq!(code("25112").slot(Level::Section), code("C"));
}

#[test]
fn shop_words_and_old_names_are_found() {
    let pairs = [
        ("도금", "259"),
        ("금형", "292"),
        ("사출", "222"),
        ("주물", "243"),
        ("건축설계", "721"),
        ("세무사", "712"),
        ("막걸리", "111"),
        ("김치 제조", "103"),
        ("전기공사업", "423"),
        ("조경", "743"),
        ("의료기기", "271"),
        ("일차전지 및 축전지 제조업", "282"),
        ("C251 구조용 금속제품", "251"),
        ("제조업(10~34)", "C"),
    ];
    for (text, expected) in pairs {
        assert_eq!(Industry::guess(text), Some(code(expected)), "{text}");
    }
    assert!(Industry::find("자동차 부품 도금").iter().any(|(found, _)| *found == code("259")));
    assert!(Industry::find("").is_empty());
}

#[test]
fn official_names_are_certain() {
    for group in Industry::all(Level::Group) {
        let found = Industry::find(group.name_ko());
        assert!(
            found.first().is_some_and(|(code, score)| code.slot(Level::Group) == group && *score >= 1.0),
            "{group}"
        );
    }
}

#[test]
fn sectors_follow_the_survey() {
    assert_eq!(code("259").sector(), Sector::MachineryMetal);
    assert_eq!(code("2711").sector(), Sector::ElectricalMedical);
    assert_eq!(code("721").sector(), Sector::ConstructionEnvironment);
    assert_eq!(code("712").sector(), Sector::Other);
}

proptest! {
    #[test]
    fn finding_never_panics_and_ranks(text in "\\PC*") {
        let found = Industry::find(&text);
        prop_assert!(found.len() <= 8);
        prop_assert!(found.windows(2).all(|pair| pair[0].1 >= pair[1].1));
        prop_assert!(found.iter().all(|(_, score)| (0.0..=1.0).contains(score)));
    }

    #[test]
    fn what_parses_is_shown_as_it_was_read(text in "[A-U]?[0-9]{0,6}") {
        if let Ok(industry) = text.parse::<Industry>() {
            prop_assert_eq!(industry.to_string().parse(), Ok(industry));
        }
        let _ = Industry::from_revision_10(&text);
    }
}
