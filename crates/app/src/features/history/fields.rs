//! Fields that a history may show, with their labels. What is not here is never shown: keys, marks, secrets.

use dure_domain::Subject;
use dure_texts::{Lang, history as texts};

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words or a number, as they are.
    Text,
    /// How to reach somebody; of a person it is personal.
    Contact,
    /// A word of a closed list.
    Word,
    /// Yes or no.
    Yes,
    /// A day.
    Day,
    /// An instant.
    Moment,
    /// Won.
    Won,
    /// A code of a place.
    Place,
    /// A code of an industry.
    Industry,
    /// The key of a person.
    Person,
    /// The key of a firm.
    Firm,
    /// The key of a group.
    Group,
}

/// A field that may be shown.
pub struct Field {
    /// Its name in the audit.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Its label.
    pub label: fn(Lang) -> &'static str,
}

const fn field(name: &'static str, holds: Holds, label: fn(Lang) -> &'static str) -> Field {
    Field { name, holds, label }
}

/// The fields, in the order in which they are shown.
pub const FIELDS: &[Field] = &[
    field("name", Holds::Text, texts::field_name),
    field("title", Holds::Text, texts::field_title),
    field("email", Holds::Contact, texts::field_email),
    field("phone", Holds::Contact, texts::field_phone),
    field("business_number", Holds::Text, texts::field_business_number),
    field("representative", Holds::Text, texts::field_representative),
    field("industry_text", Holds::Text, texts::field_industry_text),
    field("industry_code", Holds::Industry, texts::field_industry_code),
    field("slot", Holds::Industry, texts::field_slot),
    field("place_code", Holds::Place, texts::field_place_code),
    field("address", Holds::Text, texts::field_address),
    field("fax", Holds::Text, texts::field_fax),
    field("website", Holds::Text, texts::field_website),
    field("products", Holds::Text, texts::field_products),
    field("offers", Holds::Text, texts::field_offers),
    field("needs", Holds::Text, texts::field_needs),
    field("notes", Holds::Text, texts::field_notes),
    field("founded_on", Holds::Day, texts::field_founded_on),
    field("employees", Holds::Text, texts::field_employees),
    field("revenue_won", Holds::Won, texts::field_revenue_won),
    field("meeting_place", Holds::Text, texts::field_meeting_place),
    field("rhythm", Holds::Text, texts::field_rhythm),
    field("charter", Holds::Text, texts::field_charter),
    field("delegate", Holds::Person, texts::field_delegate),
    field("deputy", Holds::Person, texts::field_deputy),
    field("person", Holds::Person, texts::field_person),
    field("firm", Holds::Firm, texts::field_firm),
    field("group", Holds::Group, texts::field_group),
    field("office", Holds::Word, texts::field_office),
    field("since", Holds::Day, texts::field_since),
    field("until", Holds::Day, texts::field_until),
    field("joined_on", Holds::Day, texts::field_joined_on),
    field("left_on", Holds::Day, texts::field_left_on),
    field("problem", Holds::Text, texts::field_problem),
    field("present_state", Holds::Text, texts::field_present_state),
    field("tried", Holds::Text, texts::field_tried),
    field("solved_when", Holds::Text, texts::field_solved_when),
    field("need", Holds::Word, texts::field_need),
    field("visibility", Holds::Word, texts::field_visibility),
    field("anonymous", Holds::Yes, texts::field_anonymous),
    field("status", Holds::Word, texts::field_status),
    field("state", Holds::Word, texts::field_state),
    field("outcome_note", Holds::Text, texts::field_outcome_note),
    field("message", Holds::Text, texts::field_message),
    field("answer", Holds::Text, texts::field_answer),
    field("note", Holds::Text, texts::field_note),
    field("dispute", Holds::Text, texts::field_dispute),
    field("worth_won", Holds::Won, texts::field_worth_won),
    field("kind", Holds::Word, texts::field_kind),
    field("body", Holds::Text, texts::field_body),
    field("terms", Holds::Text, texts::field_terms),
    field("place", Holds::Text, texts::field_place),
    field("starts_at", Holds::Moment, texts::field_starts_at),
    field("ends_at", Holds::Moment, texts::field_ends_at),
    field("cancelled_at", Holds::Moment, texts::field_cancelled_at),
    field("persons", Holds::Text, texts::field_persons),
    field("reason", Holds::Word, texts::field_reason),
    field("what", Holds::Word, texts::field_what),
    field("region", Holds::Text, texts::field_region),
    field("group_word", Holds::Text, texts::field_group_word),
    field("sender", Holds::Text, texts::field_sender),
    field("reply_to", Holds::Text, texts::field_reply_to),
    field("fiscal_month", Holds::Text, texts::field_fiscal_month),
];

/// The kind of a thing.
pub const fn kind(lang: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::Federation => texts::kind_federation(lang),
        Subject::Group => texts::kind_group(lang),
        Subject::Firm => texts::kind_firm(lang),
        Subject::Person => texts::kind_person(lang),
        Subject::Membership => texts::kind_membership(lang),
        Subject::Appointment => texts::kind_appointment(lang),
        Subject::Resource => texts::kind_resource(lang),
        Subject::Expert => texts::kind_expert(lang),
        Subject::Programme => texts::kind_programme(lang),
        Subject::Difficulty => texts::kind_difficulty(lang),
        Subject::Ask => texts::kind_ask(lang),
        Subject::Settlement => texts::kind_settlement(lang),
        Subject::Case => texts::kind_case(lang),
        Subject::Meeting => texts::kind_meeting(lang),
        Subject::Session => texts::kind_session(lang),
        Subject::Token => texts::kind_token(lang),
        Subject::Import => texts::kind_import(lang),
        Subject::Setting => texts::kind_setting(lang),
        Subject::GroupRequest => texts::kind_group_request(lang),
        Subject::Draft => texts::kind_draft(lang),
        Subject::Founding => texts::kind_founding(lang),
        Subject::Invitation => texts::kind_invitation(lang),
        Subject::File => texts::kind_file(lang),
        Subject::Comment => texts::kind_comment(lang),
    }
}
