//! A secretary brings in a roster with bad rows: the good ones come in, the bad ones come back with the reason.

use std::io::Write;

use crate::axe;
use crate::browser::Browser;
use crate::program::Program;

/// As an office keeps it: a title over the table, names in several spellings, a row that cannot be.
const ROSTER: &str = "\
2026년 회원사 명부,,,,,\n\
,,,,,\n\
회사명,대표자,업종,주소,전화번호,사업자번호\n\
(주)샘골정밀,한샘골,금속 절삭가공업,강원 원주시 문막읍,033-000-1201,\n\
들꽃식품,오들꽃,김치 제조업,강원특별자치도 평창군,0330001202,\n\
별내도장,윤별내,도장 및 기타 피막처리업,강원 춘천시,033 000 1203,123-45-00000\n\
,이름없음,금형 제조업,강원 강릉시,033-000-1204,\n";

#[tokio::test(flavor = "multi_thread")]
async fn journey_a_roster_with_bad_rows_comes_in() {
    let program = Program::start();
    let browser = Browser::open(&program.address).await;
    let mut file = tempfile::Builder::new().prefix("명부").suffix(".csv").tempfile().expect("a file");
    let (text, ..) = encoding_rs::EUC_KR.encode(ROSTER);
    file.write_all(&text).expect("its text");

    browser.become_persona("staff").await;
    browser.go("/roster").await;
    let field = browser
        .client
        .find(fantoccini::Locator::Css("input[type='file']"))
        .await
        .expect("a field for a file");
    field.send_keys(&file.path().to_string_lossy()).await.expect("the file's path");
    browser.press("form[enctype='multipart/form-data'] button[type='submit'], form[enctype='multipart/form-data'] .form-foot button").await;
    browser.read("샘골정밀").await;
    let faults = axe::faults(&browser, &axe::script()).await;
    assert!(faults.is_empty(), "{faults:?}");

    browser.press_words("가져오기").await;
    browser.read("명부를 가져왔습니다").await;
    browser.go("/firms?q=들꽃식품").await;
    browser.read("들꽃식품").await;
    browser.close().await;
}
