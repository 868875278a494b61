### 自分についての記録と、それについての申し出の文。日本語が原文で、words.en.ftl がその訳です。

## ホーム

own_records-show-button = 自分についての記録を見る
own_records-log-button = 記録についての申し出
own_records-waiting = 記録についての申し出に答える（{ DAY($day) }まで）
own_records-mine-received = 記録についての申し出を見る
own_records-mine-answered = 記録についてのお答えを見る

## 自分についての記録

own_records-title = 自分についての記録
own_records-about = この窓口に残っている、あなたについての記録です。開けるのは、あなただけです。文は選んで写せます。ほかの方が書いた控え・聞き取り・報告と、ほかの方の件は入っていません。
own_records-open = この件を開く
own_records-line = { $label }：{ $value }
own_records-none = ありません
own_records-next = 次のページ
own_records-ask-button = 開示・訂正・利用の停止を申し出る
own_records-after-end =
    ■ 終わったあとに残るもの
    件が終わると、だれの件だったかは、鍵といっしょに消えます。ピアサポートでは、支援者がしたこと（月、種類、時間の長さなど）だけが、お名前なしで{ $years ->
        [0] 保存期間が決まるまで
       *[other] { $years }年
    }残ります。職場での人との関わりの相談では、報告された書類が、保存期間が決まるまで残ります。このとき、お名前とあなたの言葉の鍵は消えています。記録についての申し出とお答えは、お答えから{ $kept }日で消えます。
own_records-after-slack =
    ■ Slackに残るもの
    窓口が送った決まった文（「お知らせがあります」など）と日時、そしてあなたがDMに書いた文です。送った控えは、窓口からは{ $days }日で消えます。ボタンの先で書いたものは、Slackのメッセージになりません。
own_records-after-paper =
    ■ 紙で受け取る
    お電話（{ $phone }）でお申し出ください。ご本人かどうかを確かめて、その場でお渡しします。印刷する人の目には入ることがあります。印刷すると、あなたにお知らせが届きます。

## 申し出る

own_records-form-title = 記録についての申し出
own_records-form-about = お願いした件の言葉は、前の画面の「この件を開く」から、ご自分で直したり取り消したりできます。それでは足りないときに、こちらからどうぞ。
own_records-what = 申し出ること
own_records-what-see = 見たい（開示）
own_records-what-correct = 直してほしい（訂正）
own_records-what-stop = 使うのをやめてほしい（利用の停止）
own_records-subject = どの記録のことですか
own_records-subject-paper = 窓口での印刷
own_records-readers = この申し出を読んで答えるのは、次の人だけです。相談の中身は、この人には見えません。知られたくない人がいるときは、お電話でどうぞ。
own_records-reads = ・{ $about }：{ $who }
own_records-office = { $office }（{ $names }）
own_records-text = くわしく
own_records-text-hint = 直してほしいときは、どこがどう違うかを書いてください。相談したことの中身は書かなくてだいじょうぶです。
own_records-text-needed = ひとことで結構ですので、書いてください。
own_records-nobody = いま、これにお答えする人がいません。お電話でどうぞ（{ $phone }）。
own_records-submit = 申し出る

## 申し出のいま

own_records-case-title = 記録についての申し出
own_records-promise = { DAY($day) }までにお答えします。お答えできたら、お知らせが届きます。
own_records-missed = { DAY($day) }までのお約束でしたが、まだお答えできていません。申し訳ありません。担当には催促を続けています。お電話でもおたずねいただけます（{ $phone }）。
own_records-withdraw-button = 取り下げる
own_records-withdraw-sure = この申し出を消します。元には戻せません。
own_records-withdraw-done = 取り下げました。この申し出は残っていません。
own_records-forget-button = 読んだので消す
own_records-forget-sure = 申し出とお答えを消します。必要なら、先に写してください。
own_records-forget-done = 消しました。
own_records-held = ■ 記録についての申し出
own_records-held-requester = 申し出た人
own_records-held-asked_on = 申し出た日
own_records-held-what = 申し出たこと
own_records-held-subject = どの記録
own_records-held-text = くわしく
own_records-held-answered_by = お答えする人
own_records-held-due_on = お答えの期限
own_records-held-extended = 期限を延ばした理由
own_records-held-outcome = お答え
own_records-held-reason = 理由・説明

## 答える

own_records-handled-about = 見えるのは、この申し出だけです。相談の中身は見えず、見る必要もありません。
own_records-answer-button = 答える
own_records-answer-title = 申し出に答える
own_records-answer-about = 書いたことは、そのままご本人が読みます。
own_records-outcome = 結果
own_records-outcome-done = そのとおりにしました
own_records-outcome-partly = 一部だけ、そのとおりにしました
own_records-outcome-refused = お応えできません
own_records-outcome-longer = もう少し時間がいる（{ $days }日延ばす。一度だけ）
own_records-reason = 理由・説明
own_records-reason-hint = そのとおりにしたとき以外は、必ず書いてください。
own_records-reason-needed = ご本人が納得できるように、理由を書いてください。
own_records-extend-late = 期限を延ばせるのは、はじめの期限までに一度だけです。
own_records-answer-submit = 本人に伝える
own_records-log-title = 記録についての申し出
own_records-log-about = 答えを待っているものと、この{ $days }日に答えたものです。
own_records-log-waits = 待っています

## 紙・電話などで受けた申し出

own_records-entering-button = 紙や電話で受けた申し出を入れる
own_records-enter-title = 受けた申し出を入れる
own_records-enter-about = アカウントのない方から、紙・電話・来所で受けた申し出を入れます。アカウントのある方には、ご自分のホームからの申し出をご案内ください。ご本人にお知らせは届きませんので、お答えは紙でお渡しします。
own_records-caller = ご本人の名前と連絡先
own_records-caller-hint = お答えを届ける住所や電話番号を、ご本人に確かめてください。
own_records-caller-needed = お答えを届けられるように、ご本人の名前と連絡先を書いてください。
own_records-way = どのように受けましたか
own_records-way-paper = 紙（手紙・書面）
own_records-way-phone = 電話
own_records-way-counter = 来所
own_records-received = 受けた日
own_records-received-hint = お答えの期限は、この日の次の日から数えます。
own_records-received-later = 今日か、それより前の日を選んでください。
own_records-enter-text-hint = 聞いたとおり、書かれているとおりに書いてください。相談したことの中身は書かなくてだいじょうぶです。
own_records-enter-submit = 受け付ける
own_records-hand-over = アカウントのない方の申し出です。ご本人にお知らせは届きません。紙でお渡しするときは、鍵を預かる人に番号 { $number } を伝えて、印刷（print own）を頼んでください。
own_records-answer-about-paper = 書いたことは、そのまま紙に印刷して、ご本人にお渡しします。
own_records-answer-submit-paper = お答えを記録する
own_records-held-way = 受けた方法
own_records-after-entered = この申し出とお答えは、お答えから{ $kept }日で窓口から消えます。おたずねは、お電話（{ $phone }）でどうぞ。
