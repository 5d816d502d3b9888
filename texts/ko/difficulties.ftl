# Difficulties: list, form, page, helpers.
title = 애로사항
subtitle = 혼자 끙끙대던 일을 올리면, 도와줄 수 있는 곳을 찾아 이어 드립니다.
post = 애로사항 올리기
way = 현재 위치
anonymous = 이름 가림
hidden-firm = 이름을 가린 회원사

drafts = 쓰던 글
untitled = 제목을 아직 안 적은 글
touched = { $ago } 저장
go-on = 이어 쓰기

scope = 누구의 애로사항
scope-all = 볼 수 있는 모두
scope-mine = 우리 회사
scope-group = 우리 교류회
scope-federation = 우리 연합회
scope-asked = 부탁받은 것
filter = 애로사항 골라 보기
filter-words = 찾을 말
filter-status = 상태
filter-need = 필요한 도움
filter-do = 골라 보기
any = 모두
found = { $count }건
pages = 쪽 넘기기
page-before = 앞 쪽
page-after = 다음 쪽
waits-your-answer = 회원님의 답을 기다립니다
waits-offers = 돕겠다는 곳이 { $count }곳 있습니다
waits-answers = { $count }곳의 답을 기다립니다
show-all = 모두 보기
none-found = 맞는 애로사항이 없습니다
none-found-do = 고른 조건을 줄이거나 다른 말로 찾아 보세요.
none-yet = 아직 올라온 애로사항이 없습니다
none-yet-do = 작은 일이라도 올려 보세요. 옆 공장에서는 이미 풀어 본 일일 수 있습니다.
none-asked = 부탁받은 일이 없습니다
none-asked-do = 누군가 도움을 부탁하면 메일로도 알려 드립니다.

story = 사연
story-problem = 문제
story-present-state = 지금 상태
story-tried = 해 본 일
story-solved-when = 해결된 것으로 보는 기준
story-outcome = 마무리하며 남긴 말

done-posted = 애로사항을 올렸습니다. 아래에서 도움 줄 곳을 골라 부탁해 보세요.
done-changed = 고친 내용을 저장했습니다.
done-noted = 글을 남겼습니다.
done-draft = 쓰던 글을 저장했습니다. 올리기 전에는 아무도 보지 못합니다.
done-deleted = 쓰던 글을 지웠습니다.
