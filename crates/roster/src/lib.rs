//! Member rosters as secretaries keep them: read, understood, and written back.
//!
//! Bytes go in; typed rows and problems come out. No database, no clock, no chance.
//!
//! ```
//! let file = "회사명,대표자,전화\n두레정밀,김한솔,033-123-4567\n".as_bytes();
//! let book = dure_roster::read(file, "명부.csv")?;
//! let mapping = dure_roster::guess_mapping(&book.sheet);
//! let read = dure_roster::interpret(&book.sheet, &mapping);
//! assert_eq!(read.rows[0].firm, "두레정밀");
//! assert_eq!(read.rows[0].phones[0].as_str(), "033-123-4567");
//! # Ok::<(), dure_roster::ReadError>(())
//! ```
//!
//! Industry and place stay text here: who imports resolves them with the tables of `dure-domain`.

mod interpret;
mod mapping;
mod read;
mod sheet;
mod value;
mod write;

pub use interpret::{
    Interpretation, Person, Problem, ProblemKind, RosterRow, Severity, SkipReason, Skipped, interpret,
};
pub use mapping::{Field, Mapping, guess_mapping};
pub use read::{FileKind, Limits, ReadError, read, read_rows, read_sheet, read_with};
pub use sheet::{Book, Cell, Merge, Sheet, SheetRow, Source};
pub use value::business_number::{BadBusinessNumber, BusinessNumber};
pub use value::count::parse_count;
pub use value::day::{ParsedDay, parse_day};
pub use value::email::parse_emails;
pub use value::firm_name::{NameIndex, name_key, similar_names};
pub use value::money::{MoneyUnit, parse_money};
pub use value::people::parse_people;
pub use value::phone::{Phone, parse_phones};
pub use write::{CsvEncoding, WriteError, bad_rows_xlsx, write_csv, write_xlsx};
