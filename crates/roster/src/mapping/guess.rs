//! The first guess of a mapping.

use super::{Field, Mapping};
use crate::sheet::{Cell, Sheet};
use crate::value::business_number::BusinessNumber;
use crate::value::email::parse_emails;
use crate::value::phone::parse_phones;

/// Whether one cell is of a kind.
type Test = fn(&Cell) -> bool;

/// Cells of a column that are looked at.
const SAMPLE: usize = 200;

/// Guesses what the columns mean: by the header first, and by what the cells look like where the
/// header says nothing or is contradicted by most of its cells.
pub fn guess_mapping(sheet: &Sheet) -> Mapping {
    let mut mapping = Mapping::default();
    for column in 0..sheet.width() {
        let header = sheet.header.get(column).map_or("", String::as_str);
        let said = Field::of_header(header);
        let seen = look(sheet, column);
        let field = match (said, seen) {
            (Some(said), Some(seen)) if contradicts(said, seen) => Some(seen),
            (Some(said), _) => Some(said),
            (None, seen) => seen,
        };
        if let Some(field) = field {
            mapping.columns.insert(column, field);
        }
    }
    settle_firm(sheet, &mut mapping);
    settle_role(sheet, &mut mapping);
    mapping
}

/// 직위 and 직책 may mean the office in the group: then members and secretaries stand in it.
fn settle_role(sheet: &Sheet, mapping: &mut Mapping) {
    const ONLY_IN_GROUPS: [&str; 6] = ["회원", "간사", "사무총장", "사무국장", "총무", "부회장"];
    if mapping.has(Field::Role) {
        return;
    }
    let offices = |column: &usize| {
        let texts = sheet.rows.iter().take(SAMPLE).map(|row| row.cell(*column).text());
        texts.filter(|text| ONLY_IN_GROUPS.contains(&&**text)).count() >= 2
    };
    let column = mapping.columns_of(Field::Title).find(offices);
    if let Some(column) = column {
        mapping.columns.insert(column, Field::Role);
    }
}

/// Numbers and addresses of the net cannot be mistaken; anything else keeps the header's word.
const fn contradicts(said: Field, seen: Field) -> bool {
    use Field::{BusinessNumber, Email, Fax, Firm, Mobile, Note, Phone, Representative};
    match seen {
        Email => !matches!(said, Email | Note),
        BusinessNumber => !matches!(said, BusinessNumber | Note | Phone | Mobile | Fax),
        Mobile => matches!(said, Phone | Email | Firm | Representative),
        Phone => matches!(said, Email | Firm | Representative),
        _ => matches!((said, seen), (Fax, Email)),
    }
}

/// What most cells of a column are, when it can be told.
fn look(sheet: &Sheet, column: usize) -> Option<Field> {
    let filled = sheet.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let sample: Vec<&Cell> = filled.take(SAMPLE).collect();
    let most =
        |is: Test| !sample.is_empty() && sample.iter().filter(|cell| is(cell)).count() * 3 > sample.len() * 2;
    let kinds: [(Test, Field); 8] = [
        (is_email, Field::Email),
        (is_business_number, Field::BusinessNumber),
        (|cell| is_phone(cell, true), Field::Mobile),
        (|cell| is_phone(cell, false), Field::Phone),
        (is_website, Field::Website),
        (|cell| crate::value::people::is_title(&cell.text()), Field::Title),
        (is_address, Field::Address),
        (is_firm, Field::Firm),
    ];
    kinds.into_iter().find(|(is, _)| most(*is)).map(|(_, field)| field)
}

/// Telephone numbers may have ten digits too, but begin with a zero.
fn is_business_number(cell: &Cell) -> bool {
    !cell.text().starts_with('0')
        && BusinessNumber::parse(&cell.text()).is_ok_and(BusinessNumber::has_valid_checksum)
}

fn is_email(cell: &Cell) -> bool {
    parse_emails(cell).is_some_and(|emails| !emails.is_empty())
}

fn is_phone(cell: &Cell, mobile: bool) -> bool {
    parse_phones(cell)
        .is_some_and(|phones| !phones.is_empty() && phones.iter().all(|p| p.is_mobile() == mobile))
}

fn is_website(cell: &Cell) -> bool {
    let text = cell.text();
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")
}

fn is_address(cell: &Cell) -> bool {
    const REGIONS: [&str; 17] = [
        "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남",
        "전북", "전남", "경북", "경남", "제주",
    ];
    let text = cell.text();
    let many_words = text.split_whitespace().count() >= 2;
    many_words
        && (REGIONS.iter().any(|region| text.starts_with(region))
            || text.contains("시 ")
            || text.contains("군 "))
}

fn is_firm(cell: &Cell) -> bool {
    let text = cell.text();
    ["㈜", "(주)", "주식회사", "(유)", "유한회사"].iter().any(|form| text.contains(form))
}

/// A roster needs its firms: without a column for them, the first column of texts that differ and
/// mean nothing else is taken. When two columns claim to be the firm, the first stays.
fn settle_firm(sheet: &Sheet, mapping: &mut Mapping) {
    let claims: Vec<usize> = mapping.columns_of(Field::Firm).collect();
    for column in claims.iter().skip(1) {
        mapping.columns.insert(*column, Field::Note);
    }
    if claims.is_empty() {
        let free = (0..sheet.width())
            .find(|column| !mapping.columns.contains_key(column) && is_column_of_names(sheet, *column));
        if let Some(column) = free {
            mapping.columns.insert(column, Field::Firm);
        }
    }
}

fn is_column_of_names(sheet: &Sheet, column: usize) -> bool {
    let texts: Vec<_> =
        sheet.rows.iter().take(SAMPLE).map(|row| row.cell(column).text()).filter(|t| !t.is_empty()).collect();
    let different: std::collections::HashSet<_> = texts.iter().collect();
    let worded = texts.iter().filter(|text| text.chars().any(char::is_alphabetic)).count();
    !texts.is_empty() && worded * 10 >= texts.len() * 9 && different.len() * 10 >= texts.len() * 7
}
