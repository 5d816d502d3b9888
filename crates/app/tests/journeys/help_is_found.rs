//! The loop, as people walk it: a member posts, asks, the helper answers from the mail, they close, the other side confirms from the mail.

use crate::axe;
use crate::browser::Browser;
use crate::program::Program;

const TITLE: &str = "해안 난간 받침쇠에 석 달 만에 녹이 올라옵니다";

#[tokio::test(flavor = "multi_thread")]
async fn journey_a_difficulty_finds_its_helper_and_both_sides_confirm() {
    let program = Program::start();
    let browser = Browser::open(&program.address).await;
    browser.become_persona("member").await;

    let difficulty = post(&browser).await;
    ask_the_first_helper(&browser, &difficulty).await;
    answer_from_the_mail(&browser).await;
    close(&browser, &difficulty).await;
    state_worth(&browser, &difficulty).await;
    confirm_from_the_mail(&browser).await;

    browser.go("/ledger").await;
    browser.read("2일").await;
    browser.go("/knowledge?q=난간").await;
    browser.read(TITLE).await;
    let faults = axe::faults(&browser, &axe::script()).await;
    assert!(faults.is_empty(), "{faults:?}");
    browser.close().await;
}

/// Writes a difficulty while it is kept and likened; gives its path.
async fn post(browser: &Browser) -> String {
    browser.go("/difficulties/new?fresh=yes").await;
    browser.write("#title", TITLE).await;
    browser.write("#problem", "바닷가 현장에 납품한 난간 받침쇠가 석 달 만에 녹이 나서 반품됩니다. 아연도금을 했는데도 그렇습니다.").await;
    browser.write("#solved_when", "염수분무 500시간 통과").await;
    browser.press("input[name='need'][value='quality']").await;
    browser.see("#similar-cases").await;
    // Coming back finds what was typed.
    browser.see_soon("[data-draft-status]", "저장됨").await;
    browser.go("/difficulties/new").await;
    assert_eq!(browser.value("#title").await, TITLE);
    browser.press("button[name='act'][value='post']").await;
    browser.read("애로사항을 올렸습니다").await;
    browser.path().await.split('?').next().unwrap_or_default().to_owned()
}

async fn ask_the_first_helper(browser: &Browser, difficulty: &str) {
    browser.see("ul.reasons").await;
    browser.press("button[form='ask-one']").await;
    browser.read("부탁했습니다").await;
    assert!(browser.path().await.starts_with(difficulty));
}

/// The helper opens the newest letter and presses its first button; nobody is signed in at a mail program, and nobody has to be.
async fn answer_from_the_mail(browser: &Browser) {
    open_letter(browser, TITLE).await;
    browser.press_words("돕겠습니다").await;
    browser.read("돕겠다고 답하셨습니다").await;
}

async fn close(browser: &Browser, difficulty: &str) {
    browser.go(&format!("{difficulty}/close")).await;
    browser.press("input[name='outcome'][value='solved']").await;
    browser.write("#note", "삼가크로메이트로 바꾸고 막 두께를 8마이크로로 올렸습니다.").await;
    browser.press("input[name='helped']").await;
    browser.press("input[name='keep']").await;
    browser.write("#cure", "아연도금 뒤 삼가크로메이트 처리, 막 두께 8마이크로").await;
    browser.write("#effect", "염수분무 520시간 통과, 반품 없음").await;
    browser.press(".form-foot button").await;
    browser.read("해결됨").await;
}

async fn state_worth(browser: &Browser, difficulty: &str) {
    browser.go(difficulty).await;
    browser.press("a[href$='/worth']").await;
    browser.press("input[name='kind'][value='advice']").await;
    browser.write("#days", "2").await;
    browser.write("#won", "150만원").await;
    browser.press(".form-foot button").await;
    browser.read("1,500,000원").await;
}

async fn confirm_from_the_mail(browser: &Browser) {
    open_letter(browser, "값어치를 확인해").await;
    browser.press_words("맞습니다").await;
    browser.read("서로 확인").await;
}

/// Opens the newest letter whose subject says this.
async fn open_letter(browser: &Browser, subject: &str) {
    browser.go("/outbox").await;
    browser.press_words(subject).await;
    browser.see(".buttons a").await;
}
