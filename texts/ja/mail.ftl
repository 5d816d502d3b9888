# The outbox.
outbox = 送信箱
inbox = 届いたメール
note-all = トゥレが送ったメールです。新しい順に並んでいます。
note-mine = トゥレがお送りしたメールです。受信箱に見当たらないときは、こちらでご覧ください。
no-server = メールサーバーが設定されていないため、メールは外に送られません。宛先の方はログインしてここで読めます。
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
links-hidden = メールのボタンは宛先の方だけが使えるため、ここでは文字だけを表示しています。

# Letters.
letter-greeting = { $name }様
