# Difficulties: list, form, page, helpers.
title = 困りごと
subtitle = 一人で抱えていた困りごとを載せると、力になれる先を探しておつなぎします。
post = 困りごとを載せる
way = 現在の場所
anonymous = 社名を伏せる
hidden-firm = 社名を伏せた会員企業

drafts = 書きかけ
untitled = 題名がまだない書きかけ
touched = { $ago }に保存
go-on = 続きを書く

scope = だれの困りごとか
scope-all = 見られるものすべて
scope-mine = 自社
scope-group = 自分の交流会
scope-federation = 自分の連合会
scope-asked = 頼まれたもの
filter = 困りごとを絞り込む
filter-words = 探すことば
filter-status = 状態
filter-need = 必要な助け
filter-do = 絞り込む
any = すべて
found = { $count }件
pages = ページ送り
page-before = 前のページ
page-after = 次のページ
waits-your-answer = あなたの返事を待っています
waits-offers = 力になるという申し出が{ $count }件あります
waits-answers = { $count }件の返事を待っています
show-all = すべて見る
none-found = 当てはまる困りごとはありません
none-found-do = 条件を減らすか、別のことばで探してみてください。
none-yet = まだ困りごとは載っていません
none-yet-do = 小さなことでも載せてみてください。隣の工場ではもう解決済みかもしれません。
none-asked = 頼まれたことはまだありません
none-asked-do = だれかが助けを求めたときは、メールでもお知らせします。

story = 事情
story-problem = 問題
story-present-state = 今の状態
story-tried = 試したこと
story-solved-when = 解決とみなす基準
story-outcome = 締めくくりのことば

done-posted = 困りごとを載せました。下から頼む先を選んでみてください。
done-changed = 直した内容を保存しました。
done-noted = 書き込みました。
done-draft = 書きかけを保存しました。載せるまではだれにも見えません。
done-deleted = 書きかけを消しました。
