//! Links that act for somebody: encrypted until sent, then gone; in no page, export, backup or log.

use dure_domain::PersonId;
use dure_help::testing::asked::{ask_plater, rust_on_brackets};
use dure_store::on_both;
use dure_tables::{jobs, mails, people};
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::testing::Housed as _;

/// A mail server that takes everything and says what it was given.
async fn mail_server() -> (String, tokio::sync::mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (tell, told) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let tell = tell.clone();
            tokio::spawn(async move {
                let (read, mut write) = socket.split();
                let mut lines = BufReader::new(read).lines();
                let (mut letter, mut within) = (String::new(), false);
                write.write_all(b"220 dure.test\r\n").await.expect("written");
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer: &[u8] = match line.as_str() {
                        "." if within => {
                            within = false;
                            tell.send(std::mem::take(&mut letter)).ok();
                            b"250 ok\r\n"
                        }
                        line if within => {
                            letter.push_str(line);
                            letter.push('\n');
                            continue;
                        }
                        "DATA" => {
                            within = true;
                            b"354 go\r\n"
                        }
                        _ => b"250 ok\r\n",
                    };
                    write.write_all(answer).await.expect("written");
                }
            });
        }
    });
    (url, told)
}

async fn rows(test: &TestApp, person: PersonId) -> Vec<mails::Model> {
    let of = mails::Entity::find().filter(mails::Column::PersonId.eq(person));
    of.all(test.app.store.read()).await.expect("letters")
}

async fn ask_for_a_link(test: &TestApp, person: PersonId) {
    let person = people::Entity::find_by_id(person).one(test.app.store.read()).await.expect("people");
    let email = person.and_then(|person| person.email).expect("an address");
    assert_eq!(test.stranger().post("/sign-in/link", &[("email", &email)]).await.status, 303);
}

/// No column of any letter or job, no page of the reader, the staff or the operator shows a link's token.
async fn nobody_reads(test: &TestApp, readers: &[PersonId], tokens: &[String]) {
    let db = test.app.store.read();
    let letters = mails::Entity::find().all(db).await.expect("letters");
    let kept = format!("{letters:?} {:?}", jobs::Entity::find().all(db).await.expect("jobs"));
    for token in tokens {
        assert!(!kept.contains(token.as_str()), "{token} in {kept}");
    }
    for reader in readers {
        let client = test.signed_in(*reader).await;
        let mut paths = vec!["/outbox".to_owned(), "/account".to_owned(), "/".to_owned()];
        paths.extend(letters.iter().map(|letter| format!("/outbox/{}", letter.id)));
        for path in paths {
            let page = client.get(&path).await.body;
            for token in tokens {
                assert!(!page.contains(token.as_str()), "{path} shows {token}");
            }
        }
    }
}

fn token(path: &str) -> String {
    path.rsplit('/').next().and_then(|last| last.split('?').next()).expect("a token").to_owned()
}

on_both!(a_link_is_encrypted_until_its_letter_is_sent_and_then_gone, |db| async move {
    let (url, mut told) = mail_server().await;
    let test = TestApp::with_mail_server(db, &url).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let waiting = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let offer = link(&waiting, "/answers/offer/");
    let readers = [village.plater_boss, village.staff, village.operator];
    nobody_reads(&test, &readers, &[token(&offer)]).await;
    let own = test.signed_in(village.plater_boss).await.get(&format!("/outbox/{}", waiting.id)).await.body;
    assert!(own.contains("돕겠습니다") && own.contains("링크 지움"), "{own}");
    assert!(own.contains(&format!("href=\"/difficulties/{difficulty}\"")), "one answers in Dure: {own}");

    test.settle().await;
    let mailed = told.recv().await.expect("a mail");
    assert!(mailed.contains("multipart/alternative"), "{mailed}");
    let sent = rows(&test, village.plater_boss).await.remove(0);
    assert!(sent.sent_at.is_some() && sent.links.is_empty() && sent.links_until.is_none(), "{sent:?}");
    nobody_reads(&test, &readers, &[token(&offer)]).await;
    assert_eq!(test.stranger().post(&offer, &[]).await.status, 303, "the link itself is good");
});

on_both!(ones_own_ways_in_are_not_in_ones_own_outbox, |db| async move {
    // Nobody listens at this port: the letters wait.
    let test = TestApp::with_mail_server(db, "smtp://127.0.0.1:9").await;
    let village = test.village().await;
    ask_for_a_link(&test, village.smith).await;
    test.settle().await;
    let sign_in = link(&letters(&test, village.smith, "sign_in").await[0], "/sign-in/link/");
    let cookie = test.stranger().post(&sign_in, &[]).await.cookie.expect("a session");
    let fresh = test.with_cookie(&cookie);
    assert_eq!(fresh.post("/account/mail", &[("email", "new@hanbit.example")]).await.status, 303);
    let change = link(&letters(&test, village.smith, "account.mail").await[0], "/account/mail/");
    let secretary = test.signed_in(village.secretary).await;
    assert_eq!(secretary.post(&format!("/people/{}/invitation", village.smith), &[]).await.status, 303);
    let invited = link(&letters(&test, village.smith, "invitation").await[0], "/sign-in/link/");
    let readers = [village.smith, village.secretary, village.staff, village.operator];
    nobody_reads(&test, &readers, &[token(&sign_in), token(&change), token(&invited)]).await;
});

on_both!(without_a_mail_server_the_links_go_at_once, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    ask_for_a_link(&test, village.smith).await;
    test.settle().await;
    let letter = rows(&test, village.smith).await.remove(0);
    assert!(letter.links.is_empty() && letter.failure.is_empty(), "{letter:?}");
    let page = test.signed_in(village.smith).await.get(&format!("/outbox/{}", letter.id)).await.body;
    assert!(page.contains("링크 지움") && page.contains("메일로만 갑니다"), "{page}");
});

on_both!(a_letter_whose_links_are_over_is_not_sent_and_says_so, |db| async move {
    let test = TestApp::with_mail_server(db, "smtp://127.0.0.1:9").await;
    let village = test.village().await;
    ask_for_a_link(&test, village.smith).await;
    test.settle().await;
    let letter = rows(&test, village.smith).await.remove(0);
    assert!(
        !letter.links.is_empty() && !letter.failure.is_empty(),
        "it waits for the mail server: {letter:?}"
    );
    let job = jobs::Entity::find().filter(jobs::Column::Kind.eq(dure_web::mail::SEND));
    let job = job.one(test.app.store.read()).await.expect("jobs").expect("a job");
    let address = letter.to_address.as_str();
    assert!(
        !job.failure.contains(address) && !job.failure.contains("127.0.0.1"),
        "for the log: {}",
        job.failure
    );
    assert!(job.failure.contains(&letter.id.to_string()), "which letter: {}", job.failure);
    test.clock.advance_secs(31 * 60);
    test.settle().await;
    let letter = rows(&test, village.smith).await.remove(0);
    assert!(letter.links.is_empty(), "{letter:?}");
    let staff = test.signed_in(village.staff).await;
    let page = staff.get(&format!("/outbox/{}", letter.id)).await.body;
    assert!(page.contains("새 링크가 든 메일") && !page.contains("/again"), "{page}");
    let again = staff.post(&format!("/outbox/{}/again", letter.id), &[]).await;
    assert_eq!(again.status, axum::http::StatusCode::CONFLICT);
});

on_both!(what_is_over_is_forgotten_every_hour, |db| async move {
    let test = TestApp::with_mail_server(db, "smtp://127.0.0.1:9").await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    assert!(!rows(&test, village.plater_boss).await[0].links.is_empty());
    dure_web::jobs::tidy(&test.app).await.expect("tidied");
    assert!(!rows(&test, village.plater_boss).await[0].links.is_empty(), "they still act");
    test.clock.advance_secs(15 * 86_400);
    dure_web::jobs::tidy(&test.app).await.expect("tidied");
    assert!(rows(&test, village.plater_boss).await[0].links.is_empty());
});

on_both!(a_letter_from_before_parts_is_plain_text_without_its_addresses, |db| async move {
    use sea_orm::{ActiveModelTrait, Set};
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let posted =
        test.app.store.write::<_, dure_web::error::Error, _, _>(dure_store::Actor::System, |tx| async move {
            tx.quiet();
            let old = mails::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(village.federation),
                person_id: Set(Some(village.smith)),
                to_address: Set("smith@dure.example".into()),
                subject: Set("로그인 링크".into()),
                body_text: Set(
                    "안녕하세요\n\n두레에 로그인\nhttp://dure.test/sign-in/link/abcdef\n\n--\n두레".into(),
                ),
                body_html: Set("<a href=\"http://dure.test/sign-in/link/abcdef\">두레에 로그인</a>".into()),
                purpose: Set("sign_in".into()),
                created_at: Set(tx.at()),
                sent_at: Set(Some(tx.at())),
                failure: Set(String::new()),
                ..Default::default()
            };
            Ok(old.insert(tx.db()).await?.id)
        });
    let id = posted.await.expect("an old letter");
    let page = test.signed_in(village.smith).await.get(&format!("/outbox/{id}")).await.body;
    assert!(
        page.contains("두레에 로그인") && !page.contains("abcdef") && !page.contains("buttons-fill"),
        "{page}"
    );
    dure_web::jobs::tidy(&test.app).await.expect("tidied");
    let row = rows(&test, village.smith).await.remove(0);
    assert!(!format!("{row:?}").contains("abcdef") && row.body_text.contains("두레에 로그인"), "{row:?}");
});

on_both!(a_backup_holds_no_link, |db| async move {
    let test = TestApp::with_mail_server(db, "smtp://127.0.0.1:9").await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let row = rows(&test, village.plater_boss).await.remove(0);
    let offer = link(&test.mailed(row.clone()), "/answers/offer/");
    let mut file = Vec::new();
    test.app.store.back_up(&mut file, None, |_, _| {}).await.expect("a backup");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file.as_slice()), &mut text)
        .expect("text");
    assert!(text.contains(&row.id.to_string()), "the letter is there");
    assert!(!text.contains(&token(&offer)) && !text.contains(&row.links), "its links are not");
});
