//! Rows of a help in the village: the smith has rust, and the plater is asked. What a test wants otherwise it sets
//! over these.

use dure_domain::{AskState, DifficultyId, DifficultyStatus, HelperKind, Id, Moment, NeedKind, Visibility};
use dure_store::Tx;
use dure_tables::{asks, difficulties, settlements};
use dure_web::testing::village::Village;
use sea_orm::Set;

/// The smith's rust, posted before his group.
pub fn difficulty(tx: &Tx, village: &Village, at: Moment) -> difficulties::ActiveModel {
    difficulties::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        firm_id: Set(village.smithy),
        author_id: Set(village.smith),
        group_id: Set(Some(village.group)),
        title: Set("받침쇠에 녹이 습니다".into()),
        problem: Set("바닷가 난간 받침쇠가 여섯 달 만에 녹슬어 돌아옵니다.".into()),
        need: Set(NeedKind::Quality),
        visibility: Set(Visibility::Group),
        status: Set(DifficultyStatus::Helping),
        created_at: Set(at),
        updated_at: Set(at),
        posted_at: Set(Some(at)),
        version: Set(1),
        ..Default::default()
    }
}

/// The smith asks the plater.
pub fn ask(tx: &Tx, village: &Village, difficulty: DifficultyId, at: Moment) -> asks::ActiveModel {
    asks::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        difficulty_id: Set(difficulty),
        helper_kind: Set(HelperKind::Firm),
        helper_key: Set(village.plater.uuid()),
        firm_id: Set(Some(village.plater)),
        person_id: Set(village.plater_boss),
        asked_by: Set(Some(village.smith)),
        state: Set(AskState::Asked),
        asked_at: Set(at),
        version: Set(1),
        ..Default::default()
    }
}

/// The smith says what the help was worth.
pub fn settlement(tx: &Tx, village: &Village, ask: &asks::Model, at: Moment) -> settlements::ActiveModel {
    settlements::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        difficulty_id: Set(ask.difficulty_id),
        ask_id: Set(ask.id),
        stated_by: Set(village.smith),
        stated_at: Set(at),
        version: Set(1),
        ..Default::default()
    }
}
