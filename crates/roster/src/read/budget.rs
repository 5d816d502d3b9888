//! What one file has cost so far, over all its tables.

use std::cell::Cell as Counter;

use super::Limits;
use super::error::ReadError;
use crate::sheet::Cell;

pub(super) struct Budget {
    pub limits: Limits,
    cells: Counter<u32>,
    bytes: Counter<u64>,
}

impl Budget {
    pub const fn new(limits: Limits) -> Self {
        Self { limits, cells: Counter::new(0), bytes: Counter::new(0) }
    }

    /// Counts a cell. Texts count too: a workbook may name one long text a million times.
    pub fn spend(&self, cell: &Cell) -> Result<(), ReadError> {
        let Limits { cells, unpacked_bytes, .. } = self.limits;
        let length = if let Cell::Text(text) = cell { text.len() as u64 } else { 0 };
        self.cells.set(self.cells.get().saturating_add(1));
        self.bytes.set(self.bytes.get().saturating_add(length));
        if self.cells.get() > cells {
            return Err(ReadError::TooManyCells { limit: cells });
        }
        if self.bytes.get() > unpacked_bytes {
            return Err(ReadError::UnpacksTooLarge { limit: unpacked_bytes });
        }
        Ok(())
    }
}
