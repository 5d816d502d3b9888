//! Newcomers, and groups that are founded with them.

use dure_domain::{FirmId, FoundingId, GroupId, Id, PersonId, Subject};
use dure_store::{Actor, Record};
use dure_tables::{firms, foundings, invitations, memberships, people};
use dure_web::error::{Error, Result};
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link};
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use crate::foundings::actions::{self, Joining, Opened, Opening, OpeningGroup};

/// A firm without a group, and its executive.
pub type Newcomer = (FirmId, PersonId);

/// Industries of their own, each in another group of the classification.
const INDUSTRIES: [(&str, &str); 9] = [
    ("10730", "메밀국수"),
    ("13102", "안전망"),
    ("16221", "목재 창호"),
    ("20499", "접착제"),
    ("22232", "플라스틱 상자"),
    ("25922", "아연도금"),
    ("26293", "제어 기판"),
    ("28119", "전동기"),
    ("29271", "포장 기계"),
];

/// As many firms without a group, each with an executive who has a mail address.
pub async fn newcomers(test: &TestApp, village: &Village, count: usize) -> Vec<Newcomer> {
    let federation = village.federation;
    let settled: Result<Vec<Newcomer>> = test
        .app
        .store
        .write(Actor::System, |tx| async move {
            let mut all = Vec::new();
            for (at, (industry, products)) in INDUSTRIES.iter().take(count).enumerate() {
                let firm: FirmId = tx.id();
                let row = firms::ActiveModel {
                    id: Set(firm),
                    federation_id: Set(federation),
                    name: Set(format!("새내기{}호", at + 1)),
                    industry_code: Set(Some((*industry).into())),
                    products: Set((*products).into()),
                    offers: Set(format!("{products} 시험 생산, 상담")),
                    needs: Set("아연도금 맡길 곳, 포장 기계".into()),
                    representative: Set(format!("새내기{}", at + 1)),
                    place_code: Set(Some(51130)),
                    created_at: Set(tx.at()),
                    updated_at: Set(tx.at()),
                    version: Set(1),
                    ..Default::default()
                };
                row.insert(tx.db()).await?;
                let person: PersonId = tx.id();
                let row = people::ActiveModel {
                    id: Set(person),
                    federation_id: Set(federation),
                    firm_id: Set(Some(firm)),
                    name: Set(format!("새내기{}", at + 1)),
                    title: Set("대표".into()),
                    email: Set(Some(format!("{}@dure.example", person.uuid().simple()))),
                    lang: Set("ko".into()),
                    created_at: Set(tx.at()),
                    version: Set(1),
                    ..Default::default()
                };
                row.insert(tx.db()).await?;
                tx.record(Record {
                    action: "test.settle",
                    subject: Subject::Firm,
                    id: firm.uuid(),
                    federation: Some(federation),
                    before: None,
                    after: None,
                });
                all.push((firm, person));
            }
            Ok(all)
        })
        .await;
    test.settle().await;
    settled.expect("newcomers")
}

/// A new group for these firms, founded when `needed` accept.
pub fn new_group(name: &str, firms: &[FirmId], needed: i32) -> Opening {
    let group = OpeningGroup {
        name: name.into(),
        firms: firms.iter().map(|firm| Joining { firm: *firm, leaves: None }).collect(),
        place: "51130".parse().ok(),
        meeting_place: "원주 상공회의소".into(),
        existing: None,
    };
    let message = "함께 만나면 좋겠습니다".into();
    Opening { draft: None, request: None, groups: vec![group], rules: "{}".into(), needed, message }
}

/// The village with so many newcomers.
pub async fn with_newcomers(test: TestApp, count: usize) -> (TestApp, Village, Vec<Newcomer>) {
    let village = test.village().await;
    let all = newcomers(&test, &village, count).await;
    (test, village, all)
}

/// The village with so many newcomers, the first of whom are invited into a new group.
pub async fn invited(
    test: TestApp,
    name: &str,
    (count, asked): (usize, usize),
    needed: i32,
) -> (TestApp, Village, Vec<Newcomer>, FoundingId) {
    let (test, village, all) = with_newcomers(test, count).await;
    let opening = new_group(name, &firms_of(&all[..asked]), needed);
    let id = open(&test, &village, &opening).await.expect("opened").foundings[0];
    (test, village, all, id)
}

/// Their firms.
pub fn firms_of(all: &[Newcomer]) -> Vec<FirmId> {
    all.iter().map(|(firm, _)| *firm).collect()
}

/// Puts it before the firms.
pub async fn open(test: &TestApp, village: &Village, opening: &Opening) -> Result<Opened> {
    let viewer = test.viewer(village.staff).await;
    let app = &test.app;
    app.act(&viewer, |tx| {
        let (app, viewer, opening) = (app.clone(), viewer.clone(), opening.clone());
        async move { actions::open(&app, &tx, &viewer, &opening).await }
    })
    .await
}

/// This executive taps 함께하겠습니다 in the mail.
pub async fn accepts(test: &TestApp, person: PersonId) {
    let letter = letters(test, person, "founding.invite").await.remove(0);
    let answer = test.stranger().post(&link(&letter, "/invited/accept/"), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// The founding as it is now.
pub async fn founding(test: &TestApp, id: FoundingId) -> foundings::Model {
    foundings::Entity::find_by_id(id)
        .one(test.app.store.read())
        .await
        .expect("foundings")
        .expect("a founding")
}

/// The invitation of this firm.
pub async fn invitation(test: &TestApp, id: FoundingId, firm: FirmId) -> invitations::Model {
    let of = invitations::Entity::find()
        .filter(invitations::Column::FoundingId.eq(id))
        .filter(invitations::Column::FirmId.eq(firm))
        .order_by_desc(invitations::Column::InvitedAt);
    of.one(test.app.store.read()).await.expect("invitations").expect("an invitation")
}

/// Present members of a group.
pub async fn members(test: &TestApp, group: GroupId) -> Vec<memberships::Model> {
    let present = memberships::Entity::find()
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null());
    present.all(test.app.store.read()).await.expect("memberships")
}

/// Takes a person away.
pub async fn leaves(test: &TestApp, person: PersonId) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let row = people::ActiveModel { id: Set(person), left_at: Set(Some(tx.at())), ..Default::default() };
        row.update(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a firm without people");
}
