//! From a request to a group: an executive asks for one with the neighbours, the federation drafts it, the executives answer from
//! their mail, the group is founded.

use crate::axe;
use crate::browser::Browser;
use crate::program::Program;

const TITLE: &str = "원주 공장 이웃들";
/// Firms of the demo that are in no group: near to each other, each of another industry. The first is the asker's own.
const FIRMS: [&str; 8] =
    ["호저금속", "행구목형", "판부수지", "신림종합목재", "귀래섬유", "학성기판", "흥양이엔지", "부론식품"];
/// As many must accept.
const NEEDED: usize = 7;

#[tokio::test(flavor = "multi_thread")]
async fn journey_a_request_becomes_a_group() {
    let program = Program::start();
    let browser = Browser::open(&program.address).await;
    let axe = axe::script();
    let mut faults = Vec::new();

    browser.become_persona("newcomer").await;
    browser.read("교류회에서 초대합니다").await;
    let request = ask(&browser).await;
    faults.extend(axe::faults(&browser, &axe).await);

    browser.become_persona("staff").await;
    browser.go(&request).await;
    draft(&browser).await;
    publish(&browser).await;
    faults.extend(axe::faults(&browser, &axe).await);

    let founding = answer_from_the_mails(&browser, &axe, &mut faults).await;
    browser.go(&founding).await;
    browser.read("창립됨").await;
    faults.extend(axe::faults(&browser, &axe).await);
    browser.press_words("교류회 보기").await;
    browser.press(".rows a[href$='/members']").await;
    browser.read("호저금속").await;
    faults.extend(axe::faults(&browser, &axe).await);
    browser.go(&request).await;
    browser.read("여기서 나온 교류회").await;

    let letters = letters_to(&browser, "창립되었습니다").await;
    assert!(letters.len() >= NEEDED, "everybody who accepted is told: {}", letters.len());
    browser.close().await;
    assert!(faults.is_empty(), "{faults:?}");
}

/// Asks the federation for a group with the neighbours, found by name; gives the request's path.
async fn ask(browser: &Browser) -> String {
    browser.go("/foundings/requests/new").await;
    browser.write("#title", TITLE).await;
    browser.read("1곳을 골랐습니다").await;
    for (at, name) in FIRMS.iter().enumerate().skip(1) {
        browser.write("#q", name).await;
        browser.press("button[name='do'][value='find']").await;
        browser.press("#choice input[name='firm']:not(:checked)").await;
        browser.press("button[name='do'][value='find']").await;
        browser.read(&format!("{}곳을 골랐습니다", at + 1)).await;
    }
    browser.write("#note", "매달 만나 서로 일을 나누고 싶습니다").await;
    browser.press("button[name='do'][value='send']").await;
    browser.read("요청을 냈습니다").await;
    browser.path().await.split('?').next().unwrap_or_default().to_owned()
}

/// A draft of the studio from the request, solved.
async fn draft(browser: &Browser) {
    browser.press_words("이 요청으로 초안 만들기").await;
    assert_eq!(browser.value("#least").await, "7", "seven are enough for a request");
    browser.press_words("교류회 짜 보기").await;
    browser.read("회원사에 알리기").await;
}

async fn publish(browser: &Browser) {
    browser.press_words("회원사에 알리기").await;
    assert_eq!(browser.value("#needed").await, NEEDED.to_string());
    browser.write("#message", "다음 달 첫째 목요일에 저녁을 함께합시다").await;
    browser.press_words("초대 메일 보내기").await;
    browser.read("초대 메일이 나갔습니다").await;
}

/// Letters of the outbox whose subject says this, the newest first.
async fn letters_to(browser: &Browser, subject: &str) -> Vec<String> {
    browser.go("/outbox").await;
    browser.see("main").await;
    let script = format!(
        "return [...document.querySelectorAll('main a[href]')].filter((a) => a.textContent.includes({subject:?})).map((a) => a.pathname)"
    );
    let found = browser.client.execute(&script, vec![]).await.expect("letters");
    serde_json::from_value(found).expect("paths")
}

/// Each executive opens the letter and presses its first button; gives the founding's path.
async fn answer_from_the_mails(browser: &Browser, axe: &str, faults: &mut Vec<String>) -> String {
    let letters = letters_to(browser, "초대합니다").await;
    assert!(letters.len() >= NEEDED, "{letters:?}");
    let mut founding = String::new();
    for letter in &letters {
        browser.go(letter).await;
        founding = the_link(browser, "/foundings/").await;
        browser.press_words("함께하겠습니다").await;
        browser.read("고맙습니다").await;
    }
    browser.read("이 교류회의 회원사입니다").await;
    faults.extend(axe::faults(browser, axe).await);
    founding
}

/// The address of the page that begins like this.
async fn the_link(browser: &Browser, begin: &str) -> String {
    browser.see(".buttons a").await;
    let links = browser.links().await;
    let found = links.into_iter().find(|link| link.starts_with(begin) && link.len() > begin.len() + 30);
    found.expect("the founding")
}
