//! Rosters as they really come: built here, never stored.

use std::io::{Cursor, Write};

use dure_domain::Won;
use dure_roster::{
    Book, Field, Interpretation, ProblemKind, ReadError, Severity, SkipReason, Source, guess_mapping,
    interpret, read, read_sheet,
};
use encoding_rs::EUC_KR;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

fn understood(bytes: &[u8]) -> (Book, Interpretation) {
    let book = read(bytes, "명부").expect("a roster");
    let read = interpret(&book.sheet, &guess_mapping(&book.sheet));
    (book, read)
}

fn firms(read: &Interpretation) -> Vec<&str> {
    read.rows.iter().map(|row| row.firm.as_str()).collect()
}

/// Title over the table, two header rows, groups merged downwards, a total and a remark below.
fn federation_workbook() -> Vec<u8> {
    let (mut book, plain) = (Workbook::new(), Format::new());
    book.add_worksheet().set_name("표지").expect("name").write_string(0, 0, "강원 연합회").expect("cell");
    let sheet = book.add_worksheet().set_name("명부").expect("name");
    sheet.merge_range(0, 0, 0, 9, "2026년 강원이업종교류회 회원 명부", &plain).expect("title");
    sheet.write_string(1, 9, "2026. 11. 1. 현재").expect("date");
    for (column, text) in
        [(0, "연번"), (1, "교류회"), (2, "업 체 명"), (8, "가입일"), (9, "매출액\n(백만원)")]
    {
        sheet.merge_range(3, column, 4, column, text, &plain).expect("header");
    }
    sheet.merge_range(3, 3, 3, 4, "대표자", &plain).expect("header");
    sheet.merge_range(3, 5, 3, 7, "연락처", &plain).expect("header");
    for (column, text) in [(3, "성명"), (4, "직위"), (5, "전화"), (6, "H.P"), (7, "E-mail")] {
        sheet.write_string(4, column, text).expect("header");
    }
    sheet.merge_range(5, 1, 7, 1, "강릉이업종교류회", &plain).expect("group");
    sheet.write_string(8, 1, "원주이업종교류회").expect("group");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (row, firm, name) in [
        (5, "㈜두레정밀", "홍 길 동"),
        (6, "한솔식품", "김한솔"),
        (7, "바다기계", "박바다"),
        (8, "치악전자", "이치악"),
    ] {
        sheet.write_number(row, 0, f64::from(row - 4)).expect("cell");
        sheet.write_string(row, 2, firm).expect("cell");
        sheet.write_string(row, 3, name).expect("cell");
        sheet.write_string(row, 4, "대표이사").expect("cell");
        sheet.write_number(row, 5, f64::from(336_401_000 + row)).expect("cell");
        sheet.write_number(row, 6, f64::from(1_012_345_670 + row)).expect("cell");
        let joined = ExcelDateTime::from_ymd(2019, 3, 5).expect("day");
        sheet.write_datetime_with_format(row, 8, &joined, &date).expect("cell");
        sheet.write_number(row, 9, 1_250.5).expect("cell");
    }
    sheet.write_string(9, 0, "합 계").expect("cell");
    sheet.write_formula(9, 9, "=SUM(J6:J9)").expect("cell");
    sheet.write_string(11, 0, "※ 변경 사항은 사무국으로 알려 주시기 바랍니다.").expect("cell");
    book.save_to_buffer().expect("saved")
}

#[test]
fn a_federation_workbook_with_titles_and_merges_is_understood() {
    let (book, read) = understood(&federation_workbook());
    assert_eq!((book.source, book.sheet.name.as_str()), (Source::Xlsx, "명부"));
    assert_eq!(book.others, ["표지"]);
    assert_eq!(book.sheet.header_row, 5);
    assert!(book.sheet.title[0].contains("회원 명부"));
    assert_eq!(firms(&read), ["㈜두레정밀", "한솔식품", "바다기계", "치악전자"]);
    let groups: Vec<_> = read.rows.iter().filter_map(|row| row.group.as_deref()).collect();
    assert_eq!(groups[..3], ["강릉이업종교류회"; 3]);
    assert_eq!(groups[3], "원주이업종교류회");
    let first = &read.rows[0];
    assert_eq!((first.row, first.people[0].name.as_str()), (6, "홍길동"));
    assert_eq!(first.people[0].title.as_deref(), Some("대표이사"));
    assert_eq!(first.phones[0].as_str(), "033-640-1005");
    assert_eq!(first.mobiles[0].as_str(), "010-1234-5675");
    assert_eq!(first.joined.map(|day| day.to_string()).as_deref(), Some("2019-03-05"));
    assert_eq!(first.revenue, Some(Won(1_250_500_000)));
    let reasons: Vec<_> = read.skipped.iter().map(|skipped| skipped.reason).collect();
    assert_eq!(reasons, [SkipReason::Total, SkipReason::Remark]);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
}

#[test]
fn another_sheet_can_be_chosen_by_name() {
    let mut book = Workbook::new();
    for (name, rows) in [("강릉", 3_u32), ("원주", 2)] {
        let sheet = book.add_worksheet().set_name(name).expect("name");
        sheet.write_row(0, 0, ["회사명", "대표자", "전화"]).expect("header");
        for row in 1..=rows {
            sheet
                .write_row(row, 0, [format!("{name}정밀{row}"), "김한솔".into(), String::new()])
                .expect("row");
        }
    }
    let bytes = book.save_to_buffer().expect("saved");
    let first = read(&bytes, "a").expect("read");
    assert_eq!((first.sheet.name.as_str(), first.others.as_slice()), ("강릉", &["원주".to_owned()][..]));
    let second = read_sheet(&bytes, "a", "원주").expect("read");
    assert_eq!(second.sheet.rows.len(), 2);
    assert_eq!(read_sheet(&bytes, "a", "속초"), Err(ReadError::NoSheet("속초".to_owned())));
}

#[test]
fn a_cp949_file_from_an_old_program_is_understood() {
    let text = "번호;상호;사업자번호;대표;전화번호;주소\r\n\
        1;햇살뜰식품;123-45-67891;김뜰;033)255-1234;강원특별자치도 춘천시\r\n\
        2;똠방각하(주);1234567890;박똠방/이각하;033-255-1235, 010.9876.5432;강원 홍천군\r\n\
        ;;;;;\r\n이상;;;;;\r\n";
    let (book, read) = understood(&EUC_KR.encode(text).0);
    assert_eq!(book.source, Source::Delimited { delimiter: ';', encoding: "EUC-KR" });
    assert_eq!(firms(&read), ["햇살뜰식품", "똠방각하(주)"]);
    assert_eq!(read.rows[1].people.len(), 2);
    assert_eq!(read.rows[1].mobiles[0].as_str(), "010-9876-5432");
    let [problem] = &read.problems[..] else { panic!("one problem, not {:?}", read.problems) };
    assert!(matches!(problem.kind, ProblemKind::WrongChecksum { .. }));
    assert_eq!((problem.row, problem.column, problem.severity), (3, Some(2), Severity::Warning));
    assert_eq!(read.skipped.len(), 1);
}

#[test]
fn text_copied_from_excel_as_utf16_is_understood() {
    let text = "회원사\t직책\t성명\t핸드폰\r\n두레정밀\t회장\t홍길동\t010-1111-2222\r\n\
        한솔식품\t사무총장\t김한솔\t010-1111-3333\r\n바다기계\t회원\t박바다\t010-1111-4444\r\n치악전자\t회원\t이치악\t\r\n";
    let utf16 = text.encode_utf16().flat_map(u16::to_le_bytes);
    let (book, read) = understood(&b"\xff\xfe".iter().copied().chain(utf16).collect::<Vec<u8>>());
    assert_eq!(book.source, Source::Delimited { delimiter: '\t', encoding: "UTF-16LE" });
    assert_eq!(read.rows[1].role.as_deref(), Some("사무총장"));
    assert_eq!(read.rows[0].people[0].title, None);
}

#[test]
fn a_web_page_saved_as_xls_is_understood() {
    let page = "<html><meta charset=euc-kr><body><table border='1'>\
        <tr><th>교류회</th><th>기업명</th><th>연락처</th></tr>\
        <tr><td rowspan='2'>춘천교류회</td><td>두레&amp;솔</td><td>033-255-1234</td></tr>\
        <tr><td>한솔식품</td><td>033-255-1235</td></tr></table></body></html>";
    let (book, read) = understood(&EUC_KR.encode(page).0);
    assert_eq!(book.source, Source::Markup);
    assert_eq!(firms(&read), ["두레&솔", "한솔식품"]);
    assert!(read.rows.iter().all(|row| row.group.as_deref() == Some("춘천교류회")));
}

#[test]
fn xml_saved_as_xls_is_understood() {
    let xml = "<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"회원\"><Table>\
        <Row><Cell><Data ss:Type=\"String\">회사명</Data></Cell><Cell><Data>대표자</Data></Cell><Cell><Data>팩스</Data></Cell></Row>\
        <Row ss:Index=\"4\"><Cell><Data>두레정밀</Data></Cell><Cell ss:Index=\"3\"><Data>033-255-1299</Data></Cell></Row>\
        </Table></Worksheet></Workbook>";
    let (book, read) = understood(xml.as_bytes());
    assert_eq!(book.sheet.name, "회원");
    assert_eq!((read.rows[0].row, read.rows[0].faxes[0].as_str()), (4, "033-255-1299"));
}

/// Blank rows and columns repeated a million times, a remark on a cell, a real date.
fn open_document() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let rest = "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
    let content = format!(
        "<office:document-content><table:table table:name=\"회원\"><table:table-row>{}{}{}{rest}\
         <table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>확인</text:p>\
         </office:annotation><text:p>두레정밀</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2019-03-05\"><text:p>19.3.5</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"21\"><text:p>21</text:p></table:table-cell>{rest}\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></table:table></office:document-content>",
        cell("회사명"),
        cell("가입일"),
        cell("종업원수")
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]
    {
        archive.start_file(name, SimpleFileOptions::default()).expect("entry");
        archive.write_all(text.as_bytes()).expect("entry");
    }
    archive.finish().expect("archive").into_inner()
}

#[test]
fn an_open_document_is_understood() {
    let (book, read) = understood(&open_document());
    assert_eq!((book.source, firms(&read)), (Source::Ods, vec!["두레정밀"]));
    assert_eq!(read.rows[0].joined.map(|day| day.to_string()).as_deref(), Some("2019-03-05"));
    assert_eq!(read.rows[0].employees, Some(21));
}

#[test]
fn groups_given_once_or_as_headings_reach_their_members() {
    let once = "소속,업체명,전화\n강릉교류회,두레정밀,033-640-1001\n,한솔식품,033-640-1002\n원주교류회,치악전자,033-740-1003\n,섬강기계,\n";
    let headings = "업체명,대표,전화\n■ 강릉교류회,,\n두레정밀,홍길동,033-640-1001\n한솔식품,,\n업체명,대표,전화\n원주교류회(2),,\n치악전자,,\n섬강기계,,\n";
    for text in [once, headings] {
        let (_, read) = understood(text.as_bytes());
        assert_eq!(firms(&read), ["두레정밀", "한솔식품", "치악전자", "섬강기계"]);
        let groups: Vec<_> = read.rows.iter().map(|row| row.group.as_deref().unwrap_or("")).collect();
        assert!(groups[1].contains("강릉교류회") && groups[3].contains("원주교류회"), "{groups:?}");
    }
}

#[test]
fn a_group_that_is_missing_is_not_invented() {
    let text = "소속,업체명\n강릉교류회,두레정밀\n강릉교류회,한솔식품\n,치악전자\n";
    let (_, read) = understood(text.as_bytes());
    assert_eq!(read.rows[2].group, None);
}

#[test]
fn a_table_without_header_is_told_by_its_cells() {
    let text = "1,㈜두레정밀,홍길동,033-640-1001,hong@dure.example,123-45-67891\n\
        2,한솔식품(주),김한솔,033-640-1002,kim@dure.example,123-45-67891\n\
        3,주식회사 바다,박바다,033-640-1003,park@dure.example,123-45-67891\n";
    let book = read(text.as_bytes(), "a.csv").expect("read");
    let mapping = guess_mapping(&book.sheet);
    assert_eq!(book.sheet.header_row, 0);
    for (column, field) in
        [(1, Field::Firm), (3, Field::Phone), (4, Field::Email), (5, Field::BusinessNumber)]
    {
        assert_eq!(mapping.field(column), field, "column {column}");
    }
}

#[test]
fn a_wrong_header_gives_way_to_unmistakable_cells() {
    let text = "회사명,주소,전화\n두레정밀,hong@dure.example,010-1111-2222\n한솔식품,kim@dure.example,010-1111-3333\n";
    let (_, read) = understood(text.as_bytes());
    assert_eq!(read.rows[0].emails, ["hong@dure.example"]);
    assert_eq!(read.rows[0].mobiles[0].as_str(), "010-1111-2222");
}

#[test]
fn what_cannot_be_read_is_kept_as_a_note_and_reported() {
    let text = "회사명,대표자,전화,이메일,설립일,종업원수,매출액(억),비고\n\
        두레정밀,홍길동,국번 없음,홍길동@,미상,많음,비공개,우수 회원\n\
        ,김한솔,033-640-1002,,,,,\n#REF!,박바다,,,,,,\n바다기계,,,,2001,,12.5,\n";
    let (_, read) = understood(text.as_bytes());
    assert_eq!(firms(&read), ["두레정밀", "바다기계"]);
    let kinds: Vec<_> = read.problems.iter().filter(|p| p.row == 2).map(|p| p.kind.clone()).collect();
    use ProblemKind::{BadCount, BadDay, BadEmail, BadMoney, BadPhone};
    assert_eq!(kinds, [BadPhone, BadEmail, BadDay, BadCount, BadMoney]);
    assert_eq!(read.rows[0].notes.len(), 6);
    assert_eq!(read.bad_rows().collect::<Vec<_>>(), [3, 4]);
    assert_eq!(read.rows[1].revenue, Some(Won(1_250_000_000)));
}

#[test]
fn firms_that_stand_twice_are_reported() {
    let text = "회사명,사업자번호,대표자,전화\n두레정밀,123-45-67891,홍길동,033-640-1001\n\
        ㈜두레 정밀,123-45-67891,홍길동,\n한솔식품,,김한솔,033-640-1002\n(주)한솔식품,,,033-640-1002\n\
        한솔식품,,이솔,033-999-1002\n한슬식품,,,033-640-1002\n";
    let (_, read) = understood(text.as_bytes());
    let kinds: Vec<_> = read.problems.iter().map(|problem| (problem.row, problem.kind.clone())).collect();
    assert_eq!(
        kinds,
        [
            (3, ProblemKind::SameBusinessNumber { first: 2 }),
            (5, ProblemKind::SameFirm { first: 4 }),
            (6, ProblemKind::SameName { first: 4 }),
            (7, ProblemKind::SimilarFirm { first: 4 }),
        ]
    );
}

#[test]
fn names_from_a_mac_are_composed() {
    use unicode_normalization::UnicodeNormalization;
    let text: String = "회사명,대표자\n두레정밀,홍길동\n".nfd().collect();
    let (_, read) = understood(text.as_bytes());
    assert_eq!(firms(&read), ["두레정밀"]);
}
