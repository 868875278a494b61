### ストレスチェックの回（計画、対象者名簿）の文。日本語が原文で、round.en.ftl がその訳です。

stress-door = 心と体の健康
stress-door-about = 年に一度のストレスチェックと、健康のための用務の届けです。
stress-round-button = ストレスチェックの計画
stress-list-button = 対象者名簿
stress-taken-button = 回答の受けとり

stress-round-title = ストレスチェックの計画
stress-round-about = 年に一度の回を、ここで計画します。だれが受けたか、どんな結果だったかは、この画面にも、制度担当者にも見えません。
stress-round-none = 今年の回は、まだ計画されていません。
stress-round-missing = まだ任命されていない役割があります：{ $offices }。この方たちがいないと、回を始められません。
stress-round-undecided = Slackで回答してもらうには、要綱第21条による決定が要ります。決まったら、ポリシーの stress_check.electronic_form_decision に日付と番号を書いてください。
stress-round-prepare = 計画する
stress-round-change = 計画を直す
stress-round-figures = 人数
stress-round-prepared = 計画ができています。初日の朝に、ひとりでに始まります。
stress-round-open = 回答を受けつけています。
stress-round-closing = 回答の受けつけは終わりました。結果をまとめています。
stress-round-reviewing = 実施者が結果を確かめています。
stress-round-told = 結果は、受けた方に伝わりました。
stress-round-over = この回は終わりました。
stress-round-days = 期間：{ $first }から{ $last }まで
stress-round-method = 選び方：{ $method }
stress-round-outside = 要綱では{ $from }月から{ $to }月までに行うのが原則です。この期間は、そこから外れています。
stress-round-office = { $office }：{ $names }
stress-method-conversion = 素点換算表による方法
stress-method-sum = 合計点数による方法

stress-plan-about = 年に一度、{ $from }月から{ $to }月までに行うのが原則です。始まったあとは、期間も選び方も、たずねる項目も変えられません。
stress-plan-opens = 初日
stress-plan-closes = 最終日
stress-plan-closes-hint = この日の終わりまで答えられます。忙しい時期を避けて、ゆとりのある長さにしてください。
stress-plan-method = 面接指導の対象になりうる人の選び方
stress-plan-method-hint = 実施者の意見を聴き、衛生委員会で話し合って決めたものを選んでください。
stress-plan-save = 計画する
stress-round-past = 今日かそれより後の日を選んでください。
stress-round-order = 初日より後の日を選んでください。
stress-round-long = 次の年度に入る前の日を選んでください。
stress-round-nobody = 実施者・共同実施事務従事者・実施事務従事者がそろってから、計画してください。
stress-round-exists = 今年の回は、もう始まっています。年に一度だけ行えます。

stress-list-title = 対象者名簿
stress-list-about = 今日の対象者は{ $count }人です。名簿の職員のうち、決められた任用の方と、加えた方です。休んでいる方は入っていません。
stress-list-line = ・{ $unit }　{ $name }
stress-list-add = 人を加える
stress-list-leave = 対象外の期間を入れる
stress-list-add-about = 市長が特に必要と認める方を加えます。アカウントのない方は、名前と所属を書いてください。すべて紙でご案内します。
stress-list-person = 名簿から選ぶ
stress-list-name = 名前（アカウントのない方）
stress-list-unit = 所属（アカウントのない方）
stress-list-reason-label = 加える理由
stress-list-reason-hint = 名簿といっしょに、封をして残します。
stress-list-reason = 加える理由を、ひとことで結構ですので書いてください。
stress-list-who = 名簿から選ぶか、名前と所属を書いてください。
stress-list-there = この方は、もう名簿に入っています。
stress-list-leave-about = 休んでいる間は、対象になりません。理由は聞かず、残しません。日付だけを入れてください。
stress-list-first = いつから
stress-list-last = いつまで
stress-list-last-hint = この日の次の日から、また対象になります。
stress-list-order = 「いつから」より後の日を選んでください。
stress-list-save = 名簿に入れる
stress-list-span = { $first }から{ $last }まで
stress-list-away = { $name }：{ $days }は対象外
stress-list-back = 対象に戻す

## ホーム

stress-mine-invited = ストレスチェックに答える（{ DAY($day) }まで）
stress-mine-handed_in = ストレスチェックの紙を受けとりました
stress-mine-taken = ストレスチェックの回答を受けとりました
stress-mine-result = ストレスチェックの結果を見る
stress-wish-mine = 健康についてのご希望
stress-duty-round = ストレスチェックの計画
stress-duty-review = 結果を確かめる
stress-duty-entries = 封筒の回答を入れる（{ $count }通）
stress-duty-wishes = ご希望に答える

## 自分についての記録

stress-held-nothing = ■ ストレスチェック
stress-held-check = ■ ストレスチェック（{ $year }年）
stress-held-interview = ■ 健康の予定（{ $year }年）
stress-held-wish = ■ 健康についてのご希望
stress-held-unit = 受けたときの所属
stress-held-taken_on = 答えた日
stress-held-handed_in_on = 封筒を受けとった日
stress-held-told_on = 結果をお知らせした日
stress-held-received_on = 結果を受けとった日
stress-held-apply_by = 申し出ができる日まで
stress-held-quiet = お知らせは要らない
stress-held-paper = 紙で答えたい
stress-held-declined = 申し出をしない
stress-held-sex = 性別
stress-held-sex-male = 男性
stress-held-sex-female = 女性
stress-held-sex-unsaid = 答えない
stress-held-added = 加えた項目（{ $name }）
stress-held-sums = 合計点数
stress-held-applied_on = 申し出た日
stress-held-held_on = 行った日
stress-held-readers = 結果を見られる人
stress-held-slot = 日時と場所
stress-held-asked = 伝えたこと
stress-held-reply = お返事
