//! Workbooks as secretaries keep them, made for the tests.

use rust_xlsxwriter::{Format, Workbook};

/// What stands above the columns.
const HEADER: [&str; 13] = [
    "연번",
    "업 체 명",
    "사업자\n등록번호",
    "대표자",
    "직위",
    "전 화",
    "H.P",
    "E-mail",
    "소재지",
    "업종",
    "가입일",
    "직책",
    "비고",
];

/// Rows, one of them without a name.
const ROWS: [[&str; 13]; 4] = [
    [
        "1",
        "(주)새봄식품",
        "123-45-67891",
        "최새봄",
        "대표이사",
        "033)640-2001",
        "010.1234.5678",
        "bom@dure.example",
        "강원도 강릉시 경강로 1",
        "메밀국수",
        "2021.3.5",
        "회원",
        "주차 넓음",
    ],
    [
        "2",
        "동해 기계",
        "신청 중",
        "강동해",
        "대표",
        "640-2002",
        "",
        "",
        "동해시",
        "플라스틱 사출",
        "'19.5",
        "",
        "",
    ],
    ["3", "", "", "윤없음", "대표", "033-640-2003", "", "", "", "", "", "", "회사 이름을 잊음"],
    [
        "4",
        "달빛소프트",
        "",
        "송달빛",
        "",
        "033-640-2004",
        "",
        "bom@dure.example",
        "달나라",
        "알 수 없는 업종",
        "",
        "부회장",
        "",
    ],
];

/// A title over merged cells, a date, a header in row 4, phone numbers as numbers, a total at the end.
pub fn messy() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("안내").expect("a name");
    cover.write(0, 0, "이 파일은 회원만 보세요").expect("a cell");
    let sheet = book.add_worksheet();
    sheet.set_name("2026 명부").expect("a name");
    sheet.merge_range(0, 0, 0, 9, "2026년 한울회 회원 명부", &Format::new().set_bold()).expect("a title");
    sheet.write(1, 9, "2026. 3. 1. 현재").expect("a cell");
    for (column, text) in (0_u16..).zip(HEADER) {
        sheet.write(3, column, text).expect("a header");
    }
    for (row, cells) in (4_u32..).zip(ROWS) {
        for (column, text) in (0_u16..).zip(cells) {
            if !text.is_empty() {
                sheet.write(row, column, text).expect("a cell");
            }
        }
    }
    sheet.write(8, 0, "합계").expect("a cell");
    sheet.write(8, 1, "4개사").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

/// The workbook of bad rows with the missing name of the firm filled in.
pub fn corrected(bytes: &[u8], firm: &str) -> Vec<u8> {
    let book = dure_roster::read(bytes, "못 넣은 행.xlsx").expect("our own workbook");
    let column =
        book.sheet.header.iter().position(|header| header.contains("업 체 명")).expect("the firm's column");
    let mut out = Workbook::new();
    let sheet = out.add_worksheet();
    for (at, header) in (0_u16..).zip(&book.sheet.header) {
        sheet.write(0, at, header).expect("a header");
    }
    for (row, cells) in (1_u32..).zip(&book.sheet.rows) {
        for (at, cell) in cells.filled() {
            sheet.write(row, u16::try_from(at).expect("a column"), cell.text().into_owned()).expect("a cell");
        }
        sheet.write(row, u16::try_from(column).expect("a column"), firm).expect("the firm");
    }
    out.save_to_buffer().expect("a workbook")
}
