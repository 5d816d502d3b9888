//! Each check finds the fault that is planted for it, on both databases, and nothing in a sound one.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use dure_store::check::names;
use dure_store::testing::TestStore;
use dure_store::{Location, on_both};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend};

/// A difficulty from its posting to what the help was worth. `#7` is an identifier.
const SOUND: &[&str] = &[
    "insert into federations (id, name, region, created_at) values (#1, '강원연합회', '강원', 1), (#2, '경남연합회', '경남', 1)",
    "insert into groups (id, federation_id, name, place_code, created_at) values (#3, #1, '한울회', 51130, 1)",
    "insert into firms (id, federation_id, name, industry_code, place_code, created_at, updated_at) values \
     (#4, #1, '한빛정밀', '25924', 51130, 1, 1), (#5, #1, '대관령도금', '25922', 51150, 1, 1)",
    "insert into people (id, federation_id, firm_id, name, created_at) values \
     (#6, #1, #4, '김대장', 1), (#7, #1, #5, '이도금', 1), (#8, #1, null, '박간사', 1)",
    "insert into memberships (id, federation_id, group_id, firm_id, delegate_id, industry_slot, joined_on, created_at) values \
     (#9, #1, #3, #4, #6, '25', 100, 1), (#10, #1, #3, #5, #7, '26', 100, 1)",
    "insert into appointments (id, federation_id, group_id, person_id, office, since) values \
     (#11, #1, #3, #6, 'chair', 100), (#12, #1, null, #8, 'staff', 100)",
    "insert into difficulties (id, federation_id, firm_id, author_id, status, outcome, created_at, updated_at, posted_at, closed_at) values \
     (#13, #1, #4, #6, 'closed', 'solved', 10, 90, 20, 90), (#14, #1, #4, #6, 'open', null, 10, 20, 20, null), \
     (#15, #1, #4, #6, 'helping', null, 10, 20, 20, null), (#16, #1, #4, #6, 'draft', null, 10, 10, null, null)",
    "insert into asks (id, federation_id, difficulty_id, helper_kind, helper_key, firm_id, person_id, passed_from, state, asked_at, answered_at) values \
     (#17, #1, #13, 'expert', #8, null, #8, null, 'passed', 30, 40)",
    "insert into asks (id, federation_id, difficulty_id, helper_kind, helper_key, firm_id, person_id, passed_from, state, asked_at, answered_at) values \
     (#18, #1, #13, 'firm', #5, #5, #7, #17, 'helped', 40, 50), (#19, #1, #15, 'firm', #5, #5, #7, null, 'offered', 40, 50)",
    "insert into difficulty_events (id, federation_id, difficulty_id, ask_id, kind, at) values \
     (#20, #1, #13, null, 'posted', 20), (#21, #1, #13, #18, 'offered', 50), (#22, #1, #13, null, 'closed', 90), \
     (#23, #1, #14, null, 'posted', 20), (#24, #1, #15, null, 'posted', 20)",
    "insert into settlements (id, federation_id, difficulty_id, ask_id, kind, worth_won, worth_days, state, stated_by, stated_at, answered_by, answered_at) values \
     (#25, #1, #13, #18, 'advice', 500000, 2, 'confirmed', #6, 91, #7, 95)",
    "insert into give_and_take (id, federation_id, settlement_id, difficulty_id, kind, from_firm_id, from_person_id, to_firm_id, worth_won, worth_days, at) values \
     (#26, #1, #25, #13, 'advice', #5, #7, #4, 500000, 2, 95)",
    "insert into cases (id, federation_id, difficulty_id, firm_id, title, problem, cure, need, visibility, consented_by, kept_at) values \
     (#27, #1, #13, #4, '녹', '녹', '도금', 'quality', 'federation', #6, 96)",
    "insert into meetings (id, federation_id, group_id, kind, title, starts_at) values (#28, #1, #3, 'regular', '정례회', 1000)",
    "insert into meeting_replies (meeting_id, person_id, federation_id, coming, at) values (#28, #6, #1, true, 100)",
    "insert into sessions (id, token_hash, person_id, created_at, seen_at, expires_at) values (#29, @a1, #6, 10, 10, 900)",
    "insert into sign_in_links (token_hash, person_id, purpose, created_at, expires_at) values (@a2, #6, 'link', 10, 900)",
    "insert into mails (id, federation_id, to_address, subject, body_text, body_html, purpose, created_at) values \
     (#30, #1, 'a at dure', '제목', '글', '글', 'sign_in', 10)",
    "insert into jobs (id, kind, payload, run_at, done_at) values (#31, 'mail.send', '\"$30\"', 10, 11)",
    "insert into audit (id, at, action, subject_kind, subject_id, after_state) values \
     (#32, 10, 'difficulty.draft', 'difficulty', #13, '{}'), (#33, 10, 'difficulty.draft', 'difficulty', #14, null), \
     (#34, 10, 'difficulty.draft', 'difficulty', #15, null), (#35, 10, 'difficulty.draft', 'difficulty', #16, null), \
     (#36, 91, 'settlement.state', 'settlement', #25, null)",
    "insert into group_requests (id, federation_id, title, asked_by, asked_at) values (#40, #1, '이웃들', #6, 10)",
    "insert into group_request_firms (request_id, firm_id, federation_id) values (#40, #4, #1)",
    "insert into foundings (id, federation_id, name, path, request_id, group_id, rules, state, opened_by, opened_at, ended_at) values \
     (#41, #1, '한울회', 'brokered', #40, #3, '{}', 'founded', #8, 20, 60), (#42, #1, '새벽회', 'registered', null, null, '{}', 'proposed', #6, 20, null)",
    "insert into invitations (id, federation_id, founding_id, firm_id, person_id, state, invited_at, answered_at, joined_at) values \
     (#43, #1, #41, #4, #6, 'accepted', 20, 30, 60), (#44, #1, #42, #5, #7, 'waiting', 20, null, null)",
    "insert into changes (federation_id, kind, subject_id, at) values (#1, 'firm', #4, 10)",
];

/// A fault for each check, in an order in which none is the cause of a later one.
const FAULTS: &[(&str, &str)] = &[
    ("unstorable", "unstorable"),
    ("industry", "update firms set industry_code = '00000' where id = #4"),
    ("place", "update groups set place_code = 99999 where id = #3"),
    ("address", "update people set email = 'k\u{0430}m at dure' where id = #6"),
    ("address_lost", "update people set twin_email = 'kim at dure' where id = #7"),
    ("json", "update audit set after_state = '{' where id = #32"),
    ("word", "update appointments set office = 'king' where id = #12"),
    ("appointment_dates", "update appointments set until = 99 where id = #11"),
    (
        "office_without_group",
        "insert into appointments (id, federation_id, person_id, office, since) values (#50, #1, #7, 'chair', 1)",
    ),
    ("delegate_elsewhere", "update memberships set deputy_id = #7 where id = #9"),
    (
        "membership_overlap",
        "insert into memberships (id, federation_id, group_id, firm_id, joined_on, left_on, created_at) values (#51, #1, #3, #4, 50, 150, 1)",
    ),
    ("membership_dates", "update memberships set left_on = 10 where id = #51"),
    ("draft_posted", "update difficulties set posted_at = 20 where id = #16"),
    ("closed_without_outcome", "update difficulties set closed_at = null where id = #13"),
    ("helping_without_helper", "update asks set state = 'declined' where id = #19"),
    (
        "helped_not_helping",
        "update difficulties set status = 'open' where id = #15; update asks set state = 'offered' where id = #19",
    ),
    ("posted_without_event", "delete from difficulty_events where id = #23"),
    ("closed_without_event", "delete from difficulty_events where id = #22"),
    ("event_of_other_ask", "update difficulty_events set ask_id = #18 where id = #24"),
    ("passed_from_elsewhere", "update asks set passed_from = #18 where id = #19"),
    ("times_backwards", "update difficulties set created_at = 30 where id = #14"),
    ("answered_before_asked", "update asks set answered_at = 1 where id = #19"),
    ("founding_dates", "update foundings set ended_at = 10 where id = #41"),
    ("answered_before_invited", "update invitations set answered_at = 10 where id = #43"),
    ("joined_without_membership", "update invitations set joined_at = 70, founding_id = #42 where id = #43"),
    (
        "accepted_without_membership",
        "update invitations set joined_at = null, founding_id = #41 where id = #43",
    ),
    ("founded_without_group", "update foundings set group_id = null where id = #41"),
    ("request_without_firms", "delete from group_request_firms"),
    (
        "file_on_nothing",
        "insert into files (id, federation_id, thing_kind, thing_id, name, kind, bytes, digest, added_by, added_at) values \
         (#54, #1, 'firm', #99, '도면.pdf', 'pdf', 8, 'x', #6, 1)",
    ),
    (
        "comment_on_nothing",
        "insert into comments (id, federation_id, thing_kind, thing_id, author_id, body, at) values \
         (#55, #1, 'difficulty', #99, #6, '말', 1)",
    ),
    ("settlement_own_answer", "update settlements set answered_by = stated_by where id = #25"),
    ("give_differs", "update give_and_take set worth_days = 3 where id = #26"),
    ("give_wrong_sides", "update give_and_take set to_firm_id = #5 where id = #26"),
    ("settlement_without_help", "update asks set state = 'offered' where id = #18"),
    ("settlement_of_other_ask", "update asks set difficulty_id = #14 where id = #18"),
    ("case_of_open", "update difficulties set status = 'open' where id = #13"),
    ("give_unconfirmed", "update settlements set state = 'disputed' where id = #25"),
    (
        "give_missing",
        "delete from give_and_take where id = #26; update settlements set state = 'confirmed' where id = #25",
    ),
    ("settlement_unaudited", "delete from audit where id = #36"),
    ("difficulty_unaudited", "delete from audit where id = #33"),
    ("session_dates", "update sessions set expires_at = 1 where id = #29"),
    ("session_of_leaver", "update people set left_at = 500 where id = #6"),
    ("link_dates", "update sign_in_links set used_at = 1"),
    ("job_stuck", "insert into jobs (id, kind, payload, run_at) values (#52, 'other', '{}', 1)"),
    (
        "job_without_letter",
        "insert into jobs (id, kind, payload, run_at, done_at) values (#53, 'mail.send', '\"$99\"', 1, 1)",
    ),
    ("letter_lost", "delete from jobs where id = #31"),
    ("federation", "update meetings set federation_id = #2 where id = #28"),
    ("reference", "update resources set firm_id = #99; delete from firms where id = #5"),
    ("counter", "counter"),
    ("index_missing", "drop index people_email"),
    ("twice", "update people set email = 'same', left_at = null"),
    ("file", "file"),
    ("schema_behind", "delete from seaql_migrations"),
];

on_both!(each_check_finds_its_fault, |db| async move {
    let raw = unguarded(db.store.location()).await;
    for sql in SOUND {
        perform(&raw, sql).await;
    }
    let before = db.store.check(|_, _| {}).await.unwrap();
    assert_eq!(before.findings, [], "a sound database");
    assert!(before.checked > 100);
    let mut known = BTreeSet::new();
    for (check, sql) in FAULTS {
        assert!(!known.contains(*check), "{check} was found before its fault was planted");
        // Damage inside of a file is SQLite's own to find, see below; PostgreSQL takes no text that it cannot hold.
        let postgres = raw.get_database_backend() == DbBackend::Postgres;
        if *check == "file" || (*check == "unstorable" && postgres) {
            continue;
        }
        perform(&raw, sql).await;
        known = db.store.check(|_, _| {}).await.unwrap().findings.iter().map(|found| found.check).collect();
        assert!(known.contains(check), "{check} was not found");
    }
    let planted: BTreeSet<_> = FAULTS.iter().map(|(check, _)| *check).collect();
    assert_eq!(planted, names().into_iter().collect(), "every check has its fault");
});

#[tokio::test]
async fn damage_inside_a_file_is_found() {
    let db = TestStore::sqlite().await;
    let raw = unguarded(db.store.location()).await;
    for sql in SOUND {
        perform(&raw, sql).await;
    }
    // An index that has lost its entries, as a torn page would leave it.
    raw.execute_unprepared("pragma writable_schema = on").await.unwrap();
    let unlink = "update sqlite_master set rootpage = (select rootpage from sqlite_master where name = 'people_name') \
                  where name = 'firms_name'";
    raw.execute_unprepared(unlink).await.unwrap();
    raw.close().await.unwrap();
    let Location::Sqlite(path) = db.store.location() else { unreachable!() };
    let copy = path.with_extension("damaged");
    db.store.clone().close().await.unwrap();
    std::fs::copy(path, &copy).unwrap();
    let chance = std::sync::Arc::new(dure_store::Chance::seeded(1));
    let store =
        dure_store::Store::connect(Location::Sqlite(copy), false, db.clock.clone(), chance).await.unwrap();
    let report = store.check(|_, _| {}).await.unwrap();
    assert!(report.findings.iter().any(|found| found.check == "file"), "{report:?}");
}

/// A connection that minds no references.
async fn unguarded(location: &Location) -> DatabaseConnection {
    let (url, sql) = match location {
        Location::Sqlite(path) => {
            (format!("sqlite://{}?mode=rw", path.display()), "pragma foreign_keys = off")
        }
        Location::Postgres(url) => (url.clone(), "set session_replication_role = replica"),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None).sqlx_logging(false);
    let db = Database::connect(options).await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db
}

async fn perform(db: &DatabaseConnection, sql: &str) {
    let postgres = db.get_database_backend() == DbBackend::Postgres;
    let sql = match (sql, postgres) {
        ("counter", true) => {
            "alter table changes alter column seq restart with 1; select nextval('changes_seq_seq'); \
                              insert into changes (seq, kind, subject_id, at) overriding system value values (900, 'firm', #4, 1)"
        }
        ("unstorable", _) => {
            "update groups set name = '한울' || char(0) || '회'; update firms set name = cast(x'ff41' as text) where id = #4"
        }
        ("counter", false) => "update sqlite_sequence set seq = 0 where name = 'changes'",
        (other, _) => other,
    };
    for statement in literals(sql, postgres).split(';') {
        db.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

/// `#7` becomes an identifier, `$7` its text, `@a1` a byte.
fn literals(sql: &str, postgres: bool) -> String {
    let mut out = String::new();
    let mut rest = sql;
    while let Some(at) = rest.find(['#', '$', '@']) {
        let (before, mark) = (&rest[..at], rest.as_bytes()[at]);
        let word: String = rest[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        out.push_str(before);
        let id = format!("00000000-0000-7000-8000-{word:0>12}");
        out.push_str(&match (mark, postgres) {
            (b'$', _) => id,
            (b'#', true) => format!("'{id}'::uuid"),
            (b'#', false) => format!("x'{}'", id.replace('-', "")),
            (_, true) => format!("'\\x{word}'::bytea"),
            (_, false) if word.len() == 2 => format!("x'{word}'"),
            _ => format!("@{word}"),
        });
        rest = &rest[at + 1 + word.len()..];
    }
    out + rest
}
