//! What is typed for a draft: from which firms, and by which rules.

use dure_domain::{DraftPool, GroupId, GroupRequestId, Level, Place};
use dure_pool::{BadRule, Preference, Rules};
use dure_texts::{Lang, formation as texts};
use dure_web::faults::{Fault, Faults};

use super::MOST_NAME;

/// Firms that a group which the federation brings together has at least.
pub const LEAST_BROKERED: usize = 7;

/// The form of a draft, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct DraftForm {
    pub name: String,
    pub pool: String,
    pub place: String,
    pub request: String,
    pub groups: Vec<String>,
    pub least: String,
    pub most: String,
    pub level: String,
    /// Empty for any distance.
    pub radius_km: String,
    /// `pairs` or `place`.
    pub measure: String,
    /// Names of [`Preference`]s.
    pub prefers: Vec<String>,
    pub version: String,
}

impl Default for DraftForm {
    fn default() -> Self {
        Self::of("", &Rules::default())
    }
}

impl DraftForm {
    /// The form of these rules.
    pub fn of(name: &str, rules: &Rules) -> Self {
        Self {
            name: name.to_owned(),
            pool: DraftPool::WithoutGroup.as_str().to_owned(),
            place: String::new(),
            request: String::new(),
            groups: Vec::new(),
            least: rules.least.to_string(),
            most: rules.most.to_string(),
            level: rules.level.digits().to_string(),
            radius_km: rules.radius_km.map(|km| km.to_string()).unwrap_or_default(),
            measure: if rules.from_meeting_place { "place" } else { "pairs" }.to_owned(),
            prefers: rules.preferences().into_iter().map(|one| one.as_str().to_owned()).collect(),
            version: String::new(),
        }
    }
}

/// From which firms a draft forms groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Firms without a group, perhaps of one place alone.
    WithoutGroup(Option<Place>),
    /// The firms of a request.
    Request(GroupRequestId),
    /// The members of these groups.
    Groups(Vec<GroupId>),
}

impl Source {
    /// Its word.
    pub const fn pool(&self) -> DraftPool {
        match self {
            Self::WithoutGroup(_) => DraftPool::WithoutGroup,
            Self::Request(_) => DraftPool::Request,
            Self::Groups(_) => DraftPool::Groups,
        }
    }
}

/// A draft, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name; empty where none was typed.
    pub name: String,
    /// From which firms.
    pub source: Source,
    /// By which rules.
    pub rules: Rules,
}

/// Reads the form of a new draft, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood or kept.
pub fn read(lang: Lang, form: &DraftForm) -> Result<Wanted, Faults> {
    let mut faults = Faults::default();
    let name = faults.short("name", &form.name, MOST_NAME);
    let source = source(lang, form, &mut faults);
    let rules = rules(lang, form, &mut faults);
    match (source, faults.is_empty()) {
        (Some(source), true) => Ok(Wanted { name, source, rules }),
        _ => Err(faults),
    }
}

/// Reads the rules alone: for a draft whose firms are known.
///
/// # Errors
/// As [`read`].
pub fn read_rules(lang: Lang, form: &DraftForm) -> Result<Rules, Faults> {
    let mut faults = Faults::default();
    let rules = rules(lang, form, &mut faults);
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

/// Reads a name alone.
///
/// # Errors
/// Where it is empty or too long.
pub fn read_name(name: &str) -> Result<String, Faults> {
    let mut faults = Faults::default();
    let name = faults.needed("name", name, MOST_NAME);
    if faults.is_empty() { Ok(name) } else { Err(faults) }
}

fn source(lang: Lang, form: &DraftForm, faults: &mut Faults) -> Option<Source> {
    match form.pool.parse() {
        Ok(DraftPool::WithoutGroup) => {
            let place = faults.maybe("place", &form.place, Fault::Pick, |text| text.parse().ok());
            Some(Source::WithoutGroup(place))
        }
        Ok(DraftPool::Request) => {
            let request = form.request.parse().ok();
            if request.is_none() {
                faults.add("request", Fault::Said(texts::bad_request(lang).to_owned()));
            }
            request.map(Source::Request)
        }
        Ok(DraftPool::Groups) => {
            let groups: Vec<GroupId> = form.groups.iter().filter_map(|id| id.parse().ok()).collect();
            if groups.is_empty() {
                faults.add("groups", Fault::Said(texts::bad_groups(lang).to_owned()));
            }
            (!groups.is_empty()).then_some(Source::Groups(groups))
        }
        Err(_) => {
            faults.add("pool", Fault::Pick);
            None
        }
    }
}

fn rules(lang: Lang, form: &DraftForm, faults: &mut Faults) -> Rules {
    let usual = Rules::default();
    let mut count = |field: &'static str, text: &str| -> Option<usize> {
        let number = text.trim().parse().ok();
        if number.is_none() {
            faults.add(field, if text.trim().is_empty() { Fault::Missing } else { Fault::BadNumber });
        }
        number
    };
    let (least, most) = (count("least", &form.least), count("most", &form.most));
    let level = form.level.trim().parse().ok().and_then(Level::of_digits);
    if level.is_none() {
        faults.add("level", Fault::Pick);
    }
    let radius_km = faults.maybe("radius_km", &form.radius_km, Fault::BadNumber, |text| text.parse().ok());
    let rules = Rules {
        least: least.unwrap_or(usual.least),
        most: most.unwrap_or(usual.most),
        level: level.unwrap_or(usual.level),
        radius_km,
        from_meeting_place: form.measure == "place",
        ..usual
    };
    let wanted: Vec<Preference> = form.prefers.iter().filter_map(|name| Preference::named(name)).collect();
    let rules = rules.preferring(&wanted);
    if least.is_some() && most.is_some() {
        for bad in rules.check().err().unwrap_or_default() {
            let (field, words) = worded(lang, bad, &rules);
            faults.add(field, Fault::Said(words));
        }
    }
    rules
}

fn worded(lang: Lang, bad: BadRule, rules: &Rules) -> (&'static str, String) {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match bad {
        BadRule::LeastAboveMost => {
            ("least", texts::bad_least_above_most(lang, number(rules.least), number(rules.most)))
        }
        BadRule::LeastBelowTwo => ("least", texts::bad_least_below_two(lang).to_owned()),
        BadRule::MostTooMany => ("most", texts::bad_most(lang, number(Rules::MOST))),
        BadRule::Level => ("level", texts::bad_level(lang).to_owned()),
        BadRule::RadiusZero => ("radius_km", texts::bad_radius(lang).to_owned()),
        BadRule::Weight => ("least", texts::bad_weight(lang).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fields(faults: &Faults) -> Vec<String> {
        faults.worded(Lang::Ko).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn the_usual_form_is_fine() {
        let wanted = read(Lang::Ko, &DraftForm::default()).expect("a draft");
        assert_eq!(wanted.source, Source::WithoutGroup(None));
        assert_eq!(wanted.rules, Rules::default());
    }

    #[test]
    fn what_cannot_be_kept_is_said_at_its_field() {
        let form = DraftForm { least: "15".into(), most: "7".into(), ..DraftForm::default() };
        let faults = read(Lang::Ko, &form).expect_err("faults");
        assert_eq!(fields(&faults), ["least"]);
        let words = &faults.worded(Lang::Ko)[0].1;
        assert!(words.contains("15") && words.contains('7'), "{words}");
        let form = DraftForm { radius_km: "0".into(), level: "4".into(), ..DraftForm::default() };
        assert_eq!(fields(&read(Lang::Ko, &form).expect_err("faults")), ["level", "radius_km"]);
        let form = DraftForm { pool: "groups".into(), ..DraftForm::default() };
        assert_eq!(fields(&read(Lang::Ko, &form).expect_err("faults")), ["groups"]);
    }

    proptest! {
        #[test]
        fn no_form_breaks_it_and_what_is_read_can_be_kept(
            least in "[0-9]{0,3}|.{0,3}", most in "[0-9]{0,3}|.{0,3}", level in "[0-9]?", radius in "[0-9]{0,4}|.{0,3}",
            prefers in prop::collection::vec("variety|nearness|balance|.{0,3}", 0..4),
        ) {
            let form = DraftForm { least, most, level, radius_km: radius, prefers, ..DraftForm::default() };
            match read_rules(Lang::Ko, &form) {
                Ok(rules) => {
                    prop_assert!(rules.check().is_ok());
                    let again = DraftForm::of("", &rules);
                    prop_assert_eq!(read_rules(Lang::Ko, &again).expect("rules"), rules);
                }
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
