//! The account as a file.

use dure_texts::{Lang, ledger as texts};
use dure_ui::words;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::ledger::actions::Account;

/// From this column on there are numbers.
const NUMBERS_FROM: u16 = 5;

/// Head and rows, as texts; days and won stay plain numbers so that a sheet can count with them.
pub fn account_rows(lang: Lang, account: &Account) -> Vec<Vec<String>> {
    let head = [
        texts::day(lang),
        texts::kind_column(lang),
        texts::giver(lang),
        texts::taker(lang),
        texts::difficulty(lang),
        texts::days_column(lang),
        texts::won_column(lang),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(account.entries.iter().map(|entry| {
        vec![
            entry.row.at.day().to_string(),
            words::give(lang, entry.row.kind).to_owned(),
            safe(&entry.from),
            safe(&entry.to),
            safe(&entry.title),
            entry.row.worth_days.to_string(),
            entry.row.worth_won.0.to_string(),
        ]
    }));
    rows
}

/// A text that a sheet would take for a formula is marked as text.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// As CSV with the mark without which Excel takes the file for CP949.
pub fn account_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

/// As a workbook with one sheet; numbers are numbers.
pub fn account_workbook(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let number = Format::new().set_num_format("#,##0");
    let sheet = book.add_worksheet();
    for (at, row) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            match text.parse::<f64>() {
                _ if at == 0 => sheet.write_with_format(at, column, text, &bold)?,
                Ok(amount) if column >= NUMBERS_FROM => {
                    sheet.write_with_format(at, column, amount, &number)?
                }
                _ => sheet.write(at, column, text)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}
