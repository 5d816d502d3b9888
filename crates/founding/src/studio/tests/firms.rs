//! Firms without a group for the stories.

use dure_domain::{FirmId, Id, Subject};
use dure_store::{Actor, Record};
use dure_tables::firms;
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, Set};

/// Industries that share no group of the KSIC.
const INDUSTRIES: [&str; 12] = [
    "10301", "11112", "13213", "16101", "17110", "20423", "22211", "23111", "24111", "25911", "26111",
    "28111",
];
/// Who makes what, and needs what of the next one.
const TEXTS: [(&str, &str); 12] = [
    ("김치 절임", "막걸리 지게미"),
    ("막걸리 양조, 지게미", "면직물 자루"),
    ("면직물 자루 직조", "목재 팔레트"),
    ("목재 팔레트 제재", "골판지 상자"),
    ("골판지 상자", "화장품 원료"),
    ("화장품 원료 추출", "플라스틱 용기 사출"),
    ("플라스틱 용기 사출", "유리병"),
    ("유리병 성형", "철강 주물"),
    ("철강 주물", "금형 단조"),
    ("금형 단조", "전자 기판"),
    ("전자 기판 조립", "전동기 감속기"),
    ("전동기 감속기", "김치 절임"),
];

/// So many firms without a group, of twelve industries in turn, in Wonju or where `place` says.
pub async fn outsiders(test: &TestApp, village: &Village, count: usize, place: i32) -> Vec<FirmId> {
    let federation = village.federation;
    let made: Result<Vec<FirmId>, Error> = test
        .app
        .store
        .write(Actor::System, |tx| async move {
            let mut made = Vec::new();
            for number in 0..count {
                let (offers, needs) = TEXTS[number % TEXTS.len()];
                let id: FirmId = tx.id();
                let row = firms::ActiveModel {
                    id: Set(id),
                    federation_id: Set(federation),
                    name: Set(format!("치악산업{:03}", number + 1)),
                    industry_code: Set(Some(INDUSTRIES[number % INDUSTRIES.len()].into())),
                    offers: Set(offers.into()),
                    needs: Set(needs.into()),
                    place_code: Set(Some(place)),
                    email: Set(format!("firm{number}@dure.example")),
                    created_at: Set(tx.at()),
                    updated_at: Set(tx.at()),
                    version: Set(1),
                    ..Default::default()
                };
                row.insert(tx.db()).await?;
                made.push(id);
            }
            tx.record(Record {
                action: "test.settle",
                subject: Subject::Firm,
                id: made[0].uuid(),
                federation: Some(federation),
                before: None,
                after: None,
            });
            Ok(made)
        })
        .await;
    made.expect("firms")
}
