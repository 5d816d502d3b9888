//! Pure decisions about meetings: until when one may reply, who has not, what a form says.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{Day, FirmId, GroupId, MeetingKind, Moment, Office, PersonId};
use dure_tables::meetings;
use serde::Deserialize;

/// A meeting whose end is not given is taken to last this long, in seconds.
const USUAL_SECS: i64 = 3 * 3_600;
/// The longest title.
const MOST_TITLE: usize = 120;

/// When the meeting is over.
pub fn end(meeting: &meetings::Model) -> Moment {
    meeting.ends_at.unwrap_or_else(|| meeting.starts_at.plus_secs(USUAL_SECS))
}

/// Whether one may still say that one comes, or does not.
pub fn takes_replies(meeting: &meetings::Model, now: Moment) -> bool {
    meeting.cancelled_at.is_none() && now <= end(meeting)
}

/// Which meetings a list shows.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Those to come (called off ones too), else those that are over.
    pub upcoming: bool,
    /// Of this group only.
    pub group: Option<GroupId>,
    /// Counted from 1.
    pub page: u64,
}

/// In which capacity somebody is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// 대표 회원, of a member firm.
    Delegate,
    /// 대리 회원, of a member firm.
    Deputy,
    /// By an office or as a special member.
    Office(Office),
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 직위.
    pub title: String,
    /// The firm that the person stands for.
    pub firm: Option<(FirmId, String)>,
    /// In which capacity.
    pub capacity: Capacity,
}

/// Who comes, who does not, of whom nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roll {
    /// They come.
    pub coming: Vec<Invited>,
    /// They do not.
    pub not_coming: Vec<Invited>,
    /// No reply yet: one person per firm, none for a firm of which somebody has replied.
    pub silent: Vec<Invited>,
}

impl Roll {
    /// Firms of which somebody cannot come and nobody comes.
    pub fn firms_not_coming(&self) -> BTreeSet<FirmId> {
        let firms = |people: &[Invited]| -> BTreeSet<FirmId> {
            people.iter().filter_map(|who| who.firm.as_ref().map(|(firm, _)| *firm)).collect()
        };
        &firms(&self.not_coming) - &firms(&self.coming)
    }
}

/// Sorts the invited by their replies, in the order given.
pub fn roll(invited: Vec<Invited>, replies: &BTreeMap<PersonId, bool>) -> Roll {
    let firm_of = |who: &Invited| who.firm.as_ref().map(|(firm, _)| *firm);
    let mut heard: Vec<FirmId> =
        invited.iter().filter(|who| replies.contains_key(&who.person)).filter_map(firm_of).collect();
    let mut roll = Roll::default();
    for who in invited {
        match replies.get(&who.person) {
            Some(true) => roll.coming.push(who),
            Some(false) => roll.not_coming.push(who),
            None => match firm_of(&who) {
                Some(firm) if heard.contains(&firm) => {}
                firm => {
                    heard.extend(firm);
                    roll.silent.push(who);
                }
            },
        }
    }
    roll
}

/// What the form of a meeting sends, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The group, empty for the federation.
    pub group: String,
    /// Kind.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Day.
    pub day: String,
    /// From what time.
    pub from: String,
    /// Until what time, may be empty.
    pub to: String,
    /// Where.
    pub place: String,
    /// What about.
    pub body: String,
    /// The version that the form was made from.
    pub version: i32,
}

impl Typed {
    /// The form of a meeting as it is.
    pub fn of(meeting: &meetings::Model) -> Self {
        let time = |moment: Moment| moment.in_seoul().strftime("%H:%M").to_string();
        Self {
            group: meeting.group_id.map(|id| id.to_string()).unwrap_or_default(),
            kind: meeting.kind.to_string(),
            title: meeting.title.clone(),
            day: meeting.starts_at.day().to_string(),
            from: time(meeting.starts_at),
            to: meeting.ends_at.map(time).unwrap_or_default(),
            place: meeting.place.clone(),
            body: meeting.body.clone(),
            version: meeting.version,
        }
    }
}

/// A meeting as arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Kind.
    pub kind: MeetingKind,
    /// Title.
    pub title: String,
    /// Beginning.
    pub starts_at: Moment,
    /// End, if it is known.
    pub ends_at: Option<Moment>,
    /// Where.
    pub place: String,
    /// What about.
    pub body: String,
}

/// What is wrong with a field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No title, or far too long a one.
    Title,
    /// Not a day.
    Day,
    /// A day that is over.
    Past,
    /// Not a time of day.
    From,
    /// Not a time of day, or before the beginning.
    To,
}

impl Wrong {
    /// The name of the field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Day | Self::Past => "day",
            Self::From => "from",
            Self::To => "to",
        }
    }
}

/// The plan that the form describes, or all that is wrong with it.
pub fn plan(typed: &Typed, now: Moment) -> Result<Plan, Vec<Wrong>> {
    let title = typed.title.trim();
    let title_ok = !title.is_empty() && title.chars().count() <= MOST_TITLE;
    let day = typed.day.parse::<Day>();
    let from = time_of_day(&typed.from);
    let to = match typed.to.trim() {
        "" => Ok(None),
        text => time_of_day(text).map(Some).ok_or(Wrong::To),
    };
    let backwards = matches!((from, to), (Some(from), Ok(Some(to))) if to <= from);
    let mut wrong = Vec::new();
    wrong.extend((!title_ok).then_some(Wrong::Title));
    wrong.extend(day.is_err().then_some(Wrong::Day));
    wrong.extend(day.as_ref().is_ok_and(|day| *day < now.day()).then_some(Wrong::Past));
    wrong.extend(from.is_none().then_some(Wrong::From));
    wrong.extend((to.is_err() || backwards).then_some(Wrong::To));
    match (day, from, to) {
        (Ok(day), Some((hour, minute)), Ok(to)) if wrong.is_empty() => Ok(Plan {
            kind: typed.kind.parse().unwrap_or(MeetingKind::Regular),
            title: title.to_owned(),
            starts_at: Moment::at(day, hour, minute),
            ends_at: to.map(|(hour, minute)| Moment::at(day, hour, minute)),
            place: typed.place.trim().to_owned(),
            body: typed.body.trim().replace("\r\n", "\n"),
        }),
        _ => Err(wrong),
    }
}

/// `18:30`, as browsers send it, and `1830` and `18` as hands type it.
fn time_of_day(text: &str) -> Option<(i8, i8)> {
    let text = text.trim();
    let (hour, minute) = match text.split_once(':') {
        Some((hour, minute)) => (hour, minute),
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => (text, "0"),
    };
    let hour = hour.trim().parse().ok().filter(|hour| (0..24).contains(hour))?;
    let minute = minute.trim().get(..2).unwrap_or(minute.trim()).parse().ok();
    Some((hour, minute.filter(|minute| (0..60).contains(minute))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dure_domain::Id;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id<I: Id>(number: u8) -> I {
        I::from_uuid(Uuid::from_u128(u128::from(number)))
    }

    fn invited(person: u8, firm: Option<u8>) -> Invited {
        Invited {
            person: id(person),
            name: person.to_string(),
            title: String::new(),
            firm: firm.map(|firm| (id(firm), firm.to_string())),
            capacity: Capacity::Delegate,
        }
    }

    fn typed(day: &str, from: &str, to: &str) -> Typed {
        let [title, day, from, to] = ["정례회", day, from, to].map(str::to_owned);
        Typed { title, day, from, to, ..Typed::default() }
    }

    const NOW: Moment = Moment::from_millis(1_795_395_600_000);

    #[test]
    fn a_form_becomes_a_plan_in_korean_time() {
        let plan = plan(&typed("2026-11-26", "18:30", "2030"), NOW).unwrap();
        assert_eq!(plan.starts_at.to_string(), "2026-11-26T18:30:00+09:00");
        assert_eq!(plan.ends_at.unwrap().to_string(), "2026-11-26T20:30:00+09:00");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let wrong = plan(&Typed { to: "late".into(), ..Typed::default() }, NOW).unwrap_err();
        assert_eq!(wrong, [Wrong::Title, Wrong::Day, Wrong::From, Wrong::To]);
        assert_eq!(plan(&typed("2026-11-22", "18:30", ""), NOW), Err(vec![Wrong::Past]));
        assert_eq!(plan(&typed("2026-11-23", "18:30", "18:00"), NOW), Err(vec![Wrong::To]));
    }

    proptest! {
        #[test]
        fn nobody_is_asked_again_whose_firm_has_replied(
            people in prop::collection::vec(prop::option::of(0..4_u8), 0..12),
            answers in prop::collection::vec(prop::option::of(any::<bool>()), 12),
        ) {
            let all: Vec<Invited> =
                people.iter().enumerate().map(|(at, firm)| invited(at as u8, *firm)).collect();
            let replies: BTreeMap<PersonId, bool> =
                all.iter().zip(&answers).filter_map(|(who, answer)| Some((who.person, (*answer)?))).collect();
            let roll = roll(all.clone(), &replies);
            prop_assert_eq!(roll.coming.len() + roll.not_coming.len(), replies.len());
            for silent in &roll.silent {
                prop_assert!(!replies.contains_key(&silent.person));
                if let Some((firm, _)) = &silent.firm {
                    let of_firm = |who: &&Invited| who.firm.as_ref().is_some_and(|(other, _)| other == firm);
                    prop_assert!(all.iter().filter(of_firm).all(|who| !replies.contains_key(&who.person)));
                    prop_assert_eq!(roll.silent.iter().filter(of_firm).count(), 1);
                }
            }
        }

        #[test]
        fn no_typed_time_breaks_the_form(from in ".{0,8}", to in ".{0,8}") {
            if let Ok(plan) = plan(&typed("2026-11-30", &from, &to), NOW) {
                prop_assert!(plan.ends_at.is_none_or(|end| end > plan.starts_at));
            }
        }
    }
}
