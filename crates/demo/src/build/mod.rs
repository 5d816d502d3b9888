//! From the texts to rows.

mod calendar;
pub(crate) mod firms;
mod foundings;
pub(crate) mod meetings;
pub(crate) mod newcomers;
mod special;
pub(crate) mod stories;
mod village;

use dure_domain::{FederationId, Moment};
use dure_tables::federations;

use crate::chance::Dice;
use crate::corpus::{BadCorpus, Corpus};
use crate::{Options, Persona};

use calendar::Calendar;
pub(crate) use village::Village;

/// The federation that was written by hand, as far as `options` has room for it.
pub(crate) fn by_hand(corpus: &Corpus, options: &Options) -> Result<Village, BadCorpus> {
    let calendar = Calendar { today: options.today };
    let founded = calendar.years_ago(32, 90);
    let federation: FederationId = Dice::of(options.seed, "federation").id(founded);
    let mut village = Village::new(federation, calendar);
    village.part.federations.push(federation_row(federation, founded));
    firms::settle(&mut village, corpus, options)?;
    special::settle(&mut village, corpus, options)?;
    newcomers::settle(&mut village, corpus, options);
    stories::tell(&mut village, corpus, options)?;
    meetings::hold(&mut village, corpus, options);
    for (role, name) in &corpus.personas {
        if let Some(person) = village.people.get(*name) {
            village.part.personas.push(Persona { role, person: *person });
        }
    }
    Ok(village)
}

fn federation_row(id: FederationId, founded: Moment) -> federations::Model {
    federations::Model {
        id,
        name: "강원이업종교류연합회".into(),
        region: "강원특별자치도".into(),
        created_at: founded,
    }
}
