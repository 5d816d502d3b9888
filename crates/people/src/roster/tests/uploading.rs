//! Files that come in: looked through, chosen, taken in, mended, refused.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::{firms, imports, mails, people};
use dure_web::testing::TestApp;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{bring_in, firm, import_at, report_at, upload, workbooks};
use crate::testing::Housed as _;

on_both!(a_messy_workbook_is_looked_through_and_taken_in, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let before = firms::Entity::find().count(test.app.store.read()).await.expect("firms");

    let at =
        import_at(&upload(&secretary, "명부.xlsx", &workbooks::messy(), &village.group.to_string()).await);
    let page = secretary.get(&at).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("4행을 제목 행으로"), "{}", page.body);
    assert!(page.body.contains("3행 가져오기"));
    assert!(page.body.contains("알 수 없는 업종"));
    assert!(page.body.contains("달나라"));
    assert!(page.body.contains("안내"), "the other sheet can be chosen");
    let problems = secretary.get(&format!("{at}?view=problems")).await.body;
    assert!(problems.contains("회사 이름이 없습니다"), "{problems}");
    let after = firms::Entity::find().count(test.app.store.read()).await.expect("firms");
    assert_eq!(before, after, "nothing is written before one says so");

    secretary.post(&format!("{at}/take-in"), &[]).await;
    let running = secretary.get(&at).await;
    assert!(running.body.contains("가져오고 있습니다"), "{}", running.body);
    test.settle().await;
    let report = report_at(&test, &at).await;
    assert_eq!((report.new, report.changed, report.bad), (3, 0, 1), "{report:#?}");
    let done = secretary.get(&at).await.body;
    assert!(done.contains("명부를 가져왔습니다") && done.contains("넣지 못한 행 내려받기"));
    let spring = firm(&test, "(주)새봄식품").await.expect("새봄식품");
    assert_eq!(spring.place_code, Some(51150));
    assert_eq!(spring.phone, "033-640-2001");
    let machine = firm(&test, "동해 기계").await.expect("동해 기계");
    assert!(machine.notes.contains("신청 중"), "what is no number is kept: {}", machine.notes);
    let history = secretary.get("/roster/imports").await.body;
    assert!(history.contains("명부.xlsx") && history.contains("최국수"));
});

on_both!(a_row_longer_than_the_form_takes_goes_back_and_the_others_come_in, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let group = village.group.to_string();
    let header = "업체명,대표자,직위,주소,업종,주요생산품,홈페이지,제공가능,비고";
    let (long, good) =
        ("가".repeat(3_000), "새봄식품,최국수,대표,강원 강릉시,메밀국수,국수,a.example,시식,주차");
    let mut lines = vec![header.to_owned(), good.to_owned()];
    for column in 0..9 {
        let mut cells: Vec<String> = good.split(',').map(str::to_owned).collect();
        cells[0] = format!("긴회사{column}");
        cells[column].clone_from(&long);
        lines.push(cells.join(","));
    }
    let at = import_at(&upload(&secretary, "명부.csv", lines.join("\n").as_bytes(), &group).await);
    let problems = secretary.get(&format!("{at}?view=problems")).await.body;
    assert!(problems.contains("너무 깁니다. 80자까지"), "{problems}");
    secretary.post(&format!("{at}/take-in"), &[]).await;
    test.settle().await;
    let report = report_at(&test, &at).await;
    assert_eq!((report.new, report.bad), (1, 9), "{report:#?}");
    assert!(firm(&test, "새봄식품").await.is_some());
    let done = secretary.get(&format!("{at}?view=problems")).await.body;
    assert!(done.contains("너무 깁니다"), "{done}");
});

on_both!(bad_rows_come_back_and_are_taken_once_mended, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let group = village.group.to_string();
    let (at, _) = bring_in(&test, &secretary, "명부.xlsx", &workbooks::messy(), &group).await;
    let bad = secretary.posted_bytes(&format!("{at}/bad-rows.xlsx"), &[("reason", "print")]).await;
    let again = bring_in(&test, &secretary, "명부.xlsx", &workbooks::messy(), &group).await.1;
    assert_eq!((again.new, again.changed, again.same), (0, 0, 3), "{again:#?}");
    let mended = workbooks::corrected(&bad, "윤네공방");
    let report = bring_in(&test, &secretary, "못 넣은 행.xlsx", &mended, &group).await.1;
    assert_eq!((report.new, report.bad), (1, 0), "{report:#?}");
    assert!(firm(&test, "윤네공방").await.is_some_and(|firm| firm.notes.contains("회사 이름을 잊음")));
});

on_both!(the_meaning_of_columns_and_of_industries_can_be_changed, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let file = "가,나,다\n해오름상사,033-640-3001,이상한 장사\n".as_bytes();
    let at = import_at(&upload(&staff, "a.csv", file, "column").await);
    let columns = [("column-0", "firm"), ("column-1", "fax"), ("column-2", "industry")];
    let answer = staff.post(&format!("{at}/columns"), &columns).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = staff.get(&at).await.body;
    assert!(page.contains("이상한 장사"), "{page}");
    staff.post(&format!("{at}/industries"), &[("text-0", "이상한 장사"), ("industry-0", "46102")]).await;
    staff.post(&format!("{at}/take-in"), &[]).await;
    test.settle().await;
    let firm = firm(&test, "해오름상사").await.expect("해오름상사");
    assert_eq!((firm.fax.as_str(), firm.industry_code.as_deref()), ("033-640-3001", Some("46102")));
    assert_eq!(firm.industry_text, "이상한 장사");
});

on_both!(a_row_that_looks_like_a_firm_is_shown_beside_it_and_decided, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let file = "업체명,대표자,주소,전화\n한빗정밀,김대장,춘천시,033-640-4001\n".as_bytes();
    let at = import_at(&upload(&staff, "a.csv", file, "column").await);
    let page = staff.get(&format!("{at}?view=doubles")).await.body;
    assert!(page.contains("한빛정밀") && page.contains("한빗정밀"), "{page}");
    let same = format!("same:{}", village.smithy);
    staff.post(&format!("{at}/rows"), &[("row-2", &same)]).await;
    let changed = staff.get(&format!("{at}?view=changed")).await.body;
    assert!(changed.contains("033-640-4001"), "{changed}");
    staff.post(&format!("{at}/take-in"), &[]).await;
    test.settle().await;
    let report = report_at(&test, &at).await;
    assert_eq!((report.new, report.changed), (0, 1), "{report:#?}");
});

on_both!(a_secretary_brings_rows_into_the_own_group_alone, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let file = "교류회,업체명\n두메회,오대목재\n".as_bytes();
    let other = upload(&secretary, "a.csv", file, &village.other_group.to_string()).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let column = upload(&secretary, "a.csv", file, "column").await;
    assert_eq!(column.status, StatusCode::FORBIDDEN);
    let report = bring_in(&test, &secretary, "a.csv", file, &village.group.to_string()).await.1;
    assert_eq!((report.bad, report.new, report.changed), (1, 0, 0), "{report:#?}");
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get("/roster").await.status, StatusCode::FORBIDDEN);
    assert_eq!(upload(&smith, "a.csv", file, "column").await.status, StatusCode::FORBIDDEN);
    let staff = test.signed_in(village.staff).await;
    let at = import_at(&upload(&staff, "a.csv", file, "column").await);
    assert_eq!(secretary.get(&at).await.status, StatusCode::NOT_FOUND, "another's import");
});

on_both!(what_cannot_be_read_is_answered_with_what_to_do, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let strange: Vec<u8> = (0..400_u32).map(|n| 0x80 + u8::try_from(n * 37 % 127).unwrap_or(0)).collect();
    let locked = locked_workbook();
    let cases: [(&str, &[u8], &str); 6] = [
        ("빈 파일.csv", b"", "파일이 비어 있습니다"),
        ("제목만.csv", "업체명,대표자\n".as_bytes(), "회원 목록을 찾지 못했습니다"),
        ("글.hwp", &[0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0], "파일"),
        ("그림.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "표 파일이 아닙니다"),
        ("이상한 글자.csv", &strange, "글자를 알아볼 수 없습니다"),
        ("잠긴 파일.xlsx", &locked, "암호"),
    ];
    for (name, bytes, words) in cases {
        let answer = upload(&staff, name, bytes, "column").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", answer.body);
        assert!(answer.body.contains(words), "{name}: {}", answer.body);
        assert!(answer.body.contains("<!DOCTYPE html>"), "{name} is answered with a page");
    }
    let kept = imports::Entity::find().count(test.app.store.read()).await.expect("imports");
    assert_eq!(kept, 0, "what cannot be read is not kept");
    let large = upload(&staff, "큰 파일.csv", &vec![b'a'; 50_000_000], "column").await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains("20MB") && large.body.contains("나누어"), "{}", large.body);
});

/// The frame of a workbook with a password: a compound file with the streams that Office writes.
fn locked_workbook() -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a compound file");
    for stream in ["/EncryptionInfo", "/EncryptedPackage"] {
        let mut stream = file.create_stream(stream).expect("a stream");
        std::io::Write::write_all(&mut stream, &[0; 64]).expect("bytes");
    }
    file.into_inner().into_inner()
}

on_both!(cp949_is_read_as_it_is, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    // 업체명,대표자 / 해맞이식품,문해맞
    let file: &[u8] = b"\xbe\xf7\xc3\xbc\xb8\xed,\xb4\xeb\xc7\xa5\xc0\xda\r\n\xc7\xd8\xb8\xc2\xc0\xcc\xbd\xc4\xc7\xb0,\xb9\xae\xc7\xd8\xb8\xc2\r\n";
    let report = bring_in(&test, &staff, "옛 파일.csv", file, "column").await.1;
    assert_eq!(report.new, 1, "{report:#?}");
    assert!(firm(&test, "해맞이식품").await.is_some());
});

on_both!(a_long_file_is_taken_in_by_steps, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let mut file = "교류회,업체명,대표자,전화,이메일,주소,업종\n".to_owned();
    for number in 0..2_300 {
        file.push_str(&format!(
            "제{}회,시험회사{number}호,김시험{number},033-{:03}-{:04},f{number}@dure.example,강원 춘천시,도금\n",
            number / 20,
            number / 1_000 + 200,
            number % 10_000
        ));
    }
    let report = bring_in(&test, &staff, "긴 파일.csv", file.as_bytes(), "column").await.1;
    assert_eq!((report.new, report.changed, report.bad, report.done), (2_300, 0, 0, 2_300));
    assert_eq!(report.groups.len(), 115);
    let again = bring_in(&test, &staff, "긴 파일.csv", file.as_bytes(), "column").await.1;
    assert_eq!((again.new, again.changed, again.same), (0, 0, 2_300));
});

on_both!(a_roster_takes_nobodys_office_through_an_address, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let address = |id| {
        let db = test.app.store.read();
        async move { people::Entity::find_by_id(id).one(db).await.expect("people").expect("a person").email }
    };
    let held = [village.plater_boss, village.secretary];
    let mut kept = Vec::new();
    for id in held {
        kept.push(address(id).await);
    }
    let secretary = test.signed_in(village.secretary).await;
    let staff = test.signed_in(village.staff).await;
    let file = "교류회,회사명,대표자,이메일,팩스\n한울회,대관령도금,이도금,evil1@hunt.example,033-640-7001\n\
                한울회,봉평면옥,최국수,evil2@hunt.example,033-640-7002\n";
    for (client, target) in [(&secretary, village.group.to_string()), (&staff, "column".to_owned())] {
        let at = import_at(&upload(client, "a.csv", file.as_bytes(), &target).await);
        let page = client.get(&format!("{at}?view=problems")).await.body;
        assert!(page.contains("본인만 바꿀 수 있어"), "{page}");
        client.post(&format!("{at}/take-in"), &[]).await;
        test.settle().await;
        let result = client.get(&format!("{at}?view=problems")).await.body;
        assert!(result.contains("본인만 바꿀 수 있어"), "the result says so too: {result}");
        for (id, before) in held.iter().zip(&kept) {
            assert_eq!(address(*id).await, *before);
        }
    }
    assert_eq!(firm(&test, "대관령도금").await.expect("the plater").fax, "033-640-7001", "the rest is taken");

    let old = address(village.smith).await.expect("an address");
    let file = "교류회,회사명,대표자,이메일\n한울회,한빛정밀,김대장,new@hanbit.example\n".as_bytes();
    bring_in(&test, &secretary, "b.csv", file, &village.group.to_string()).await;
    assert_eq!(address(village.smith).await.as_deref(), Some("new@hanbit.example"), "never came in");
    let told = mails::Entity::find().filter(mails::Column::ToAddress.eq(&old));
    assert_eq!(told.count(test.app.store.read()).await.expect("mails"), 1, "the old address is told");

    test.clock.advance_secs(1);
    test.stranger().post("/sign-in/link", &[("email", "new@hanbit.example")]).await;
    test.settle().await;
    let mail = mails::Entity::find().order_by_desc(mails::Column::Id).one(test.app.store.read()).await;
    let text = test.mailed(mail.expect("mails").expect("a letter")).body_text;
    let link =
        text.lines().find_map(|line| line.strip_prefix("http://dure.test")).expect("a link").to_owned();
    assert!(test.stranger().post(&link, &[]).await.cookie.is_some());
    let file = "교류회,회사명,대표자,이메일\n한울회,한빛정밀,김대장,evil@hunt.example\n".as_bytes();
    for (client, target) in [(&secretary, village.group.to_string()), (&staff, "column".to_owned())] {
        bring_in(&test, client, "c.csv", file, &target).await;
        assert_eq!(address(village.smith).await.as_deref(), Some("new@hanbit.example"), "came in");
    }
    let form = [("name", "김대장"), ("email", "evil@hunt.example"), ("version", "2")];
    let edit = format!("/people/{}/edit", village.smith);
    assert_eq!(secretary.post(&edit, &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
});
