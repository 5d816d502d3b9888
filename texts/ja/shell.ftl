# The frame of every page.
dure = トゥレ
dure-note = トゥレ · 異業種交流会が助け合う場
skip = 本文へ移動
yes = はい、進めます
no = いいえ
go-home = 最初の画面へ
sign-in = ログイン
sign-out = ログアウト
search = トゥレで探す
search-hint = 会員企業、困りごと、事例を探す
my-menu = マイメニュー
my-page = 自分の情報
my-firm = 自社
my-mail = 届いたメール
my-account = アカウント
language = 言語

demo = デモ版のご案内
demo-note = デモ版です。
demo-switch = 別の人として

look = 画面の明るさ
look-device = 端末の設定に合わせる
look-light = 明るく
look-dark = 暗く

rooms = 部屋
room-today = 今日
room-help = 助け合い
room-group = 私たちの交流会
room-group-tab = 交流会
room-find = 探す
room-office = 事務局

menu-today = 今日
menu-mine = 自社のもの
menu-asked = 頼まれたもの
menu-difficulties = 見て回る
menu-post = 困りごとを相談する
menu-firms = 会員企業
menu-meetings = 会合
menu-members = 会員
menu-groups = 交流会
menu-foundings = 交流会の設立
menu-resources = 資源
menu-experts = 専門家
menu-programmes = 支援事業
menu-knowledge = 解決事例
menu-network = 関係図
menu-ledger = 助け合い
menu-roster = 名簿
menu-formation = 結成作業室
menu-federation = 連合会の現況
contact = 事務局
menu-status = サーバーの状態
menu-data-access = 個人情報の記録
menu-history = 活動の記録
menu-settings = 連合会の設定

office-note = 交流会の運営に使うものをまとめました。
office-roster = Excel名簿を取り込み、重複を統合し、名簿を書き出します。
office-foundings = 設立準備中の交流会と結成の依頼を見ます。
office-formation = 業種・距離・役立ちで交流会に分けてみます。
office-federation = 交流会ごとの様子を一目で見ます。
office-status = データベース、ディスク、メール、バックアップが正常か見ます。
