//! One member of a roster.

use dure_domain::{Day, Won};
use serde::{Deserialize, Serialize};

use crate::value::business_number::BusinessNumber;
use crate::value::phone::Phone;

/// A person, as named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name, never empty.
    pub name: String,
    /// Title in the firm, such as 대표이사.
    pub title: Option<String>,
}

/// One row of a roster. Texts are trimmed and never empty; several columns of one text field are
/// joined by a comma.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// Row of the file, from 1.
    pub row: u32,
    /// Group, filled down where it is given once.
    pub group: Option<String>,
    /// Name of the firm as written; never empty.
    pub firm: String,
    /// Registration number; its checksum may be wrong.
    pub business_number: Option<BusinessNumber>,
    /// Representatives.
    pub people: Vec<Person>,
    /// Persons to speak to.
    pub contacts: Vec<Person>,
    /// Numbers that are no mobile phones.
    pub phones: Vec<Phone>,
    /// Mobile phones, from whatever column.
    pub mobiles: Vec<Phone>,
    /// Fax numbers.
    pub faxes: Vec<Phone>,
    /// Addresses in lower case.
    pub emails: Vec<String>,
    /// Address or region, to be resolved as a place.
    pub address: Option<String>,
    /// Industry as text or code, to be resolved.
    pub industry: Option<String>,
    /// What the firm makes.
    pub products: Option<String>,
    /// Role in the group, such as 회장.
    pub role: Option<String>,
    /// When the firm joined.
    pub joined: Option<Day>,
    /// When the firm was founded.
    pub founded: Option<Day>,
    /// How many people work there.
    pub employees: Option<u32>,
    /// Sales of a year.
    pub revenue: Option<Won>,
    /// Website as written.
    pub website: Option<String>,
    /// What the firm can give.
    pub offers: Option<String>,
    /// What the firm needs.
    pub needs: Option<String>,
    /// Why the firm joined, as text.
    pub motive: Option<String>,
    /// Everything else, and what could not be read as its field: header and text.
    pub notes: Vec<(String, String)>,
}
