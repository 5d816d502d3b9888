use super::*;
use crate::analysis::Term;
use crate::document::{DocId, Document, Kind};

/// Words of very different frequency, so that pruning sets in.
fn crowd() -> Index {
    let words =
        ["도금", "주물", "금형", "사출", "용접", "도장", "김치", "국수", "세무", "수출", "창고", "특허"];
    Index::build((0..3_000u128).map(|n| {
        let common =
            words.iter().enumerate().filter(|&(at, _)| (n * 7 + at as u128 * 13) % (at as u128 + 1) < 1);
        let text: Vec<&str> = common.map(|(_, &word)| word).collect();
        let rare = if n % 100 == 0 { "임펠러" } else { "" };
        Document::new(DocId(n), Kind::Firm, rare).text(format!("{} 업체 제작 {}", text.join(" "), n % 17))
    }))
}

#[test]
fn pruning_gives_the_result_of_full_scoring() {
    let index = crowd();
    let words =
        ["도금", "주물", "금형", "사출", "용접", "도장", "임펠", "펠러", "업체", "제작", "특허", "창고"];
    let terms: Vec<WeightedTerm> = words
        .iter()
        .filter_map(|word| {
            let mut chars = word.chars();
            let (number, rarity) = index.rarity(Term::pair(chars.next()?, chars.next()?))?;
            Some(WeightedTerm { term: number, weight: rarity })
        })
        .collect();
    for keep in [1, 5, 20] {
        let full = best(
            (0..index.len() as Slot)
                .map(|slot| Scored { slot, score: terms.iter().map(|&t| index.term_score(t, slot)).sum() }),
            keep,
            |slot| slot % 3 != 0,
        );
        let pruned = index.retrieve(&terms, keep, |slot| slot % 3 != 0);
        let least = full.last().map_or(0.0, |scored| scored.score);
        assert_eq!(pruned.len(), full.len());
        for (a, b) in pruned.iter().zip(&full) {
            assert!((a.score - b.score).abs() < 1e-3, "{a:?} {b:?} {least}");
        }
    }
}
