//! `dure form`: from a file to groups, with every bad input said and the rest done.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::process::{complaint, dure, run};

/// Industries that no two of a group may share.
const CODES: [&str; 12] =
    ["101", "131", "141", "161", "172", "201", "222", "242", "259", "262", "292", "620"];
const HEAD: &str = "회사명,업종,지역,생산품,필요한 것\n";

/// Twelve firms of different industries in a city, for each city.
fn firms(cities: &[&str]) -> String {
    let mut file = HEAD.to_owned();
    for city in cities {
        for code in CODES {
            file.push_str(&format!("{city}{code}사,{code},{city},포장 상자와 도금,\n"));
        }
    }
    file
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.folder.path().join(name), text).unwrap();
        self.at(name)
    }

    /// Forms groups of a file; gives the exit code, what was said as JSON, and the groups as CSV.
    fn form(&self, file: &str, more: &[&str]) -> (Option<i32>, Value, String) {
        let out = self.at("groups.csv");
        let words = [&["form", file, "--out", &out, "--moves", "50000", "--json"], more].concat();
        let output = run(&words);
        let said = String::from_utf8(output.stdout.clone()).unwrap();
        let said =
            serde_json::from_str(&said).unwrap_or_else(|_| panic!("{words:?}: {}", complaint(&output)));
        let bytes = fs::read(PathBuf::from(out)).unwrap();
        assert!(bytes.starts_with("\u{feff}".as_bytes()), "Excel knows the file by its mark");
        (output.status.code(), said, String::from_utf8(bytes).unwrap())
    }

    /// A command that does nothing and says why.
    fn refuses(&self, file: &str, more: &[&str], say: &[&str]) {
        let out = self.at("none.csv");
        let output = run(&[&["form", file, "--out", &out], more].concat());
        let text = complaint(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        for part in say {
            assert!(text.contains(part), "should say {part:?}: {text}");
        }
        assert_eq!(text.trim_end().lines().count(), 3, "what, why, what to do: {text}");
        assert!(!Path::new(&out).exists(), "nothing is written");
    }
}

fn names(group: &Value) -> Vec<&str> {
    group["members"].as_array().unwrap().iter().map(|member| member["name"].as_str().unwrap()).collect()
}

fn said(list: &Value) -> String {
    list.as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().or(one["said"].as_str()).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn firms_become_groups_with_a_table_and_a_report() {
    let desk = Desk::new();
    let file = desk.put("firms.csv", firms(&["강원 원주시", "부산 해운대구"]));
    let report = desk.at("report.html");
    let (code, said, csv) = desk.form(&file, &["--report", &report]);
    assert_eq!(
        (code, said["groups"].as_array().unwrap().len(), &said["placed"]),
        (Some(0), 2, &Value::from(24))
    );
    assert_eq!(csv.lines().count(), 25);
    assert!(csv.contains("2번 교류회 · 원주시"), "{csv}");
    let page = fs::read_to_string(report).unwrap();
    assert!(page.contains("<svg") && page.contains("id=\"group-2\"") && page.contains("이 보고서를 읽는 법"));
    for outside in ["src=", "<link", "@import", "url(", "<script"] {
        assert!(!page.contains(outside), "the report needs nothing beside it: {outside}");
    }
    let (_, again, _) = desk.form(&file, &[]);
    assert_eq!(again["groups"], said["groups"], "the same seed gives the same groups");
    let english = dure(&["form", &file, "--out", &desk.at("en.csv"), "--moves", "50000", "--lang", "en"])
        .output()
        .unwrap();
    assert!(String::from_utf8(english.stdout).unwrap().contains("2 groups were formed of 24 firms"));
}

#[test]
fn a_list_in_cp949_and_a_workbook_are_read_too() {
    let desk = Desk::new();
    let text = firms(&["강원 원주시"]);
    let (cp949, ..) = encoding_rs::EUC_KR.encode(&text);
    let (code, said, _) = desk.form(&desk.put("firms.csv", cp949), &[]);
    assert_eq!((code, &said["placed"]), (Some(0), &Value::from(12)));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let (code, said, _) = desk.form(&desk.put("firms.xlsx", book.save_to_buffer().unwrap()), &[]);
    assert_eq!((code, &said["placed"]), (Some(0), &Value::from(12)));
}

#[test]
fn bad_rows_are_named_and_the_rest_is_formed() {
    let desk = Desk::new();
    let bad = ",620,원주,,\n구름사,구름 만드는 업,원주,,\n홍콩사,620,홍콩,,\n모르는사,620,아무 데나,,\n강원 원주시101사,101,강원 원주시,,\n";
    let file = desk.put("firms.csv", firms(&["강원 원주시"]) + bad);
    let (code, said, csv) = desk.form(&file, &[]);
    assert_eq!((code, &said["placed"]), (Some(0), &Value::from(12)));
    let rows: Vec<(u64, &str)> = said["bad_rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|bad| (bad["row"].as_u64().unwrap(), bad["why"].as_str().unwrap()))
        .collect();
    let wanted =
        [(14, "no_name"), (15, "unknown_industry"), (16, "abroad"), (17, "unknown_place"), (18, "same_firm")];
    assert_eq!(rows, wanted);
    assert!(csv.contains("홍콩사") && csv.contains("2행과 같은 회사"), "{csv}");
}

#[test]
fn rules_that_no_group_can_keep_are_refused() {
    let desk = Desk::new();
    let file = desk.put("firms.csv", firms(&["강원 원주시"]));
    desk.refuses(&file, &["--min", "12", "--max", "9"], &["적어도 12곳인데 많아도 9곳", "--min을 줄이거나"]);
    desk.refuses(&file, &["--level", "4"], &["4자리", "--level을 2, 3, 5"]);
    desk.refuses(&file, &["--radius-km", "0"], &["0km", "--radius-km any"]);
    desk.refuses(&file, &["--min", "1"], &["적어도 1곳"]);
    assert_eq!(run(&["form", &file, "--radius-km", "near"]).status.code(), Some(2));
}

#[test]
fn no_firm_one_firm_or_no_industries_are_refused() {
    let desk = Desk::new();
    desk.refuses(
        &desk.put("nobody.csv", format!("{HEAD}구름사,구름 만드는 업,원주,,\n")),
        &[],
        &["한 곳도 없습니다", "2행 구름사"],
    );
    desk.refuses(&desk.put("one.csv", format!("{HEAD}한빛도금,25922,원주,,\n")), &[], &["한빛도금 한 곳뿐"]);
    desk.refuses(
        &desk.put("columns.csv", "회사명,지역\n한빛도금,원주\n"),
        &[],
        &["업종 칸이 없습니다", "회사명 · 지역"],
    );
    desk.refuses(&desk.put("empty.csv", ""), &[], &["읽을 수 없습니다", "비어 있습니다"]);
    desk.refuses(&desk.put("paper.csv", "%PDF-1.7 nothing"), &[], &["표 파일이 아닙니다"]);
}

#[test]
fn where_no_group_can_be_every_firm_says_why() {
    let desk = Desk::new();
    let one_trade: String = (0..12).map(|n| format!("도금{n}사,25922,원주,도금,\n")).collect();
    let (code, answer, csv) = desk.form(&desk.put("trade.csv", HEAD.to_owned() + &one_trade), &[]);
    assert_eq!((code, answer["left_out"].as_array().unwrap().len()), (Some(1), 12));
    assert!(
        said(&answer["troubles"]).contains("모든 회사") || said(&answer["troubles"]).contains("모든 회원사")
    );
    assert!(csv.contains("같은 업종"), "{csv}");
    let cities = ["강원 강릉시", "부산 해운대구", "제주 제주시", "전남 목포시", "서울 종로구"];
    let alone: String =
        cities.iter().zip(CODES).map(|(city, code)| format!("{code}사,{code},{city},,\n")).collect();
    let (code, answer, _) = desk.form(&desk.put("alone.csv", HEAD.to_owned() + &alone), &[]);
    assert_eq!(code, Some(1));
    assert!(
        answer["left_out"].as_array().unwrap().iter().all(|left| left["why"] == "nobody_near"),
        "{answer}"
    );
    assert!(said(&answer["troubles"]).contains("하나도 없습니다"));
}

#[test]
fn wishes_hold_and_those_that_contradict_are_named() {
    let desk = Desk::new();
    let file = desk.put("firms.csv", firms(&["강원 원주시", "강원 횡성군"]));
    let lock = desk.put(
        "lock.csv",
        "강원 원주시101사,강원 횡성군131사,함께\n강원 원주시101사,강원 횡성군131사,따로\n강원 원주시101사,강원 횡성군101사,함께\n\
         없는사,강원 원주시131사,함께\n강원 원주시141사,강원 횡성군161사,함께\n강원 원주시172사,첫째\n강원 횡성군201사,첫째\n",
    );
    let (code, answer, _) = desk.form(&file, &["--lock", &lock, "--radius-km", "60"]);
    assert_eq!(code, Some(0));
    let groups = answer["groups"].as_array().unwrap();
    let together =
        |one, other| groups.iter().any(|group| names(group).contains(&one) && names(group).contains(&other));
    assert!(
        together("강원 원주시141사", "강원 횡성군161사") && together("강원 원주시172사", "강원 횡성군201사")
    );
    assert!(!together("강원 원주시101사", "강원 횡성군131사"), "who must stay apart weighs more");
    assert_eq!(answer["bad_locks"][0]["row"], 4);
    let troubles = said(&answer["troubles"]);
    assert!(
        troubles.contains("없는사")
            && troubles.contains("강원 횡성군101사")
            && troubles.contains("어긋납니다"),
        "{troubles}"
    );
}

#[test]
#[cfg(unix)]
fn an_interrupted_search_gives_the_best_so_far() {
    let desk = Desk::new();
    let file = desk.put("firms.csv", firms(&["강원 원주시", "부산 해운대구"]));
    let out = desk.at("groups.csv");
    let words = ["form", &file, "--out", &out, "--moves", "1000000000000", "--json"];
    let running = dure(&words).stdout(std::process::Stdio::piped()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_secs(3));
    std::process::Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    let output = running.wait_with_output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), &said["stopped"], &said["placed"]),
        (Some(0), &true.into(), &24.into())
    );
    assert!(Path::new(&out).exists());
}
