//! Firms ask for a group.

use axum::http::StatusCode;
use dure_store::on_both;

use super::*;

fn form<'a>(title: &'a str, firms: &'a [String], act: &'a str, typed: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("title", title), ("note", "매달 만나고 싶습니다"), ("do", act), ("q", typed)];
    form.extend(firms.iter().map(|firm| ("firm", firm.as_str())));
    form
}

on_both!(seven_firms_ask_and_the_federation_answers, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 8).await;
    let ids: Vec<String> = all.iter().map(|(firm, _)| firm.to_string()).collect();
    let asker = test.signed_in(all[0].1).await;
    assert!(asker.get("/foundings/requests/new").await.body.contains("새내기1호"), "the own firm is in");

    let new = "/foundings/requests/new";
    let found = asker.post(new, &form("원주 이웃들", &ids[..2], "find", "새내기3호")).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.body.contains("원주 이웃들") && found.body.contains("새내기3호"), "{}", found.body);
    let few = asker.post(new, &form("원주 이웃들", &ids[..6], "send", "")).await;
    assert_eq!(few.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["1곳을 더 골라", "원주 이웃들", "매달 만나고 싶습니다", "새내기6호"]
    {
        assert!(few.body.contains(words), "{words} in {}", few.body);
    }
    let sent = asker.post(new, &form("원주 이웃들", &ids[..7], "send", "")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = sent.location.expect("its page");
    let page = page.split('?').next().expect("a path").to_owned();
    assert_eq!(letters(&test, village.staff, "group_request.asked").await.len(), 1);

    let named = test.signed_in(all[6].1).await;
    assert!(named.get(&page).await.body.contains("원주 이웃들"), "who is named sees it");
    assert_eq!(test.signed_in(all[7].1).await.get(&page).await.status, StatusCode::NOT_FOUND);
    let staff = test.signed_in(village.staff).await;
    assert!(staff.get("/foundings/requests").await.body.contains("/formation/new?request="));
    assert_eq!(named.post(&format!("{page}/close"), &[]).await.status, StatusCode::FORBIDDEN);
    let closed = staff.post(&format!("{page}/close"), &[("word", "내년 초에 다시 뵙겠습니다")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert!(asker.get(&page).await.body.contains("내년 초에 다시"));
    let told = letters(&test, all[0].1, "group_request.closed").await;
    assert!(told.len() == 1 && told[0].body_text.contains("내년 초에"));
});

on_both!(a_request_is_closed_when_its_group_is_founded, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 7).await;
    let ids: Vec<String> = all.iter().map(|(firm, _)| firm.to_string()).collect();
    let asker = test.signed_in(all[0].1).await;
    let sent = asker.post("/foundings/requests/new", &form("원주 이웃들", &ids, "send", "")).await;
    let page = sent.location.expect("its page");
    let page = page.split('?').next().expect("a path").to_owned();
    let firms: Vec<FirmId> = all.iter().map(|(firm, _)| *firm).collect();
    let request = page.rsplit('/').next().and_then(|id| id.parse().ok());
    let opening = Opening { request, ..new_group("치악회", &firms, 7) };
    open(&test, &village, &opening).await.expect("opened");
    for (_, person) in &all {
        accepts(&test, *person).await;
    }
    let body = asker.get(&page).await.body;
    assert!(
        body.contains("치악회") && body.contains("여기서 나온 교류회") && body.contains("마친 날"),
        "{body}"
    );
});

on_both!(firms_are_found_while_one_types, |db| async move {
    let (test, _, all) = with_newcomers(TestApp::on(db).await, 2).await;
    let chosen = all[0].0.to_string();
    let client = test.signed_in(all[0].1).await;
    let part = client.post("/foundings/requests/firms", &[("firm", &chosen), ("q", "대관령도금")]).await;
    assert!(part.body.contains("대관령도금") && part.body.contains("한울회") && !part.body.contains("<html"));
    assert_eq!(part.body.matches("checked").count(), 1, "what is chosen stays chosen: {}", part.body);
});
