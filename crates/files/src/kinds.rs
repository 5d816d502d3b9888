//! What a file is, told from its content. Its name only decides among texts, which all look alike.

use dure_domain::FileKind;

use crate::{MOST_BYTES, archives};

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has more than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooLarge,
    /// A picture as iPhones keep them, which browsers elsewhere do not show.
    #[error("a HEIC picture")]
    Heic,
    /// A picture with more than [`crate::MOST_PIXELS`].
    #[error("the picture has too many points")]
    TooManyPixels,
    /// A picture that cannot be read.
    #[error("the picture is damaged")]
    Damaged,
    /// A page of the web or a drawing of one, which could act in the reader's name.
    #[error("a page of the web")]
    Web,
    /// A film or a sound.
    #[error("a film or a sound")]
    Film,
    /// A program.
    #[error("a program")]
    Program,
    /// Its name promises another kind than its content is.
    #[error("not what its name says")]
    NotAsNamed,
    /// A kind that is not taken.
    #[error("an unknown kind of file")]
    Unknown,
}

/// What the file is.
///
/// # Errors
/// Why it is not taken; a picture may still be refused when it is read ([`crate::prepared`]).
pub fn kind_of(name: &str, bytes: &[u8]) -> Result<FileKind, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    let found = infer::get(bytes).map(|kind| (kind.mime_type(), kind.matcher_type()));
    match found {
        Some(("image/jpeg" | "image/png" | "image/webp", _)) => Ok(FileKind::Picture),
        Some(("image/heif" | "image/heic" | "image/avif", _)) => Err(Refused::Heic),
        _ if is_heic(bytes) => Err(Refused::Heic),
        Some(("application/pdf", _)) => Ok(FileKind::Pdf),
        _ if bytes.starts_with(b"PK\x03\x04") => archives::of_zip(bytes),
        _ if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) => archives::of_ole(bytes),
        _ if bytes.starts_with(b"AC10") => Ok(FileKind::Dwg),
        Some((_, infer::MatcherType::Video | infer::MatcherType::Audio)) => Err(Refused::Film),
        Some((_, infer::MatcherType::App)) => Err(Refused::Program),
        Some(("text/html" | "text/xml" | "image/svg+xml", _)) => Err(Refused::Web),
        Some(("text/x-shellscript", _)) => Err(Refused::Program),
        Some(_) => Err(Refused::Unknown),
        None => of_text(name, bytes),
    }
}

/// ISO media with one of the brands of HEIF, also those that `infer` does not list.
fn is_heic(bytes: &[u8]) -> bool {
    let brand = bytes.get(8..12).unwrap_or_default();
    bytes.get(4..8) == Some(b"ftyp".as_slice())
        && [b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevx", b"mif1", b"msf1", b"avif", b"avis"]
            .iter()
            .any(|known| brand == known.as_slice())
}

/// Texts: what the name promises, as long as the content could be that.
fn of_text(name: &str, bytes: &[u8]) -> Result<FileKind, Refused> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let start: String = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_ascii_lowercase();
    let is_text = !bytes.contains(&0) || bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let binary_dxf = bytes.starts_with(b"AutoCAD Binary DXF");
    if !is_text && !binary_dxf {
        return Err(if ENDINGS.contains(&ending.as_str()) { Refused::NotAsNamed } else { Refused::Unknown });
    }
    let web = ["<!doctype html", "<html", "<svg", "<script", "<?xml", "<body", "<head", "<iframe"];
    if web.iter().any(|sign| start.contains(sign)) {
        return Err(Refused::Web);
    }
    match ending.as_str() {
        "txt" | "log" | "md" => Ok(FileKind::Text),
        "csv" | "tsv" => Ok(FileKind::Csv),
        "dxf" if binary_dxf || start.contains("section") => Ok(FileKind::Dxf),
        "stp" | "step" if start.trim_start().starts_with("iso-10303-21") => Ok(FileKind::Step),
        known if ENDINGS.contains(&known) => Err(Refused::NotAsNamed),
        _ => Err(Refused::Unknown),
    }
}

/// Endings of kinds that are taken.
const ENDINGS: [&str; 25] = [
    "jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "hwp", "hwpx", "odt",
    "ods", "odp", "docm", "xlsm", "pptm", "dwg", "dxf", "stp", "step", "csv", "zip",
];

/// What a browser is told that the file is. Whatever could run is told to be bytes.
pub fn media_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => "image/jpeg",
        FileKind::Pdf => "application/pdf",
        FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind::Doc => "application/msword",
        FileKind::Xls => "application/vnd.ms-excel",
        FileKind::Ppt => "application/vnd.ms-powerpoint",
        FileKind::Hwp => "application/x-hwp",
        FileKind::Hwpx => "application/hwp+zip",
        FileKind::Odt => "application/vnd.oasis.opendocument.text",
        FileKind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        FileKind::Odp => "application/vnd.oasis.opendocument.presentation",
        FileKind::Dwg => "image/vnd.dwg",
        FileKind::Dxf => "image/vnd.dxf",
        FileKind::Step => "model/step",
        FileKind::Text => "text/plain",
        FileKind::Csv => "text/csv",
        FileKind::Zip => "application/zip",
        FileKind::Macro | FileKind::Locked => "application/octet-stream",
    }
}

/// A name for the file that ends as its kind does, so that the machine which opens it knows with what.
pub fn named(name: &str, kind: FileKind) -> String {
    let endings: &[&str] = match kind {
        FileKind::Picture => &["jpg", "jpeg"],
        FileKind::Text => &["txt", "log", "md"],
        FileKind::Csv => &["csv", "tsv"],
        FileKind::Step => &["step", "stp"],
        FileKind::Macro => &["docm", "xlsm", "pptm", "doc", "xls", "ppt"],
        FileKind::Locked => &["docx", "xlsx", "pptx"],
        other => &[other.as_str()],
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if endings.contains(&ending.as_str()) {
        return name.to_owned();
    }
    let stem = if ENDINGS.contains(&ending.as_str()) { stem } else { name };
    format!("{stem}.{}", endings.first().copied().unwrap_or_default())
}

#[cfg(test)]
mod tests;
