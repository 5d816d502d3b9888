//! Packed files: what is in them, and whether they unpack to a sane size.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Limits;
use super::error::{FileKind, ReadError};
use super::kind::Kind;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn tell(bytes: &[u8], limits: &Limits) -> Result<Kind, ReadError> {
    let mut archive = open(bytes)?;
    let has = |archive: &Archive<'_>, name: &str| archive.index_for_name(name).is_some();
    if has(&archive, "xl/workbook.xml") {
        check_size(&mut archive, limits)?;
        return Ok(Kind::Xlsx);
    }
    let mimetype = part(&mut archive, "mimetype", 256).unwrap_or_default();
    if mimetype.contains("opendocument.spreadsheet") {
        check_size(&mut archive, limits)?;
        return Ok(Kind::OpenDocument);
    }
    Err(ReadError::OtherKind(match () {
        () if mimetype.contains("hwp") || has(&archive, "Contents/header.xml") => FileKind::Hwp,
        () if has(&archive, "xl/workbook.bin") => FileKind::RareSpreadsheet,
        () if has(&archive, "word/document.xml") => FileKind::Word,
        () if has(&archive, "ppt/presentation.xml") => FileKind::Slides,
        () => FileKind::Archive,
    }))
}

pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)
}

/// A part of the archive as text, or `None` when it is missing, broken or longer than `limit`.
pub(super) fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Option<String> {
    let mut text = Vec::new();
    archive.by_name(name).ok()?.take(limit + 1).read_to_end(&mut text).ok()?;
    (text.len() as u64 <= limit).then(|| String::from_utf8_lossy(&text).into_owned())
}

/// Unpacks everything once, counting: the sizes that an archive states may be lies.
fn check_size(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), ReadError> {
    let mut left = limits.unpacked_bytes;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(ReadError::damaged)?;
        if entry.encrypted() {
            return Err(ReadError::PasswordProtected);
        }
        let unpacked =
            std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(ReadError::damaged)?;
        left =
            left.checked_sub(unpacked).ok_or(ReadError::UnpacksTooLarge { limit: limits.unpacked_bytes })?;
    }
    Ok(())
}
