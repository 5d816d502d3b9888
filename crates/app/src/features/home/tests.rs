//! Stories about the home page, told on both databases.

use dure_domain::{
    AskState, DifficultyId, DifficultyStatus, GiveKind, MeetingKind, PersonId, SettlementState, Won,
};
use dure_help::testing::rows as help;
use dure_store::{Actor, Tx, on_both};
use dure_tables::{asks, difficulties, meetings, settlements};
use dure_web::error::Result;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, Set};

use crate::testing::Housed as _;

/// The smith's rust, with which the plater was asked to help four days ago.
struct Rust {
    difficulty: DifficultyId,
}

async fn rust(test: &TestApp, village: &Village, anonymous: bool, state: AskState, message: &str) -> Rust {
    let (village, message) = (*village, message.to_owned());
    let rust: Result<Rust> = test
        .app
        .store
        .write(Actor::Person(village.smith), |tx| {
            let message = message.clone();
            async move {
                tx.quiet();
                write(&tx, &village, anonymous, state, message).await
            }
        })
        .await;
    test.settle().await;
    rust.expect("a difficulty")
}

async fn write(
    tx: &Tx,
    village: &Village,
    anonymous: bool,
    state: AskState,
    message: String,
) -> Result<Rust> {
    let days_ago = |days: i64| tx.at().plus_days(-days);
    let difficulty = difficulties::ActiveModel {
        title: Set("난간 받침쇠가 두 달 만에 녹이 습니다".into()),
        problem: Set("바닷가 현장에서 브라켓 도금이 벗겨지고 녹이 납니다.".into()),
        anonymous: Set(anonymous),
        status: Set(match state {
            AskState::Asked => DifficultyStatus::Open,
            _ => DifficultyStatus::Helping,
        }),
        ..help::difficulty(tx, village, days_ago(5))
    };
    let difficulty = difficulty.insert(tx.db()).await?;
    let ask = asks::ActiveModel {
        message: Set(message),
        state: Set(state),
        ..help::ask(tx, village, difficulty.id, days_ago(4))
    };
    let ask = ask.insert(tx.db()).await?;
    if state == AskState::Helped {
        let settlement = settlements::ActiveModel {
            kind: Set(GiveKind::Advice),
            worth_won: Set(Won(1_200_000)),
            worth_days: Set(3),
            state: Set(SettlementState::Stated),
            ..help::settlement(tx, village, &ask, days_ago(1))
        };
        settlement.insert(tx.db()).await?;
    }
    Ok(Rust { difficulty: difficulty.id })
}

/// A meeting of the group in three days.
async fn meeting(test: &TestApp, village: &Village) {
    let village = *village;
    let done: Result<()> = test
        .app
        .store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            let row = meetings::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(village.federation),
                group_id: Set(Some(village.group)),
                kind: Set(MeetingKind::Regular),
                title: Set("11월 정례회".into()),
                place: Set("상생관 2층".into()),
                starts_at: Set(tx.at().plus_days(3)),
                version: Set(1),
                ..Default::default()
            };
            row.insert(tx.db()).await?;
            Ok(())
        })
        .await;
    done.expect("a meeting");
}

async fn home(test: &TestApp, person: PersonId) -> String {
    test.signed_in(person).await.get("/").await.body
}

const TITLE: &str = "난간 받침쇠가 두 달 만에";

on_both!(a_member_sees_what_waits_and_nothing_of_others, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let rust = rust(&test, &village, false, AskState::Asked, "염수분무 시험을 부탁드립니다").await;
    let plater = home(&test, village.plater_boss).await;
    assert!(plater.contains(TITLE) && plater.contains("염수분무 시험을 부탁드립니다"), "{plater}");
    assert!(plater.contains("한빛정밀") && plater.contains("4일째 기다림"));
    assert!(plater.contains(&format!("/difficulties/{}#answer", rust.difficulty)));
    let smith = home(&test, village.smith).await;
    assert!(smith.contains("부탁한 지 4일이 되도록 답이 없습니다"), "{smith}");
    assert!(!smith.contains("도울 수 있습니다"));
    for other in [village.carpenter_boss, village.outsider, village.operator] {
        assert!(!home(&test, other).await.contains(TITLE));
    }
});

on_both!(an_anonymous_poster_stays_unnamed_to_who_is_asked, |db| async move {
    let test = TestApp::on(db).await;
    let mut village = test.village().await;
    // The expert is no secretariat, unlike the plater, who chairs the group.
    village.plater_boss = village.expert;
    rust(&test, &village, true, AskState::Asked, "도와주세요").await;
    let expert = home(&test, village.expert).await;
    assert!(expert.contains(TITLE) && expert.contains("이름을 밝히지 않은 회원사"), "{expert}");
    assert!(!expert.contains("한빛정밀") && !expert.contains("김대장"));
});

on_both!(the_other_side_confirms_the_worth, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    rust(&test, &village, false, AskState::Helped, "").await;
    let plater = home(&test, village.plater_boss).await;
    assert!(plater.contains("김대장 대표님이 도움의 값어치를 적었습니다"), "{plater}");
    assert!(plater.contains("1,200,000원"));
    for same_side in [village.smith, village.smiths_deputy] {
        assert!(!home(&test, same_side).await.contains("도움의 값어치를 적었습니다"));
    }
});

on_both!(a_meeting_is_answered_from_home_by_one_tap, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    meeting(&test, &village).await;
    let before = home(&test, village.smith).await;
    assert!(before.contains("오늘 1가지가 기다립니다") && before.contains("reply?back=home"), "{before}");
    let action = before.split("action=\"").find(|rest| rest.contains("reply?back=home")).expect("the form");
    let action = action.split('"').next().expect("an address").to_owned();
    let smith = test.signed_in(village.smith).await;
    let answer = smith.post(&action, &[("reply", "yes")]).await;
    let after = smith.get(&answer.location.expect("home")).await.body;
    assert!(after.contains("참석으로 알렸습니다") && after.contains("반갑습니다"), "{after}");
});

on_both!(the_secretariat_sees_what_the_group_needs, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    rust(&test, &village, false, AskState::Asked, "").await;
    meeting(&test, &village).await;
    let secretary = home(&test, village.secretary).await;
    assert!(secretary.contains("한울회에서 챙길 일") && secretary.contains(TITLE), "{secretary}");
    assert!(secretary.contains("아직 답이 없는 곳 4곳"), "three firms and the expert: {secretary}");
    let staff = home(&test, village.staff).await;
    assert!(staff.contains("살펴볼 숫자") && staff.contains("다음 모임이 잡히지 않은 교류회"), "{staff}");
    assert!(!home(&test, village.smith).await.contains("챙길 일"));
});

on_both!(who_could_answer_is_shown_what_fits_with_the_reason, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    // The noodle maker was asked; the plater was not, but plates.
    let asked = Village { plater_boss: village.secretary, plater: village.noodles, ..village };
    rust(&test, &asked, false, AskState::Asked, "").await;
    let plater = home(&test, village.plater_boss).await;
    assert!(plater.contains("우리 회사가 도울 수 있을 애로사항"), "{plater}");
    assert!(!home(&test, village.carpenter_boss).await.contains(TITLE), "not seen by another group");
});

on_both!(a_stranger_reads_what_dure_is_and_a_new_member_begins, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let stranger = test.stranger().get("/").await.body;
    assert!(stranger.contains("혼자 앓던 어려움") && stranger.contains("href=\"/personas\""), "{stranger}");
    assert!(home(&test, village.smith).await.contains("처음 세 걸음"));
});

/// The page's own part, without what changes from run to run.
fn settled(page: &str) -> String {
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let lines = main.replace("><", ">\n<");
    let tidy = lines.split('\n').map(without_ids).filter(|line| !line.contains("<use")).collect::<Vec<_>>();
    tidy.join("\n")
}

/// A line with every identifier replaced.
fn without_ids(line: &str) -> String {
    let mut text = line.to_owned();
    while let Some(at) = text.find("01a2") {
        let end = (at + 36).min(text.len());
        text.replace_range(at..end, "ID");
    }
    text
}

on_both!(home_looks_as_before, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    rust(&test, &village, false, AskState::Asked, "염수분무 시험을 부탁드립니다").await;
    meeting(&test, &village).await;
    insta::assert_snapshot!("home", settled(&home(&test, village.plater_boss).await));
});
