# The outbox.
outbox = 送信箱
inbox = 届いたメール
note-all = トゥレが送ったメールです。新しい順に並んでいます。
note-mine = トゥレがお送りしたメールです。受信箱に見当たらないときは、こちらでご覧ください。
no-server = メールサーバーが設定されていないため、メールは外に送られません。宛先の方はログインしてここで文面を読めますが、返事やログインのリンクはありません。初めての方には、その方のページで招待リンクを作ってお渡しください。
views = 送信箱の表示
all = すべて
mine = 自分宛て
failed = 送れなかったメール
empty = メールはありません
empty-do = どなたかが助けを頼んだり答えたりすると、ここに届きます。
to = { $address } 宛て
state-sent = 送信済み
state-failed = 送れませんでした
state-waiting = 送信中
state-kept = ここでのみ表示
way = 現在の場所
recipient = 宛先
written = 作成日時
on-at = { $day } { $time }
failed-title = メールを送れませんでした
failed-why = 下の理由でメールサーバーが受け付けませんでした。アドレスを確かめて直すか、しばらくしてから送り直してください。何度かは自動で送り直します。
again = 送り直す
done-again = 送り直しています。
link-removed = リンク削除済み
link-removed-why = このボタンは宛先の方に代わって返事やログインをするリンクなので、メールだけで届きます。トゥレの画面には表示されず、送信後はサーバーからも削除されます。
instead = トゥレで行う
links-gone = メールが送られる前にリンクの期限が切れたか、リンクが削除されました。同じ操作をもう一度行うと、新しいリンク入りのメールが作られます。

# Letters.
letter-greeting = { $name }様

sealed = 困りごとについての手紙
sealed-why = 困りごとの手紙の中身は、受取人と連合会事務局だけが読めます。社名を伏せて投稿した会員企業がわかるおそれがあるためです。
state-gathered = 1日1回まとめて送る
digest-subject = ドゥレのお知らせ { $count }件
digest-head = 昨日からのお知らせです。
digest-more = ほか{ $count }件
digest-open = お知らせを見る
digest-footer = 1日1回まとめて受け取るよう選ばれたのでお送りします。アカウントの通知設定で変えられます。
