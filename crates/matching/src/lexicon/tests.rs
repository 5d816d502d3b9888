use super::*;
use std::collections::HashSet;

fn topics(text: &str) -> Vec<&'static str> {
    let lexicon = Lexicon::get();
    lexicon.find(text).iter().map(|hit| lexicon.name(hit.topic)).collect()
}

#[test]
fn every_file_reads_strictly() {
    let entries: Vec<_> = FILES.iter().flat_map(|file| parse::entries(file)).collect();
    let names: HashSet<&str> = entries.iter().map(|entry| entry.name).collect();
    assert_eq!(names.len(), entries.len(), "a topic is defined twice");
    for entry in &entries {
        assert!(!entry.words.is_empty(), "{} has no words", entry.name);
        for (name, weight) in &entry.related {
            assert!(names.contains(name), "{} points to {name}", entry.name);
            assert!((0.0..=1.0).contains(weight), "{} > {name}", entry.name);
        }
        for code in &entry.industries {
            assert!((2..=5).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        }
    }
    let relations: usize = FILES
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| line.trim_start().starts_with('>'))
        .map(|line| line.split(',').count())
        .sum();
    assert_eq!(
        relations,
        entries.iter().map(|entry| entry.related.len()).sum::<usize>(),
        "a relation without weight"
    );
}

#[test]
fn words_are_found_whatever_the_spacing_and_spelling() {
    assert_eq!(topics("위험성 평가"), ["safety"]);
    assert_eq!(topics("다이케스팅 업체"), ["die_casting"]);
    assert_eq!(topics("die-casting"), ["die_casting"]);
}

#[test]
fn a_longer_word_hides_the_shorter_inside() {
    assert!(topics("법인 도장 분실").iter().all(|&topic| topic != "painting"));
    assert!(topics("분체도장").contains(&"painting"));
}

#[test]
fn short_words_must_stand_alone() {
    assert!(topics("칠이 벗겨짐").contains(&"painting"));
    assert!(!topics("칠십 명").contains(&"painting"));
    assert!(!topics("도 금요일").contains(&"plating"));
    assert!(!topics("said").contains(&"artificial_intelligence"));
}
