# One field that finds everything.
title = 두레에서 찾기
words = 찾을 말
hint = 회사 이름, 제품, 설비, 사람 이름, 애로사항까지 한 번에 찾습니다. 두 글자면 됩니다.
not-ready = 찾기를 준비하고 있습니다. 잠시 뒤에 다시 눌러 주세요.
inexact = 적으신 말이 모두 들어 있는 것은 없어, 비슷한 것을 보여 드립니다.
kinds = 찾은 것의 종류
more = 모두 보기
none-found = ‘{ $words }’에 맞는 것을 찾지 못했습니다
none-found-note = 말을 줄이거나 다르게 적어 보세요. 도움이 필요한 일이라면 애로사항으로 올려 주세요. 도와줄 곳을 찾아 드립니다.
post = 애로사항 올리기
to-firms = 회원사 둘러보기
to-resources = 나눌 수 있는 자원 둘러보기
to-experts = 전문가 둘러보기
