//! Photos are taken while one writes: one that fails is sent again, one that is refused says why, and the post goes
//! through with the others.

use std::io::Write;

use fantoccini::Locator;

use crate::axe;
use crate::browser::Browser;
use crate::program::Program;

const CHOOSER: &str = ".files-choosers input[multiple]";

fn file(suffix: &str, bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().prefix("photo").suffix(suffix).tempfile().expect("a file");
    file.write_all(bytes).expect("its content");
    file
}

async fn choose(browser: &Browser, file: &tempfile::NamedTempFile) {
    let input = browser.client.find(Locator::Css(CHOOSER)).await.expect("a chooser");
    input.send_keys(&file.path().to_string_lossy()).await.expect("the file's path");
}

/// Lets files go to this address; gives where they went before.
async fn send_to(browser: &Browser, address: &str) -> String {
    let script = "const place = document.querySelector('[data-files]'); \
                  const before = place.dataset.files; place.dataset.files = arguments[0]; return before";
    let before = browser.client.execute(script, vec![address.into()]).await.expect("a script");
    before.as_str().expect("an address").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn journey_photos_go_along_with_a_difficulty() {
    let program = Program::start();
    let browser = Browser::open(&program.address).await;
    browser.become_persona("member").await;
    browser.go("/difficulties/new?fresh=yes").await;

    // Before a word is typed, and at first without a way to the server.
    let right = send_to(&browser, "/nowhere").await;
    let photo = file(".jpg", &dure_files::testing::photo(1200, 900));
    choose(&browser, &photo).await;
    browser.read("다시 보내기").await;
    send_to(&browser, &right).await;
    browser.press_words("다시 보내기").await;
    browser.see("li.file-picture img").await;
    let no_drawing = file(".dwg", "도면이 아니다".as_bytes());
    choose(&browser, &no_drawing).await;
    browser.read("내용이 파일 이름과 다릅니다").await;
    let faults = axe::faults(&browser, &axe::script()).await;
    assert!(faults.is_empty(), "{faults:?}");

    browser.write("#title", "받침쇠에 녹이 올라옵니다").await;
    browser.write("#problem", "바닷가에 납품한 받침쇠가 석 달 만에 녹이 나서 반품됩니다.").await;
    browser.press("input[name='need'][value='quality']").await;
    browser.press("button[name='act'][value='post']").await;
    browser.read("애로사항을 올렸습니다").await;
    browser.see("#files").await;
    browser.see("li.file-picture img").await;
    // Taken away with a question.
    browser.press("li.file-picture .file-remove").await;
    browser.press("dialog button[value='yes']").await;
    browser.read("아직 붙인 사진이나 자료가 없습니다").await;
    browser.close().await;
}
