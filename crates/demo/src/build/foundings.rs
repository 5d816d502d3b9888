//! Requests for a group and groups that are being founded, by firms without one.

use std::collections::BTreeMap;

use dure_domain::{FirmId, FoundingPath, FoundingState, InvitationState, PersonId};
use dure_tables::{foundings, group_request_firms, group_requests, invitations};

use super::village::Village;
use crate::Options;
use crate::chance::Dice;
use crate::corpus::{AnswerText, ComingText, Corpus, FoundingText, RequestText};

/// Firms that must accept.
const NEEDED: i32 = 7;

/// What of it has all its firms: a smaller demo leaves out the rest.
pub(super) fn come_about(
    village: &mut Village,
    corpus: &Corpus,
    options: &Options,
    newcomers: &BTreeMap<&'static str, (FirmId, PersonId)>,
) {
    let mut dice = Dice::of(options.seed, "foundings");
    for text in &corpus.coming {
        match text {
            ComingText::Request(text) => request(village, text, newcomers, &mut dice),
            ComingText::Founding(text) => founding(village, text, newcomers, &mut dice),
        }
    }
}

type Newcomers = BTreeMap<&'static str, (FirmId, PersonId)>;

fn request(village: &mut Village, text: &RequestText, newcomers: &Newcomers, dice: &mut Dice) {
    let firms: Vec<FirmId> =
        text.firms.iter().filter_map(|name| newcomers.get(name)).map(|(firm, _)| *firm).collect();
    let Some((_, asker)) = newcomers.get(text.asker).filter(|_| firms.len() == text.firms.len()) else {
        return;
    };
    let at = village.calendar.at(-text.days_ago, 11, 30);
    let row = group_requests::Model {
        id: dice.id(at),
        federation_id: village.federation,
        title: text.title.into(),
        note: text.note.into(),
        asked_by: Some(*asker),
        asked_at: at,
        closed_at: None,
        closed_by: None,
        closing: String::new(),
        version: 1,
    };
    let federation_id = village.federation;
    let of_request = |firm_id| group_request_firms::Model { request_id: row.id, firm_id, federation_id };
    village.part.request_firms.extend(firms.into_iter().map(of_request));
    village.part.requests.push(row);
}

fn founding(village: &mut Village, text: &FoundingText, newcomers: &Newcomers, dice: &mut Dice) {
    let Some(opened_by) = village.people.get(text.opened_by).copied() else { return };
    if text.answers.iter().any(|answer| !newcomers.contains_key(answer.firm)) {
        return;
    }
    let at = village.calendar.at(-text.days_ago, 10, 15);
    let registered = text.path == FoundingPath::Registered;
    let row = foundings::Model {
        id: dice.id(at),
        federation_id: village.federation,
        name: text.name.into(),
        path: text.path,
        draft_id: None,
        request_id: None,
        group_id: None,
        place_code: text.place.to_string().parse().ok(),
        meeting_place: text.meeting_place.into(),
        charter: text.charter.into(),
        rules: if registered { format!("{{\"least\":{NEEDED}}}") } else { "{}".into() },
        needed: NEEDED,
        message: text.message.into(),
        word: String::new(),
        state: if registered { FoundingState::Proposed } else { FoundingState::Inviting },
        opened_by: Some(opened_by),
        opened_at: at,
        ended_at: None,
        version: 1,
    };
    let own = newcomers.iter().find(|(_, (_, person))| *person == opened_by).filter(|_| registered);
    let own = own.map(|(firm, _)| AnswerText {
        firm,
        state: InvitationState::Accepted,
        days_ago: text.days_ago,
        words: "",
    });
    for answer in own.iter().chain(&text.answers) {
        let Some((firm, person)) = newcomers.get(answer.firm) else { continue };
        let answered = village.calendar.at(-answer.days_ago, 15, dice.below(60) as i8).max(at);
        village.part.invitations.push(invitations::Model {
            id: dice.id(at),
            federation_id: village.federation,
            founding_id: row.id,
            firm_id: *firm,
            person_id: Some(*person),
            leaves_id: None,
            state: answer.state,
            answer: answer.words.into(),
            invited_at: at,
            answered_at: (answer.state != InvitationState::Waiting).then_some(answered),
            joined_at: None,
            reminded_at: None,
            version: 1,
        });
    }
    village.part.foundings.push(row);
}
