//! Pure decisions about firms: what a form must hold.

use dure_domain::{BusinessNumber, Day, Email, Industry, Motive, Phone, Place, PlaceFound, Won};
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// How many letters each text of a firm takes at most, whichever way it comes in.
#[allow(missing_docs)]
pub mod most {
    pub const NAME: usize = 80;
    pub const REPRESENTATIVE: usize = 60;
    pub const INDUSTRY: usize = 200;
    pub const ADDRESS: usize = 200;
    pub const PHONE: usize = 60;
    pub const WEBSITE: usize = 200;
    pub const PRODUCTS: usize = 1_000;
    pub const OFFERS: usize = 2_000;
    pub const NEEDS: usize = 2_000;
    pub const NOTES: usize = 2_000;
}

/// What is typed into the form of a firm.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct FirmForm {
    pub name: String,
    pub business_number: String,
    pub representative: String,
    /// What the firm does, in its own words.
    pub industry_text: String,
    /// The code picked for it.
    pub industry_code: String,
    /// The words for which codes were offered; others have been typed since if they differ.
    pub industry_for: String,
    pub place_code: String,
    pub address: String,
    pub phone: String,
    pub fax: String,
    pub email: String,
    pub website: String,
    pub products: String,
    pub offers: String,
    pub needs: String,
    pub notes: String,
    pub founded_on: String,
    pub employees: String,
    pub revenue_won: String,
    pub motive: String,
    pub version: String,
}

/// What a firm says of itself, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub name: String,
    pub business_number: Option<String>,
    pub representative: String,
    pub industry_text: String,
    pub industry: Option<Industry>,
    pub place: Option<Place>,
    pub address: String,
    pub phone: String,
    pub fax: String,
    pub email: String,
    pub website: String,
    pub products: String,
    pub offers: String,
    pub needs: String,
    pub notes: String,
    pub founded_on: Option<Day>,
    pub employees: Option<i32>,
    pub revenue_won: Option<Won>,
    pub motive: Option<Motive>,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &FirmForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let content = Content {
        name: faults.needed("name", &form.name, most::NAME),
        business_number: faults
            .maybe("business_number", &form.business_number, Fault::BadBusinessNumber, |text| {
                text.parse::<BusinessNumber>().ok()
            })
            .map(BusinessNumber::digits),
        representative: faults.short("representative", &form.representative, most::REPRESENTATIVE),
        industry_text: faults.short("industry_text", &form.industry_text, most::INDUSTRY),
        industry: industry(form, &mut faults),
        place: place(form, &mut faults),
        address: faults.short("address", &form.address, most::ADDRESS),
        phone: phone(faults.short("phone", &form.phone, most::PHONE)),
        fax: phone(faults.short("fax", &form.fax, most::PHONE)),
        email: faults
            .maybe("email", &form.email, Fault::BadEmail, |text| text.parse::<Email>().ok())
            .map(|email| email.as_str().to_owned())
            .unwrap_or_default(),
        website: faults.short("website", &form.website, most::WEBSITE),
        products: faults.short("products", &form.products, most::PRODUCTS),
        offers: faults.short("offers", &form.offers, most::OFFERS),
        needs: faults.short("needs", &form.needs, most::NEEDS),
        notes: faults.short("notes", &form.notes, most::NOTES),
        founded_on: faults.maybe("founded_on", &form.founded_on, Fault::BadDay, |text| text.parse().ok()),
        employees: faults.maybe("employees", &form.employees, Fault::BadNumber, |text| {
            count(text).and_then(|count| i32::try_from(count).ok())
        }),
        revenue_won: faults.maybe("revenue_won", &form.revenue_won, Fault::BadNumber, count).map(Won),
        motive: faults.maybe("motive", &form.motive, Fault::Pick, |text| text.parse().ok()),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

/// The code that was picked for these words; else the one that the words surely mean. Where they
/// may mean several, the reader picks.
fn industry(form: &FirmForm, faults: &mut Faults) -> Option<Industry> {
    let words = form.industry_text.trim();
    let picked = form.industry_code.trim().parse::<Industry>().ok();
    if picked.is_some() && (form.industry_for.trim() == words || words.is_empty()) {
        return picked;
    }
    if words.is_empty() {
        return None;
    }
    let meant = words.parse::<Industry>().ok().or_else(|| Industry::guess(words));
    if meant.is_none() && !Industry::find(words).is_empty() {
        faults.add("industry_code", Fault::Pick);
    }
    meant
}

/// The place that was picked, else the one that the address begins with.
fn place(form: &FirmForm, faults: &mut Faults) -> Option<Place> {
    let picked = faults.maybe("place_code", &form.place_code, Fault::Pick, |text| text.parse().ok());
    picked.or_else(|| match Place::find(&form.address) {
        PlaceFound::Here(place) => Some(place),
        _ => None,
    })
}

/// A number as it is usually written; what is none stays as it was typed.
fn phone(text: String) -> String {
    text.parse::<Phone>().map_or(text, |phone| phone.to_string())
}

/// A whole number, with or without commas.
fn count(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|sign| !matches!(sign, ',' | ' ' | '명' | '원')).collect();
    digits.parse().ok().filter(|count| *count >= 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form() -> FirmForm {
        FirmForm { name: "한빛정밀".into(), ..FirmForm::default() }
    }

    #[test]
    fn words_that_surely_mean_one_industry_need_no_picking() {
        let read = read(&FirmForm { industry_text: "도금".into(), ..form() }).expect("a good form");
        assert!(read.industry.is_some_and(|industry| industry.to_string().starts_with("259")));
    }

    #[test]
    fn a_code_picked_for_other_words_does_not_count() {
        let stale = FirmForm {
            industry_text: "도금".into(),
            industry_code: "107".into(),
            industry_for: "국수".into(),
            ..form()
        };
        let read = read(&stale).expect("a good form");
        assert!(read.industry.is_some_and(|industry| industry.to_string().starts_with("259")));
    }

    #[test]
    fn an_address_tells_the_place() {
        let read = read(&FirmForm { address: "강원 원주시 태장동 1".into(), ..form() }).expect("a good form");
        assert_eq!(read.place.map(|place| place.to_string()).as_deref(), Some("51130"));
    }

    #[test]
    fn what_is_wrong_is_said_of_its_field() {
        let bad = FirmForm {
            business_number: "123".into(),
            email: "아무개".into(),
            employees: "여럿".into(),
            ..FirmForm::default()
        };
        let worded = read(&bad).expect_err("a bad form").worded(dure_texts::Lang::Ko);
        let fields: Vec<&str> = worded.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["name", "business_number", "email", "employees"]);
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(name in ".{0,40}", text in ".{0,40}", number in ".{0,12}", day in ".{0,12}") {
            let typed = FirmForm {
                name,
                industry_text: text.clone(),
                address: text,
                business_number: number.clone(),
                employees: number,
                founded_on: day,
                ..FirmForm::default()
            };
            let _ = read(&typed);
        }
    }
}
