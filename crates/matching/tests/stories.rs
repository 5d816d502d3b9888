//! What the ranking and the search do for people.

use dure_matching::{
    Confidence, DocId, Document, Index, Kind, Kinds, Place, Query, Reason, Record, Search, Verdict,
};

const PLATER: DocId = DocId(1);
const CASTER: DocId = DocId(2);
const TAX_ADVISER: DocId = DocId(3);
const PROGRAMME: DocId = DocId(4);
const BUYER: DocId = DocId(5);

fn wonju() -> Place {
    Place::province("gangwon").district("wonju").at(37.34, 127.92)
}

fn index() -> Index {
    let busan = Place::province("busan").at(35.18, 129.07);
    Index::build([
        Document::new(PLATER, Kind::Firm, "한빛도금")
            .text("아연도금과 니켈도금을 합니다. 염수분무 500시간")
            .industry("25922")
            .place(wonju()),
        Document::new(CASTER, Kind::Firm, "동해주물")
            .text("알루미늄 중력주조. 다이캐스팅은 하지 않습니다. 펌프 몸체")
            .industry("24321")
            .place(busan),
        Document::new(TAX_ADVISER, Kind::Expert, "세무사 김하늘").text("가업승계와 상속세, 감가상각"),
        Document::new(PROGRAMME, Kind::Programme, "경북 표면처리 고도화")
            .text("도금 기업의 설비")
            .place(Place::province("gyeongbuk")),
        Document::new(BUYER, Kind::Firm, "새봄난간")
            .text("난간과 계단을 만듭니다. 도금은 외주입니다.")
            .industry("25119")
            .place(wonju()),
    ])
}

fn ids(index: &Index, query: &Query) -> Vec<DocId> {
    index.rank(query).matches.iter().map(|found| found.id).collect()
}

#[test]
fn a_remedy_is_found_by_the_problem_in_other_words() {
    let place = wonju();
    let index = index();
    let ranking = index.rank(&Query::new("벌겋게 일어나는데", "어떻게 해야 하나요").place(&place));
    assert_eq!(ranking.matches[0].id, PLATER);
    let topic = ranking.matches[0].reasons.iter().find_map(|reason| match reason {
        Reason::Topic { asked, found, .. } => Some((asked.as_str(), found.as_str())),
        _ => None,
    });
    assert_eq!(topic, Some(("벌겋게", "도금")));
}

#[test]
fn english_and_japanese_questions_find_korean_helpers() {
    let index = index();
    assert_eq!(ids(&index, &Query::new("Zinc plating needed", ""))[0], PLATER);
    assert_eq!(ids(&index, &Query::new("めっきをお願いします", ""))[0], PLATER);
}

#[test]
fn shared_words_are_shown_whole() {
    let index = index();
    let ranking = index.rank(&Query::new("니켈도금 되는 곳을 찾습니다", ""));
    let Some(Reason::Words { words, .. }) =
        ranking.matches[0].reasons.iter().find(|r| matches!(r, Reason::Words { .. }))
    else {
        panic!("no words shown");
    };
    assert_eq!((words[0].asked.as_str(), words[0].found.as_str()), ("니켈도금", "니켈도금"));
}

#[test]
fn who_refuses_or_buys_the_thing_is_not_found_by_it() {
    let index = index();
    assert!(ids(&index, &Query::new("계단 도금", "")).contains(&BUYER));
    assert!(!ids(&index, &Query::new("도금", "")).contains(&BUYER));
    let by_topic = index.rank(&Query::new("다이캐스팅", "")).matches;
    let words = |reason: &Reason| matches!(reason, Reason::Words { .. });
    assert!(by_topic.iter().all(|found| !found.reasons.iter().any(words)));
    let why = index.why_not(&Query::new("다이캐스팅", ""), CASTER);
    assert_eq!(why.refuses, ["다이캐스팅은 하지 않습니다"]);
}

#[test]
fn why_not_names_what_decided() {
    let index = index();
    let place = wonju();
    let query = Query::new("아연도금", "").place(&place);
    assert_eq!(index.why_not(&query, PLATER).verdict, Verdict::Listed { rank: 1 });
    assert_eq!(index.why_not(&query, PROGRAMME).verdict, Verdict::NotOpenToYou);
    assert_eq!(index.why_not(&query, TAX_ADVISER).verdict, Verdict::NothingInCommon);
    assert_eq!(index.why_not(&query, DocId(99)).verdict, Verdict::Unknown);
    assert_eq!(index.why_not(&query.except(&[PLATER]), PLATER).verdict, Verdict::Excepted);
    assert_eq!(index.why_not(&query.kinds(Kind::Expert), PLATER).verdict, Verdict::OtherKind);
    assert_eq!(index.why_not(&query.filter(&|_| false), PLATER).verdict, Verdict::FilteredOut);
    let far = index.why_not(&Query::new("아연도금 주조", "").limit(1), CASTER);
    assert!(matches!(far.verdict, Verdict::Below { last_shown } if last_shown > 0));
    assert!(far.missing.contains(&"아연도금".to_owned()));
}

#[test]
fn circumstances_are_parts_of_the_score() {
    let index = index();
    let place = wonju();
    let record = |_| Record { solved: 2, asked_lately: 1 };
    let ranking = index
        .rank(&Query::new("도금", "").place(&place).industry("25929").record(&record).wanted(Kind::Firm));
    let reasons = &ranking.matches[0].reasons;
    assert!(reasons.contains(&Reason::SameIndustry { digits: 4, points: 800 }));
    assert!(reasons.contains(&Reason::Near { km: Some(0), same_district: true, points: 2_500 }));
    assert!(reasons.contains(&Reason::SolvedBefore { times: 2, points: 800 }));
    assert!(reasons.contains(&Reason::AskedOften { times: 1, points: -500 }));
    assert!(reasons.iter().any(|reason| matches!(reason, Reason::WantedKind { .. })));
}

#[test]
fn a_list_that_fits_nothing_says_so() {
    let index = index();
    let fits = index.rank(&Query::new("아연도금과 니켈도금", ""));
    assert_eq!(fits.confidence, Confidence::Good);
    let loose = index.rank(&Query::new(
        "지하주차장 벽화 그릴 화가",
        "벽이 어두워 손님이 꺼립니다. 계단까지 환하게 그리고 싶은데 물감은 어떤 것이 오래가는지",
    ));
    assert_eq!(loose.confidence, Confidence::Weak, "{loose:?}");
    let nothing = index.rank(&Query::new("zzz", ""));
    assert_eq!((nothing.matches.len(), nothing.confidence), (0, Confidence::Weak));
}

#[test]
fn search_finds_two_syllables_in_compounds_and_words_half_typed() {
    let index = index();
    let first = |typed: &str| index.search(&Search::new(typed)).first().map(|found| found.id);
    assert_eq!(first("도금"), Some(PLATER));
    assert_eq!(first("한빛"), Some(PLATER));
    assert_eq!(first("한"), Some(PLATER));
    assert_eq!(first("주물"), Some(CASTER));
    assert_eq!(first("상속"), Some(TAX_ADVISER));
    assert_eq!(first("다이캐"), Some(CASTER), "a word in a refusal is still found by who looks for it");
    let experts = Search::new("상속").kinds(Kinds::of(&[Kind::Firm]));
    assert!(index.search(&experts).is_empty());
}

#[test]
fn similar_finds_the_solved_case() {
    let mut index = index();
    let case = DocId(9);
    index.upsert(
        Document::new(case, Kind::Case, "난간 붉은 녹을 도금 바꿔 잡음").text("크로메이트를 바꾸었다"),
    );
    assert_eq!(index.similar("난간에 녹이 나요", Kind::Case, 3)[0].id, case);
    assert!(index.similar("난간에 녹이 나요", Kind::Person, 3).is_empty());
}

#[test]
fn a_second_document_of_an_id_replaces_the_first() {
    let mut index = index();
    index.upsert(Document::new(PLATER, Kind::Firm, "한빛제과").text("쌀과자"));
    assert_eq!(index.len(), 5);
    assert!(index.search(&Search::new("니켈도금")).iter().all(|found| found.id != PLATER));
    assert_eq!(index.search(&Search::new("쌀과자"))[0].id, PLATER);
}
