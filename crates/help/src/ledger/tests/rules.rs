//! Whoever it is: nobody can both say what a help was worth and confirm it.

use dure_domain::{
    AskState, DifficultyStatus, FederationId, FirmId, GiveKind, GroupId, HelperKind, Id, Moment, NeedKind,
    Office, PersonId, SettlementState, Visibility, Won,
};
use dure_tables::{asks, difficulties, settlements};
use dure_texts::Lang;
use dure_web::access::Viewer;
use proptest::prelude::*;
use uuid::Uuid;

use crate::ledger::rules::{Side, may_answer, may_state, own_side, stated_side};

fn id<I: Id>(number: u8) -> I {
    I::from_uuid(Uuid::from_u128(u128::from(number)))
}

const AT: Moment = Moment::from_millis(1_795_395_600_000);

/// Posted by person 1 of firm 1 before group 1; person 2 of firm 2, or of none, helped.
fn help(helper_firm: Option<u8>) -> (difficulties::Model, asks::Model) {
    let difficulty = difficulties::Model {
        id: id(1),
        federation_id: id(0),
        firm_id: id(1),
        author_id: id(1),
        group_id: Some(id(1)),
        title: String::new(),
        problem: String::new(),
        present_state: String::new(),
        tried: String::new(),
        solved_when: String::new(),
        need: NeedKind::Other,
        visibility: Visibility::Federation,
        anonymous: false,
        status: DifficultyStatus::Closed,
        outcome: None,
        outcome_note: String::new(),
        created_at: AT,
        updated_at: AT,
        posted_at: Some(AT),
        closed_at: Some(AT),
        version: 1,
        to_ask: String::new(),
    };
    let ask = asks::Model {
        id: id(1),
        federation_id: id(0),
        difficulty_id: id(1),
        helper_kind: HelperKind::Firm,
        helper_key: Uuid::from_u128(2),
        firm_id: helper_firm.map(id),
        person_id: id(2),
        asked_by: Some(id(1)),
        passed_from: None,
        message: String::new(),
        state: AskState::Helped,
        answer: String::new(),
        asked_at: AT,
        answered_at: Some(AT),
        reminded_at: None,
        seen_at: None,
        version: 1,
    };
    (difficulty, ask)
}

fn viewers() -> impl Strategy<Value = Viewer> {
    let offices = prop::collection::vec((prop::sample::select(Office::ALL), prop::option::of(0..3_u8)), 0..3);
    (0..5_u8, 0..2_u8, prop::option::of(0..4_u8), offices).prop_map(|(person, federation, firm, offices)| {
        Viewer {
            person: id::<PersonId>(person),
            name: String::new(),
            title: String::new(),
            federation: id::<FederationId>(federation),
            firm: firm.map(id::<FirmId>),
            firm_name: None,
            groups: Vec::new(),
            offices: offices.into_iter().map(|(office, group)| (office, group.map(id::<GroupId>))).collect(),
            lang: Lang::Ko,
            speaks: true,
            session: None,
        }
    })
}

fn statement(side: Side, difficulty: &difficulties::Model, ask: &asks::Model) -> settlements::Model {
    settlements::Model {
        id: id(1),
        federation_id: id(0),
        difficulty_id: id(1),
        ask_id: id(1),
        kind: GiveKind::Advice,
        worth_won: Won(1),
        worth_days: 0,
        note: String::new(),
        state: SettlementState::Stated,
        stated_by: side.principal(difficulty, ask),
        stated_at: AT,
        answered_by: None,
        answered_at: None,
        dispute: String::new(),
        version: 1,
    }
}

proptest! {
    #[test]
    fn nobody_can_say_and_confirm_the_same(viewer in viewers(), firm in prop::option::of(2..4_u8)) {
        let (difficulty, ask) = help(firm);
        for side in may_state(&viewer, &difficulty, &ask) {
            let said = statement(side, &difficulty, &ask);
            prop_assert_eq!(stated_side(&said, &ask), side);
            prop_assert!(!may_answer(&viewer, &difficulty, &ask, &said));
        }
    }

    #[test]
    fn only_the_two_sides_confirm(viewer in viewers(), firm in prop::option::of(2..4_u8)) {
        let (difficulty, ask) = help(firm);
        for side in [Side::Poster, Side::Helper] {
            let said = statement(side, &difficulty, &ask);
            if may_answer(&viewer, &difficulty, &ask, &said) {
                prop_assert_eq!(own_side(&viewer, &difficulty, &ask), Some(side.other()));
            }
        }
    }
}
