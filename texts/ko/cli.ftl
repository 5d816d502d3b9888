# 명령줄.
heading-usage = 쓰는 법
heading-options = 옵션
heading-commands = 명령
value-command = 명령
help-help = 도움말을 보여 줍니다
help-version = 버전을 보여 줍니다
note-default = 기본값 { $value }
note-variable = 환경 변수 { $name }

dure-about = 두레 · 이업종교류회가 서로 돕는 곳
dure-database-url = 데이터베이스: 파일 이름, 또는 postgres://사용자@서버/이름
dure-json = 결과를 프로그램이 읽을 JSON으로 냅니다
dure-lang = 도움말과 안내의 언어: ko, en, ja

serve-about = 서버를 켭니다. 데이터베이스가 없으면 새로 만듭니다
serve-listen = 접속을 받을 주소와 포트
serve-base-url = 사람들이 쓰는 주소. 메일 속 링크가 이 주소로 시작합니다
serve-demo = 체험판으로 켭니다. 로그인 없이 등장인물로 둘러볼 수 있고 메일은 밖으로 나가지 않습니다
serve-smtp-url = 메일 서버, 예: smtps://사용자:비밀번호@mail.example:465. 없으면 메일은 보낸 편지함에만 남습니다
serve-mail-from = 메일에 적힐 보내는 사람, 예: 두레 <dure@example.com>
serving =
    두레가 켜졌습니다: { $address }
    데이터베이스: { $place }
    멈추려면 Ctrl-C를 누르세요.

cannot-listen = { $address }에서 접속을 받을 수 없습니다.
port-in-use-why = 이 포트를 다른 프로그램이 쓰고 있습니다. 두레가 이미 켜져 있을 수도 있습니다.
port-in-use-do = 그 프로그램을 끄거나, --listen 127.0.0.1:8081처럼 다른 포트를 지정해 주세요.
port-not-allowed-why = 이 포트를 열 권한이 없습니다. 1024보다 작은 포트는 관리자만 열 수 있습니다.
port-not-allowed-do = --listen 127.0.0.1:8080처럼 1024 이상의 포트를 지정해 주세요.
address-not-here-why = 이 컴퓨터에 없는 주소입니다.
address-not-here-do = --listen 0.0.0.0:8080처럼 이 컴퓨터의 주소를 지정해 주세요.

missing-what = { $place }에 데이터베이스가 없습니다.
missing-why = 위치가 다르거나 아직 만들지 않았습니다.
missing-do = --database-url로 위치를 확인해 주세요. 새로 만들려면 dure serve나 dure demo를 실행하면 됩니다.
unreadable-what = { $place }: 데이터베이스로 읽을 수 없습니다.
unreadable-why = 다른 종류의 파일이거나 파일이 손상되었습니다. 파일은 건드리지 않았습니다.
unreadable-do = --database-url로 위치를 확인해 주세요. 손상되었다면 dure restore로 백업에서 되살릴 수 있습니다.
newer-what = { $place }: 이 프로그램보다 새 버전의 데이터베이스입니다.
newer-why = 이 프로그램이 모르는 변경 { $name }{ JOSA($name, "이/가") } 들어 있습니다. 데이터베이스는 건드리지 않았습니다.
newer-do = 새 버전의 dure로 실행해 주세요.
disk-full-what = 디스크에 남은 자리가 없습니다.
disk-full-why = 저장하지 못했습니다. 이미 저장된 내용은 안전합니다.
disk-full-do = 자리를 비운 다음 다시 실행해 주세요.
database-what = { $place }: 데이터베이스를 쓸 수 없습니다.
database-do = 데이터베이스가 켜져 있고 접근 권한이 있는지 확인한 다음 다시 실행해 주세요.
file-what = 파일이나 네트워크를 읽거나 쓰지 못했습니다.
file-do = 위치와 권한, 남은 자리를 확인한 다음 다시 실행해 주세요.

misread-unknown = { $name }: 모르는 옵션입니다.
misread-command = { $name }: 모르는 명령입니다.
misread-no-command = 명령이 빠졌습니다.
misread-missing = 꼭 있어야 할 { $name }{ JOSA($name, "이/가") } 빠졌습니다.
misread-conflict = { $name }{ JOSA($name, "와/과") } { $other }{ JOSA($other, "은/는") } 함께 쓸 수 없습니다.
misread-no-value = { $name }에 값이 빠졌습니다.
misread-value = { $name }에 알맞지 않은 값입니다: { $value }
misread-other = 명령줄을 알아듣지 못했습니다: { $why }
misread-near = 혹시 { $near }인가요?
misread-do = 쓰는 법은 --help로 볼 수 있습니다.

demo-about = 새 데이터베이스를 강원 체험 자료로 채웁니다. 회사와 사람은 모두 지어낸 것입니다
demo-seed = 같은 수를 주면 같은 자료가 나옵니다
demo-groups = 교류회 수
demo-firms = 회원사 수
demo-today = 자료를 보는 날. 모임과 마감이 이 날을 앞뒤로 놓입니다. 없으면 오늘
demo-done =
    { $place }{ JOSA($place, "을/를") } 체험 자료로 채웠습니다: 교류회 { $groups }곳, 회원사 { $firms }곳, 사람 { $people }명.
    애로사항 { $difficulties }건, 해결 사례 { $cases }건, 모임 { $meetings }건이 들어 있습니다.
    dure serve --demo로 켜면 등장인물이 되어 둘러볼 수 있습니다.
demo-not-empty-what = { $place }에 이미 자료가 있습니다.
demo-not-empty-why = 체험 자료는 빈 데이터베이스에만 넣습니다. 있던 자료는 건드리지 않았습니다.
demo-not-empty-do = --database-url 다른이름.db처럼 새 파일을 지정해 주세요.
demo-fit-what = 회원사 { $firms }곳을 교류회 { $groups }곳에 나눌 수 없습니다.
demo-fit-why = 한 교류회에는 업종마다 한 회사만 들어가서 스무 곳을 넘기 어렵고, 빈 교류회도 만들지 않습니다.
demo-fit-do = --groups 400 --firms 4000처럼 회원사가 교류회의 20배를 넘지 않게 정해 주세요. 교류회가 20곳을 넘으면 회원사는 136곳부터입니다.
