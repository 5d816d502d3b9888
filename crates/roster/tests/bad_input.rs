//! Files that are no rosters: each is refused with its own reason, none costs memory or time.

use std::io::{Cursor, Write};

use dure_roster::{FileKind, Limits, ReadError, read, read_with};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).expect("entry");
        archive.write_all(bytes).expect("entry");
    }
    archive.finish().expect("archive").into_inner()
}

fn compound(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("file");
    file.create_stream(stream).expect("stream").write_all(bytes).expect("stream");
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}

fn refusal(bytes: &[u8]) -> ReadError {
    read(bytes, "명부.xlsx").expect_err("no roster")
}

#[test]
fn other_kinds_of_files_are_named() {
    for (bytes, kind) in [
        (b"%PDF-1.7 ...".to_vec(), FileKind::Pdf),
        (compound("/FileHeader", b"HWP Document File"), FileKind::Hwp),
        (b"HWP Document File V3.00".to_vec(), FileKind::Hwp),
        (archive(&[("mimetype", b"application/hwp+zip")]), FileKind::Hwp),
        (compound("/WordDocument", b"x"), FileKind::Word),
        (archive(&[("word/document.xml", b"<w/>")]), FileKind::Word),
        (archive(&[("xl/workbook.bin", b"x")]), FileKind::RareSpreadsheet),
        (archive(&[("a.txt", b"x")]), FileKind::Archive),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), FileKind::Image),
        (b"\0\x01\x02\0\0\xff\0\x07\x09".to_vec(), FileKind::Unknown),
    ] {
        assert_eq!(refusal(&bytes), ReadError::OtherKind(kind));
    }
}

#[test]
fn protected_and_damaged_workbooks_are_told_apart() {
    assert_eq!(refusal(&compound("/EncryptedPackage", b"x")), ReadError::PasswordProtected);
    // A FILEPASS record (0x2f) marks an encrypted old workbook.
    let encrypted = [0x09, 0x08, 2, 0, 0, 6, 0x2f, 0, 2, 0, 0, 0];
    assert_eq!(refusal(&compound("/Workbook", &encrypted)), ReadError::PasswordProtected);
    assert!(matches!(refusal(&compound("/Workbook", b"")), ReadError::Damaged { .. } | ReadError::NoTable));
    assert!(matches!(refusal(b"PK\x03\x04 cut off"), ReadError::Damaged { .. }));
    assert!(matches!(refusal(&archive(&[("xl/workbook.xml", b"<no")])), ReadError::Damaged { .. }));
}

#[test]
fn a_forged_column_of_an_old_workbook_is_refused() {
    let forged = [0x09, 0x08, 2, 0, 0, 6, 0x03, 0x02, 14, 0, 1, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    assert!(matches!(refusal(&compound("/Workbook", &forged)), ReadError::TooManyColumns { .. }));
}

#[test]
fn empty_files_and_empty_tables_are_refused() {
    assert_eq!(refusal(b""), ReadError::Empty);
    assert_eq!(refusal(b" \r\n\t"), ReadError::Empty);
    assert_eq!(refusal("회사명,대표자\n".as_bytes()), ReadError::NoTable);
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(refusal(&book.save_to_buffer().expect("saved")), ReadError::NoTable);
}

#[test]
fn a_fifty_megabyte_upload_is_refused_unread() {
    assert!(matches!(refusal(&vec![b'a'; 50 << 20]), ReadError::TooLarge { .. }));
}

#[test]
fn a_million_rows_are_refused() {
    let text = "회사명,a\n".to_owned() + &"두레,1\n".repeat(1_000_000);
    assert!(matches!(refusal(text.as_bytes()), ReadError::TooManyRows { limit: 100_000 }));
}

#[test]
fn a_packed_bomb_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    let limits = Limits { unpacked_bytes: 100_000, ..Limits::default() };
    assert!(bomb.len() < 10_000);
    assert_eq!(read_with(&bomb, "a", None, &limits), Err(ReadError::UnpacksTooLarge { limit: 100_000 }));
}

#[test]
fn a_stray_cell_far_away_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["회사명", "대표자"]).expect("header");
    sheet.write_row(1, 0, ["두레정밀", "홍길동"]).expect("row");
    sheet.write_string(1_048_575, 0, "끝").expect("far row");
    let bytes = book.save_to_buffer().expect("saved");
    assert_eq!(read(&bytes, "a").expect("read").sheet.rows.len(), 2);
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 16_383, "끝").expect("far column");
    assert!(matches!(refusal(&book.save_to_buffer().expect("saved")), ReadError::TooManyColumns { .. }));
}

#[test]
fn a_repeated_cell_of_an_open_document_is_bounded() {
    let content = "<table:table table:name='a'><table:table-row table:number-rows-repeated='1048576'>\
        <table:table-cell table:number-columns-repeated='200'><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    assert!(matches!(refusal(&bytes), ReadError::TooManyCells { .. }));
}

#[test]
fn an_unknown_encoding_is_refused() {
    let bytes: Vec<u8> = (0..400).map(|n: u32| 0x80 + u8::try_from(n * 37 % 127).unwrap_or(0)).collect();
    assert_eq!(refusal(&bytes), ReadError::UnknownEncoding);
}

#[test]
fn every_refusal_says_what_to_do_in_both_languages() {
    for error in [
        ReadError::Empty,
        ReadError::PasswordProtected,
        ReadError::OtherKind(FileKind::Pdf),
        ReadError::UnknownEncoding,
        ReadError::NoTable,
    ] {
        assert!(error.korean().contains("주세요") || error.korean().contains("합니다"));
        assert!(error.to_string().matches('.').count() >= 2, "{error}");
    }
}

#[test]
fn one_long_text_named_by_many_cells_is_bounded() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let long = "가".repeat(10_000);
    for row in 0..400 {
        sheet.write_string(row, 0, &long).expect("cell");
    }
    let bytes = book.save_to_buffer().expect("saved");
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    assert!(matches!(read_with(&bytes, "a", None, &limits), Err(ReadError::UnpacksTooLarge { .. })));
    let limits = Limits { cells: 300, ..Limits::default() };
    assert_eq!(read_with(&bytes, "a", None, &limits), Err(ReadError::TooManyCells { limit: 300 }));
}

#[test]
fn a_long_roster_with_one_phone_for_all_is_understood_in_time() {
    let rows: String = (0..20_000).map(|n| format!("두레정밀공업{n},033-640-1001\n")).collect();
    let book = read(format!("회사명,전화\n{rows}").as_bytes(), "a").expect("read");
    let read = dure_roster::interpret(&book.sheet, &dure_roster::guess_mapping(&book.sheet));
    assert_eq!(read.rows.len(), 20_000);
}
