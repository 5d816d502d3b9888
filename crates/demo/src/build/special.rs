//! Experts, officials, staff and programmes.

use dure_domain::{Moment, Office, PersonId};
use dure_tables::{appointments, experts, people, programmes};

use super::village::Village;
use crate::Options;
use crate::chance::Dice;
use crate::corpus::{BadCorpus, Corpus, ProgrammeText, SpecialText};

pub(super) fn settle(village: &mut Village, corpus: &Corpus, options: &Options) -> Result<(), BadCorpus> {
    let mut dice = Dice::of(options.seed, "special");
    for (at, text) in corpus.special.iter().enumerate() {
        let since = village.calendar.at(-dice.between(200, 2_000), 10, 0);
        let person = person(village, text, at, since, &mut dice);
        appoint(village, text, person, since, &mut dice);
        if text.office == Office::Expert {
            profile(village, text, person, since, &mut dice);
        }
    }
    for text in &corpus.programmes {
        programme(village, text, &mut dice)?;
    }
    Ok(())
}

fn person(village: &mut Village, text: &SpecialText, at: usize, since: Moment, dice: &mut Dice) -> PersonId {
    let id: PersonId = dice.id(since);
    village.people.insert(text.name.to_owned(), id);
    village.part.people.push(people::Model {
        id,
        federation_id: village.federation,
        firm_id: None,
        name: text.name.into(),
        title: text.title.into(),
        email: Some(format!("{}.example", text.slug)),
        phone: format!("010-09{:02}-{:04}", at % 100, (at * 613 + 87) % 10_000),
        lang: "ko".into(),
        password_hash: None,
        created_at: since,
        left_at: None,
        version: 1,
        twin_email: None,
        came_in_at: None,
        links_from: None,
        quiet_at_night: false,
    });
    id
}

/// In its groups, or in the federation where it names none.
fn appoint(village: &mut Village, text: &SpecialText, person: PersonId, since: Moment, dice: &mut Dice) {
    let named = text.groups.iter().filter_map(|name| village.groups.get(*name).copied()).map(Some);
    let mut where_: Vec<_> = named.collect();
    if text.groups.is_empty() {
        where_.push(None);
    }
    for group_id in where_ {
        village.part.appointments.push(appointments::Model {
            id: dice.id(since),
            federation_id: village.federation,
            group_id,
            person_id: person,
            office: text.office,
            since: since.day(),
            until: None,
        });
    }
}

fn profile(village: &mut Village, text: &SpecialText, person: PersonId, since: Moment, dice: &mut Dice) {
    let id = dice.id(since);
    village.experts.insert(text.name, (id, person));
    village.part.experts.push(experts::Model {
        id,
        federation_id: village.federation,
        person_id: person,
        field: text.field.into(),
        body: text.body.into(),
        place_code: text.place.to_string().parse().ok(),
        removed_at: None,
    });
}

fn programme(village: &mut Village, text: &ProgrammeText, dice: &mut Dice) -> Result<(), BadCorpus> {
    let contact = village.people.get(text.contact).copied().ok_or_else(|| BadCorpus {
        file: "programmes.txt",
        head: text.title.into(),
        why: format!("nobody is called {:?}", text.contact),
    })?;
    let id = dice.id(village.calendar.at(text.opens_in.min(-1), 9, 0));
    village.programmes.insert(text.title, (id, contact));
    village.part.programmes.push(programmes::Model {
        id,
        federation_id: village.federation,
        title: text.title.into(),
        body: text.body.into(),
        agency: text.agency.into(),
        eligibility: text.eligibility.into(),
        region: text.region.into(),
        place_code: text.place.and_then(|place| place.to_string().parse().ok()),
        contact_id: Some(contact),
        opens_on: Some(village.calendar.day(text.opens_in)),
        closes_on: Some(village.calendar.day(text.closes_in)),
        removed_at: None,
    });
    Ok(())
}
