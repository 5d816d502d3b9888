//! Whatever a file holds: firms and wishes are read or refused by row, and nothing of it is lost.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use dure_pool::{Rules, faults};
use dure_roster::Sheet;
use dure_texts::Lang;
use proptest::prelude::*;

use super::lock::{self, BadLock, Locks};
use super::read::{self, NoIndustryColumn, Read, Why};
use super::{report, said, search};

fn sheet(file: &str) -> Sheet {
    dure_roster::read(file.as_bytes(), "firms.csv").expect("a table").sheet
}

fn read(file: &str) -> Read {
    read::firms(&sheet(file), true).expect("firms")
}

const FILE: &str = "회사명,업종,지역,생산품\n\
    한빛도금,25922,강원 원주시,아연도금\n\
    ,25922,강원 원주시,이름이 없음\n\
    별난회사,하늘을 나는 업,강원 원주시,?\n\
    먼나라,25922,홍콩,무역\n\
    어디엔가,25922,어딘지 모름,?\n\
    빈곳,25922,,?\n\
    한빛도금,25922,강원 원주시,아연도금\n\
    한빛도금,25922,강원 춘천시,니켈도금\n\
    여러업종,\"292, 251\",강원 원주시,기계\n";

#[test]
fn bad_rows_are_named_with_the_reason_and_the_rest_goes_on() {
    let read = read(FILE);
    assert_eq!(read.rows, [2, 9, 10]);
    let codes: Vec<_> = read.bad.iter().map(|bad| (bad.row, bad.why.code())).collect();
    let expected = [
        (3, "no_name"),
        (4, "unknown_industry"),
        (5, "abroad"),
        (6, "unknown_place"),
        (7, "no_place"),
        (8, "same_firm"),
    ];
    assert_eq!(codes, expected);
    assert_eq!(read.bad[5].why, Why::SameFirm(2));
    assert_eq!(read.firms[2].industries.len(), 2);
    for lang in Lang::ALL {
        let said: Vec<String> = read.bad.iter().map(|bad| said::why(lang, &bad.why)).collect();
        assert!(said.iter().all(|text| !text.is_empty()));
        assert_eq!(said::bad_rows(lang, &read.bad).len(), 6);
    }
}

#[test]
fn places_matter_only_where_distance_counts() {
    let read = read::firms(&sheet(FILE), false).expect("firms");
    assert_eq!(read.rows, [2, 5, 6, 7, 9, 10]);
    let without = read::firms(&sheet("업체명,업종,생산품\n한빛도금,25922,도금\n"), true).expect("firms");
    assert!(!without.has_places && without.bad.is_empty());
    assert_eq!(read::firms(&sheet("회사명,지역\n한빛도금,원주\n"), true), Err(NoIndustryColumn));
}

#[test]
fn headers_are_understood_in_english() {
    let read = read("Company name,Industry code,City,Offers,Needs\nHanbit,25922,Wonju,plating,boxes\n");
    let firm = &read.firms[0];
    assert_eq!(
        (firm.name.as_str(), firm.offers.as_str(), firm.needs.as_str()),
        ("Hanbit", "plating", "boxes")
    );
    assert_eq!(firm.place.map(dure_domain::Place::name_ko), Some("원주시"));
}

#[test]
fn wishes_are_read_and_those_that_cannot_be_followed_are_named() {
    let firms = read("회사명,업종,지역\n가나,251,원주\n다라,292,원주\n마바,620,원주\n").firms;
    let file = "회사,상대,바람\n가나,다라,함께\n다라,마바,APART\n가나,없는회사,함께\n가나,다라,아무렇게나\n마바,첫모임\n가나\n다라, 다라 ,따로\n";
    let rows = dure_roster::read_rows(file.as_bytes(), "lock.csv").expect("rows");
    let locks = lock::read(&rows, &firms);
    assert_eq!(locks.wishes.together, [(0, 1)]);
    assert_eq!(locks.wishes.apart, [(1, 2)]);
    assert_eq!(locks.wishes.kept[0].members, [2]);
    let bad: Vec<_> = locks.bad.iter().map(|(row, bad)| (*row, bad.code())).collect();
    assert_eq!(bad, [(4, "unknown_firm"), (5, "word"), (7, "cells"), (8, "same_firm")]);
    // Without a header, and with a firm whose name looks like one.
    let firms = read("회사명,업종,지역\n기업,251,원주\n다라,292,원주\n").firms;
    let rows = dure_roster::read_rows("기업,다라,따로\n".as_bytes(), "lock.csv").expect("rows");
    assert_eq!(lock::read(&rows, &firms).wishes.apart, [(0, 1)]);
}

fn cell() -> impl Strategy<Value = String> {
    let words = [
        "",
        "회사명",
        "업종",
        "지역",
        "생산품",
        "필요",
        "25922",
        "도금업",
        "C",
        "원주",
        "홍콩",
        "중구",
        "한빛도금",
        "(주)한빛도금",
        "함께",
        "따로",
        "together",
        "합계",
        "이상",
        "=1+1",
        "\u{feff}",
        "니켈도금, 상자",
    ];
    prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        any::<String>(),
        "[가-힣a-z0-9 ]{0,12}"
    ]
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| drop(writer.write_record(row)));
    writer.into_inner().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_table_is_read_row_by_row(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 0..14),
        headed in any::<bool>(), measured in any::<bool>(), wishes in prop::collection::vec(prop::collection::vec(cell(), 0..4), 0..8)
    ) {
        let head = ["회사명", "업종", "지역", "생산품", "필요"].map(str::to_owned).to_vec();
        let all: Vec<Vec<String>> = headed.then_some(head).into_iter().chain(rows).collect();
        let Ok(book) = dure_roster::read(&csv(&all), "firms.csv") else { return Ok(()) };
        let Ok(read) = read::firms(&book.sheet, measured) else { return Ok(()) };
        let known: BTreeSet<u32> = book.sheet.rows.iter().map(|row| row.number).collect();
        let told: Vec<u32> = read.rows.iter().copied().chain(read.bad.iter().map(|bad| bad.row)).collect();
        prop_assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "no row twice");
        prop_assert!(told.iter().all(|row| known.contains(row)));
        prop_assert_eq!(read.rows.len(), read.firms.len());
        let rows = dure_roster::read_rows(&csv(&wishes), "lock.csv").unwrap_or_default();
        let locks = lock::read(&rows, &read.firms);
        let few = Rules { least: 2, most: 4, ..Rules::default() };
        let answer = search::formed(few, read, locks, (1, 2_000), &AtomicBool::new(false), &|_| {});
        prop_assert_eq!(faults(&answer.posed, &answer.grouping), vec![]);
        let page = report::page(Lang::Ko, &answer).into_string();
        prop_assert!(!page.contains("http://") || page.contains("xmlns"));
    }
}

#[test]
fn a_wish_about_a_row_left_aside_names_that_row() {
    let read = read(FILE);
    let rows = dure_roster::read_rows("먼나라,한빛도금,함께\n여러업종,한빛도금,함께\n".as_bytes(), "l.csv")
        .expect("rows");
    let Locks { bad, .. } = lock::read(&rows, &read.firms);
    assert!(said::bad_lock(Lang::Ko, bad[0].0, &bad[0].1, &read.bad).contains("5행"));
    assert!(matches!(bad[1].1, BadLock::SeveralFirms(_)));
}
