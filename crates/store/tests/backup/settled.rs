//! What is backed up.

use dure_domain::{
    AskId, AskState, FederationId, FoundingPath, FoundingState, HelperKind, Id, InvitationState, Moment,
    Subject,
};
use dure_store::testing::{self, Settled};
use dure_store::{Actor, Record, Store, StoreError, Tx};
use dure_tables::{
    asks, difficulties, federations, foundings, group_request_firms, group_requests, invitations,
};
use sea_orm::{ActiveModelTrait, Set};

/// A federation with something in every kind of column, and a request passed on to a later one.
pub async fn settle(store: &Store) {
    let settled: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            let name = "강원연합회 \"따옴표\" \\ \u{1F600}";
            let Settled { federation, firm, person } =
                testing::settle(&tx, name, vec![0, 255, 10, 13]).await?;
            let difficulty = difficulties::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                firm_id: Set(firm),
                author_id: Set(person),
                title: Set("녹이 습니다".into()),
                problem: Set("여러 줄\n글".into()),
                anonymous: Set(true),
                created_at: Set(tx.at()),
                updated_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            };
            let difficulty = difficulty.insert(tx.db()).await?;
            // The later row is the smaller one by key: it must not be in the way.
            let early = AskId::new(Moment::from_millis(1), [1; 10]);
            let late = AskId::new(Moment::from_millis(2), [1; 10]);
            for (id, from, state) in [(late, None, AskState::Passed), (early, Some(late), AskState::Asked)] {
                let ask = asks::ActiveModel {
                    id: Set(id),
                    federation_id: Set(federation),
                    difficulty_id: Set(difficulty.id),
                    helper_kind: Set(HelperKind::Firm),
                    helper_key: Set(firm.uuid()),
                    person_id: Set(person),
                    passed_from: Set(from),
                    state: Set(state),
                    asked_at: Set(tx.at()),
                    version: Set(1),
                    ..Default::default()
                };
                ask.insert(tx.db()).await?;
            }
            come_about(&tx, Settled { federation, firm, person }).await?;
            for subject in [Subject::Federation, Subject::Firm] {
                let id = federation.uuid();
                let federation = Some(federation);
                tx.record(Record {
                    action: "test.settle",
                    subject,
                    id,
                    federation,
                    before: None,
                    after: None,
                });
            }
            Ok(())
        })
        .await;
    settled.unwrap();
}

/// A request with a composite key, a founding that is half answered.
async fn come_about(tx: &Tx, settled: Settled) -> Result<(), StoreError> {
    let Settled { federation, firm, person } = settled;
    let request = group_requests::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        title: Set("원주 이웃들".into()),
        asked_by: Set(Some(person)),
        asked_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let request = request.insert(tx.db()).await?;
    let named = group_request_firms::ActiveModel {
        request_id: Set(request.id),
        firm_id: Set(firm),
        federation_id: Set(federation),
    };
    named.insert(tx.db()).await?;
    let founding = foundings::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        name: Set("치악회".into()),
        path: Set(FoundingPath::Brokered),
        request_id: Set(Some(request.id)),
        rules: Set("{}".into()),
        needed: Set(7),
        state: Set(FoundingState::Inviting),
        opened_by: Set(Some(person)),
        opened_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let founding = founding.insert(tx.db()).await?;
    let invitation = invitations::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        founding_id: Set(founding.id),
        firm_id: Set(firm),
        state: Set(InvitationState::Accepted),
        answer: Set("좋습니다".into()),
        invited_at: Set(tx.at()),
        answered_at: Set(Some(tx.at())),
        version: Set(1),
        ..Default::default()
    };
    invitation.insert(tx.db()).await?;
    Ok(())
}

/// One federation more.
pub async fn settle_one(store: &Store) {
    let written: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            let id: FederationId = tx.id();
            let row = federations::ActiveModel {
                id: Set(id),
                name: Set("하나 더".into()),
                region: Set("강원".into()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
            let id = id.uuid();
            let subject = Subject::Federation;
            tx.record(Record {
                action: "test.one",
                subject,
                id,
                federation: None,
                before: None,
                after: None,
            });
            Ok(())
        })
        .await;
    written.unwrap();
}
