//! Meetings of two years and those to come.

use std::collections::BTreeSet;

use dure_domain::{Day, FirmId, GroupId, MeetingId, MeetingKind, PersonId};
use dure_tables::{meeting_replies, meetings};
use jiff::civil::Weekday;

use super::village::Village;
use crate::chance::Dice;
use crate::corpus::{Corpus, GroupText, Life, MeetingText};
use crate::{GROUPS, Options};

const TWO_YEARS: i32 = 730;

pub(super) fn hold(village: &mut Village, corpus: &Corpus, options: &Options) {
    let mut dice = Dice::of(options.seed, "meetings");
    for text in corpus.groups.iter().take(options.groups.min(GROUPS)) {
        if let Some(circle) = Circle::of(village, text) {
            of_group(village, corpus, &circle, TWO_YEARS, &mut dice);
        }
    }
    of_federation(village, corpus, &mut dice);
}

/// Months between two meetings, and how far ahead one is planned; what is quiet plans none.
fn rhythm(life: Life) -> (i32, i32) {
    match life {
        Life::Lively => (1, 45),
        Life::Steady => (2, 62),
        Life::Quiet => (8, -150),
    }
}

/// The days from today on which a group meets that has agreed on, say, every second Tuesday.
fn days(village: &Village, circle: &Circle, back: i32, dice: &mut Dice) -> Vec<i32> {
    let (step, ahead) = rhythm(circle.life);
    let (nth, weekday) = agreed(&circle.rhythm);
    let today = village.calendar.today;
    let this_month = today.date().first_of_month();
    let phase = dice.between(0, step - 1);
    let met = (-back / 28..=3).filter(|month| (month - phase).rem_euclid(step) == 0);
    let dates = met.filter_map(|month| {
        let month = this_month.saturating_add(jiff::Span::new().months(month));
        month.nth_weekday_of_month(nth, weekday).ok()
    });
    let days = dates.map(|date| Day::from(date).number() - today.number());
    days.filter(|day| (-back..=ahead).contains(day) && *day != 0).collect()
}

/// `매월 둘째 화요일 18:30` → the second Tuesday.
fn agreed(rhythm: &str) -> (i8, Weekday) {
    let nth = ["첫째", "둘째", "셋째", "넷째"].iter().position(|word| rhythm.contains(word)).unwrap_or(1);
    let weekday = [
        ("월요일", Weekday::Monday),
        ("화요일", Weekday::Tuesday),
        ("수요일", Weekday::Wednesday),
        ("목요일", Weekday::Thursday),
        ("금요일", Weekday::Friday),
    ];
    let weekday =
        weekday.iter().find(|(word, _)| rhythm.contains(word)).map_or(Weekday::Thursday, |(_, day)| *day);
    (i8::try_from(nth + 1).unwrap_or(2), weekday)
}

/// The same day, or the Monday after it.
fn workday(village: &Village, day: i32) -> i32 {
    match village.calendar.day(day).date().weekday() {
        Weekday::Saturday => day + 2,
        Weekday::Sunday => day + 1,
        _ => day,
    }
}

/// A group as its meetings see it.
pub(crate) struct Circle {
    id: GroupId,
    life: Life,
    place: String,
    rhythm: String,
    firms: Vec<String>,
    members: Vec<PersonId>,
}

impl Circle {
    /// The group of this text with the firms that have joined it.
    pub fn of(village: &Village, text: &GroupText) -> Option<Self> {
        let id = *village.groups.get(text.name.as_ref())?;
        let joined = village.part.memberships.iter().filter(|membership| membership.group_id == id);
        let homes: BTreeSet<FirmId> = joined.clone().map(|membership| membership.firm_id).collect();
        let firms = village.part.firms.iter().filter(|firm| homes.contains(&firm.id));
        Some(Self {
            id,
            life: text.life,
            place: text.meeting_place.to_string(),
            rhythm: text.rhythm.to_string(),
            firms: firms.map(|firm| firm.name.clone()).collect(),
            members: joined.filter_map(|membership| membership.delegate_id).collect(),
        })
    }
}

/// The meetings of the last `days`, and those to come.
pub(crate) fn of_group(village: &mut Village, corpus: &Corpus, circle: &Circle, days: i32, dice: &mut Dice) {
    for day in self::days(village, circle, days, dice) {
        let topic = topic(corpus, circle.life, dice);
        meeting(village, Some(circle), topic, day, &circle.members, dice);
    }
    if circle.life == Life::Lively {
        let visits = corpus.meetings.iter().filter(|topic| topic.kind == MeetingKind::PlantVisit);
        let visits: Vec<&MeetingText> = visits.collect();
        let day = workday(village, dice.between(12, 40));
        meeting(village, Some(circle), visits[dice.below(visits.len())], day, &circle.members, dice);
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
        let day = workday(village, 24 - i32::try_from(at).unwrap_or(0) * 181);
        meeting(village, None, topic, day, &everybody, dice);
    }
}

fn meeting(
    village: &mut Village,
    circle: Option<&Circle>,
    topic: &MeetingText,
    day: i32,
    members: &[PersonId],
    dice: &mut Dice,
) {
    let firms = circle.map_or(&[][..], |circle| &circle.firms);
    let host = if firms.is_empty() { String::new() } else { dice.pick(firms).clone() };
    let visit = topic.kind == MeetingKind::PlantVisit;
    let hour = if visit || circle.is_none() { 14 } else { 18 };
    let starts_at = village.calendar.at(day, hour, if visit { 0 } else { 30 });
    let place = match circle {
        Some(circle) if !visit => circle.place.clone(),
        Some(_) => host.clone(),
        None => "춘천 봄내컨벤션 2층 대강당".to_owned(),
    };
    let id: MeetingId = dice.id(starts_at.plus_days(-24));
    village.part.meetings.push(meetings::Model {
        id,
        federation_id: village.federation,
        group_id: circle.map(|circle| circle.id),
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
    replies(village, circle.map(|circle| circle.life), id, day, members, dice);
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
        (_, true) => (45, 86),
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
