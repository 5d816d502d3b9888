//! What is exported reads back to the same rows, and starts no formula.

use dure_domain::{Day, Won};
use dure_roster::{
    BusinessNumber, CsvEncoding, Interpretation, Person, Phone, RosterRow, Severity, WriteError,
    bad_rows_xlsx, guess_mapping, interpret, read, write_csv, write_xlsx,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = Option<String>> {
    of("[=+@-]{0,1}[가-힣a-z][가-힣a-z0-9,;\"'·() ]{0,12}[가-힣a-z]")
        .prop_map(|text| text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let name = prop::sample::select(vec!["홍길동", "김한솔", "박바다", "남궁민수", "John Smith"]);
    let title = of(prop::sample::select(vec!["대표이사", "공장장", "전무", "기술 고문역"]));
    let person =
        (name, title).prop_map(|(name, title)| Person { name: name.into(), title: title.map(Into::into) });
    vec(person, 0..3)
}

fn phones(starts: &'static [&'static str]) -> impl Strategy<Value = Vec<Phone>> {
    let phone = (prop::sample::select(starts), 1_000..10_000_u32, 0..10_000_u32);
    let phone =
        phone.prop_filter_map("a number", |(start, a, b)| Phone::parse(&format!("{start}-{a}-{b:04}")));
    prop::collection::btree_set(phone, 0..3).prop_map(|set| set.into_iter().collect())
}

fn row() -> impl Strategy<Value = RosterRow> {
    let texts = (text(), text(), text(), text(), text(), text(), text(), text());
    let numbers = (of(1_000_000_000..10_000_000_000_u64), of(0..100_000_u32), of(0..1_000_000_000_000_i64));
    let days = (of(-20_000..40_000_i32), of(-20_000..40_000_i32));
    let phones = (phones(&["033", "02", "070", "031"]), phones(&["010"]), phones(&["033", "0505"]));
    let firm = "[=@-]{0,1}[가-힣]{2,8}(\\(주\\))?";
    (firm, texts, numbers, days, phones, (people(), people()), vec("[a-z]{1,8}@[a-z]{1,8}\\.example", 0..2))
        .prop_map(|(firm, texts, numbers, days, phones, people, emails)| RosterRow {
            firm,
            group: texts.0,
            address: texts.1,
            industry: texts.2,
            products: texts.3,
            offers: texts.4,
            needs: texts.5,
            motive: texts.6,
            notes: texts.7.map(|text| vec![("좋아하는 것".to_owned(), text)]).unwrap_or_default(),
            business_number: numbers.0.and_then(|n| BusinessNumber::parse(&n.to_string()).ok()),
            employees: numbers.1,
            revenue: numbers.2.map(Won),
            joined: days.0.map(Day::from_number),
            founded: days.1.map(Day::from_number),
            phones: phones.0,
            mobiles: phones.1,
            faxes: phones.2,
            people: people.0,
            contacts: people.1,
            emails,
            ..RosterRow::default()
        })
}

/// A group in the first row only would be taken to hold for all; here every row has one.
fn rows() -> impl Strategy<Value = Vec<RosterRow>> {
    vec(row(), 1..8).prop_map(|mut rows| {
        for row in &mut rows {
            row.group = Some("강릉이업종교류회".to_owned());
        }
        rows
    })
}

fn again(bytes: &[u8]) -> Interpretation {
    let book = read(bytes, "명부").expect("own export");
    interpret(&book.sheet, &guess_mapping(&book.sheet))
}

fn unnumbered(rows: &[RosterRow]) -> Vec<RosterRow> {
    rows.iter().map(|row| RosterRow { row: 0, ..row.clone() }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_workbook_reads_back(rows in rows()) {
        let read = again(&write_xlsx(&rows).expect("written"));
        prop_assert_eq!(unnumbered(&read.rows), rows);
        prop_assert_eq!(read.skipped, vec![]);
    }

    #[test]
    fn csv_reads_back(rows in rows()) {
        let read = again(&write_csv(&rows, CsvEncoding::Utf8Bom).expect("written"));
        prop_assert_eq!(unnumbered(&read.rows), rows.clone());
        let read = again(&write_csv(&rows, CsvEncoding::Cp949).expect("written"));
        prop_assert_eq!(unnumbered(&read.rows), rows);
    }

    #[test]
    fn no_cell_of_csv_starts_a_formula(rows in rows()) {
        let bytes = write_csv(&rows, CsvEncoding::Utf8Bom).expect("written");
        for record in csv::Reader::from_reader(&bytes[3..]).records() {
            let record = record.expect("own csv");
            prop_assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
        }
    }
}

#[test]
fn phones_stay_readable_in_exports() {
    let row = RosterRow {
        firm: "두레정밀".into(),
        phones: Phone::parse("+82-33-123-4567").into_iter().chain(Phone::parse("+81312345678")).collect(),
        ..RosterRow::default()
    };
    let bytes = write_csv(std::slice::from_ref(&row), CsvEncoding::Utf8Bom).expect("written");
    assert!(String::from_utf8_lossy(&bytes).contains("\"033-123-4567, +81312345678\""));
    assert_eq!(again(&bytes).rows[0].phones, row.phones);
}

#[test]
fn a_character_that_cp949_lacks_is_named() {
    let row = RosterRow { firm: "두레😀".into(), ..RosterRow::default() };
    let refused = write_csv(&[row], CsvEncoding::Cp949);
    assert!(matches!(refused, Err(WriteError::NotInCp949 { character: '😀' })));
}

#[test]
fn bad_rows_come_back_with_the_reason_and_can_be_imported_once_corrected() {
    let text =
        "명부\n\n회사명,대표자,전화,기타 사항\n두레정밀,홍길동,033-640-1001,\n,김한솔,033-640-1002,=1+1\n";
    let book = read(text.as_bytes(), "a.csv").expect("read");
    let first = interpret(&book.sheet, &guess_mapping(&book.sheet));
    let errors = first.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let bytes = bad_rows_xlsx(&book.sheet, errors, |problem| format!("{}행: 회사명이 없습니다", problem.row));
    let returned = read(&bytes.expect("written"), "b.xlsx").expect("read");
    assert_eq!(returned.sheet.header, ["회사명", "대표자", "전화", "기타 사항", "사유"]);
    let cells: Vec<String> =
        (0..5).map(|column| returned.sheet.rows[0].cell(column).text().into_owned()).collect();
    assert_eq!(cells, ["", "김한솔", "033-640-1002", "=1+1", "5행: 회사명이 없습니다"]);
    let mut corrected = returned.sheet.clone();
    corrected.rows[0].cells[0] = dure_roster::Cell::from_text("한솔식품");
    let second = interpret(&corrected, &guess_mapping(&corrected));
    assert_eq!(second.rows[0].firm, "한솔식품");
    assert_eq!(second.rows[0].notes, [("기타 사항".to_owned(), "=1+1".to_owned())]);
}
