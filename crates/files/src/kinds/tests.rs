//! Kinds told from content.

use std::io::{Cursor, Write};

use dure_domain::FileKind;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::*;

fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        if let Some((storage, _)) = name.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
            file.create_storage_all(storage).unwrap();
        }
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

#[test]
fn documents_are_known_by_what_is_in_them() {
    let office = |folder: &str| archive(&[("[Content_Types].xml", "<Types/>"), (folder, "<x/>")]);
    let open = |kind: &str| archive(&[("mimetype", kind), ("content.xml", "<x/>")]);
    for (kind, bytes) in [
        (FileKind::Pdf, b"%PDF-1.7\n".to_vec()),
        (FileKind::Docx, office("word/document.xml")),
        (FileKind::Xlsx, office("xl/workbook.xml")),
        (FileKind::Pptx, office("ppt/presentation.xml")),
        (FileKind::Odt, open("application/vnd.oasis.opendocument.text")),
        (FileKind::Ods, open("application/vnd.oasis.opendocument.spreadsheet")),
        (FileKind::Odp, open("application/vnd.oasis.opendocument.presentation")),
        (FileKind::Hwpx, open("application/hwp+zip")),
        (FileKind::Zip, archive(&[("도면.dwg", "AC1027")])),
        (FileKind::Hwp, compound(&[("/FileHeader", b"HWP Document File\0\0\0")])),
        (FileKind::Doc, compound(&[("/WordDocument", b"x")])),
        (FileKind::Xls, compound(&[("/Workbook", b"x")])),
        (FileKind::Ppt, compound(&[("/PowerPoint Document", b"x")])),
        (FileKind::Locked, compound(&[("/EncryptedPackage", b"x")])),
        (FileKind::Dwg, b"AC1027\0\0\0\0\0".to_vec()),
    ] {
        assert_eq!(kind_of("무엇인가", &bytes), Ok(kind), "{kind}");
    }
}

#[test]
fn a_document_with_a_program_in_it_is_told_apart() {
    let entries = [("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", ""), ("xl/vbaProject.bin", "")];
    assert_eq!(kind_of("견적.xlsx", &archive(&entries)), Ok(FileKind::Macro));
    let old = compound(&[("/Workbook", b"x"), ("/_VBA_PROJECT_CUR/VBA", b"x")]);
    assert_eq!(kind_of("견적.xls", &old), Ok(FileKind::Macro));
    assert_eq!(media_type(FileKind::Macro), "application/octet-stream");
}

#[test]
fn texts_are_what_their_name_promises_if_they_can_be() {
    assert_eq!(kind_of("메모.TXT", "안녕하십니까".as_bytes()), Ok(FileKind::Text));
    assert_eq!(kind_of("명단.csv", "가,나\n".as_bytes()), Ok(FileKind::Csv));
    assert_eq!(kind_of("축.stp", b"ISO-10303-21;\nHEADER;"), Ok(FileKind::Step));
    assert_eq!(kind_of("판.dxf", b"0\nSECTION\n2\nHEADER"), Ok(FileKind::Dxf));
    assert_eq!(kind_of("도면.dwg", "도면이 아니다".as_bytes()), Err(Refused::NotAsNamed));
    assert_eq!(kind_of("판.dxf", "도면이 아니다".as_bytes()), Err(Refused::NotAsNamed));
    assert_eq!(kind_of("사진.jpg", "그림이 아니다".as_bytes()), Err(Refused::NotAsNamed));
    assert_eq!(kind_of("이름 없음", "글".as_bytes()), Err(Refused::Unknown));
}

#[test]
fn what_could_act_in_a_browser_is_refused_whatever_it_is_called() {
    for page in [
        "<!DOCTYPE html><p>",
        "  <HTML><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<?xml version='1.0'?><svg/>",
        "\u{feff}<script>",
    ] {
        for name in ["a.html", "a.svg", "a.txt", "a.csv", "a.jpg", "a"] {
            let refused = kind_of(name, page.as_bytes());
            assert!(refused.is_err(), "{name}: {page}");
        }
        assert_eq!(kind_of("a.txt", page.as_bytes()), Err(Refused::Web), "{page}");
    }
}

#[test]
fn programs_films_and_heic_are_refused_with_their_reason() {
    assert_eq!(kind_of("a.pdf", b"MZ\x90\0\x03\0\0\0\x04\0"), Err(Refused::Program));
    assert_eq!(kind_of("a", &[b"\x7fELF\x02\x01\x01".as_slice(), &[0; 60]].concat()), Err(Refused::Program));
    assert_eq!(kind_of("a.mp4", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41"), Err(Refused::Film));
    for brand in ["heic", "heix", "mif1", "avif"] {
        let bytes = [b"\0\0\0\x18ftyp".as_slice(), brand.as_bytes(), b"\0\0\0\0mif1heic"].concat();
        assert_eq!(kind_of("IMG_1.HEIC", &bytes), Err(Refused::Heic), "{brand}");
    }
    assert_eq!(kind_of("a.pdf", b""), Err(Refused::Empty));
    assert_eq!(kind_of("a.txt", &vec![b'a'; MOST_BYTES + 1]), Err(Refused::TooLarge));
    assert_eq!(kind_of("a.docx", b"PK\x03\x04broken"), Err(Refused::NotAsNamed));
}

#[test]
fn a_name_ends_as_its_kind_does() {
    assert_eq!(named("현장.PNG", FileKind::Picture), "현장.jpg");
    assert_eq!(named("현장.JPG", FileKind::Picture), "현장.JPG");
    assert_eq!(named("2026.11.03 견적", FileKind::Pdf), "2026.11.03 견적.pdf");
    assert_eq!(named("견적.pdf.xlsx", FileKind::Pdf), "견적.pdf.pdf");
    assert_eq!(named("견적.xlsm", FileKind::Macro), "견적.xlsm");
    assert_eq!(named("견적", FileKind::Locked), "견적.docx");
    assert_eq!(named("virus.exe", FileKind::Zip), "virus.exe.zip");
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(name in ".{0,20}", start in 0..8_usize, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let starts: [&[u8]; 8] = [
            b"", b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], b"%PDF", b"AC1027",
            &[0xff, 0xd8, 0xff], b"\0\0\0\x18ftyp", b"RIFF\0\0\0\0WEBP",
        ];
        let bytes = [starts[start], &bytes].concat();
        if kind_of(&name, &bytes) == Ok(FileKind::Picture) {
            drop(crate::prepared(&bytes));
        }
    }

    #[test]
    fn a_name_given_its_ending_keeps_it(name in ".{1,20}", kind in prop::sample::select(FileKind::ALL)) {
        let once = named(&name, kind);
        prop_assert_eq!(named(&once, kind), once.clone());
    }
}
