//! Fields, remarks and unreadable files in the reader's language.

use dure_roster::{Field, FileKind, ReadError};
use dure_texts::{Lang, roster as texts};

use super::remark::{Remark, RemarkKind};

/// What a column means.
pub fn field(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::RowNumber => texts::field_row_number(lang),
        Field::Group => texts::field_group(lang),
        Field::Firm => texts::field_firm(lang),
        Field::BusinessNumber => texts::field_business_number(lang),
        Field::Representative => texts::field_representative(lang),
        Field::Title => texts::field_title(lang),
        Field::Contact => texts::field_contact(lang),
        Field::Phone => texts::field_phone(lang),
        Field::Mobile => texts::field_mobile(lang),
        Field::Fax => texts::field_fax(lang),
        Field::Email => texts::field_email(lang),
        Field::Address => texts::field_address(lang),
        Field::Industry => texts::field_industry(lang),
        Field::Products => texts::field_products(lang),
        Field::Role => texts::field_role(lang),
        Field::Joined => texts::field_joined(lang),
        Field::Founded => texts::field_founded(lang),
        Field::Employees => texts::field_employees(lang),
        Field::Revenue => texts::field_revenue(lang),
        Field::Website => texts::field_website(lang),
        Field::Offers => texts::field_offers(lang),
        Field::Needs => texts::field_needs(lang),
        Field::Motive => texts::field_motive(lang),
        Field::Note => texts::field_note(lang),
        Field::Ignore => texts::field_ignore(lang),
    }
}

/// A remark with the column that it is about.
pub fn remark(lang: Lang, remark: &Remark) -> String {
    let words = kind(lang, &remark.kind);
    if remark.column.is_empty() { words } else { texts::remark_in_column(lang, &remark.column, words) }
}

/// What is wrong or doubtful.
pub fn kind(lang: Lang, kind: &RemarkKind) -> String {
    let plain = match kind {
        RemarkKind::OtherGroup { group } => return texts::remark_other_group(lang, group),
        RemarkKind::NumberOfOther { firm } => return texts::remark_number_of_other(lang, firm),
        RemarkKind::TooLong { most } => return texts::remark_too_long(lang, *most as i64),
        RemarkKind::DayAssumed { day } => return texts::remark_day_assumed(lang, day),
        RemarkKind::SameAsRow { first } => return texts::remark_same_as_row(lang, *first),
        RemarkKind::LikeRow { first } => return texts::remark_like_row(lang, *first),
        RemarkKind::Abroad { country } => return texts::remark_abroad(lang, country),
        RemarkKind::SlotTaken { industry, firm } => return texts::remark_slot_taken(lang, industry, firm),
        RemarkKind::ChairTaken { name } => return texts::remark_chair_taken(lang, name),
        RemarkKind::NoFirm => texts::remark_no_firm(lang),
        RemarkKind::BadBusinessNumber => texts::remark_bad_business_number(lang),
        RemarkKind::WrongChecksum { .. } => texts::remark_wrong_checksum(lang),
        RemarkKind::BadPhone => texts::remark_bad_phone(lang),
        RemarkKind::BadEmail => texts::remark_bad_email(lang),
        RemarkKind::BadDay => texts::remark_bad_day(lang),
        RemarkKind::BadMoney => texts::remark_bad_money(lang),
        RemarkKind::BadCount => texts::remark_bad_count(lang),
        RemarkKind::SpreadsheetError => texts::remark_spreadsheet_error(lang),
        RemarkKind::BrokenText => texts::remark_broken_text(lang),
        RemarkKind::UnknownIndustry => texts::remark_unknown_industry(lang),
        RemarkKind::UnknownPlace => texts::remark_unknown_place(lang),
        RemarkKind::SeveralPlaces => texts::remark_several_places(lang),
        RemarkKind::EmailTaken => texts::remark_email_taken(lang),
        RemarkKind::EmailKept => texts::remark_email_kept(lang),
        RemarkKind::NobodyForOffice => texts::remark_nobody_for_office(lang),
        RemarkKind::OtherGroupsFirm => texts::remark_other_groups_firm(lang),
        RemarkKind::LeftOut => texts::remark_left_out(lang),
    };
    plain.to_owned()
}

/// Why a file cannot be read, and what to do.
pub fn unreadable(lang: Lang, error: &ReadError) -> String {
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let plain = match error {
        ReadError::TooLarge { limit, .. } => return texts::read_too_large(lang, megabytes(*limit)),
        ReadError::UnpacksTooLarge { limit } => {
            return texts::read_unpacks_too_large(lang, megabytes(*limit));
        }
        ReadError::TooManyRows { limit } => return texts::read_too_many_rows(lang, *limit),
        ReadError::TooManyColumns { limit } => return texts::read_too_many_columns(lang, *limit),
        ReadError::TooManyCells { limit } => return texts::read_too_many_cells(lang, *limit),
        ReadError::OtherKind(kind) => return texts::read_other_kind(lang, file_kind(lang, *kind)),
        ReadError::Damaged { detail } => return texts::read_damaged(lang, detail),
        ReadError::NoSheet(name) => return texts::read_no_sheet(lang, name),
        ReadError::Empty => texts::read_empty(lang),
        ReadError::PasswordProtected => texts::read_password(lang),
        ReadError::UnknownEncoding => texts::read_encoding(lang),
        ReadError::NoTable => texts::read_no_table(lang),
    };
    plain.to_owned()
}

fn file_kind(lang: Lang, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Image => texts::kind_image(lang),
        FileKind::Unknown => texts::kind_unknown(lang),
        named => named.name(),
    }
}
