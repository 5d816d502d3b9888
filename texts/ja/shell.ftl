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
demo-note = デモ版です。企業も人物もすべて架空のものです。
demo-switch = 別の人として見る

look = 画面の明るさ
look-device = 端末の設定に合わせる
look-light = 明るく
look-dark = 暗く

menu = メインメニュー
menu-whole = すべて
menu-today = 今日
menu-difficulties = 困りごと
menu-post = 相談する
menu-firms = 会員企業
menu-meetings = 会合
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
