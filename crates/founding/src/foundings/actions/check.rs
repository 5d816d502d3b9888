//! The rules look at a group while its form is filled in, and once more before it is put forward.

use dure_domain::{FirmId, FoundingId};
use dure_tables::firms;
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};

use super::firms::{Picked, picked};
use super::prospect::{Prospect, prospect};
use crate::foundings::rules::{self, LEAST_FIRMS, ProposalForm, Proposed};
use crate::foundings::store;

/// The rules under which executives register a group: seven firms are enough.
fn own_rules() -> dure_pool::Rules {
    dure_pool::Rules { least: LEAST_FIRMS, ..dure_pool::Rules::default() }
}

/// What the rules say of a group while its form is filled in.
#[derive(Debug, Clone, Default)]
pub struct Check {
    /// How many firms are missing.
    pub missing: usize,
    /// What the firms would be to each other.
    pub prospect: Prospect,
    /// Whether another group bears the name.
    pub name_taken: bool,
}

impl Check {
    /// Whether nothing keeps the group from being registered. Distance alone is for the federation to judge.
    pub fn passes(&self) -> bool {
        self.missing == 0 && self.prospect.same_industry.is_empty() && !self.name_taken
    }
}

/// Checks a group by the rules.
pub async fn check(
    app: &App,
    viewer: &Viewer,
    name: &str,
    picked: &Picked,
    own: Option<FoundingId>,
) -> Result<Check> {
    let name = name.trim().to_owned();
    let taken =
        store::names_taken(app.store.read(), viewer.federation, std::slice::from_ref(&name), own).await?;
    let firms: Vec<&firms::Model> = picked.chosen.iter().map(|line| &line.firm).collect();
    Ok(Check {
        missing: LEAST_FIRMS.saturating_sub(firms.len()),
        prospect: prospect(&firms, &own_rules()),
        name_taken: !name.is_empty() && !taken.is_empty(),
    })
}

/// The same, as a founding keeps them.
pub(super) fn rules_json() -> Result<String> {
    serde_json::to_string(&own_rules()).map_err(|error| Error::Internal(error.to_string()))
}

/// The form, understood and checked by the rules.
pub(super) async fn checked(
    app: &App,
    viewer: &Viewer,
    form: &ProposalForm,
    own: Option<FoundingId>,
) -> Result<Result<Proposed, Faults>> {
    let lang = viewer.lang;
    let picked = picked(app, viewer, &form.firms, "").await?;
    let mut form = form.clone();
    form.firms = picked.chosen.iter().map(|line| line.firm.id).collect();
    let few = |missing: usize| texts::few_firms(lang, i64::try_from(missing).unwrap_or(i64::MAX));
    let proposed = match rules::read_proposal(&form, few) {
        Ok(proposed) => proposed,
        Err(faults) => return Ok(Err(faults)),
    };
    let check = check(app, viewer, &proposed.name, &picked, own).await?;
    let mut faults = Faults::default();
    if check.name_taken {
        faults.add("name", Fault::Said(texts::name_taken(lang, &proposed.name)));
    }
    let name = |id: FirmId| {
        let line = picked.chosen.iter().find(|line| line.firm.id == id);
        line.map_or("", |line| line.firm.name.as_str())
    };
    for (a, b) in &check.prospect.same_industry {
        faults.add("firm", Fault::Said(texts::same_industry(lang, name(*a), name(*b))));
    }
    Ok(if faults.is_empty() { Ok(proposed) } else { Err(faults) })
}
