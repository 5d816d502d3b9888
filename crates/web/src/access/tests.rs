//! The check for one thing and the filter of a list come from the same row; they must agree.

use dure_domain::{FederationId, FirmId, GroupId, Id, Office, PersonId, Visibility};
use dure_texts::Lang;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Relation, Row, Thing, Viewer};

const RELATIONS: &[Relation] = &[
    Relation::SignedIn,
    Relation::Federation,
    Relation::Audience,
    Relation::Group,
    Relation::OwnFirm,
    Relation::Speaker,
    Relation::Oneself,
    Relation::Asked,
    Relation::Chair,
    Relation::Secretary,
    Relation::Official,
    Relation::Staff,
    Relation::Operator,
];

fn id<I: Id>(number: u8) -> I {
    I::from_uuid(Uuid::from_u128(u128::from(number)))
}

fn viewers() -> impl Strategy<Value = Viewer> {
    let offices = prop::collection::vec((prop::sample::select(Office::ALL), prop::option::of(0..3_u8)), 0..3);
    (0..2_u8, prop::option::of(0..3_u8), any::<bool>(), prop::collection::vec(0..3_u8, 0..2), offices)
        .prop_map(|(federation, firm, speaks, groups, offices)| Viewer {
            person: id(1),
            name: "김두레".into(),
            title: "대표".into(),
            federation: id(federation),
            firm: firm.map(id),
            firm_name: None,
            speaks,
            groups: groups.into_iter().map(id).collect(),
            offices: offices.into_iter().map(|(office, group)| (office, group.map(id))).collect(),
            lang: Lang::Ko,
            session: None,
        })
}

fn things() -> impl Strategy<Value = Thing> {
    let asked = prop::collection::vec(0..3_u8, 0..2);
    let groups = prop::collection::vec(0..3_u8, 0..2);
    let visibility = prop::option::of(prop::sample::select(Visibility::ALL));
    (0..2_u8, groups, prop::option::of(0..3_u8), 0..3_u8, asked, visibility).prop_map(
        |(federation, groups, firm, person, asked, visibility)| Thing {
            federation: Some(id::<FederationId>(federation)),
            groups: groups.into_iter().map(id::<GroupId>).collect(),
            firm: firm.map(id::<FirmId>),
            person: Some(id::<PersonId>(person)),
            asked: asked.into_iter().map(id).collect(),
            visibility,
        },
    )
}

proptest! {
    #[test]
    fn a_list_takes_in_exactly_what_the_check_allows(
        viewer in viewers(),
        thing in things(),
        who in prop::sample::subsequence(RELATIONS, 0..4),
    ) {
        let row = Row::new("thing.see", who.leak());
        prop_assert_eq!(row.allows(&viewer, &thing), row.reach(&viewer).takes_in(&thing));
    }

    #[test]
    fn who_is_turned_away_at_the_door_could_not_have_done_it(
        viewer in viewers(),
        thing in things(),
        who in prop::sample::subsequence(RELATIONS, 0..4),
    ) {
        let row = Row::new("thing.see", who.leak());
        if row.admit(Some(&viewer)).is_err() {
            prop_assert!(!row.allows(&viewer, &thing));
        }
    }
}
