//! Rows of a roster that are no members.

use serde::Serialize;

use crate::mapping::{Field, Mapping};
use crate::sheet::{Sheet, SheetRow};
use crate::value::plain;

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Nothing but a running number.
    Blank,
    /// A total, or the end sign (이상, 끝).
    Total,
    /// A remark below or between.
    Remark,
    /// The header once more, as on a second printed page.
    HeaderAgain,
    /// The name of a group over its members; it is taken as their group.
    Heading,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Row of the file, from 1.
    pub row: u32,
    /// Why.
    pub reason: SkipReason,
    /// What it said.
    pub text: String,
}

const TOTALS: [&str; 12] =
    ["계", "합계", "총계", "소계", "총합계", "누계", "이상", "끝", "총", "total", "sum", "이하여백"];
const GROUP_ENDS: [&str; 5] = ["교류회", "협의회", "연합회", "그룹", "분회"];
const REMARK_STARTS: [&str; 5] = ["※", "*", "#", "주:", "☞"];
/// A lonely text longer than this is a sentence, not a name.
const LONG: usize = 25;

pub(super) fn reason(sheet: &Sheet, mapping: &Mapping, row: &SheetRow) -> Option<Skipped> {
    let counts = |column: usize| !matches!(mapping.field(column), Field::RowNumber | Field::Ignore);
    let filled: Vec<(usize, String)> = row
        .filled()
        .filter(|(column, cell)| counts(*column) || is_total(&cell.text()) || is_remark(&cell.text()))
        .map(|(column, cell)| (column, cell.text().into_owned()))
        .collect();
    let reason = told(sheet, mapping, &filled)?;
    let text = filled.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
    Some(Skipped { row: row.number, reason, text })
}

fn told(sheet: &Sheet, mapping: &Mapping, filled: &[(usize, String)]) -> Option<SkipReason> {
    let Some((column, first)) = filled.first() else { return Some(SkipReason::Blank) };
    let firm = filled.iter().find(|(column, _)| mapping.field(*column) == Field::Firm).map(|(_, text)| text);
    let lonely = filled.len() == 1 && sheet.width() >= 3;
    if is_total(first) && firm.is_none_or(|firm| is_total(firm) || !has_letter(firm) || is_count(firm)) {
        Some(SkipReason::Total)
    } else if lonely && (is_remark(first) || first.chars().count() > LONG) {
        Some(SkipReason::Remark)
    } else if lonely && mapping.field(*column) != Field::Group && ends_as_group(first) {
        Some(SkipReason::Heading)
    } else if repeats_header(sheet, filled) {
        Some(SkipReason::HeaderAgain)
    } else {
        None
    }
}

/// `합 계`, `총 15개사`, `계(15)`, `- 이상 -`, `끝.`
fn is_total(text: &str) -> bool {
    let bare: String = plain(text).to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let bare = bare.trim_end_matches("개사").trim_end_matches("개업체").trim_end_matches('명');
    TOTALS.contains(&bare)
}

/// `15개사`, `15개 업체`: how many there are, in the column of names.
fn is_count(text: &str) -> bool {
    const UNITS: [&str; 7] = ["개사", "개업체", "개소", "개", "곳", "명", "사"];
    let bare: String = plain(text).chars().filter(|c| c.is_alphabetic()).collect();
    UNITS.contains(&bare.as_str()) && text.chars().any(|c| c.is_ascii_digit())
}

fn is_remark(text: &str) -> bool {
    REMARK_STARTS.iter().any(|start| text.starts_with(start) && text.chars().count() > 1)
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn ends_as_group(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or("").trim().trim_matches(['[', ']', '<', '>', '■', '○', '◎']);
    GROUP_ENDS.iter().any(|end| bare.ends_with(end))
}

fn repeats_header(sheet: &Sheet, filled: &[(usize, String)]) -> bool {
    let same = |(column, text): &&(usize, String)| {
        sheet.header.get(*column).is_some_and(|header| {
            let text = text.replace('\n', " ");
            *header == text || (header.contains(&text) && Field::of_header(&text).is_some())
        })
    };
    filled.len() >= 2 && filled.iter().filter(same).count() * 3 > filled.len() * 2
}
