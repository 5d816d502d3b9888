//! What a column can mean, and the words by which headers say so.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $text:literal $korean:literal [$($word:literal),*])*) => {
        /// What a column means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field { $($(#[$doc])* $name,)* }

        impl Field {
            /// Every field, in the order in which exports show them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The one stable spelling, as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The header that exports use.
            pub const fn korean(self) -> &'static str {
                match self { $(Self::$name => $korean,)* }
            }

            fn of_exact(word: &str) -> Option<Self> {
                match word { $($($word)|* => Some(Self::$name),)* _ => None }
            }
        }

        impl std::str::FromStr for Field {
            type Err = dure_domain::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$name),)*
                    _ => Err(dure_domain::UnknownWord { list: "Field", text: text.to_owned() }),
                }
            }
        }
    };
}

// Header words are compared without spaces, punctuation and brackets, in lower case.
fields! {
    /// A running number; left out.
    RowNumber "row_number" "연번" ["연번", "번호", "순번", "no", "순", "일련번호", "#", "num", "순위"]
    /// 교류회
    Group "group" "교류회" ["교류회", "교류회명", "소속", "소속교류회", "그룹", "그룹명", "단체", "단체명", "소속단체", "group", "회명", "협의회", "분회", "지회", "기수"]
    /// Name of the firm.
    Firm "firm" "회사명" ["회사명", "업체명", "기업명", "상호", "상호명", "회원사", "회원사명", "업체", "기업", "회사", "법인명", "사업체명", "사업장명", "사업장", "회원업체", "기관명", "name", "company", "companyname", "firm", "firmname", "corporation", "会社名", "企業名", "firms", "회사이름", "기업이름"]
    /// Business registration number.
    BusinessNumber "business_number" "사업자등록번호" ["사업자번호", "사업자등록번호", "사업자", "등록번호", "businessnumber", "businessno", "brn", "사업자no", "businessregistrationnumber"]
    /// Who represents the firm.
    Representative "representative" "대표자" ["대표자", "대표", "대표자명", "대표자성명", "성명", "이름", "대표이사", "대표자이름", "회원명", "ceo", "representative", "president", "사장", "위원명", "代表者"]
    /// Title of the representative.
    Title "title" "직위" ["직위", "직책", "직급", "title", "position", "jobtitle"]
    /// Another person to speak to.
    Contact "contact" "담당자" ["담당자", "담당자명", "담당", "실무자", "업무담당자", "contactperson", "contact"]
    /// Telephone.
    Phone "phone" "전화" ["전화", "전화번호", "연락처", "tel", "telephone", "phone", "phonenumber", "사무실", "회사전화", "대표전화", "유선", "유선번호", "사무실전화", "電話"]
    /// Mobile phone.
    Mobile "mobile" "휴대폰" ["휴대폰", "휴대전화", "핸드폰", "hp", "mobile", "cell", "cellphone", "휴대폰번호", "핸드폰번호", "휴대전화번호", "이동전화", "cp", "휴대", "mobilephone"]
    /// Fax.
    Fax "fax" "팩스" ["팩스", "fax", "팩스번호", "faxno", "모사전송", "팩시밀리"]
    /// E-mail.
    Email "email" "이메일" ["이메일", "메일", "email", "mail", "전자우편", "메일주소", "이메일주소", "전자메일", "emailaddress"]
    /// Address or region.
    Address "address" "주소" ["주소", "소재지", "region", "지역", "address", "사업장주소", "회사주소", "본사", "본사주소", "본사소재지", "사업장소재지", "도로명주소", "위치", "시군", "공장주소", "공장소재지", "location", "所在地", "住所", "시도", "시군구", "광역시도", "city", "province", "place", "주소지역"]
    /// Industry, as text or code.
    Industry "industry" "업종" ["업종", "업태", "종목", "industry", "산업분류", "ksic", "업종코드", "표준산업분류", "산업분류코드", "업태종목", "업종업태", "주업종", "업종명", "분야", "업종분야", "sector", "業種", "industrycode", "industryname", "ksiccode", "산업코드", "업종분류", "업종이름", "산업"]
    /// What the firm makes.
    Products "products" "주생산품" ["주생산품", "주요제품", "생산품목", "products", "product", "생산품", "주요생산품", "주요품목", "품목", "제품", "주생산품목", "주요생산품목", "취급품목", "생산제품", "주요사업", "사업내용", "주품목", "주요사업내용", "사업분야", "주력제품", "goods", "items", "mainproducts", "주생산", "주요생산", "製品", "主要製品"]
    /// Role in the group.
    Role "role" "직함" ["직함", "구분", "role", "회직", "임원", "회내직책", "임원구분", "회원구분", "교류회직책", "교류회직위", "역할"]
    /// When the firm joined.
    Joined "joined" "가입일" ["가입일", "입회일", "가입일자", "입회일자", "가입년월일", "가입연월일", "가입년도", "가입연도", "joined", "입회년도", "가입년월", "가입", "입회"]
    /// When the firm was founded.
    Founded "founded" "설립일" ["설립일", "창립", "설립일자", "설립년도", "설립연도", "창립일", "창업일", "개업일", "설립년월일", "설립연월일", "founded", "established", "설립", "창업년도", "개업연월일", "창립년도", "설립년월"]
    /// How many people work there.
    Employees "employees" "종업원수" ["종업원수", "종업원", "상시근로자", "상시근로자수", "직원수", "근로자수", "employees", "고용인원", "인원", "사원수", "임직원수", "상시종업원", "상시종업원수", "고용"]
    /// Sales of a year.
    Revenue "revenue" "매출액(원)" ["매출액", "매출", "연매출", "연매출액", "revenue", "sales", "연간매출액", "연간매출"]
    /// Website.
    Website "website" "홈페이지" ["홈페이지", "homepage", "website", "web", "url", "홈페이지주소", "웹사이트", "사이트", "누리집"]
    /// What the firm can give.
    Offers "offers" "보유기술" ["보유기술", "제공가능", "장비", "보유장비", "보유설비", "핵심기술", "제공가능자원", "제공", "보유기술장비", "offers", "특허", "기술", "설비", "강점", "보유자원", "offer", "offering", "줄수있는것", "제공할수있는것", "제공자원", "제공가능한것", "提供できること"]
    /// What the firm needs.
    Needs "needs" "애로사항" ["애로", "애로사항", "필요", "필요기술", "needs", "희망사항", "요청사항", "필요사항", "건의사항", "협력희망", "협력희망분야", "희망분야", "need", "wants", "requirements", "필요한것", "필요한도움", "필요자원", "困りごと", "必要なこと"]
    /// Why the firm joined.
    Motive "motive" "가입동기" ["가입동기", "가입경로", "동기", "motive", "추천인", "추천"]
    /// Kept under its header.
    Note "note" "비고" ["비고", "참고", "메모", "note", "notes", "remark", "remarks", "특이사항", "기타", "market"]
    /// Left out on purpose.
    Ignore "ignore" "사유" ["사유"]
}

/// Parts of longer headers, the more telling first: "담당자 휴대폰" is a mobile phone.
const PARTS: &[(&str, Field)] = &[
    ("사업자등록", Field::BusinessNumber),
    ("사업자번호", Field::BusinessNumber),
    ("휴대", Field::Mobile),
    ("핸드폰", Field::Mobile),
    ("mobile", Field::Mobile),
    ("팩스", Field::Fax),
    ("fax", Field::Fax),
    ("메일", Field::Email),
    ("email", Field::Email),
    ("홈페이지", Field::Website),
    ("homepage", Field::Website),
    ("직위", Field::Title),
    ("직책", Field::Title),
    ("전화", Field::Phone),
    ("담당자", Field::Contact),
    ("대표자", Field::Representative),
    ("가입동기", Field::Motive),
    ("가입일", Field::Joined),
    ("입회일", Field::Joined),
    ("설립일", Field::Founded),
    ("매출", Field::Revenue),
    ("종업원", Field::Employees),
    ("근로자수", Field::Employees),
    ("생산품", Field::Products),
    ("제품", Field::Products),
    ("산업분류", Field::Industry),
    ("업종", Field::Industry),
    ("주소", Field::Address),
    ("소재지", Field::Address),
    ("업체명", Field::Firm),
    ("회사명", Field::Firm),
    ("기업명", Field::Firm),
    ("보유기술", Field::Offers),
    ("애로", Field::Needs),
    ("연락처", Field::Phone),
];

/// A longer text is a title or a remark, not a header.
const LONGEST: usize = 14;

impl Field {
    /// What a header text means: by the whole, by it without brackets, by its last word (second
    /// header row), by a telling part.
    pub fn of_header(header: &str) -> Option<Self> {
        let whole = bare(header);
        let outside = bare(&without_brackets(header));
        let last = header.split_whitespace().next_back().map(bare).unwrap_or_default();
        Self::of_exact(&whole)
            .or_else(|| Self::of_exact(&outside))
            .or_else(|| Self::of_part(&whole))
            .or_else(|| Self::of_exact(&last).filter(|_| outside.chars().count() <= LONGEST))
    }

    fn of_part(word: &str) -> Option<Self> {
        let short = word.chars().count() <= LONGEST;
        PARTS.iter().find(|(part, _)| short && word.contains(part)).map(|(_, field)| *field)
    }
}

fn bare(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric() || *c == '#').flat_map(char::to_lowercase).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for character in text.nfkc() {
        match character {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth = depth.saturating_sub(1),
            other if depth == 0 => out.push(other),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_understood_as_secretaries_write_them() {
        for (header, field) in [
            ("업 체 명", Field::Firm),
            ("회사명(상호)", Field::Firm),
            ("사업자\n등록번호", Field::BusinessNumber),
            ("대표자 성명", Field::Representative),
            ("대표자 직위", Field::Title),
            ("담당자 휴대폰", Field::Mobile),
            ("H.P", Field::Mobile),
            ("E-mail", Field::Email),
            ("전화번호(사무실)", Field::Phone),
            ("연락처 FAX", Field::Fax),
            ("매출액(백만원)", Field::Revenue),
            ("상시근로자수(명)", Field::Employees),
            ("HomePage", Field::Website),
            ("Region", Field::Address),
            ("Market", Field::Note),
            ("NO.", Field::RowNumber),
            ("TEL", Field::Phone),
        ] {
            assert_eq!(Field::of_header(header), Some(field), "{header}");
        }
        for title in ["2026년 강원이업종교류회 회원 명부", "두레정밀", "033-123-4567", ""] {
            assert_eq!(Field::of_header(title), None, "{title}");
        }
    }

    #[test]
    fn exported_headers_lead_back() {
        for field in Field::ALL {
            assert_eq!(Field::of_header(field.korean()), Some(*field));
            assert_eq!(field.as_str().parse(), Ok(*field));
        }
    }
}
