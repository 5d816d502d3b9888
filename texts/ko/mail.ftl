# The outbox.
outbox = 보낸 편지함
inbox = 받은 메일
note-all = 두레가 보낸 메일입니다. 최근 것부터 보입니다.
note-mine = 두레가 회원님께 보낸 메일입니다. 메일함에서 못 보셨다면 여기서 보셔도 됩니다.
no-server = 메일 서버가 설정되어 있지 않아 메일이 밖으로 나가지 않습니다. 받는 분은 로그인해서 여기서 볼 수 있습니다.
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
links-hidden = 메일 속 단추는 받는 분만 쓸 수 있어 여기서는 글자만 보입니다.

# Letters.
letter-greeting = { $name }님, 안녕하세요.
