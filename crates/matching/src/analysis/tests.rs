use super::*;

fn stems(text: &str) -> Vec<String> {
    let mut normal = String::new();
    normalise_into(text, &mut normal);
    tokens(&normal).map(|token| normal[token.start..token.stem].to_owned()).collect()
}

fn count(text: &str, wanted: Class) -> usize {
    let mut normal = String::new();
    normalise_into(text, &mut normal);
    let mut found = 0;
    for token in tokens(&normal) {
        word_terms(&normal, token, &mut |_, class| found += usize::from(class == wanted));
    }
    found
}

#[test]
fn korean_words_lose_particles_and_endings() {
    assert_eq!(
        stems("도금을 공장에서는 신청하려면 지원금까지 개선했습니다"),
        ["도금", "공장", "신청", "지원금", "개선"]
    );
    assert_eq!(stems("녹이 물을 종이"), ["녹이", "물을", "종이"], "two syllables always stay");
}

#[test]
fn letters_and_width_are_one_form() {
    assert_eq!(stems("ＣＮＣ Ｍ5 가공"), ["cnc", "m5", "가공"]);
    assert_eq!(stems("ｶﾞｽ"), ["ガス"]);
    assert_eq!(stems("E-9 비자"), ["e-9", "비자"]);
}

#[test]
fn words_become_pairs_and_stems() {
    assert_eq!(count("표면처리를", Class::Pair), 3);
    assert_eq!(count("표면처리를", Class::Stem), 1);
    assert_eq!(count("칠", Class::Syllable), 1);
    assert_eq!(count("m5", Class::Pair), 1);
    assert_eq!(count("120mhz", Class::Stem), 2);
    assert_eq!(count("山菜エキスを", Class::Pair), 5);
}

#[test]
fn requests_are_blanked_but_never_all() {
    let mut text = "도금집을 찾습니다 도와주세요".to_owned();
    blank_requests(&mut text);
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["도금집을"]);
    let mut only = "도와주세요".to_owned();
    blank_requests(&mut only);
    assert_eq!(only, "도와주세요");
}

#[test]
fn refusals_are_found_by_clause() {
    let text = "중력주조를 합니다. 다이캐스팅은 하지 않습니다. 녹슬지 않는 피막";
    let refused: Vec<&str> = refused_spans(text).into_iter().map(|span| text[span].trim()).collect();
    assert_eq!(refused, ["다이캐스팅은 하지 않습니다"]);
}
