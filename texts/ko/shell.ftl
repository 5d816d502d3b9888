# The frame of every page.
dure = 두레
dure-note = 두레 · 이업종교류회가 서로 돕는 곳
skip = 본문 바로가기
yes = 네, 진행합니다
no = 아니요
go-home = 첫 화면으로
sign-in = 로그인
sign-out = 로그아웃
search = 두레에서 찾기
search-hint = 회원사, 애로사항, 사례 찾기
my-menu = 내 메뉴
my-page = 내 정보
my-firm = 우리 회사
my-mail = 받은 메일
my-account = 계정 설정
language = 언어

demo = 체험판 안내
demo-note = 체험판입니다. 회사와 사람은 모두 지어낸 것입니다.
demo-switch = 다른 사람으로 둘러보기

look = 화면 밝기
look-device = 기기 설정대로
look-light = 밝게
look-dark = 어둡게

menu = 주 메뉴
menu-whole = 전체
menu-today = 오늘
menu-difficulties = 애로사항
menu-post = 올리기
menu-firms = 회원사
menu-meetings = 모임
menu-groups = 교류회
menu-foundings = 교류회 창립
menu-resources = 자원
menu-experts = 전문가
menu-programmes = 지원사업
menu-knowledge = 해결 사례
menu-network = 관계도
menu-ledger = 주고받음
menu-roster = 명부
menu-formation = 결성 작업실
menu-federation = 연합회 현황
