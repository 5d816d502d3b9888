//! Planning on a snapshot: what a row means, and that planning again changes nothing.

use std::collections::BTreeMap;

use dure_domain::{FederationId, GroupId, Id, Moment, Office};
use dure_roster::{Field, guess_mapping, interpret, read};
use dure_tables::groups;

use super::snapshot::{Rows, Snapshot};
use super::*;
use crate::roster::choices::RowChoice;

fn federation() -> FederationId {
    FederationId::from_uuid(uuid::Uuid::from_u128(1))
}

fn empty() -> Snapshot {
    Snapshot::new(federation(), Moment::from_millis(1_700_000_000_000), Rows::default())
}

fn sheet(text: &str) -> Sheeted {
    let book = read(text.as_bytes(), "명부.csv").expect("a table");
    let mapping = guess_mapping(&book.sheet);
    let read = interpret(&book.sheet, &mapping);
    Sheeted::new(read.rows, &read.problems, &book.sheet.header, &mapping)
}

fn take(snapshot: Snapshot, text: &str, choices: &Choices, scope: &Scope) -> Plan {
    let sheet = sheet(text);
    let mut count = 1_000_000_u128 + snapshot.firms.iter().count() as u128 * 1_000;
    let mut new_id = || {
        count += 1;
        uuid::Uuid::from_u128(count)
    };
    plan(snapshot, &sheet, sheet.rows.len(), choices, scope, &mut new_id)
}

fn planned(snapshot: Snapshot, text: &str) -> Plan {
    take(snapshot, text, &Choices::default(), &Scope::Federation)
}

/// The roster as the next import finds it.
fn after(plan: &Plan) -> Snapshot {
    let roster = &plan.snapshot;
    fn all<T: Clone + PartialEq>(table: &table::Table<T>) -> Vec<T> {
        table.iter().map(|(_, row)| row.clone()).collect()
    }
    let rows = Rows {
        firms: all(&roster.firms),
        people: all(&roster.people),
        memberships: all(&roster.memberships),
        offices: all(&roster.offices),
        groups: all(&roster.groups),
        emails: roster.emails.clone(),
        ..Rows::default()
    };
    Snapshot::new(federation(), roster.now, rows)
}

const ROSTER: &str = "교류회,업체명,사업자번호,대표자,직위,전화,휴대폰,이메일,주소,업종,가입일,구분,시장
한울회,두레정밀,123-45-67891,김한솔,대표이사,033-640-1001,010-1234-5678,han@dure.example,강원 강릉시 사임당로 1,금속 절삭,2019.3.5,회장,코스닥
한울회,한솔식품,,박바다,대표,033-640-1002,,,강릉시,메밀국수,2020.1.2,간사,
두메회,오대목재,,정목수,대표,033-640-1003,,,평창군,제재업,,,
";

#[test]
fn a_new_roster_founds_groups_firms_people_and_offices() {
    let plan = planned(empty(), ROSTER);
    assert_eq!(plan.count(Outcome::New), 3, "{:?}", plan.rows);
    assert_eq!(plan.new_groups, ["한울회", "두메회"]);
    let firm = plan.snapshot.firms.get(0);
    assert_eq!(firm.business_number.as_deref(), Some("1234567891"));
    assert_eq!(firm.place_code, Some(51150));
    assert_eq!(firm.notes, "시장: 코스닥");
    let person = plan.snapshot.people.get(0);
    assert_eq!((person.name.as_str(), person.title.as_str()), ("김한솔", "대표이사"));
    assert_eq!((person.email.as_deref(), person.phone.as_str()), (Some("han@dure.example"), "010-1234-5678"));
    let offices: Vec<Office> = plan.snapshot.offices.iter().map(|(_, held)| held.office).collect();
    assert_eq!(offices, [Office::Chair, Office::Secretary]);
    let joined = plan.snapshot.memberships.get(0).joined_on.map(|day| day.to_string());
    assert_eq!(joined.as_deref(), Some("2019-03-05"));
}

#[test]
fn planning_again_changes_nothing() {
    let first = planned(empty(), ROSTER);
    let second = planned(after(&first), ROSTER);
    assert_eq!(second.count(Outcome::Same), 3, "{:?}", second.rows);
    assert_eq!(second.snapshot.firms.changed().count(), 0);
    assert_eq!(second.snapshot.people.changed().count(), 0);
    assert_eq!(second.snapshot.memberships.changed().count(), 0);
    assert_eq!(second.snapshot.offices.changed().count(), 0);
}

#[test]
fn what_changes_is_told_as_before_and_after() {
    let first = planned(empty(), ROSTER);
    let moved = "업체명,대표자,전화,주소\n(주)한솔식품,박바다,033-640-9999,강릉시\n";
    let plan = planned(after(&first), moved);
    assert_eq!(plan.count(Outcome::Changed), 1, "{:?}", plan.rows);
    let change = &plan.rows[0].changes[0];
    assert_eq!(
        (change.field, change.before.as_str(), change.after.as_str()),
        (Field::Phone, "033-640-1002", "033-640-9999")
    );
}

#[test]
fn a_firm_is_known_by_its_number_whatever_its_name() {
    let first = planned(empty(), ROSTER);
    let renamed = planned(after(&first), "업체명,사업자번호\n두레테크,1234567891\n");
    assert_eq!(renamed.rows[0].changes[0].after, "두레테크");
    let other = planned(after(&first), "업체명,사업자번호,주소\n두레정밀,220-81-62517,강릉시\n");
    assert_eq!(other.count(Outcome::New), 1);
}

#[test]
fn firms_of_one_name_in_two_places_are_two() {
    let first = planned(empty(), ROSTER);
    let plan = planned(after(&first), "업체명,대표자,전화,주소\n한솔식품,이다른,02-345-6789,서울 종로구\n");
    assert_eq!(plan.count(Outcome::New), 1);
}

#[test]
fn two_rows_of_one_firm_are_two_people_of_it() {
    let text = "교류회,업체명,대표자,휴대폰,전화\n한울회,두레정밀,김한솔,010-1234-5678,033-640-1001\n한울회,두레정밀,이둘째,010-1234-0000,033-640-1001\n";
    let plan = planned(empty(), text);
    assert_eq!((plan.count(Outcome::New), plan.count(Outcome::Changed)), (1, 1), "{:?}", plan.rows);
    let names: Vec<_> = plan.snapshot.people.iter().map(|(_, person)| person.name.as_str()).collect();
    assert_eq!(names, ["김한솔", "이둘째"]);
    let again = planned(after(&plan), text);
    assert_eq!(again.count(Outcome::Same), 2, "{:?}", again.rows);
}

#[test]
fn a_taken_slot_makes_a_member_without_one() {
    let text = "교류회,업체명,업종\n한울회,가나도금,도금\n한울회,다라도금,도금\n";
    let plan = planned(empty(), text);
    let slots: Vec<_> =
        plan.snapshot.memberships.iter().map(|(_, member)| member.industry_slot.is_some()).collect();
    assert_eq!(slots, [true, false]);
    assert!(plan.remarks.iter().any(|remark| matches!(remark.kind, RemarkKind::SlotTaken { .. })));
}

#[test]
fn a_mail_address_of_another_person_is_left_out() {
    let text = "업체명,대표자,이메일\n가나도금,김하나,one@dure.example\n다라식품,이두리,one@dure.example\n";
    let plan = planned(empty(), text);
    let emails: Vec<_> = plan.snapshot.people.iter().map(|(_, person)| person.email.is_some()).collect();
    assert_eq!(emails, [true, false]);
    assert!(plan.remarks.iter().any(|remark| remark.kind == RemarkKind::EmailTaken));
}

#[test]
fn a_secretary_reaches_no_other_group() {
    let first = planned(empty(), ROSTER);
    let own: GroupId = first.snapshot.groups.get(0).id;
    let scope = Scope::Groups(vec![own]);
    let choices = Choices { group: Some(own), ..Choices::default() };
    let text = "교류회,업체명,대표자,전화\n두메회,오대목재,정목수,033-640-1003\n";
    let refused = take(after(&first), text, &choices, &scope);
    assert_eq!(refused.count(Outcome::Bad), 1);
    let text = "업체명,대표자,전화,주소\n오대목재,정목수,010-0000-0000,평창군\n";
    let joined = take(after(&first), text, &choices, &scope);
    let firm = joined.rows[0].id.and_then(|id| joined.snapshot.firm_place(id)).expect("the carpenter");
    assert_eq!(joined.snapshot.firms.get(firm).phone, "033-640-1003", "another group's data stay");
    assert_eq!(joined.snapshot.groups_of(joined.snapshot.firms.get(firm).id).len(), 2);
}

#[test]
fn choices_of_single_rows_hold() {
    let first = planned(empty(), ROSTER);
    let id = first.snapshot.firms.get(1).id;
    let text = "업체명,대표자,전화\n한쏠식품,박바다,033-640-1002\n";
    let alone = planned(after(&first), text);
    assert_eq!(alone.count(Outcome::New), 1);
    let choose = |choice| Choices { rows: BTreeMap::from([(2, choice)]), ..Choices::default() };
    let same = take(after(&first), text, &choose(RowChoice::Same(id)), &Scope::Federation);
    assert_eq!(same.rows[0].id, Some(id));
    assert_eq!(planned(after(&same), text).count(Outcome::Same), 1, "the chosen spelling is known next time");
    let skipped = take(after(&first), text, &choose(RowChoice::Skip), &Scope::Federation);
    assert_eq!(skipped.count(Outcome::Skipped), 1);
}

#[test]
fn suspects_are_shown_beside_the_firm_that_they_may_mean() {
    let first = planned(empty(), ROSTER);
    let text = "업체명,대표자,전화\n한쏠식품,박바다,033-640-1002\n";
    let (before, sheet) = (after(&first), sheet(text));
    let plan = planned(before.clone(), text);
    let found = suspects::find(&before, &sheet.rows, &plan.rows);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].firm.name, "한솔식품");
}

fn group(number: u128, name: &str) -> groups::Model {
    groups::Model {
        id: GroupId::from_uuid(uuid::Uuid::from_u128(number)),
        federation_id: federation(),
        name: name.into(),
        founded_on: None,
        place_code: None,
        meeting_place: String::new(),
        rhythm: String::new(),
        charter: String::new(),
        created_at: Moment::from_millis(0),
        version: 1,
    }
}

mod round_trip {
    use dure_roster::{CsvEncoding, write_csv};
    use proptest::prelude::*;

    use super::*;
    use crate::roster::export::{Selection, rows};

    /// A messy roster: few names, so that firms meet; few texts, so that values differ. A name has one
    /// number at most and one place, for what two firms of one name mean no rule can tell; and a mail
    /// address stands with its person.
    fn line() -> impl Strategy<Value = String> {
        let pick = |list: &'static [&'static str]| prop::sample::select(list);
        let firms: &[(&str, &str, &str)] = &[
            ("두레정밀", "123-45-67891", "강원 강릉시"),
            ("(주)두레정밀", "", "강릉시 사임당로 1"),
            ("한솔식품", "", "서울특별시 종로구 세종대로 1"),
            ("오대목재", "", "평창군"),
            ("가나도금", "220-81-62517", "달나라"),
        ];
        let people: &[(&str, &str)] = &[
            ("김한솔", "a@dure.example"),
            ("박바다", ""),
            ("정목수 대표", ""),
            ("이하나/최두리", ""),
            ("", ""),
        ];
        let phones = pick(&["033-640-1001", "033-640-1002, 033-640-1003", "010-1111-2222", ""]);
        let industries = pick(&["도금", "25924", "이상한 업종", "메밀국수", ""]);
        let rest = (
            pick(&["회장", "간사", "회원", "부회장", ""]),
            pick(&["2019.3.5", "'98.5", ""]),
            pick(&["코스닥", "휴무: 월요일", ""]),
        );
        let who = (prop::sample::select(firms), prop::sample::select(people));
        let mobiles = pick(&["010-1234-5678", "", "010-9999-0000"]);
        (pick(&["한울회", "두메회", ""]), who, phones, mobiles, industries, rest).prop_map(
            |(group, ((firm, number, address), (person, email)), phone, mobile, industry, rest)| {
                let (role, joined, note) = rest;
                [group, firm, number, person, phone, mobile, email, address, industry, role, joined, note]
                    .map(|cell| format!("\"{cell}\""))
                    .join(",")
            },
        )
    }

    proptest! {
        #[test]
        fn bringing_an_export_in_changes_nothing(lines in prop::collection::vec(line(), 1..8)) {
            let header = "교류회,업체명,사업자번호,대표자,전화,휴대폰,이메일,주소,업종,구분,가입일,비고";
            let first = planned(empty(), &format!("{header}\n{}\n", lines.join("\n")));
            let roster = after(&first);
            let out = rows(&roster, &Selection { groups: None, personal: &|_| true });
            let csv = write_csv(&out, CsvEncoding::Utf8Bom).expect("written");
            let text = String::from_utf8(csv).expect("utf-8");
            let again = planned(roster, &text);
            prop_assert_eq!(again.count(Outcome::Same), out.len(), "{:#?}\n{}", again.rows, text);
            prop_assert_eq!(again.snapshot.firms.changed().count(), 0);
            prop_assert_eq!(again.snapshot.people.changed().count(), 0);
            prop_assert_eq!(again.snapshot.memberships.changed().count(), 0);
            prop_assert_eq!(again.snapshot.offices.changed().count(), 0);
        }

        #[test]
        fn a_messy_roster_brought_in_twice_changes_nothing(lines in prop::collection::vec(line(), 1..8)) {
            let header = "교류회,업체명,사업자번호,대표자,전화,휴대폰,이메일,주소,업종,구분,가입일,비고";
            let text = format!("{header}\n{}\n", lines.join("\n"));
            let first = planned(empty(), &text);
            let again = planned(after(&first), &text);
            prop_assert_eq!(again.count(Outcome::New), 0, "{:#?}\n{}", again.rows, text);
            prop_assert_eq!(again.count(Outcome::Changed), 0, "{:#?}\n{}", again.rows, text);
        }
    }
}

#[test]
fn a_group_is_known_however_it_is_spaced() {
    let rows = Rows { groups: vec![group(7, "한울 이업종교류회")], ..Rows::default() };
    let roster = Snapshot::new(federation(), Moment::from_millis(0), rows);
    let plan = planned(roster, "교류회,업체명\n한울이업종 교류회,두레정밀\n");
    assert!(plan.new_groups.is_empty());
    assert_eq!(plan.snapshot.memberships.get(0).group_id.key(), 7);
}
