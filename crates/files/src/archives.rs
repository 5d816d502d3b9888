//! What is inside of documents that are archives: ZIP for the newer ones, OLE for the older. Only lists of
//! contents are read, nothing is unpacked but the few bytes of a `mimetype`.

use std::io::{Cursor, Read};

use dure_domain::FileKind;

use crate::Refused;

/// What a ZIP is.
pub fn of_zip(bytes: &[u8]) -> Result<FileKind, Refused> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::NotAsNamed)?;
    let named = archive.by_name("mimetype").ok().and_then(|entry| {
        let mut text = String::new();
        entry.take(100).read_to_string(&mut text).ok()?;
        Some(text)
    });
    let names: Vec<_> = archive.file_names().flatten().collect();
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
    Ok(match named.as_deref().map(str::trim) {
        Some("application/hwp+zip") => FileKind::Hwpx,
        Some("application/vnd.oasis.opendocument.text") => FileKind::Odt,
        Some("application/vnd.oasis.opendocument.spreadsheet") => FileKind::Ods,
        Some("application/vnd.oasis.opendocument.presentation") => FileKind::Odp,
        _ if !holds("[Content_Types].xml") => FileKind::Zip,
        _ if names.iter().any(|name| name.ends_with("vbaProject.bin")) => FileKind::Macro,
        _ if holds("word/") => FileKind::Docx,
        _ if holds("xl/") => FileKind::Xlsx,
        _ if holds("ppt/") => FileKind::Pptx,
        _ => FileKind::Zip,
    })
}

/// What an OLE compound file is.
pub fn of_ole(bytes: &[u8]) -> Result<FileKind, Refused> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refused::NotAsNamed)?;
    if is_hangul(&mut file) {
        return Ok(FileKind::Hwp);
    }
    if ["/Macros", "/_VBA_PROJECT_CUR"].iter().any(|storage| file.is_storage(storage)) {
        return Ok(FileKind::Macro);
    }
    let kinds = [
        ("/WordDocument", FileKind::Doc),
        ("/Workbook", FileKind::Xls),
        ("/Book", FileKind::Xls),
        ("/PowerPoint Document", FileKind::Ppt),
        ("/EncryptedPackage", FileKind::Locked),
    ];
    let found = kinds.into_iter().find(|(stream, _)| file.is_stream(stream));
    found.map(|(_, kind)| kind).ok_or(Refused::Unknown)
}

fn is_hangul(file: &mut cfb::CompoundFile<Cursor<&[u8]>>) -> bool {
    let mut start = [0; 17];
    let read = file.open_stream("/FileHeader").and_then(|mut stream| stream.read_exact(&mut start));
    read.is_ok() && &start == b"HWP Document File"
}
