//! The ways that a request can take, tried with every sequence of steps.

use dure_domain::{AskState, DifficultyStatus, Id, Moment, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

use crate::asks::rules::{Candidate, Helper, Step, addressee, after, by_offers, days_left, status_after};

const ENDS: &[AskState] = &[AskState::Declined, AskState::Passed, AskState::Withdrawn, AskState::Helped];

proptest! {
    #[test]
    fn what_has_ended_stays_ended(steps in prop::collection::vec(prop::sample::select(Step::ALL), 0..12)) {
        let mut state = AskState::Asked;
        for step in steps {
            let next = after(state, step);
            if ENDS.contains(&state) {
                prop_assert_eq!(next, None);
            }
            if next == Some(AskState::Helped) {
                prop_assert_eq!(state, AskState::Offered, "only who offered can have helped");
            }
            if matches!(next, Some(AskState::Offered | AskState::Passed)) {
                prop_assert_eq!(state, AskState::Asked);
            }
            state = next.unwrap_or(state);
        }
    }

    #[test]
    fn no_step_leads_back_to_asked(
        state in prop::sample::select(AskState::ALL),
        step in prop::sample::select(Step::ALL),
    ) {
        prop_assert_ne!(after(state, step), Some(AskState::Asked));
    }

    #[test]
    fn a_difficulty_is_helped_exactly_while_an_offer_stands(
        states in prop::collection::vec(prop::sample::select(AskState::ALL), 0..8),
        status in prop::sample::select(DifficultyStatus::ALL),
    ) {
        let offers = states.iter().any(|state| matches!(state, AskState::Offered | AskState::Helped));
        prop_assert_eq!(by_offers(states.iter().copied()) == DifficultyStatus::Helping, offers);
        let next = status_after(status, states);
        if matches!(status, DifficultyStatus::Draft | DifficultyStatus::Closed) {
            prop_assert_eq!(next, status);
        } else {
            prop_assert_eq!(next == DifficultyStatus::Helping, offers);
        }
    }

    #[test]
    fn whoever_reads_mail_is_addressed_first(mails in prop::collection::vec(any::<bool>(), 0..6)) {
        let candidates: Vec<Candidate> = mails
            .iter()
            .zip(1_u128..)
            .map(|(&has_mail, number)| Candidate { person: PersonId::from_uuid(Uuid::from_u128(number)), has_mail })
            .collect();
        let chosen = addressee(&candidates).map(|person| person.uuid().as_u128());
        let first = mails.iter().position(|&mail| mail).map_or_else(|| (!mails.is_empty()).then_some(1), |at| Some(at as u128 + 1));
        prop_assert_eq!(chosen, first);
    }

    #[test]
    fn waiting_ends_after_a_fortnight(secs in 0..3_000_000_i64) {
        let asked = Moment::from_millis(1_795_395_600_000);
        let left = days_left(asked, asked.plus_secs(secs));
        prop_assert_eq!(left.is_some(), secs < 14 * 86_400);
        prop_assert!(left.is_none_or(|days| (1..=14).contains(&days)));
    }

    #[test]
    fn any_text_is_read_as_a_helper_or_refused(text in ".{0,60}") {
        if let Ok(helper) = text.parse::<Helper>() {
            prop_assert_eq!(helper.to_string().parse::<Helper>(), Ok(helper));
        }
    }
}
