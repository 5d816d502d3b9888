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
file-unread = { $file }: 읽지 못했습니다.
file-missing = 그런 파일이 없습니다.
file-is-folder = 파일이 아니라 폴더입니다.
file-denied = 읽을 권한이 없습니다.
file-unread-do = 파일 이름과 위치를 확인하고 다시 실행해 주세요.

misread-unknown = { $name }: 모르는 옵션입니다.
misread-command = { $name }: 모르는 명령입니다.
misread-no-command = 명령이 빠졌습니다.
misread-missing = 꼭 있어야 할 { $name }{ JOSA($name, "이/가") } 빠졌습니다.
misread-conflict = { $name }{ JOSA($name, "와/과") } { $other }{ JOSA($other, "은/는") } 함께 쓸 수 없습니다.
misread-no-value = { $name }에 값이 빠졌습니다.
misread-value = { $name }에 알맞지 않은 값입니다: { $value }
misread-value-of = { $name }에 알맞지 않은 값입니다: { $value }. 쓸 수 있는 값: { $known }
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

backup-about = 모든 내용을 파일 하나로 백업합니다. 서버가 켜져 있어도 됩니다
backup-file = 백업 파일 이름, 예: dure-1125.backup
backup-bar = 백업하는 중
backup-done = 백업했습니다: { $file } (행 { $rows }개, { $kilobytes }KB)
backup-exists-what = { $file }{ JOSA($file, "이/가") } 이미 있습니다.
backup-exists-why = 있던 백업을 덮어쓰지 않습니다.
backup-exists-do = 다른 이름을 지정해 주세요.
cannot-write-what = { $file }에 쓸 수 없습니다.
cannot-write-do = 위치와 권한, 남은 자리를 확인하거나 다른 곳을 지정해 주세요.
reason-not-found = 그런 파일이나 폴더가 없습니다.
reason-not-allowed = 그곳을 쓸 권한이 없습니다.
reason-full = 디스크에 남은 자리가 없습니다.
reason-folder = 파일이 아니라 폴더입니다.

restore-about = 백업을 데이터베이스로 되살립니다. SQLite와 PostgreSQL 사이에서도 옮길 수 있습니다
restore-file = 백업 파일
restore-replace = 내용이 있는 데이터베이스를 백업으로 바꿉니다
restore-mend = 글자 NUL을 빼고 되살립니다. PostgreSQL은 이 글자를 담지 못합니다
restore-bar = 되살리는 중
restore-done = 되살렸습니다: { $place } (행 { $rows }개)
restore-kept = 그 자리에 있던 데이터베이스는 { $kept }에 남겨 두었습니다.
restore-what = { $file }{ JOSA($file, "을/를") } 되살릴 수 없습니다. 데이터베이스는 그대로입니다.
backup-foreign = 두레의 백업 파일이 아닙니다.
backup-newer = 이 프로그램보다 새 버전이 만든 백업입니다({ $what }).
backup-cut-off = 파일이 중간에 끊겼습니다. 백업이나 복사가 끝나기 전에 멈춘 것입니다.
backup-damaged = 파일이 손상되어 검사 합계가 맞지 않습니다.
backup-unstorable = PostgreSQL이 담지 못하는 글자(NUL)가 든 행이 { $rows }개 있습니다: { $named }
backup-unstorable-do = 그 글자를 빼고 옮기려면 --mend를 붙여 주세요. 보이지 않는 글자라 보이는 내용은 그대로입니다. 또는 화면에서 그 내용을 열어 다시 저장한 다음 새로 백업해 주세요.
backup-choose = 다른 백업 파일을 지정해 주세요.

check-about = 데이터베이스의 모든 규칙을 검사하고 잘못된 것을 알려 줍니다
check-bar = 검사하는 중
check-sound = { $place }: 이상이 없습니다. { $checked }가지를 검사했습니다.
check-unsound = { $place }: { $checked }가지를 검사해 { $faults }가지 이상을 찾았습니다.
check-rows = 위치: { $where }, { $rows }건
check-examples = 예: { $examples }

no-folder-what = { $place }: 파일을 둘 폴더가 없습니다.
no-folder-why = 폴더 이름이 다르거나 아직 만들지 않았습니다.
no-folder-do = 폴더를 먼저 만들거나 --database-url로 다른 위치를 지정해 주세요.
not-allowed-what = { $place }: 데이터베이스를 열 권한이 없습니다.
not-allowed-why = 파일이나 폴더를 읽고 쓸 권한이 없습니다.
not-allowed-do = 파일과 폴더의 권한을 확인하거나, 권한이 있는 사용자로 실행해 주세요.
unreachable-what = { $place }: 데이터베이스 서버가 대답하지 않습니다.
unreachable-why = 서버가 꺼져 있거나 주소와 포트가 다르거나, 방화벽에 막혀 있습니다.
unreachable-do = PostgreSQL이 켜져 있는지, --database-url의 주소가 맞는지 확인해 주세요.
refused-what = { $place }: 데이터베이스 서버가 접속을 거절했습니다.
refused-do = --database-url의 사용자와 비밀번호를 확인해 주세요.
in-use-what = { $place }{ JOSA($place, "을/를") } 다른 프로그램이 쓰고 있습니다.
in-use-why = 서버가 켜진 채로 데이터베이스를 바꾸면 새로 적은 내용을 잃게 됩니다.
in-use-do = dure serve를 멈춘 다음 다시 실행해 주세요.
not-empty-what = { $place }에 이미 내용이 있습니다.
not-empty-why = 있던 내용을 실수로 지우지 않도록 멈추었습니다.
not-empty-do = 빈 데이터베이스를 지정하거나, 바꾸어도 된다면 --replace를 붙여 주세요.

admin-about = 관리자를 만들고, 들어오지 못하는 사람에게 로그인 링크를 만들어 줍니다
admin-create-about = 첫 관리자를 만들고 로그인 링크를 보여 줍니다
admin-create-name = 이름
admin-create-email = 메일 주소
admin-create-federation = 연합회 이름. 없으면 새로 만듭니다
admin-reset-about = 들어오지 못하는 사람의 로그인 링크를 새로 만듭니다. 비밀번호와 열린 접속은 지워집니다
admin-reset-email = 그 사람의 메일 주소
admin-link-about = 본인에게 전할 로그인 링크를 만듭니다. 비밀번호와 열린 접속은 그대로 둡니다
admin-list-about = 관리자를 모두 보여 줍니다
admin-base-url = 사람들이 쓰는 주소. 링크가 이 주소로 시작합니다
admin-created = { $name } 님을 { $federation }의 관리자로 올렸습니다.
admin-raised = { $name } 님은 이미 { $federation } 명부에 있던 분입니다. 이분을 관리자로 올렸습니다.
admin-was-there = { $name } 님은 이미 { $federation }의 관리자입니다.
admin-reset-done = { $name } 님의 비밀번호와 열린 접속을 지웠습니다.
admin-link =
    { $days }일 안에 한 번만 쓸 수 있는 로그인 링크입니다. 본인에게만 전해 주세요.
    { $link }
admin-none = 관리자가 없습니다. dure admin create로 만들 수 있습니다.
admin-which-what = 어느 연합회인지 알 수 없습니다.
admin-which-why = 데이터베이스에 연합회가 { $count }곳 있습니다.
admin-which-do = --federation으로 연합회 이름을 적어 주세요.
admin-unknown-what = { $email } 주소를 쓰는 사람이 없습니다.
admin-unknown-why = 명부에 없거나 이미 떠난 사람입니다.
admin-unknown-do = 주소를 확인해 주세요. 관리자는 dure admin list로 볼 수 있습니다.
admin-bad-email-what = { $email }: 메일 주소가 아닙니다.
admin-bad-email-why = 로그인 링크를 받을 수 있는 주소여야 합니다.
admin-bad-email-do = name@example.com처럼 적어 주세요.
admin-elsewhere-what = { $email } 주소는 다른 연합회에서 쓰고 있습니다.
admin-elsewhere-why = 한 주소는 한 연합회에만 있을 수 있습니다.
admin-elsewhere-do = 다른 주소를 적거나 연합회 이름을 확인해 주세요.
admin-other-name-what = { $email } 주소는 { $name } 님이 쓰고 있습니다.
admin-other-name-why = 이대로 만들면 { $wanted } 님이 아니라 { $name } 님이 관리자가 됩니다. 아무것도 바꾸지 않았습니다.
admin-other-name-do = { $name } 님을 올리려면 --name "{ $name }"으로 다시 하고, 다른 분이면 다른 주소를 적어 주세요.

search-about = 낱말로 두레 전체에서 찾습니다. 두 글자면 됩니다
search-words = 찾을 낱말. 여럿이면 모두 들어 있는 것을 찾습니다
search-kind = 이 종류만: firm, resource, expert, programme, case, group, person, difficulty. 여러 번 쓸 수 있습니다
search-limit = 많아야 몇 건을 보일지
search-nothing = ‘{ $words }’에 맞는 것이 없습니다. 낱말을 줄이거나 다르게 적어 보세요.
dure-files-url = 붙인 파일을 두는 곳: 폴더나 s3://버킷/경로. 정하지 않으면 데이터베이스 파일 옆의 폴더이고, PostgreSQL에서는 정해야 파일을 붙일 수 있습니다
no-files-what = 붙인 파일을 둘 곳을 열 수 없습니다.
no-files-do = --files-url에 적은 폴더의 권한이나 버킷 설정을 살핀 뒤 다시 시작해 주세요. 파일 없이 쓰려면 --files-url none을 주면 됩니다.
check-sweep = 기록이 없는 남은 파일을 보관함에서 치웁니다
check-swept = 남은 파일 { $count }개를 치웠습니다.
backup-files = 붙인 파일도 백업에 넣을지: yes 또는 no. 정하지 않으면 폴더의 파일은 넣고 버킷의 파일은 넣지 않습니다
backup-files-in = 붙인 파일 { $count }개를 넣었습니다.
backup-files-missing = 제자리에 없어 넣지 못한 파일이 { $count }개 있습니다. dure check가 어느 것인지 알려 줍니다.
backup-files-out = 붙인 파일 { $count }개는 { $place }에 그대로 있고 이 백업에는 들어 있지 않습니다.
backup-files-unread = 붙인 파일을 읽지 못해 백업을 그만두었습니다.
restore-files = 붙인 파일도 되살릴지: yes 또는 no. 정하지 않으면 되살립니다
restore-files-done = 붙인 파일 { $count }개를 { $place }에 되살렸습니다.
restore-files-missing = 백업할 때 이미 없던 파일이 { $count }개 있습니다.
restore-files-nowhere-what = 이 백업에는 붙인 파일이 { $count }개 있는데 둘 곳이 정해지지 않았습니다. 데이터베이스는 그대로입니다.
restore-files-nowhere-do = --files-url로 폴더나 버킷을 정해 다시 되살리거나, 파일 없이 되살리려면 --files no를 붙여 주세요.
restore-files-failed = 붙인 파일을 되살리지 못했습니다. 데이터베이스는 그대로입니다.
