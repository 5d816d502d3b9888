//! Rules that must hold for any documents and any question.

use dure_matching::{DocId, Document, Index, Kind, Kinds, Place, Query, Reason, Record, Search};
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "도금",
    "아연도금",
    "금형을",
    "사출",
    "다이캐스팅",
    "누설",
    "녹이",
    "납니다",
    "세무사",
    "상속",
    "HACCP",
    "E-9",
    "콤프레샤",
    "めっき",
    "plating",
    "베트남",
    "수출",
    "하지 않습니다",
    "창고",
    "120MHz",
    "물",
    "칠",
    "원주",
    ".",
    "도와주세요",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 1..most).prop_map(|words| words.join(" "))
}

fn place() -> impl Strategy<Value = Option<Place>> {
    prop::option::of((0..3u8, prop::option::of(0..3u8), any::<bool>()).prop_map(
        |(province, district, known)| {
            let mut place = Place::province(format!("p{province}"));
            place.district = district.map(|d| format!("d{d}"));
            place.point = known.then(|| (36.0 + f64::from(province), 127.0));
            place
        },
    ))
}

prop_compose! {
    fn document()(id in 0..12u128, kind in 0..5usize, title in words(4), text in words(20), place in place(), code in prop::option::of(10_000..99_999u32)) -> Document {
        let kinds = [Kind::Firm, Kind::Resource, Kind::Expert, Kind::Programme, Kind::Case];
        let mut document = Document::new(DocId(id), kinds[kind], title).text(text);
        document.place = place;
        document.industry = code.map(|code| code.to_string());
        document
    }
}

fn record(id: DocId) -> Record {
    Record { solved: (id.0 % 4) as u32, asked_lately: (id.0 % 7) as u32 }
}

proptest! {
    #[test]
    fn parts_sum_to_the_score_and_order_is_total(documents in prop::collection::vec(document(), 0..30), title in words(4), text in words(20), place in place()) {
        let index = Index::build(documents);
        let mut query = Query::new(&title, &text).industry("25922").record(&record).wanted(Kind::Expert).limit(20);
        if let Some(place) = &place {
            query = query.place(place);
        }
        let ranking = index.rank(&query);
        for found in &ranking.matches {
            prop_assert_eq!(found.score, found.reasons.iter().map(Reason::points).sum::<i64>());
        }
        for pair in ranking.matches.windows(2) {
            prop_assert!((pair[1].score, pair[0].id) < (pair[0].score, pair[1].id) || pair[0].score > pair[1].score);
        }
    }

    #[test]
    fn programmes_of_other_provinces_never_rank(documents in prop::collection::vec(document(), 0..30), text in words(20)) {
        let here = Place::province("p0").district("d0");
        let index = Index::build(documents);
        for found in index.rank(&Query::new("", &text).place(&here).limit(30)).matches {
            let document = index.get(found.id).expect("found");
            if let (Kind::Programme, Some(needed)) = (document.kind, &document.place) {
                prop_assert_eq!(&needed.province, "p0");
                prop_assert!(needed.district.as_deref().is_none_or(|district| district == "d0"));
            }
        }
    }

    #[test]
    fn what_is_removed_was_never_there(kept in prop::collection::vec(document(), 0..20), gone in prop::collection::vec(document(), 0..20), text in words(20)) {
        let gone: Vec<Document> = gone.into_iter().map(|mut d| { d.id = DocId(d.id.0 + 100); d }).collect();
        let mut index = Index::new();
        for document in gone.iter().chain(&kept) {
            index.upsert(document.clone());
        }
        for document in &gone {
            index.remove(document.id);
        }
        let never = Index::build(kept);
        let query = Query::new("", &text).limit(40);
        prop_assert_eq!(index.len(), never.len());
        prop_assert_eq!(index.rank(&query), never.rank(&query));
        prop_assert_eq!(index.search(&Search::new(&text)), never.search(&Search::new(&text)));
    }

    #[test]
    fn order_of_arrival_does_not_matter(documents in prop::collection::vec(document(), 0..12), text in words(12)) {
        let mut distinct = documents;
        distinct.sort_by_key(|d| d.id);
        distinct.dedup_by_key(|d| d.id);
        let forward = Index::build(distinct.iter().cloned());
        let backward = Index::build(distinct.iter().rev().cloned());
        let query = Query::new(&text, "").limit(20);
        prop_assert_eq!(forward.rank(&query), backward.rank(&query));
    }

    #[test]
    fn any_string_can_be_indexed_asked_and_removed(title in any::<String>(), text in any::<String>(), asked in any::<String>()) {
        let mut index = Index::build([Document::new(DocId(1), Kind::Other, title.clone()).text(text)]);
        index.rank(&Query::new(&title, &asked).kinds(Kinds::ALL));
        index.search(&Search::new(&asked));
        index.why_not(&Query::new(&asked, &title), DocId(1));
        prop_assert!(index.remove(DocId(1)));
        prop_assert!(index.rank(&Query::new(&title, &asked).kinds(Kinds::ALL)).matches.is_empty());
    }
}
