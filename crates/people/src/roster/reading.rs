//! A kept file read again: the book, the mapping that holds, and the rows.

use dure_roster::{Book, Interpretation, Mapping, ReadError, guess_mapping, interpret, read, read_sheet};

use super::choices::Choices;
use super::plan::Sheeted;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its tables.
    pub book: Book,
    /// What the columns mean.
    pub mapping: Mapping,
    /// Rows and what the reader says.
    pub read: Interpretation,
}

impl Reading {
    /// Reads the bytes as the choices say.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn of(bytes: &[u8], file_name: &str, choices: &Choices) -> Result<Self, ReadError> {
        let book = match &choices.sheet {
            Some(sheet) => read_sheet(bytes, file_name, sheet)?,
            None => read(bytes, file_name)?,
        };
        let mapping = choices.mapping.clone().unwrap_or_else(|| guess_mapping(&book.sheet));
        let read = interpret(&book.sheet, &mapping);
        Ok(Self { book, mapping, read })
    }

    /// The rows as a plan takes them.
    pub fn sheeted(&self) -> Sheeted {
        Sheeted::new(self.read.rows.clone(), &self.read.problems, &self.book.sheet.header, &self.mapping)
    }

    /// Every mail address in the file.
    pub fn emails(&self) -> Vec<String> {
        let mut emails: Vec<String> = self.read.rows.iter().flat_map(|row| row.emails.clone()).collect();
        emails.sort_unstable();
        emails.dedup();
        emails
    }
}
