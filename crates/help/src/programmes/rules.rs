//! Pure decisions about programmes: what a form must hold, and whether one can still apply.

use dure_domain::{Day, Place};
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// Days before the end in which a programme counts as closing soon.
const SOON_DAYS: i32 = 14;

/// What is typed into the form of a programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct ProgrammeForm {
    pub title: String,
    pub agency: String,
    pub body: String,
    pub eligibility: String,
    pub place_code: String,
    pub opens_on: String,
    pub closes_on: String,
    #[serde(skip_serializing)]
    pub stamp: String,
}

/// A programme, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub title: String,
    pub agency: String,
    pub body: String,
    pub eligibility: String,
    pub place: Option<Place>,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &ProgrammeForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let content = Content {
        title: faults.needed("title", &form.title, 160),
        agency: faults.needed("agency", &form.agency, 120),
        body: faults.needed("body", &form.body, 5_000),
        eligibility: faults.short("eligibility", &form.eligibility, 2_000),
        place: faults.maybe("place_code", &form.place_code, Fault::Pick, |text| text.parse().ok()),
        opens_on: faults.maybe("opens_on", &form.opens_on, Fault::BadDay, |text| text.parse().ok()),
        closes_on: faults.maybe("closes_on", &form.closes_on, Fault::BadDay, |text| text.parse().ok()),
    };
    if content.opens_on.zip(content.closes_on).is_some_and(|(opens, closes)| closes < opens) {
        faults.add("closes_on", Fault::BadDay);
    }
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

/// Whether one can apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// From this day on.
    Opens(Day),
    /// Without an end.
    Open,
    /// Until this day.
    Until(Day),
    /// Until this day, which is near: so many days are left.
    Soon(Day, i32),
    /// No more.
    Closed,
}

/// Whether one can apply today.
pub fn window(opens_on: Option<Day>, closes_on: Option<Day>, today: Day) -> Window {
    match (opens_on, closes_on) {
        (_, Some(closes)) if closes < today => Window::Closed,
        (Some(opens), _) if opens > today => Window::Opens(opens),
        (_, None) => Window::Open,
        (_, Some(closes)) => match closes.number() - today.number() {
            left if left <= SOON_DAYS => Window::Soon(closes, left),
            _ => Window::Until(closes),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_last_day_still_counts() {
        let today = Day::from_number(100);
        assert_eq!(window(None, Some(today), today), Window::Soon(today, 0));
        assert_eq!(window(None, Some(today.plus(-1)), today), Window::Closed);
        assert_eq!(window(Some(today.plus(1)), None, today), Window::Opens(today.plus(1)));
        assert_eq!(window(None, None, today), Window::Open);
    }

    proptest! {
        #[test]
        fn what_has_closed_never_opens_again(opens in 0..500_i32, length in 0..100_i32, later in 1..500_i32) {
            let closes = Day::from_number(opens + length);
            let today = closes.plus(later);
            prop_assert_eq!(window(Some(Day::from_number(opens)), Some(closes), today), Window::Closed);
        }
    }
}
