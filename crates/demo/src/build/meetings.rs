//! Meetings of two years and those to come.

use dure_domain::{GroupId, MeetingId, MeetingKind, PersonId};
use dure_tables::{meeting_replies, meetings};

use super::village::Village;
use crate::chance::Dice;
use crate::corpus::{Corpus, GroupText, Life, MeetingText};
use crate::{GROUPS, Options};

const TWO_YEARS: i32 = 730;

pub(super) fn hold(village: &mut Village, corpus: &Corpus, options: &Options) {
    let mut dice = Dice::of(options.seed, "meetings");
    for text in corpus.groups.iter().take(options.groups.min(GROUPS)) {
        of_group(village, corpus, text, &mut dice);
    }
    of_federation(village, corpus, &mut dice);
}

/// Days between two meetings, and the last day from today on which one is planned.
fn rhythm(life: Life) -> (i32, i32) {
    match life {
        Life::Lively => (30, 45),
        Life::Steady => (61, 40),
        Life::Quiet => (240, -150),
    }
}

fn of_group(village: &mut Village, corpus: &Corpus, text: &GroupText, dice: &mut Dice) {
    let Some(group) = village.groups.get(text.name).copied() else { return };
    let members = members(village, group);
    let firms: Vec<String> = village
        .part
        .firms
        .iter()
        .filter(|firm| village.firms.get(firm.name.as_str()).is_some_and(|home| home.group == group))
        .map(|firm| firm.name.clone())
        .collect();
    let (every, last) = rhythm(text.life);
    // Counted from the next meeting backwards, so that each group has one soon.
    let mut day = if last > 0 { dice.between(2, every.min(26)) } else { last - dice.between(0, 60) };
    while day > -TWO_YEARS {
        let topic = topic(corpus, text.life, dice);
        meeting(village, Some((group, text)), topic, day, &firms, &members, dice);
        day -= every + dice.between(-3, 3);
    }
    if text.life == Life::Lively {
        let visits: Vec<&MeetingText> =
            corpus.meetings.iter().filter(|topic| topic.kind == MeetingKind::PlantVisit).collect();
        let day = dice.between(12, 40);
        meeting(village, Some((group, text)), *dice.pick(&visits), day, &firms, &members, dice);
    }
}

fn topic<'a>(corpus: &'a Corpus, life: Life, dice: &mut Dice) -> &'a MeetingText {
    let regular = life == Life::Quiet || dice.chance(68);
    let fits = |topic: &&MeetingText| match topic.kind {
        MeetingKind::Regular => regular,
        MeetingKind::Assembly => false,
        _ => !regular,
    };
    let topics: Vec<&MeetingText> = corpus.meetings.iter().filter(fits).collect();
    topics[dice.below(topics.len())]
}

fn of_federation(village: &mut Village, corpus: &Corpus, dice: &mut Dice) {
    let everybody: Vec<PersonId> =
        village.part.memberships.iter().filter_map(|membership| membership.delegate_id).collect();
    let assemblies = corpus.meetings.iter().filter(|topic| topic.kind == MeetingKind::Assembly);
    for (at, topic) in assemblies.enumerate() {
        let day = 24 - i32::try_from(at).unwrap_or(0) * 181;
        meeting(village, None, topic, day, &[], &everybody, dice);
    }
}

/// Delegates and deputies of the group's firms.
fn members(village: &Village, group: GroupId) -> Vec<PersonId> {
    let of_group = village.part.memberships.iter().filter(|membership| membership.group_id == group);
    of_group.filter_map(|membership| membership.delegate_id).collect()
}

fn meeting(
    village: &mut Village,
    group: Option<(GroupId, &GroupText)>,
    topic: &MeetingText,
    day: i32,
    firms: &[String],
    members: &[PersonId],
    dice: &mut Dice,
) {
    let host = if firms.is_empty() { String::new() } else { dice.pick(firms).clone() };
    let visit = topic.kind == MeetingKind::PlantVisit;
    let hour = if visit || group.is_none() { 14 } else { 18 };
    let starts_at = village.calendar.at(day, hour, if visit { 0 } else { 30 });
    let place = match group {
        Some((_, text)) if !visit => text.meeting_place.to_owned(),
        Some(_) => host.clone(),
        None => "춘천 봄내컨벤션 2층 대강당".to_owned(),
    };
    let id: MeetingId = dice.id(starts_at.plus_days(-24));
    village.part.meetings.push(meetings::Model {
        id,
        federation_id: village.federation,
        group_id: group.map(|(id, _)| id),
        kind: topic.kind,
        title: topic.title.replace("{firm}", &host),
        place,
        body: topic.body.replace("{firm}", &host),
        starts_at,
        ends_at: Some(starts_at.plus_secs(if visit { 10_800 } else { 7_200 })),
        invited_at: Some(village.calendar.at((day - 20).min(-1), 10, 5)),
        cancelled_at: None,
        version: 1,
    });
    replies(village, group.map(|(_, text)| text.life), id, day, members, dice);
}

/// Who had answered by now: most for what is past, some for what is to come.
fn replies(
    village: &mut Village,
    life: Option<Life>,
    meeting: MeetingId,
    day: i32,
    members: &[PersonId],
    dice: &mut Dice,
) {
    let (answers, comes) = match (life, day >= 0) {
        (Some(Life::Lively), false) => (92, 82),
        (Some(Life::Steady), false) => (80, 66),
        (_, false) => (64, 48),
        (_, true) => (40, 78),
    };
    for person in members {
        if !dice.chance(answers) {
            continue;
        }
        let replied = village.calendar.at(day.min(0) - dice.between(1, 12), 9 + dice_hour(dice), 12);
        village.part.replies.push(meeting_replies::Model {
            meeting_id: meeting,
            person_id: *person,
            federation_id: village.federation,
            coming: dice.chance(comes),
            at: replied,
        });
    }
}

fn dice_hour(dice: &mut Dice) -> i8 {
    i8::try_from(dice.between(0, 11)).unwrap_or(0)
}
