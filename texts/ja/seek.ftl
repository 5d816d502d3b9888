# One field that finds everything.
title = トゥレで探す
words = 探す言葉
hint = 社名、製品、設備、人の名前、困りごとまで一度に探します。二文字で足ります。
not-ready = 検索の準備中です。少し待ってからもう一度お試しください。
inexact = すべての言葉を含むものがないため、近いものをお見せします。
kinds = 見つかったものの種類
more = すべて見る
none-found = 「{ $words }」に合うものが見つかりませんでした
none-found-note = 言葉を減らすか、別の書き方をお試しください。助けが必要なことなら困りごととして載せてください。助けてくれるところを探します。
post = 困りごとを載せる
to-firms = 会員企業を見て回る
to-resources = 分かち合える資源を見て回る
to-experts = 専門家を見て回る
