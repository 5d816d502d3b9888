//! Where the header of a table is, and what it says when it has two rows.

use super::grid::Grid;
use crate::mapping::Field;
use crate::sheet::{Cell, Merge, Sheet, SheetRow};

/// Titles, dates and remarks fill no more rows than this above a header.
const LOOKED_AT: usize = 40;

/// How many header words the best row of the table has.
pub(super) fn words(grid: &Grid) -> usize {
    grid.rows.iter().take(LOOKED_AT).map(words_in).max().unwrap_or(0)
}

fn words_in(row: &SheetRow) -> usize {
    row.filled().filter(|(_, cell)| Field::of_header(&cell.text()).is_some()).count()
}

/// Splits a table into what is above the header, the header, and what is below.
pub(super) fn to_sheet(grid: Grid) -> Sheet {
    let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let (start, end) = find(&grid).unwrap_or((0, 0));
    let title = grid.rows[..start].iter().flat_map(|row| row.filled().map(|(_, c)| c.text().into_owned()));
    let header_row = if end == 0 { 0 } else { grid.rows[end - 1].number };
    let mut merges = grid.merges;
    let header = joined(&grid.rows[start..end], &merges, width);
    merges.retain(|merge| merge.bottom > header_row);
    Sheet {
        name: grid.name,
        title: title.collect(),
        header,
        header_row,
        rows: grid.rows[end..].to_vec(),
        merges,
    }
}

/// The header's rows as a range, or `None` when no row looks like one.
fn find(grid: &Grid) -> Option<(usize, usize)> {
    let looked_at = &grid.rows[..grid.rows.len().min(LOOKED_AT)];
    let best = looked_at.iter().map(words_in).max().filter(|best| *best > 0)?;
    let at = looked_at.iter().position(|row| words_in(row) == best)?;
    let row = &looked_at[at];
    if best == 1 && row.filled().count() > 2 {
        return None;
    }
    let above = at.checked_sub(1).map(|above| &looked_at[above]);
    if above.is_some_and(|above| completes(above, row, grid)) {
        return Some((at - 1, at + 1));
    }
    let below = looked_at.get(at + 1).is_some_and(|below| completes(below, row, grid));
    Some((at, if below { at + 2 } else { at + 1 }))
}

/// Whether `other` is the second row of a header: next to `row`, made of header words, and with a
/// word where `row` is blank or where cells are merged.
fn completes(other: &SheetRow, row: &SheetRow, grid: &Grid) -> bool {
    let filled = other.filled().count();
    let looks_like_data = |cell: &Cell| cell.text().chars().any(|c| c.is_ascii_digit() || c == '@');
    let fits = |column: usize| row.cell(column).is_empty() || spreads(&grid.merges, row, column);
    row.number.abs_diff(other.number) == 1
        && words_in(other) * 2 >= filled
        && words_in(other) >= 1
        && (filled > 1 || other.number > row.number)
        && !other.filled().any(|(_, cell)| looks_like_data(cell))
        && other.filled().any(|(column, _)| fits(column))
}

fn spreads(merges: &[Merge], row: &SheetRow, column: usize) -> bool {
    merges.iter().any(|merge| merge.covers(row.number, column) && merge.right > merge.left)
}

fn joined(rows: &[SheetRow], merges: &[Merge], width: usize) -> Vec<String> {
    let single = |row: &SheetRow, column: usize| row.cell(column).text().replace('\n', " ");
    (0..width)
        .map(|column| match rows {
            [] => String::new(),
            [row] => single(row, column),
            [top, low, ..] => {
                let below = single(low, column);
                match spread_text(top, column, merges, !below.is_empty()) {
                    above if above.is_empty() || above == below => below,
                    above if below.is_empty() => above,
                    above => format!("{above} {below}"),
                }
            }
        })
        .collect()
}

/// The text above a column: its own, that of the merge over it, or, without any merges (CSV), the
/// next one to the left when there is something below to belong to it.
fn spread_text(top: &SheetRow, column: usize, merges: &[Merge], has_below: bool) -> String {
    let own = |column: usize| top.cell(column).text().replace('\n', " ");
    if !top.cell(column).is_empty() {
        return own(column);
    }
    if let Some(merge) = merges.iter().find(|merge| merge.covers(top.number, column)) {
        return own(merge.left);
    }
    if !merges.is_empty() || !has_below {
        return String::new();
    }
    (0..column).rev().find(|left| !top.cell(*left).is_empty()).map_or_else(String::new, own)
}
