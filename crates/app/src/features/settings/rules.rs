//! What may stand in the settings.

use dure_domain::{Email, Visibility};
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// The form, as it is sent and as the audit keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// The federation's name.
    pub name: String,
    /// Its region.
    pub region: String,
    /// What it calls a group.
    pub group_word: String,
    /// The telephone of the secretariat.
    pub phone: String,
    /// Its mail address.
    pub email: String,
    /// Where it is.
    pub address: String,
    /// The name from which letters come.
    pub sender: String,
    /// Where answers to letters go.
    pub reply_to: String,
    /// A word of [`Visibility`].
    pub visibility: String,
    /// 1 to 12.
    pub fiscal_month: String,
    /// Which version was shown.
    pub version: String,
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Content {
    /// The federation's name.
    pub name: String,
    /// Its region.
    pub region: String,
    /// What it calls a group.
    pub group_word: String,
    /// The telephone of the secretariat.
    pub phone: String,
    /// Its mail address.
    pub email: String,
    /// Where it is.
    pub address: String,
    /// The name from which letters come.
    pub sender: String,
    /// Where answers to letters go.
    pub reply_to: String,
    /// What a new difficulty starts with.
    pub visibility: Visibility,
    /// First month of the fiscal year.
    pub fiscal_month: i32,
}

/// Reads the form.
///
/// # Errors
/// What is wrong, field by field.
pub fn read(form: &SettingsForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let mut mail = |field, text: &str| {
        let read = faults.maybe(field, text, Fault::BadEmail, |text| text.parse::<Email>().ok());
        read.map(|email| email.to_string()).unwrap_or_default()
    };
    let (email, reply_to) = (mail("email", &form.email), mail("reply_to", &form.reply_to));
    let month = form.fiscal_month.parse().ok().filter(|month| (1..=12).contains(month));
    if month.is_none() {
        faults.add("fiscal_month", Fault::Pick);
    }
    let visibility = form.visibility.parse::<Visibility>().ok();
    if visibility.is_none() {
        faults.add("visibility", Fault::Pick);
    }
    let content = Content {
        name: faults.needed("name", &form.name, 60),
        region: faults.needed("region", &form.region, 40),
        group_word: faults.short("group_word", &form.group_word, 20),
        phone: faults.short("phone", &form.phone, 40),
        email,
        address: faults.short("address", &form.address, 120),
        sender: faults.short("sender", &form.sender, 40),
        reply_to,
        visibility: visibility.unwrap_or(Visibility::Federation),
        fiscal_month: month.unwrap_or(1),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_of_its_field() {
        let form = SettingsForm {
            name: "강원연합회".into(),
            region: "강원".into(),
            email: "없음".into(),
            visibility: "all".into(),
            fiscal_month: "13".into(),
            ..SettingsForm::default()
        };
        let faults = read(&form).expect_err("faults").worded(dure_texts::Lang::Ko);
        let fields: Vec<_> = faults.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["email", "fiscal_month"]);
    }
}
