//! Words that say nothing of what a firm makes or needs, though many texts have them.

/// Words of form: a link by these alone means nothing.
const FORM: &[&str] = &[
    "및",
    "등",
    "외",
    "제조",
    "제품",
    "생산",
    "기타",
    "관련",
    "업체",
    "업",
    "각종",
    "전문",
    "보유",
    "가능",
    "필요",
    "희망",
    "관심",
    "분야",
    "주요",
    "사업",
    "기업",
    "회사",
    "당사",
    "저희",
    "우리",
    "부문",
    "일체",
    "위한",
    "대한",
    "통한",
    "있는",
    "없는",
    "the",
    "and",
    "for",
    "etc",
    "of",
    "co",
    "ltd",
    "inc",
    "など",
    "製造",
    "製品",
    "生産",
    "その他",
    "事業",
];

/// Words of trade: they name how business is done, not with what. They may well be needed (판로, 수출), but two firms that both have them
/// have nothing in common.
const TRADE: &[&str] = &[
    "판매",
    "도매",
    "소매",
    "도소매",
    "수출",
    "수입",
    "수출입",
    "무역",
    "임대",
    "부동산",
    "건설",
    "개발",
    "서비스",
    "공급",
    "유통",
    "가공",
    "완제",
    "완제품",
    "부품",
    "시스템",
    "솔루션",
    "장비",
    "기기",
    "기계",
    "설비",
    "기술",
    "운영",
    "관리",
    "투자",
    "지주",
    "자회사",
    "금융",
    "경영",
    "컨설팅",
    "자문",
    "브랜드",
    "상표",
    "상품",
    "패키지",
    "프로그램",
    "컴퓨터",
    "단말기",
    "자동화",
    "온라인",
    "인터넷",
    "모바일",
    "산업",
    "산업용",
    "가정용",
    "일반",
    "종합",
    "연구",
    "설계",
    "제작",
    "설치",
    "시공",
    "공사",
    "용역",
    "대행",
    "대리",
    "중개",
    "조립",
    "판넬",
    "플랫폼",
    "콘텐츠",
    "국내",
    "해외",
    "글로벌",
    "신규",
    "차세대",
    "고기능",
    "친환경",
    "기반",
    "소재",
    "재료",
    "원료",
    "물질",
    "용품",
    "제조용",
    "연구개발",
    "소프트웨어",
    "하드웨어",
    "정보",
    "데이터",
    "통합",
    "구축",
    "디지털",
    "스마트",
    "bio",
    "바이오",
    "it",
    "si",
    "oem",
    "odm",
    "모듈",
    "세트",
    "라인",
    "검사",
    "시험",
    "분석",
    "소형",
    "대형",
    "고급",
    "특수",
    "복합",
    "응용",
    "전자",
    "전기",
    "화학",
    "생활",
    "system",
    "solution",
    "service",
    "development",
    "販売",
    "卸売",
    "小売",
    "輸出",
    "輸入",
    "開発",
    "設備",
    "機械",
    "部品",
    "システム",
];

/// Words that owners write around what they offer or need, in whatever trade.
const LOOSE: &[&str] = &[
    "같이",
    "함께",
    "공동",
    "시간",
    "여유",
    "남는",
    "남음",
    "있음",
    "있는",
    "없음",
    "없는",
    "나누기",
    "누기",
    "나눔",
    "방지",
    "줄이기",
    "줄임",
    "관리",
    "공장",
    "안전",
    "수리",
    "드림",
    "드립",
    "드려",
    "드리",
    "드립니다",
    "빌려",
    "보내",
    "보관",
    "공간",
    "무료",
    "공짜",
    "소량",
    "경험",
    "상담",
    "방법",
    "요령",
    "순서",
    "사람",
    "직원",
    "협력",
    "협력사",
    "협업",
    "곳",
    "일감",
    "일손",
    "현장",
    "도면",
    "사례",
    "이야기",
    "정보",
    "소개",
    "추천",
    "겨울",
    "여름",
    "처음",
    "하루",
    "개선",
    "개량",
    "활용",
    "문제",
    "납기",
    "비용",
    "처리",
    "작업",
    "사용",
    "준비",
    "서류",
    "사진",
    "검토",
    "점검",
    "배우기",
    "꾸준한",
    "젊은",
    "시험",
    "시험소",
    "검사",
    "측정",
    "등록",
    "배합",
    "시제품",
    "재료",
    "부품",
    "기계",
    "장비",
    "설비",
    "기술",
    "업무",
    "지원",
    "확보",
    "구함",
    "찾음",
    "찾기",
    "모집",
    "새는",
    "쓰는",
    "팔",
    "쪽",
    "꾼",
    "법",
    "길",
    "help",
    "need",
    "needs",
    "offer",
    "experience",
    "free",
    "with",
    "our",
    "経験",
    "相談",
    "協力",
];

/// Whether a word is made of words of form, or of words that stand around anything, alone.
pub(super) fn of_need(word: &str) -> bool {
    word.is_empty() || of_form(word) || made_of(word, &[FORM, LOOSE])
}

/// Whether a word is made of words of form alone.
fn of_form(word: &str) -> bool {
    word.chars().nth(1).is_none() && !is_ideograph(word) || made_of(word, &[FORM])
}

/// Whether a word is made of words of form and trade alone.
pub(super) fn of_trade(word: &str) -> bool {
    word.chars().nth(1).is_none()
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || made_of(word, &[FORM, TRADE])
}

/// A single sign that is a word of its own in Chinese writing, or 녹, 칠, 본 as owners complain of them.
fn is_ideograph(word: &str) -> bool {
    word.chars().all(|sign| matches!(sign, '\u{4E00}'..='\u{9FFF}'))
        || ["녹", "칠", "캔", "병"].contains(&word)
}

/// Whether two words share a part that names a thing: a whole word of both, or three signs and more. `의료정보시스템` and
/// `판매정보시스템` share `정보시스템`, which names nothing; `안정제` only happens to end like `정제`.
pub(super) fn name_one_thing(one: &str, other: &str) -> bool {
    if one == other {
        return !of_trade(one);
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shared = longest_shared(&one, &other);
    let shorter = one.len().min(other.len());
    let whole = shared.len() == shorter && one.len().max(other.len()) >= shorter + 2;
    (whole || shared.len() >= 3) && !of_trade(&shared.iter().collect::<String>())
}

fn longest_shared<'a>(one: &'a [char], other: &[char]) -> &'a [char] {
    let mut best: &[char] = &[];
    for from in 0..one.len() {
        for to in from + best.len() + 1..=one.len() {
            if !other.windows(to - from).any(|part| *part == one[from..to]) {
                break;
            }
            best = &one[from..to];
        }
    }
    best
}

fn made_of(word: &str, lists: &[&[&str]]) -> bool {
    let rest =
        |part: &str| word.strip_prefix(part).is_some_and(|rest| rest.is_empty() || made_of(rest, lists));
    lists.iter().copied().flatten().any(|part| rest(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_business_is_done_is_told_from_what_with() {
        for word in ["수출입업", "도소매", "부동산임대업", "제조", "및", "7", "완제품"] {
            assert!(of_trade(word), "{word}");
        }
        for word in ["유산균", "골판지상자", "반도체", "감속기", "건설기계유압"] {
            assert!(!of_trade(word), "{word}");
        }
        assert!(name_one_thing("골판지", "골판지상자") && name_one_thing("반도체용", "반도체장비"));
        assert!(!name_one_thing("정제", "안정제") && !name_one_thing("의료정보시스템", "판매정보시스템"));
        for word in ["같이", "시간", "드립", "시험", "도면"] {
            assert!(of_need(word), "{word}");
        }
        assert!(!of_need("염수분무시험") && !of_need("수출") && !of_need("금형"));
        assert!(!of_form("수출") && !of_form("판로") && !of_form("녹") && of_form("제조업"));
    }
}
