//! Cells that name people, with or without titles.

use super::plain;
use crate::interpret::Person;

/// Titles of executives, the longer before those that they contain.
const TITLES: &[&str] = &[
    "공동대표이사",
    "각자대표이사",
    "대표이사회장",
    "대표이사사장",
    "대표이사",
    "공동대표",
    "부대표",
    "대표사원",
    "대표자",
    "대표",
    "부회장",
    "회장",
    "부사장",
    "사장",
    "전무이사",
    "상무이사",
    "전무",
    "상무",
    "이사장",
    "본부장",
    "공장장",
    "연구소장",
    "사무총장",
    "사무국장",
    "지사장",
    "지점장",
    "센터장",
    "소장",
    "원장",
    "실장",
    "부장",
    "차장",
    "과장",
    "팀장",
    "대리",
    "주임",
    "간사",
    "감사",
    "고문",
    "이사",
    "교수",
    "박사",
    "세무사",
    "법무사",
    "변리사",
    "변호사",
    "회계사",
    "노무사",
    "국장",
    "총무",
    "CEO",
    "CTO",
    "CFO",
];

/// Whether the text is a title and nothing else.
pub(crate) fn is_title(text: &str) -> bool {
    let bare: String = plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(&bare))
}

/// Splits a cell into people: `홍길동 대표이사`, `대표이사 홍길동`, `홍길동(이사)`, `홍길동/김철수`,
/// `홍 길 동`, `홍길동 외 1명`. A text that follows no pattern is one name.
pub fn parse_people(text: &str) -> Vec<Person> {
    let text = plain(text);
    split_outside_brackets(&text).into_iter().filter_map(one).collect()
}

fn split_outside_brackets(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_u32, 0, Vec::new());
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' | ',' | ';' | '\n' | '·' | '&' | '‧' | '・' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn one(part: &str) -> Option<Person> {
    let part = without_others(part.trim());
    let (outside, inside) = match part.split_once('(') {
        Some((outside, rest)) => (outside.trim(), Some(rest.trim_end_matches(')').trim())),
        None => (part, None),
    };
    let words: Vec<&str> = outside.split_whitespace().collect();
    let (titles, names): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_title(word));
    let (name, glued) = unglued(&joined(&names));
    let title = match (titles.is_empty(), inside, glued) {
        (false, ..) => Some(titles.concat()),
        (true, Some(inside), _) if !inside.is_empty() => Some(inside.to_owned()),
        (true, _, glued) => glued.map(str::to_owned),
    };
    match (name.is_empty(), title) {
        (true, None) => None,
        (true, Some(title)) => Some(Person { name: title, title: None }),
        (false, title) => Some(Person { name, title }),
    }
}

/// `홍길동 외 1명`: the others have no name here.
fn without_others(part: &str) -> &str {
    match part.split_once(" 외 ") {
        Some((first, rest)) if rest.ends_with('명') || rest.ends_with('인') => first,
        _ => part,
    }
}

fn is_hangul(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| ('가'..='힣').contains(&c))
}

/// Names of Korea are one word however they are spaced; foreign ones keep their spaces.
fn joined(names: &[&str]) -> String {
    let spaced_out = names.iter().all(|name| is_hangul(name) && name.chars().count() == 1);
    let family_apart =
        names.len() == 2 && names.iter().all(|name| is_hangul(name)) && names[0].chars().count() == 1;
    names.join(if spaced_out || family_apart { "" } else { " " })
}

/// `홍길동대표이사`: the title is taken off when a name of two to four syllables stays.
fn unglued(name: &str) -> (String, Option<&'static str>) {
    let fits = |rest: &str| is_hangul(rest) && (2..=4).contains(&rest.chars().count());
    let found = TITLES.iter().find_map(|title| {
        let rest = name.strip_suffix(title).filter(|rest| fits(rest) && name.chars().count() >= 5)?;
        Some((rest.to_owned(), Some(*title)))
    });
    found.unwrap_or_else(|| (name.to_owned(), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, Option<String>)> {
        parse_people(text).into_iter().map(|person| (person.name, person.title)).collect()
    }

    #[test]
    fn names_and_titles_are_told_apart() {
        let hong = |title: &str| vec![("홍길동".to_owned(), Some(title.to_owned()))];
        for (text, title) in [
            ("홍길동 대표이사", "대표이사"),
            ("대표이사 홍길동", "대표이사"),
            ("홍길동(대표이사)", "대표이사"),
            ("홍 길 동 대표", "대표"),
            ("홍길동대표이사", "대표이사"),
            ("홍길동 (기술 고문역)", "기술 고문역"),
        ] {
            assert_eq!(read(text), hong(title), "{text}");
        }
        assert_eq!(read("홍길동 외 1명"), [("홍길동".to_owned(), None)]);
        assert_eq!(read("John Smith"), [("John Smith".to_owned(), None)]);
    }

    #[test]
    fn several_people_are_told_apart() {
        for text in ["홍길동/김철수", "홍길동, 김철수", "홍길동·김철수", "홍길동\n김철수"]
        {
            assert_eq!(read(text), [("홍길동".to_owned(), None), ("김철수".to_owned(), None)], "{text}");
        }
        assert!(read(" / ").is_empty());
    }

    proptest! {
        #[test]
        fn no_person_is_without_a_name(text in "[가-힣()/, 대표이사]{0,20}") {
            prop_assert!(parse_people(&text).iter().all(|person| !person.name.trim().is_empty()));
        }
    }
}
