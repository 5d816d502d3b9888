//! Whatever the bytes are, a roster is read or refused.
//! From `crates/roster`: `RUSTC_BOOTSTRAP=1 cargo fuzz run read_roster fuzz/corpus/read_roster fuzz/seeds/read_roster`.
//!
//! The first byte says what the others are put into: nothing, or a workbook that is whole but for them. Chance alone never finds the
//! checksums of an archive, so that the readers inside would not be reached.
#![no_main]

use std::io::{Cursor, Write};

use dure_roster::{guess_mapping, interpret, read, read_rows};
use zip::write::SimpleFileOptions;

// Panics inside the workbook reader are caught by `read`; only those that escape may end the run.
libfuzzer_sys::fuzz_target!(init: drop(std::panic::take_hook()), |bytes: &[u8]| {
    let Some((form, inside)) = bytes.split_first() else { return };
    let file = match form % 5 {
        1 => workbook(b"", inside),
        2 => {
            let (texts, sheet) = inside.split_at(inside.len() / 2);
            workbook(texts, sheet)
        }
        3 => open_document(inside),
        4 => old_workbook(inside),
        _ => inside.to_vec(),
    };
    if let Ok(book) = read(&file, "roster") {
        interpret(&book.sheet, &guess_mapping(&book.sheet));
    }
    drop(read_rows(&file, "wishes"));
});

fn workbook(texts: &[u8], sheet: &[u8]) -> Vec<u8> {
    let book =
        br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let links = br#"<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    packed(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn open_document(content: &[u8]) -> Vec<u8> {
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts.iter().filter(|(_, bytes)| !bytes.is_empty()) {
        archive.start_file(*name, stored).expect("an entry");
        archive.write_all(bytes).expect("an entry");
    }
    archive.finish().expect("an archive").into_inner()
}

fn old_workbook(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    file.create_stream("/Workbook").expect("a stream").write_all(stream).expect("a stream");
    file.flush().expect("a file");
    file.into_inner().into_inner()
}
