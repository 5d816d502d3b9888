//! A row's values put into the columns of a firm.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, Industry, Motive, Place, PlaceFound};
use dure_roster::{BusinessNumber, Cell, Field, Phone, RosterRow, parse_emails};
use dure_tables::firms;

use super::change::Changes;
use super::matching::numbers;
use super::notes;
use crate::roster::remark::RemarkKind;

/// What is known beside the firm itself.
pub struct Around<'a> {
    /// Codes that a person has chosen for unknown industries.
    pub industries: &'a BTreeMap<String, String>,
    /// Telephone numbers of the firm's people: no news when a row has them.
    pub phones: &'a BTreeSet<String>,
    /// Mail addresses of the firm's people.
    pub emails: &'a BTreeSet<String>,
    /// Whether the row's name counts: the firm was found by its number.
    pub by_number: bool,
    /// The present delegate's name, who stands for a missing representative.
    pub delegate: Option<String>,
}

/// Puts the row into the firm; gives what could not be understood, with the column meant.
pub fn fill(
    firm: &mut firms::Model,
    row: &RosterRow,
    around: &Around<'_>,
    changes: &mut Changes,
) -> Vec<(Field, RemarkKind)> {
    if around.by_number {
        changes.text(Field::Firm, &mut firm.name, &row.firm);
    }
    let number = row.business_number.map(dure_roster::BusinessNumber::digits);
    changes.value(Field::BusinessNumber, &mut firm.business_number, number, |digits| dashed(digits));
    let mut remarks = Vec::new();
    remarks.extend(industry(firm, row, around, changes).map(|kind| (Field::Industry, kind)));
    remarks.extend(place(firm, row, changes).map(|kind| (Field::Address, kind)));
    contact(firm, row, around, changes);
    texts(firm, row, changes);
    changes.value(Field::Founded, &mut firm.founded_on, row.founded, ToString::to_string);
    let employees = row.employees.and_then(|count| i32::try_from(count).ok());
    changes.value(Field::Employees, &mut firm.employees, employees, ToString::to_string);
    changes.value(Field::Revenue, &mut firm.revenue_won, row.revenue, |won| won.0.to_string());
    remarks
}

/// A stored number, ten digits, as it is read: `123-45-67891`.
pub fn dashed(digits: &str) -> String {
    BusinessNumber::parse(digits).map_or_else(|_| digits.to_owned(), |number| number.to_string())
}

/// A code at the beginning (`251`, `C251 …`) with no more than its own name behind it.
fn pure_code(text: &str, code: Industry) -> bool {
    let first = text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let rest = text[first.len()..].trim();
    first.parse() == Ok(code) && (rest.is_empty() || rest == code.name_ko())
}

/// What an exported firm's industry says, so that reading it changes nothing.
pub fn industry_text(firm: &firms::Model) -> Option<String> {
    let code: Option<Industry> = firm.industry_code.as_deref().and_then(|code| code.parse().ok());
    match code {
        Some(code) if Industry::guess(&firm.industry_text) != Some(code) => {
            Some(format!("{code} {}", code.name_ko()).trim().to_owned())
        }
        _ => Some(firm.industry_text.clone()).filter(|text| !text.is_empty()),
    }
}

fn industry(
    firm: &mut firms::Model,
    row: &RosterRow,
    around: &Around<'_>,
    changes: &mut Changes,
) -> Option<RemarkKind> {
    let text = row.industry.as_deref()?;
    let chosen = around.industries.get(text).and_then(|code| code.parse().ok());
    let Some(code) = chosen.or_else(|| Industry::guess(text)) else {
        if firm.industry_code.is_none() {
            changes.text(Field::Industry, &mut firm.industry_text, text);
        }
        return Some(RemarkKind::UnknownIndustry);
    };
    let pure = pure_code(text, code);
    let known = firm.industry_code.as_deref() == Some(code.to_string().as_str());
    let new_text = if pure { "" } else { text };
    if (known && (pure || firm.industry_text == text)) || !changes.may(firm.industry_code.is_none()) {
        return None;
    }
    let before = industry_text(firm).unwrap_or_default();
    firm.industry_code = Some(code.to_string());
    new_text.clone_into(&mut firm.industry_text);
    if !known || firm.sector.is_none() {
        let sector = serde_json::to_value(code.sector()).ok();
        firm.sector = sector.and_then(|sector| sector.as_str().map(str::to_owned));
    }
    changes.note(Field::Industry, &before, text);
    None
}

/// What an exported firm's address says: the place alone where nothing finer is known.
pub fn address_text(firm: &firms::Model) -> Option<String> {
    let place: Option<Place> = firm.place_code.and_then(|code| code.to_string().parse().ok());
    match place {
        Some(place) if firm.address.is_empty() => Some(place.full_name_ko()),
        _ => Some(firm.address.clone()).filter(|address| !address.is_empty()),
    }
}

fn place(firm: &mut firms::Model, row: &RosterRow, changes: &mut Changes) -> Option<RemarkKind> {
    let text = row.address.as_deref()?;
    let found = Place::find(text);
    let remark = match &found {
        PlaceFound::Here(_) => None,
        PlaceFound::Ambiguous(_) => Some(RemarkKind::SeveralPlaces),
        PlaceFound::Abroad(country) => Some(RemarkKind::Abroad { country: (*country).to_owned() }),
        PlaceFound::Unknown => Some(RemarkKind::UnknownPlace),
    };
    let before = address_text(firm).unwrap_or_default();
    if before == text || !changes.may(before.is_empty()) {
        return remark;
    }
    let place = match found {
        PlaceFound::Here(place) => Some(place),
        _ => None,
    };
    let code = place.and_then(|place| place.to_string().parse().ok());
    let region_only = place.is_some_and(|place| is_region(text, place));
    if region_only && firm.place_code == code {
        return remark;
    }
    firm.place_code = code;
    firm.address = if region_only { String::new() } else { text.to_owned() };
    changes.note(Field::Address, &before, text);
    remark
}

/// Whether the text names the place and nothing finer: `강원 춘천`.
fn is_region(text: &str, place: Place) -> bool {
    let words = text.split_whitespace().count();
    text == place.full_name_ko()
        || words == 1
        || (words == 2 && !place.is_province() && place.city().is_none())
}

fn contact(firm: &mut firms::Model, row: &RosterRow, around: &Around<'_>, changes: &mut Changes) {
    let nobody = row.people.is_empty() && row.contacts.is_empty() && around.delegate.is_none();
    let own: Vec<&Phone> = row.phones.iter().chain(row.mobiles.iter().filter(|_| nobody)).collect();
    new_numbers(Field::Phone, &mut firm.phone, &own, around.phones, changes);
    new_numbers(Field::Fax, &mut firm.fax, &row.faxes.iter().collect::<Vec<_>>(), &BTreeSet::new(), changes);
    if nobody {
        let known = parse_emails(&Cell::from_text(&firm.email)).unwrap_or_default();
        let new = row.emails.iter().any(|email| !known.contains(email) && !around.emails.contains(email));
        if new {
            changes.text(Field::Email, &mut firm.email, &row.emails.join(", "));
        }
    }
    let names: Vec<&str> = row.people.iter().map(|person| person.name.as_str()).collect();
    let stands_in = firm.representative.is_empty() && names.first().copied() == around.delegate.as_deref();
    if !stands_in {
        changes.text(Field::Representative, &mut firm.representative, &names.join(", "));
    }
}

/// Numbers change only when one of them is new to the firm.
fn new_numbers(
    field: Field,
    old: &mut String,
    new: &[&Phone],
    elsewhere: &BTreeSet<String>,
    changes: &mut Changes,
) {
    let known = numbers(old);
    let is_known =
        |phone: &&Phone| known.iter().any(|one| one == phone.as_str()) || elsewhere.contains(phone.as_str());
    if !new.iter().all(is_known) {
        let joined: Vec<&str> = new.iter().map(|phone| phone.as_str()).collect();
        changes.text(field, old, &joined.join(", "));
    }
}

fn texts(firm: &mut firms::Model, row: &RosterRow, changes: &mut Changes) {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    changes.text(Field::Website, &mut firm.website, &some(&row.website));
    changes.text(Field::Products, &mut firm.products, &some(&row.products));
    changes.text(Field::Offers, &mut firm.offers, &some(&row.offers));
    changes.text(Field::Needs, &mut firm.needs, &some(&row.needs));
    let motive = row.motive.as_deref().and_then(motive_of);
    changes.value(Field::Motive, &mut firm.motive, motive, |motive| motive_text(*motive).to_owned());
    let mut new: Vec<(String, String)> = row.notes.clone();
    let header = || Field::Motive.korean().to_owned();
    new.extend(row.motive.clone().filter(|_| motive.is_none()).map(|text| (header(), text)));
    let office = |role: &&String| super::office_of(role).is_none() && !is_plain_member(role);
    new.extend(row.role.as_ref().filter(office).map(|role| (Field::Role.korean().to_owned(), role.clone())));
    let known = [&firm.phone, &firm.fax, &firm.email, &firm.address, &firm.website].map(Clone::clone);
    new.retain(|(_, text)| !known.contains(text));
    notes::add(&mut firm.notes, &new, changes);
}

fn is_plain_member(role: &str) -> bool {
    matches!(role.trim(), "회원" | "정회원" | "일반회원" | "회원사" | "-")
}

/// What a person wrote about why the firm joined.
fn motive_of(text: &str) -> Option<Motive> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["기관", "중진공", "중소기업", "시청", "군청", "도청", "공단"]) {
        Some(Motive::Agency)
    } else if has(&["지인", "친구", "아는"]) {
        Some(Motive::Acquaintance)
    } else if has(&["언론", "신문", "방송", "보도", "매체"]) {
        Some(Motive::Media)
    } else if has(&["회원"]) {
        Some(Motive::Member)
    } else {
        None
    }
}

/// As exports write it; [`motive_of`] leads back.
pub const fn motive_text(motive: Motive) -> &'static str {
    match motive {
        Motive::Agency => "기관 권유",
        Motive::Member => "회원 권유",
        Motive::Acquaintance => "지인 소개",
        Motive::Media => "언론 보도",
    }
}

/// A firm of which nothing but the name is known.
pub fn new_firm(
    id: FirmId,
    federation_id: dure_domain::FederationId,
    name: String,
    now: dure_domain::Moment,
) -> firms::Model {
    firms::Model {
        id,
        federation_id,
        name,
        business_number: None,
        industry_code: None,
        industry_text: String::new(),
        sector: None,
        place_code: None,
        address: String::new(),
        phone: String::new(),
        fax: String::new(),
        email: String::new(),
        website: String::new(),
        representative: String::new(),
        products: String::new(),
        offers: String::new(),
        needs: String::new(),
        notes: String::new(),
        founded_on: None,
        employees: None,
        revenue_won: None,
        motive: None,
        created_at: now,
        updated_at: now,
        left_at: None,
        version: 1,
    }
}
