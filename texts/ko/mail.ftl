# The outbox.
outbox = 보낸 편지함
inbox = 받은 메일
note-all = 두레가 보낸 메일입니다. 최근 것부터 보입니다.
note-mine = 두레가 회원님께 보낸 메일입니다. 메일함에서 못 보셨다면 여기서 보셔도 됩니다.
no-server = 메일 서버가 설정되어 있지 않아 메일이 밖으로 나가지 않습니다. 받는 분은 로그인해서 여기서 글을 볼 수 있지만, 답하거나 로그인하는 링크는 없습니다. 처음 오시는 분께는 사람 화면에서 초대 링크를 만들어 드리세요.
views = 편지함 보기
all = 전체
mine = 나에게 온 메일
failed = 보내지 못한 메일
empty = 메일이 없습니다
empty-do = 누가 도움을 부탁하거나 답하면 여기에 쌓입니다.
to = { $address } 앞
state-sent = 보냄
state-failed = 보내지 못함
state-waiting = 보내는 중
state-kept = 여기서만 보임
way = 지나온 곳
recipient = 받는 주소
written = 쓴 때
on-at = { $day } { $time }
failed-title = 메일을 보내지 못했습니다
failed-why = 메일 서버가 아래 이유로 받지 않았습니다. 주소를 확인해 고치거나, 잠시 뒤에 다시 보내 주세요. 몇 차례는 저절로 다시 보냅니다.
again = 다시 보내기
done-again = 다시 보내고 있습니다.
link-removed = 링크 지움
link-removed-why = 이 단추는 받는 분을 대신해 답하거나 로그인하는 링크라 메일로만 갑니다. 두레 화면에는 보이지 않고, 메일을 보내면 서버에서도 지웁니다.
instead = 두레에서 하기
links-gone = 메일이 나가기 전에 링크의 기한이 지났거나 링크가 지워졌습니다. 같은 일을 다시 하시면 새 링크가 든 메일이 만들어집니다.

# Letters.
letter-greeting = { $name }님, 안녕하세요.

sealed = 애로사항에 관한 편지
sealed-why = 애로사항 편지의 내용은 받는 분과 연합회 사무국만 읽습니다. 이름을 밝히지 않고 올린 회원사가 드러날 수 있기 때문입니다.
state-gathered = 하루 한 번 모아 보냄
digest-subject = 두레 소식 { $count }건
digest-head = 어제부터 온 소식입니다.
digest-more = 그 밖에 { $count }건
digest-open = 소식 보기
digest-footer = 하루 한 번 모아 받기로 하셔서 보냅니다. 계정의 알림 설정에서 바꿀 수 있습니다.
