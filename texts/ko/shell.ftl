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
demo-note = 체험판입니다.
demo-switch = 다른 사람으로

look = 화면 밝기
look-device = 기기 설정대로
look-light = 밝게
look-dark = 어둡게

rooms = 방
room-today = 오늘
room-help = 도움
room-group = 우리 교류회
room-group-tab = 교류회
room-find = 찾기
room-office = 사무국

menu-today = 오늘
menu-mine = 우리 것
menu-asked = 부탁받은 것
menu-difficulties = 둘러보기
menu-post = 애로사항 올리기
menu-firms = 회원사
menu-meetings = 모임
menu-members = 회원
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
contact = 사무국
menu-status = 서버 상태
menu-data-access = 개인정보 기록
menu-history = 활동 기록
menu-settings = 연합회 설정

office-note = 교류회를 꾸리는 데 쓰는 것을 모았습니다.
office-roster = 엑셀 명부를 넣고, 겹친 회사를 하나로 합치고, 명부를 내려받습니다.
office-foundings = 창립을 준비하는 교류회와 결성 요청을 봅니다.
office-formation = 회원사를 업종과 거리와 쓸모로 교류회에 나눠 봅니다.
office-federation = 교류회마다 어떻게 지내는지 한눈에 봅니다.
office-status = 데이터베이스, 디스크, 메일, 백업이 괜찮은지 봅니다.
