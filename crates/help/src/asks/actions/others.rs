//! Who could be named instead: the next of the ranking, as far as the difficulty may be shown to them.

use dure_domain::{FirmId, HelperKind, PersonId, Visibility};
use dure_tables::difficulties;
use dure_web::App;
use dure_web::error::Result;
use sea_orm::ConnectionTrait;

use crate::asks::letters::Why;
use crate::asks::rules::{self, Helper};
use crate::asks::store::{self, Contact};

/// Choices that are offered at most.
const MOST: usize = 8;

/// Firms and experts that suit the difficulty, may see it, and were not asked yet; with their names.
pub async fn others(app: &App, difficulty: &difficulties::Model) -> Result<Vec<(Helper, String)>> {
    if !rules::passes_at_once(difficulty.visibility) {
        return Ok(Vec::new());
    }
    let db = app.store.read();
    let ranked: Vec<Helper> = Why::ranking(app, difficulty);
    let asked = store::of_difficulty(db, difficulty.id).await?;
    let contacts = store::contacts(db, difficulty.group_id, &ranked).await?;
    let audience = Audience::read(db, difficulty).await?;
    let free = |contact: &Contact| {
        let person = rules::addressee(&contact.candidates);
        let known = asked.iter().any(|ask| Some(ask.person_id) == person);
        // That one firm is missing among those that suit would tell who posted without a name.
        let own = contact.firm == Some(difficulty.firm_id) && !difficulty.anonymous;
        person.is_some() && !known && !own && audience.takes_in(contact)
    };
    let named = ranked.iter().filter_map(|helper| Some((*helper, contacts.get(helper)?)));
    let free = named.filter(|(helper, contact)| {
        matches!(helper.kind, HelperKind::Firm | HelperKind::Expert) && free(contact)
    });
    Ok(free.take(MOST).map(|(helper, contact)| (helper, contact.name.clone())).collect())
}

/// Who may be shown a difficulty by its own visibility.
pub struct Audience<'a> {
    difficulty: &'a difficulties::Model,
    firms: Vec<FirmId>,
    people: Vec<PersonId>,
}

impl<'a> Audience<'a> {
    /// Reads who is in the group, where that matters.
    pub async fn read(db: &impl ConnectionTrait, difficulty: &'a difficulties::Model) -> Result<Self> {
        let (firms, people) = match (difficulty.visibility, difficulty.group_id) {
            (Visibility::Group, Some(group)) => store::of_group(db, group).await?,
            _ => (Vec::new(), Vec::new()),
        };
        Ok(Self { difficulty, firms, people })
    }

    /// Whether the helper is among them.
    pub fn takes_in(&self, contact: &Contact) -> bool {
        match self.difficulty.visibility {
            Visibility::Named => false,
            Visibility::All => true,
            Visibility::Federation => contact.federation == self.difficulty.federation_id,
            Visibility::Group => {
                contact.firm.is_some_and(|firm| self.firms.contains(&firm))
                    || contact.candidates.iter().any(|one| self.people.contains(&one.person))
            }
        }
    }
}
