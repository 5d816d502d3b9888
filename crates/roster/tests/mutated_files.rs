//! Broken files of every kind: whatever is broken, reading answers and never panics.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use dure_roster::{
    CsvEncoding, RosterRow, bad_rows_xlsx, guess_mapping, interpret, read, write_csv, write_xlsx,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

fn rows() -> Vec<RosterRow> {
    let firm = |number: u32| RosterRow {
        firm: format!("두레정밀{number}"),
        group: Some("강릉교류회".into()),
        employees: Some(number),
        ..RosterRow::default()
    };
    (0..12).map(firm).collect()
}

fn open_document() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let content = "<table:table table:name=\"a\"><table:table-row><table:table-cell table:number-columns-repeated=\"2\">\
        <text:p>회사명</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"3\">\
        <table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>";
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]
    {
        archive.start_file(name, stored).expect("entry");
        archive.write_all(text.as_bytes()).expect("entry");
    }
    archive.finish().expect("archive").into_inner()
}

/// The inside of an old workbook: a sheet with one number and one text.
fn old_workbook() -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap_or(0);
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| record(0x809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x0a, &[]);
    let sheet_name = |offset: u32| record(0x85, &[&offset.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
    let label = |row: u8, text: &str| {
        let length = u16::try_from(text.chars().count()).unwrap_or(0).to_le_bytes();
        let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        record(0x204, &[&[row, 0, 0, 0, 0, 0], &length[..], &[1], &letters].concat())
    };
    let globals = [begin(5), sheet_name(0), end.clone()].concat();
    let offset = u32::try_from(globals.len()).unwrap_or(0);
    let body = [begin(0x10), label(0, "회사명"), label(1, "두레정밀"), end.clone()].concat();
    let stream = [begin(5), sheet_name(offset), end, body].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("file");
    file.create_stream("/Workbook").expect("stream").write_all(&stream).expect("stream");
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}

static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    vec![
        write_xlsx(&rows()).expect("written"),
        write_csv(&rows(), CsvEncoding::Cp949).expect("written"),
        write_csv(&rows(), CsvEncoding::Utf8Bom).expect("written"),
        "<table><tr><td rowspan=2>회사명<td colspan=3>전화</tr><tr><td>&#44032;</table>".into(),
        open_document(),
        old_workbook(),
    ]
});

fn everything(bytes: &[u8]) {
    if let Ok(book) = read(bytes, "a") {
        let read = interpret(&book.sheet, &guess_mapping(&book.sheet));
        bad_rows_xlsx(&book.sheet, &read.problems, |problem| problem.original.clone()).ok();
        write_csv(&read.rows, CsvEncoding::Utf8Bom).expect("what was read can be written");
    }
}

#[test]
fn the_unbroken_files_are_read() {
    for seed in SEEDS.iter() {
        read(seed, "a").map_err(|error| error.to_string()).expect("a table");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn broken_files_are_answered(
        seed in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = SEEDS[seed].clone();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        everything(&bytes);
    }

    #[test]
    fn broken_text_is_answered(text in "[가-힣0-9,;\t\n\"'=<>/&#.()tdrable회사명전화 -]{0,200}") {
        everything(text.as_bytes());
    }
}
