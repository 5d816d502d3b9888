//! Names of groups, firms and people, put together from syllables that are usual in them.

use dure_domain::{Industry, Level};

use crate::chance::Dice;

const GROUP_FIRST: &str = "새벽 아침 한낮 저녁 별빛 달빛 햇살 이슬 안개 노을 솔잎 단풍 산들 들녘 강물 샘물 여울 바다 모래 바위 \
    고개 골짝 마을 장터 나루 다리 돌담 사립 마루 대청 화롯 등불 횃불 북소리 종소리 두레 품삯 모내기 가을 봄맞이 \
    첫눈 함박 무지개 소나기 산새 기러기 두견 진달래 철쭉 해당화 옥수수 감자 메밀 도라지 더덕 산삼 송이 황금 은빛 푸른";
const GROUP_SECOND: &str = "둥지 모임터 벗 지기 나눔 동행 어울림 이음 물결 바람 마당 뜰 숲 길 누리 다짐 손길 어깨 울타리 배움 \
    한마음 큰뜻 새길 한길 온길 맞손 품앗 모둠 사랑방 우물 돛 노 닻 키 풍차 방아 쟁기 호미 지게 멍석 \
    가마 소반 항아리 옹기 베틀 대장간 목수 석수 물레 활시위 화살 북채 장단 가락 노래 춤 놀이 이야기 편지 소식 \
    열매 씨앗 새싹 뿌리 줄기 가지 잎새 꽃눈 그늘 이랑 고랑 두둑 논두렁 밭둑 언덕 봉우리 능선 계곡 폭포 호수 \
    섬 만 포구 등대 갯벌 파도";
const STEM_FIRST: &str = "가 경 광 국 금 남 대 덕 도 동 두 만 명 미 백 보 삼 상 서 선 성 세 송 신 아 영 예 오 우 유 은 이 인 일 정 제 \
    조 주 중 지 진 창 천 청 충 태 평 하 한 해 현 형 호 홍 화 효";
const STEM_SECOND: &str = "강 경 광 국 금 길 남 담 덕 도 동 람 래 려 룡 림 명 문 민 보 본 산 서 석 선 성 송 신 안 양 연 영 우 운 원 윤 \
    은 인 일 정 주 진 찬 창 천 청 하 해 현 호 화 환 흥";
const SURNAMES: &str = "김 김 김 김 김 김 김 김 김 김 이 이 이 이 이 이 이 박 박 박 박 최 최 최 정 정 강 강 조 조 윤 윤 장 장 임 한 오 \
    서 신 권 황 안 송 류 전 홍 고 문 양 손 배 백 허 유 남 심 노 하 곽 성 차 주 우 구 민 진 지 엄";
const GIVEN_FIRST: &str = "영 정 성 상 재 종 경 동 병 기 용 창 인 현 진 승 태 광 명 준 미 은 혜 선 순 춘 옥 금 봉 규 형 희 원 석 세 대 \
    지 수 민 윤 도 시 예 유 하";
const GIVEN_SECOND: &str = "수 호 철 식 석 훈 규 환 우 진 영 희 숙 자 남 섭 일 국 민 선 경 아 주 화 옥 근 열 범 원 태 욱 준 현 혁 길 \
    만 복 덕 순 연 정 람 율 빈";

fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

/// The name of the group with this number; no two are alike below 5,000.
pub fn group(number: usize) -> String {
    let (first, second) = (words(GROUP_FIRST), words(GROUP_SECOND));
    let all = first.len() * second.len();
    // A step without common divisor visits every pair once.
    let at = number.wrapping_mul(1_009) % all;
    let round = number / all;
    let more = if round == 0 { String::new() } else { (round + 1).to_string() };
    format!("{}{}회{more}", first[at % first.len()], second[at / first.len()])
}

/// The name of a firm, with an ending that is usual in its trade.
pub fn firm(industry: Industry, dice: &mut Dice) -> String {
    let stem = format!("{}{}", dice.pick(&words(STEM_FIRST)), dice.pick(&words(STEM_SECOND)));
    format!("{stem}{}", dice.pick(&words(endings(industry))))
}

/// The name of a person.
pub fn person(dice: &mut Dice) -> String {
    let (first, mut second) = (*dice.pick(&words(GIVEN_FIRST)), *dice.pick(&words(GIVEN_SECOND)));
    if first == second {
        second = "호";
    }
    format!("{}{first}{second}", dice.pick(&words(SURNAMES)))
}

fn endings(industry: Industry) -> &'static str {
    let number: u32 =
        industry.at(Level::Division).map_or(0, |division| division.to_string().parse().unwrap_or(0));
    match number {
        5..=8 | 23 => "건재 산업 세라믹 광업 석재",
        10 | 11 => "식품 푸드 농산 식품산업",
        16 | 32 => "목재 우드 임산",
        17 | 18 => "포장 인쇄 패키지 지업",
        20 | 22 => "화학 수지 플라텍 케미칼",
        21 => "바이오 메디 제약 헬스",
        24 => "금속 주물 메탈",
        25 => "정공 금속 정밀 산업 공업",
        26 => "전자 일렉 테크 디바이스",
        27 => "계측 메디칼 광학 정밀",
        28 => "전기 파워 이엔지 전력",
        29 => "기계 기공 엔지니어링 중공업",
        30 | 31 => "모터스 기공 산업 이노텍",
        34 => "설비 정비 플랜트",
        35 => "에너지 발전 솔라",
        36..=39 => "환경 이엔티 그린 환경산업",
        41 | 42 => "건설 토건 이앤씨 종합건설",
        45..=47 => "유통 상사 무역",
        49..=52 => "물류 로지스 운수",
        55 | 56 => "체험마을 리조트 연수원",
        58 | 62 | 63 => "소프트 정보 시스템 랩",
        71 => "세무회계 컨설팅 경영",
        72 => "엔지니어링 건축 설계",
        73 => "디자인 스튜디오",
        74 => "조경 환경",
        _ => "산업 상사 기업",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn five_thousand_groups_have_names_of_their_own() {
        let names: BTreeSet<String> = (0..5_000).map(group).collect();
        assert_eq!(names.len(), 5_000);
    }
}
