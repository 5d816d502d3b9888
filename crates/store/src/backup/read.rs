//! Reading a backup, whole or line by line.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::read::MultiGzDecoder;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{End, FORMAT, Fault, File, Header, Section, write};
use crate::StoreResult;
use crate::migrate::MIGRATIONS;

/// More than the longest row: an import's file is at most 20 MB.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

/// One line after the header.
pub(super) enum Line {
    /// From here on rows of this table, with these columns.
    Table(String, Vec<String>),
    /// One row.
    Row(Vec<Json>),
    /// A part of an attached file.
    File(String, Option<String>),
    /// The end; the checksum was right.
    End,
}

/// An open backup.
pub(super) struct Lines {
    file: BufReader<MultiGzDecoder<fs::File>>,
    sum: Sha256,
    line: Vec<u8>,
}

impl Lines {
    /// Opens a backup and reads its header.
    pub(super) fn open(path: &Path) -> StoreResult<(Self, Header)> {
        let file = BufReader::with_capacity(1 << 16, MultiGzDecoder::new(fs::File::open(path)?));
        let mut lines = Self { file, sum: Sha256::new(), line: Vec::new() };
        if lines.read().is_err() {
            return Err(Fault::Foreign.into());
        }
        let first: Json = serde_json::from_slice(&lines.line).map_err(|_| Fault::Foreign)?;
        let format = first.get("dure_backup").and_then(Json::as_u64).ok_or(Fault::Foreign)?;
        if format > u64::from(FORMAT) {
            return Err(Fault::Newer(format!("format {format}")).into());
        }
        let header: Header = serde_json::from_value(first).map_err(|_| Fault::Foreign)?;
        let unknown = header.schema.iter().zip(MIGRATIONS).find(|(name, (known, _))| name != known);
        if let Some(name) = unknown.map(|(name, _)| name).or(header.schema.get(MIGRATIONS.len())) {
            return Err(Fault::Newer(name.clone()).into());
        }
        Ok((lines, header))
    }

    /// The next line.
    pub(super) fn next(&mut self) -> StoreResult<Line> {
        let sum = self.sum.clone();
        self.read()?;
        let damaged = |_| Fault::Damaged("a line is not JSON".into());
        if self.line.first() == Some(&b'[') {
            return Ok(Line::Row(serde_json::from_slice(&self.line).map_err(damaged)?));
        }
        if let Ok(section) = serde_json::from_slice::<Section>(&self.line) {
            return Ok(Line::Table(section.table, section.columns));
        }
        if let Ok(File { file, content }) = serde_json::from_slice::<File>(&self.line) {
            return Ok(Line::File(file, content));
        }
        let end: End = serde_json::from_slice(&self.line).map_err(damaged)?;
        if end.sha256 != write::hex(&sum.finalize()) {
            return Err(Fault::Damaged("the checksum is another".into()).into());
        }
        Ok(Line::End)
    }

    fn read(&mut self) -> StoreResult<()> {
        self.line.clear();
        let mut limited = (&mut self.file).take(LONGEST_LINE);
        let read = limited.read_until(b'\n', &mut self.line);
        if read.is_err() || self.line.last() != Some(&b'\n') {
            return Err(Fault::CutOff.into());
        }
        self.sum.update(&self.line);
        Ok(())
    }
}

/// Reads a backup to its end without touching any database: its checksum and its counts hold.
///
/// # Errors
/// [`Fault`], and errors of the file.
pub fn verify(path: &Path) -> StoreResult<Header> {
    let (mut lines, header) = Lines::open(path)?;
    let mut rows: BTreeMap<String, u64> = BTreeMap::new();
    let (mut table, mut files) = (String::new(), 0);
    loop {
        match lines.next()? {
            Line::Table(name, _) => {
                rows.insert(name.clone(), 0);
                table = name;
            }
            Line::Row(_) => *rows.entry(table.clone()).or_default() += 1,
            Line::File(..) => files += 1,
            Line::End => break,
        }
    }
    if files != header.files {
        return Err(Fault::Damaged("the number of files is another".into()).into());
    }
    if rows != header.rows {
        return Err(Fault::Damaged("the number of rows is another".into()).into());
    }
    Ok(header)
}

/// What became of the attached files of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unpacked {
    /// Parts that were given.
    pub kept: u64,
    /// Parts that the backup names and does not have.
    pub missing: u64,
}

/// Gives every attached file of a verified backup to `keep`, part by part.
///
/// # Errors
/// [`Fault`], and those of `keep`.
pub async fn unpack<F, Fut>(path: &Path, mut keep: F) -> StoreResult<Unpacked>
where
    F: FnMut(String, Vec<u8>) -> Fut,
    Fut: Future<Output = StoreResult<()>>,
{
    let (mut lines, _) = Lines::open(path)?;
    let mut unpacked = Unpacked::default();
    loop {
        match lines.next()? {
            Line::File(name, Some(content)) => {
                let bytes = BASE64.decode(content).map_err(|error| Fault::Damaged(error.to_string()))?;
                keep(name, bytes).await?;
                unpacked.kept += 1;
            }
            Line::File(_, None) => unpacked.missing += 1,
            Line::Table(..) | Line::Row(_) => {}
            Line::End => return Ok(unpacked),
        }
    }
}
