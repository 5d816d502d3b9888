# コマンドライン。
heading-usage = 使い方
heading-options = オプション
heading-commands = コマンド
value-command = コマンド
help-help = ヘルプを表示します
help-version = バージョンを表示します
note-default = 既定値 { $value }
note-variable = 環境変数 { $name }

dure-about = トゥレ · 異業種交流会が助け合う場所
dure-database-url = データベース: ファイル名、または postgres://ユーザー@サーバー/名前
dure-json = 結果をプログラム用の JSON で出力します
dure-lang = ヘルプと案内の言語: ko、en、ja

serve-about = サーバーを起動します。データベースがなければ新しく作ります
serve-listen = 接続を受け付けるアドレスとポート
serve-base-url = 利用者が使うアドレス。メール内のリンクはこれで始まります
serve-demo = 体験版として起動します。ログインせずに登場人物として見て回れ、メールは外に出ません
serve-smtp-url = メールサーバー。例: smtps://ユーザー:パスワード@mail.example:465。なければメールは送信箱に残るだけです
serve-mail-from = メールの差出人。例: Dure <dure@example.com>
serving =
    トゥレが起動しました: { $address }
    データベース: { $place }
    止めるには Ctrl-C を押してください。

cannot-listen = { $address } で接続を受け付けられません。
port-in-use-why = このポートは別のプログラムが使っています。トゥレがすでに起動しているのかもしれません。
port-in-use-do = そのプログラムを止めるか、--listen 127.0.0.1:8081 のように別のポートを指定してください。
port-not-allowed-why = このポートを開く権限がありません。1024 未満のポートは管理者だけが開けます。
port-not-allowed-do = --listen 127.0.0.1:8080 のように 1024 以上のポートを指定してください。
address-not-here-why = このコンピューターにはないアドレスです。
address-not-here-do = --listen 0.0.0.0:8080 のように、このコンピューターのアドレスを指定してください。

missing-what = { $place } にデータベースがありません。
missing-why = 場所が違うか、まだ作られていません。
missing-do = --database-url で場所を確認してください。新しく作るには dure serve か dure demo を実行します。
unreadable-what = { $place } をデータベースとして読めません。
unreadable-why = 別の種類のファイルか、壊れたファイルです。ファイルには手を加えていません。
unreadable-do = --database-url で場所を確認してください。壊れている場合は dure restore でバックアップから戻せます。
newer-what = { $place } は、このプログラムより新しい版のデータベースです。
newer-why = このプログラムが知らない変更 { $name } が入っています。データベースには手を加えていません。
newer-do = 新しい版の dure で実行してください。
disk-full-what = ディスクに空きがありません。
disk-full-why = 保存できませんでした。保存済みの内容は無事です。
disk-full-do = 空きを作ってから、もう一度実行してください。
database-what = データベース { $place } を使えません。
database-do = 起動しているか、使う権限があるかを確認してから、もう一度実行してください。
file-what = ファイルまたはネットワークを読み書きできませんでした。
file-do = 場所と権限、空き容量を確認してから、もう一度実行してください。

misread-unknown = { $name } というオプションはありません。
misread-command = { $name } というコマンドはありません。
misread-no-command = コマンドがありません。
misread-missing = 必要な { $name } がありません。
misread-conflict = { $name } と { $other } は同時に使えません。
misread-no-value = { $name } には値が必要です。
misread-value = { $name } に合わない値です: { $value }
misread-other = コマンドラインを理解できませんでした: { $why }
misread-near = もしかして { $near } ですか?
misread-do = 使い方は --help で見られます。
