//! Pure decisions of the home page: what is next, whose turn it is, what comes first.

use dure_domain::{AskState, Day, Moment};

/// Days after which an unanswered request calls for another helper.
const PATIENCE_DAYS: i64 = 3;

/// What to do next about one's own difficulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody offers help: look at it.
    LookAtOffers(i64),
    /// Help was given: say how it ended.
    Close,
    /// Nobody has answered for so many days: ask more.
    AskMore(i64),
    /// All who were asked could not help: ask others.
    AskOthers,
    /// Nobody was asked yet.
    AskFirst,
    /// So many were asked and may still answer.
    Wait(i64),
}

impl Step {
    /// Whether it is the poster's turn.
    pub const fn is_my_turn(self) -> bool {
        !matches!(self, Self::Wait(_))
    }
}

/// The next step, from the requests as (state, asked at).
pub fn next_step(asks: &[(AskState, Moment)], now: Moment) -> Step {
    let count = |state| i64::try_from(asks.iter().filter(|(held, _)| *held == state).count()).unwrap_or(0);
    let oldest = asks.iter().filter(|(state, _)| *state == AskState::Asked).map(|(_, at)| *at).min();
    match (count(AskState::Offered), count(AskState::Helped), oldest) {
        (offers @ 1.., ..) => Step::LookAtOffers(offers),
        (_, 1.., _) => Step::Close,
        (_, _, Some(at)) if days_since(at, now) >= PATIENCE_DAYS => Step::AskMore(days_since(at, now)),
        (_, _, Some(_)) => Step::Wait(count(AskState::Asked)),
        _ if asks.iter().any(|(state, _)| *state != AskState::Withdrawn) => Step::AskOthers,
        _ => Step::AskFirst,
    }
}

/// Whole days on the calendar.
pub fn days_since(at: Moment, now: Moment) -> i64 {
    i64::from(now.day().number() - at.day().number())
}

/// The first day of the month of `day`.
pub fn month_start(day: Day) -> Day {
    day.plus(1 - i32::from(day.date().day()))
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Requests to me.
    Asks,
    /// Invitations to a group.
    Invitations,
    /// Statements to confirm.
    Confirm,
    /// The next meeting.
    Meeting,
    /// My own difficulties.
    Mine,
    /// What my group needs of me.
    Group,
    /// Numbers for staff.
    Attention,
    /// For staff: groups that are being founded.
    Foundings,
    /// What I could answer.
    Fits,
}

/// How urgent a part is: the larger, the sooner. None: there is nothing in it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pressing {
    /// Days the longest request has waited.
    pub ask_days: Option<i64>,
    /// Days the longest invitation has waited.
    pub invitation_days: Option<i64>,
    /// Days the longest statement has waited.
    pub confirm_days: Option<i64>,
    /// Days until the next meeting, and whether a reply is missing.
    pub meeting: Option<(i64, bool)>,
    /// Whether I have open difficulties, and whether it is my turn in one.
    pub mine: Option<bool>,
    /// Whether my group needs something.
    pub group: bool,
    /// Whether there are numbers to look at.
    pub attention: bool,
    /// Whether groups are being founded.
    pub foundings: bool,
    /// Whether there is something I could answer, and whether answering is what I am here for: as an expert or an
    /// official, who have no difficulties of their own.
    pub fits: Option<bool>,
}

/// The parts that have something in them, the most urgent first.
pub fn order(pressing: Pressing) -> Vec<Part> {
    let meeting = pressing.meeting.map(|(days, open)| match (open, days) {
        (true, ..=1) => 950,
        (true, days) => 700 - 10 * days.min(30),
        (false, ..=0) => 600,
        (false, _) => 150,
    });
    let weights = [
        (Part::Asks, pressing.ask_days.map(|days| 800 + 10 * days.clamp(0, 10))),
        (Part::Invitations, pressing.invitation_days.map(|days| 780 + 10 * days.clamp(0, 10))),
        (Part::Confirm, pressing.confirm_days.map(|days| 500 + 10 * days.clamp(0, 30))),
        (Part::Meeting, meeting),
        (Part::Mine, pressing.mine.map(|my_turn| if my_turn { 620 } else { 180 })),
        (Part::Attention, pressing.attention.then_some(560)),
        (Part::Foundings, pressing.foundings.then_some(570)),
        (Part::Group, pressing.group.then_some(550)),
        (Part::Fits, pressing.fits.map(|is_task| if is_task { 590 } else { 120 })),
    ];
    let mut parts: Vec<(i64, Part)> =
        weights.into_iter().filter_map(|(part, weight)| Some((-weight?, part))).collect();
    parts.sort_unstable();
    parts.into_iter().map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Moment = Moment::from_millis(1_795_395_600_000);

    #[test]
    fn the_next_step_follows_the_answers() {
        let (asked, days) = (AskState::Asked, |days: i64| NOW.plus_days(-days));
        assert_eq!(next_step(&[], NOW), Step::AskFirst);
        assert_eq!(next_step(&[(asked, days(1))], NOW), Step::Wait(1));
        assert_eq!(next_step(&[(asked, days(1)), (asked, days(4))], NOW), Step::AskMore(4));
        assert_eq!(next_step(&[(AskState::Declined, days(4))], NOW), Step::AskOthers);
        assert_eq!(next_step(&[(AskState::Withdrawn, days(4))], NOW), Step::AskFirst);
        assert_eq!(next_step(&[(asked, days(9)), (AskState::Offered, days(9))], NOW), Step::LookAtOffers(1));
        assert_eq!(next_step(&[(AskState::Helped, days(9)), (asked, days(9))], NOW), Step::Close);
    }

    #[test]
    fn a_month_begins_on_its_first_day() {
        assert_eq!(month_start("2026-11-23".parse().unwrap()).to_string(), "2026-11-01");
        assert_eq!(month_start("2024-02-29".parse().unwrap()).to_string(), "2024-02-01");
    }

    #[test]
    fn a_meeting_tomorrow_without_a_reply_comes_before_all() {
        let pressing = Pressing { ask_days: Some(20), meeting: Some((1, true)), ..Pressing::default() };
        assert_eq!(order(pressing), [Part::Meeting, Part::Asks]);
        let pressing = Pressing { meeting: Some((9, false)), mine: Some(true), ..pressing };
        assert_eq!(order(pressing), [Part::Asks, Part::Mine, Part::Meeting]);
    }

    proptest! {
        #[test]
        fn only_what_is_there_is_shown_and_once(
            ask_days in prop::option::of(0..90_i64),
            invitation_days in prop::option::of(0..90_i64),
            confirm_days in prop::option::of(0..90_i64),
            meeting in prop::option::of((0..90_i64, any::<bool>())),
            mine in prop::option::of(any::<bool>()),
            fits in prop::option::of(any::<bool>()),
            flags in any::<[bool; 3]>(),
        ) {
            let [group, attention, foundings] = flags;
            let pressing = Pressing { ask_days, invitation_days, confirm_days, meeting, mine, group, attention, foundings, fits };
            let parts = order(pressing);
            let mut once = parts.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), parts.len());
            let there = [ask_days.is_some(), invitation_days.is_some(), confirm_days.is_some(), meeting.is_some(), mine.is_some(), fits.is_some()];
            let there = there.iter().chain(&flags).filter(|there| **there).count();
            prop_assert_eq!(parts.len(), there);
            // Waiting longer never moves a request down.
            if let Some(days) = ask_days {
                let later = order(Pressing { ask_days: Some(days + 1), ..pressing });
                let place = |parts: &[Part]| parts.iter().position(|part| *part == Part::Asks);
                prop_assert!(place(&later) <= place(&parts));
            }
        }

        #[test]
        fn a_month_holds_its_day(number in 0..40_000_i32) {
            let day = Day::from_number(number);
            let start = month_start(day);
            prop_assert!(start <= day && day.number() - start.number() < 31);
            prop_assert_eq!(start.date().month(), day.date().month());
            prop_assert_eq!(start.date().day(), 1);
        }
    }
}
