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
file-unread = { $file }: 読めませんでした。
file-missing = そのファイルはありません。
file-is-folder = ファイルではなくフォルダーです。
file-denied = 読む権限がありません。
file-unread-do = ファイルの名前と場所を確かめて、もう一度実行してください。

misread-unknown = { $name } というオプションはありません。
misread-command = { $name } というコマンドはありません。
misread-no-command = コマンドがありません。
misread-missing = 必要な { $name } がありません。
misread-conflict = { $name } と { $other } は同時に使えません。
misread-no-value = { $name } には値が必要です。
misread-value = { $name } に合わない値です: { $value }
misread-value-of = { $name }に合わない値です: { $value }。使える値: { $known }
misread-other = コマンドラインを理解できませんでした: { $why }
misread-near = もしかして { $near } ですか?
misread-do = 使い方は --help で見られます。

demo-about = 新しいデータベースに江原の体験データを入れます。会社と人はすべて架空です
demo-seed = 同じ数なら同じデータになります
demo-groups = 交流会の数
demo-firms = 会員企業の数
demo-today = データを見る日。会合や締切はこの日の前後に置かれます。省略すると今日です
demo-done =
    { $place } に体験データを入れました: 交流会 { $groups } 、会員企業 { $firms } 社、人 { $people } 名。
    困りごと { $difficulties } 件、解決事例 { $cases } 件、会合 { $meetings } 件が入っています。
    dure serve --demo で起動すると、登場人物になって見て回れます。
demo-not-empty-what = { $place } にはすでにデータがあります。
demo-not-empty-why = 体験データは空のデータベースにだけ入れます。元のデータには触れていません。
demo-not-empty-do = --database-url other.db のように新しいファイルを指定してください。
demo-fit-what = 会員企業 { $firms } 社を交流会 { $groups } に分けることはできません。
demo-fit-why = 一つの交流会には業種ごとに一社しか入れないため二十社ほどが限度で、空の交流会も作りません。
demo-fit-do = --groups 400 --firms 4000 のように、会員企業を交流会の20倍以内にしてください。交流会が20を超える場合、会員企業は136社からです。

backup-about = すべての内容を一つのファイルにバックアップします。サーバーは動いていてもかまいません
backup-file = バックアップのファイル名。例: dure-1125.backup
backup-bar = バックアップ中
backup-done = バックアップしました: { $file } ({ $rows } 行、{ $kilobytes } KB)
backup-exists-what = { $file } はすでにあります。
backup-exists-why = 既存のバックアップは上書きしません。
backup-exists-do = 別の名前を指定してください。
cannot-write-what = { $file } に書き込めません。
cannot-write-do = 場所と権限、空き容量を確認するか、別の場所を指定してください。
reason-not-found = そのファイルまたはフォルダーがありません。
reason-not-allowed = その場所を使う権限がありません。
reason-full = ディスクに空きがありません。
reason-folder = ファイルではなくフォルダーです。

restore-about = バックアップをデータベースに戻します。SQLite と PostgreSQL の間の移行もできます
restore-file = バックアップファイル
restore-replace = 内容のあるデータベースをバックアップで置き換えます
restore-mend = 文字 NUL を取り除いて復元します。PostgreSQL はこの文字を保存できません
restore-bar = 復元中
restore-done = 復元しました: { $place } ({ $rows } 行)
restore-kept = 元のデータベースは { $kept } に残してあります。
restore-what = { $file } を復元できません。データベースは元のままです。
backup-foreign = トゥレのバックアップではありません。
backup-newer = このプログラムより新しい版が作ったバックアップです({ $what })。
backup-cut-off = ファイルが途中で切れています。バックアップかコピーが中断されたものです。
backup-damaged = ファイルが壊れていて、検査値が合いません。
backup-unstorable = PostgreSQL が保存できない文字 (NUL) を含む行が { $rows } 行あります: { $named }
backup-unstorable-do = その文字を取り除いて移すには --mend を付けてください。見えない文字なので、表示される内容は変わりません。または画面で開いて保存し直し、改めてバックアップしてください。
backup-choose = 別のバックアップを指定してください。

check-about = データベースのすべての規則を検査し、おかしい点を知らせます
check-bar = 検査中
check-sound = { $place }: 異常はありません。{ $checked } 項目を検査しました。
check-unsound = { $place }: { $checked } 項目を検査し、{ $faults } 件の異常を見つけました。
check-rows = 場所: { $where }、{ $rows } 件
check-examples = 例: { $examples }

no-folder-what = { $place }: ファイルを置くフォルダーがありません。
no-folder-why = フォルダー名が違うか、まだ作られていません。
no-folder-do = 先にフォルダーを作るか、--database-url で別の場所を指定してください。
not-allowed-what = { $place }: データベースを開く権限がありません。
not-allowed-why = ファイルまたはフォルダーを読み書きする権限がありません。
not-allowed-do = ファイルとフォルダーの権限を確認するか、権限のあるユーザーで実行してください。
unreachable-what = { $place }: データベースサーバーが応答しません。
unreachable-why = サーバーが止まっているか、アドレスやポートが違うか、ファイアウォールに遮られています。
unreachable-do = PostgreSQL が動いているか、--database-url のアドレスが正しいかを確認してください。
refused-what = { $place }: データベースサーバーが接続を拒否しました。
refused-do = --database-url のユーザーとパスワードを確認してください。
in-use-what = { $place } は別のプログラムが使っています。
in-use-why = サーバーが動いたままデータベースを置き換えると、新しく書いた内容が失われます。
in-use-do = dure serve を止めてから、もう一度実行してください。
not-empty-what = { $place } にはすでに内容があります。
not-empty-why = 誤って消さないように中止しました。
not-empty-do = 空のデータベースを指定するか、置き換えてよければ --replace を付けてください。

admin-about = 管理者を作り、入れない人のためにログイン用リンクを作ります
admin-create-about = 最初の管理者を作り、ログイン用リンクを表示します
admin-create-name = 名前
admin-create-email = メールアドレス
admin-create-federation = 連合会の名前。なければ新しく作ります
admin-reset-about = 入れない人のログイン用リンクを作り直します。パスワードと開いている接続は消えます
admin-reset-email = その人のメールアドレス
admin-link-about = 本人に渡すログイン用リンクを作ります。パスワードと開いている接続はそのままです
admin-list-about = 管理者をすべて表示します
admin-base-url = 利用者が使うアドレス。リンクはこれで始まります
admin-created = { $name } さんを { $federation } の管理者にしました。
admin-raised = { $name } さんはすでに { $federation } の名簿に載っている方です。この方を管理者にしました。
admin-was-there = { $name } さんはすでに { $federation } の管理者です。
admin-reset-done = { $name } さんのパスワードと開いている接続を消しました。
admin-link =
    { $days } 日以内に一度だけ使えるログイン用リンクです。本人にだけ渡してください。
    { $link }
admin-none = 管理者がいません。dure admin create で作れます。
admin-which-what = どの連合会か分かりません。
admin-which-why = データベースに連合会が { $count } 件あります。
admin-which-do = --federation で連合会の名前を指定してください。
admin-unknown-what = { $email } を使う人はいません。
admin-unknown-why = 名簿にないか、すでに退いた人です。
admin-unknown-do = アドレスを確認してください。管理者は dure admin list で見られます。
admin-bad-email-what = { $email } はメールアドレスではありません。
admin-bad-email-why = ログイン用リンクを受け取れるアドレスが必要です。
admin-bad-email-do = name@example.com のように書いてください。
admin-elsewhere-what = { $email } は別の連合会で使われています。
admin-elsewhere-why = 一つのアドレスは一つの連合会にだけ属せます。
admin-elsewhere-do = 別のアドレスを書くか、連合会の名前を確認してください。
admin-other-name-what = { $email } は { $name } さんが使っています。
admin-other-name-why = このままでは { $wanted } さんではなく { $name } さんが管理者になります。何も変更していません。
admin-other-name-do = { $name } さんを管理者にするには --name "{ $name }" と書き、別の方なら別のアドレスを書いてください。

search-about = 言葉でトゥレ全体から探します。二文字で足ります
search-words = 探す言葉。いくつかあれば、すべてを含むものを探します
search-kind = この種類だけ: firm, resource, expert, programme, case, group, person, difficulty。何度でも指定できます
search-limit = 最大で何件を表示するか
search-nothing = 「{ $words }」に合うものがありません。言葉を減らすか、別の書き方をお試しください。
dure-files-url = 添付ファイルの置き場：フォルダーまたはs3://バケット/パス。指定しなければデータベースファイルの隣のフォルダーで、PostgreSQLでは指定するまで添付できません
no-files-what = 添付ファイルの置き場を開けません。
no-files-do = --files-urlのフォルダーの権限、またはバケットの設定を確かめて、もう一度起動してください。ファイルなしで使うには--files-url noneとします。
check-sweep = 記録のない残りファイルを片付けます
check-swept = 残りファイル{ $count }件を片付けました。
backup-files = 添付ファイルもバックアップに入れるか：yesまたはno。指定しなければフォルダーのものは入れ、バケットのものは入れません
backup-files-in = 添付ファイル{ $count }件を入れました。
backup-files-missing = 置き場になく入れられなかったファイルが{ $count }件あります。dure checkがどれかを知らせます。
backup-files-out = 添付ファイル{ $count }件は{ $place }にそのままあり、このバックアップには入っていません。
backup-files-unread = 添付ファイルを読めず、バックアップをやめました。
restore-files = 添付ファイルも戻すか：yesまたはno。指定しなければ戻します
restore-files-done = 添付ファイル{ $count }件を{ $place }に戻しました。
restore-files-missing = バックアップの時にすでになかったファイルが{ $count }件あります。
restore-files-nowhere-what = このバックアップには添付ファイルが{ $count }件ありますが、置き場が決まっていません。データベースはそのままです。
restore-files-nowhere-do = --files-urlでフォルダーかバケットを決めて戻し直すか、ファイルなしなら--files noを付けてください。
restore-files-failed = 添付ファイルを戻せませんでした。データベースはそのままです。
