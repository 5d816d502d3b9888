//! Which kind of file the bytes are, whatever the name says.

use std::io::Cursor;

use super::Limits;
use super::archive;
use super::error::{FileKind, ReadError};

pub(super) enum Kind {
    Xlsx,
    Xls,
    OpenDocument,
    Text,
}

/// Beginnings of files that are no tables.
const FOREIGN: &[(&[u8], FileKind)] = &[
    (b"%PDF", FileKind::Pdf),
    (b"HWP Document File", FileKind::Hwp),
    (b"\x89PNG", FileKind::Image),
    (b"\xff\xd8\xff", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"BM", FileKind::Image),
    (b"Rar!", FileKind::Archive),
    (b"7z\xbc\xaf", FileKind::Archive),
    (b"\x1f\x8b", FileKind::Archive),
    (b"\x09\x00\x04\x00", FileKind::RareSpreadsheet),
    (b"\x09\x02\x06\x00", FileKind::RareSpreadsheet),
    (b"\x09\x04\x06\x00", FileKind::RareSpreadsheet),
    (b"MIME-Version", FileKind::WebArchive),
    (b"{\\rtf", FileKind::Word),
];

pub(super) fn tell(bytes: &[u8], limits: &Limits) -> Result<Kind, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive::tell(bytes, limits);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return tell_compound(bytes);
    }
    match FOREIGN.iter().find(|(start, kind)| bytes.starts_with(start) && really(bytes, *kind)) {
        Some((_, kind)) => Err(ReadError::OtherKind(*kind)),
        None => Ok(Kind::Text),
    }
}

/// A CSV may begin with "BM": a picture has zero bytes early on.
fn really(bytes: &[u8], kind: FileKind) -> bool {
    kind != FileKind::Image || bytes.iter().take(64).any(|byte| *byte == 0)
}

/// OLE compound files: old Excel, encrypted new Excel, HWP, Word, PowerPoint.
fn tell_compound(bytes: &[u8]) -> Result<Kind, ReadError> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let has = |name: &str| file.exists(name);
    if has("/EncryptedPackage") {
        Err(ReadError::PasswordProtected)
    } else if has("/Workbook") || has("/Book") {
        Ok(Kind::Xls)
    } else if has("/FileHeader") || has("/HwpSummaryInformation") {
        Err(ReadError::OtherKind(FileKind::Hwp))
    } else if has("/WordDocument") {
        Err(ReadError::OtherKind(FileKind::Word))
    } else if has("/PowerPoint Document") {
        Err(ReadError::OtherKind(FileKind::Slides))
    } else {
        Err(ReadError::OtherKind(FileKind::Unknown))
    }
}

/// Web systems save a page with one table, or XML, under the name .xls.
pub(super) fn is_markup(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && {
        let lower = text.to_ascii_lowercase();
        lower.contains("<table") || lower.contains(":table") || lower.contains("<tr")
    }
}
