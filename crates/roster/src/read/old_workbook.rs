//! A look over the records (type, length, data) of an old workbook before calamine reads it:
//! it lays every sheet out as one dense table, which a forged row or column would make too large
//! for memory. Record numbers are those of [MS-XLS].

use std::io::{Cursor, Read};

use super::Limits;
use super::error::ReadError;

const END: u16 = 0x0a;
const FILEPASS: u16 = 0x2f;
const BOUND_SHEET: u16 = 0x85;
const MUL_RK: u16 = 0xbd;
const MUL_BLANK: u16 = 0xbe;
/// Each sheet is looked through on its own, so forged ones must not be many.
const SHEETS: usize = 256;
/// Records of cells: they begin with row and column.
const CELLS: [u16; 11] = [0x06, 0x203, 0x204, 0x205, 0x207, 0x27e, 0xfd, 0xd6, MUL_RK, MUL_BLANK, 0x201];

pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let stream = stream(bytes, limits)?;
    let sheets: Vec<usize> = records(&stream, 0).filter_map(|record| record.sheet_start()).collect();
    if sheets.len() > SHEETS {
        return Err(ReadError::damaged("too many sheets"));
    }
    if records(&stream, 0).any(|record| record.kind == FILEPASS) {
        return Err(ReadError::PasswordProtected);
    }
    let mut dense = 0_u64;
    for start in std::iter::once(0).chain(sheets) {
        dense = dense.saturating_add(extent(&stream, start, limits)?);
        if dense > u64::from(limits.cells) * 2 {
            return Err(ReadError::TooManyCells { limit: limits.cells });
        }
    }
    Ok(())
}

fn stream(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    let name = if file.exists("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    let open = file.open_stream(name).map_err(ReadError::damaged)?;
    open.take(limits.bytes).read_to_end(&mut stream).map_err(ReadError::damaged)?;
    Ok(stream)
}

/// Rows times columns of the part that begins at `start`.
fn extent(stream: &[u8], start: usize, limits: &Limits) -> Result<u64, ReadError> {
    let (mut rows, mut columns) = (0, 0);
    let part = records(stream, start).take_while(|record| record.kind != END);
    for (row, column) in part.filter_map(|record| record.cell()) {
        if usize::from(column) >= limits.columns {
            return Err(ReadError::TooManyColumns { limit: limits.columns });
        }
        rows = rows.max(u64::from(row) + 1);
        columns = columns.max(u64::from(column) + 1);
    }
    Ok(rows * columns)
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (word(rest, 0)?, usize::from(word(rest, 2)?));
        let data = rest.get(4..)?;
        let data = &data[..length.min(data.len())];
        rest = &rest[4 + data.len()..];
        Some(Record { kind, data })
    })
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

impl Record<'_> {
    /// Row and (last) column, when the record holds cells.
    fn cell(&self) -> Option<(u16, u16)> {
        if !CELLS.contains(&self.kind) {
            return None;
        }
        let many = matches!(self.kind, MUL_RK | MUL_BLANK);
        let column =
            if many { word(self.data, self.data.len().checked_sub(2)?)? } else { word(self.data, 2)? };
        Some((word(self.data, 0)?, column.max(word(self.data, 2)?)))
    }

    fn sheet_start(&self) -> Option<usize> {
        if self.kind != BOUND_SHEET {
            return None;
        }
        Some(usize::from(word(self.data, 0)?) | usize::from(word(self.data, 2)?) << 16)
    }
}
