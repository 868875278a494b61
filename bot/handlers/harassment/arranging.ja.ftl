### 日・場所・対応者を決めるまで。日本語が原文で、arranging.en.ftl がその訳です。

## 本人の画面

harassment-promise = { DAY($day) }までに、話を聞く日と場所の案をお知らせします。
harassment-with-whom = いま、この件は{ $names }のところにあります。
harassment-missed = お約束した日までに決められませんでした。お待たせして申し訳ありません。もう少し待つことも、送り先を変えることも、取り下げることもできます。お電話でもどうぞ（{ $phone }）。
harassment-someone-left = 対応するはずだった人が、この件から外れました。あらためて2人を決めています。
harassment-refusals = 相談員が対応できない理由：{ $reasons }
harassment-meeting-what = { DAY($day) } { $at }・{ $place }{ $means ->
    [none] {""}
   *[other] ・{ $means }
}
harassment-meeting-with = 話を聞くのは、相談員の{ $names }です。聞いたことは、2人が受付票（様式第1号）にまとめます。
harassment-called = { $name }さん
harassment-works-under = { $name }さんは、知られたくない人として挙げた方の直属の部下です。気になるときは「ほかを希望する」を押してください。
harassment-yes-wanted = この案でよければ「これでよい」を、変えたいところがあれば「ほかを希望する」を押してください。急ぐ必要はありません。
harassment-yes-given = お返事をいただきました。ほかの人の返事がそろうと決まります。
harassment-idle = しばらく動きがありません。このまま続けるときは「続ける」を押してください。{ DAY($day) }までにどなたも押さないときは、この件の記録をすべて消して終わります。
harassment-wait-button = もう少し待つ
harassment-carry-on-button = 続ける
harassment-idle-over-title = 終わりました
harassment-idle-over = 長く動きがなく、続けるというお返事もなかったので、ひとつの件を終わりにし、記録をすべて消しました。また話したくなったときは、いつでもホームからどうぞ。
harassment-ask-other-button = ほかを希望する
harassment-ask-other-title = ほかを希望する
harassment-ask-other-submit = 送る
harassment-ask-other-about = 遠慮はいりません。選んだところを考えなおして、あらためて案をお知らせします。
harassment-ask-other-what = 変えたいところ
harassment-ask-other-text = どのようにしたいですか
harassment-ask-other-late = この案は、もう決まったか、変わっています。送っていません。書いたことは、この欄に残っています。
harassment-other-day = 日や時間
harassment-other-place = 場所
harassment-other-means = 方法
harassment-other-responders = 話を聞く人

## 日を変える

harassment-reschedule-button = 日や場所を変える
harassment-reschedule-title = 日や場所を変える
harassment-reschedule-submit = 提案する
harassment-reschedule-about = 新しい日と場所を入れてください。ほかの人の返事がそろうと決まります。
harassment-reschedule-late = この件は、もう先へ進んでいます。いまの状況は、ホームからご覧ください。
harassment-moved-on = 開いているあいだに、この件の内容が変わりました。画面を閉じて、もう一度開いてください。
harassment-meeting-day = 日にち
harassment-meeting-time = 時間
harassment-meeting-place = 場所
harassment-meeting-place-hint = 人目につかず、話し声が外に聞こえないところにしてください。電話のときは「電話」と書いてください。
harassment-meeting-means = 方法
harassment-meeting-past = もう過ぎています。これからの日時を選んでください。
harassment-meeting-nowhere = 場所を書いてください。電話のときは「電話」と書いてください。

## 日・場所・対応者を決める人の画面

harassment-arrange-waits = 案が出ています。本人と対応者2人の返事がそろうと決まります（{ DAY($day) }まで）。案は、出し直すこともできます。
harassment-arrange-by = { DAY($day) }までに、日・場所・対応者2人の案を出してください（要綱 第7条第6項）。
harassment-answer-by = 対応者としてお名前が挙がっています。「日・場所・希望を見る」を開いて、{ DAY($day) }までにお返事をお願いします。
harassment-after-meeting = 話を聞き終えたら「話を聞いた」を押してください。日や場所はお二人からも変えられます。
harassment-arrangement-button = 日・場所・希望を見る
harassment-arrangement-title = 日・場所・希望
harassment-comes = { $name }さん（{ $unit }、内線 { $number }）
harassment-comes-caller = 電話などで受け付けた方（{ $name }）
harassment-wishes-none = 日・場所・対応者の希望は書かれていません。
harassment-other-asked = 本人が変えたいところ：{ $what }
harassment-proposed = いま出ている案
harassment-settled = 決まったこと
harassment-the-two = 対応者：{ $names }
harassment-arrange-button = 日・場所・対応者を決める
harassment-arrange-title = 日・場所・対応者
harassment-arrange-submit = 案を出す
harassment-arrange-people = 対応者（2人）
harassment-arrange-people-hint = { $n }人を選んでください。原則として、本人が希望する相談員が対応します（要綱 第7条第7項）。名簿に性別はありません。希望があるときは、それに沿って選んでください。
harassment-arrange-two = 対応者は2人です（要綱 第7条第6項）。
harassment-arrange-why = 希望された相談員を選ばないときの理由
harassment-arrange-why-hint = 本人が読みます。
harassment-arrange-reason = 希望された相談員が入っていません。理由を選んでください。本人が読みます。
harassment-counsellors-wished = 本人が希望する相談員
harassment-counsellors-all = 相談員
harassment-confirm-button = これでよい
harassment-refuse-button = 対応できない
harassment-refuse-title = 対応できない
harassment-refuse-submit = 伝える
harassment-refuse-about = 理由を選んでください。本人が読みます。ほかの相談員を決めなおします。
harassment-refuse-why = 理由
harassment-refused-title = ありがとうございます
harassment-refused = ほかの相談員を決めなおします。この件は、対応者としてのあなたの画面には出なくなりました。
harassment-meet-button = 話を聞いた
harassment-meet-early = 決まった日より前です。日を変えて話を聞いたときは、先に「日や場所を変える」で日を直してください。

## 外れること、代わること

harassment-leave-caller = この件を知っているのは、いまあなただけです。外れると、だれにも見えなくなります。先にご本人に電話で伝え、ほかの受け手に話し直すことが決まったら、「ご本人が取り下げる」で閉じてください。
harassment-step-aside-button = この件から外れる
harassment-step-aside-sure = 理由はたずねません。この件はすぐにあなたの画面から消え、元に戻せません。
harassment-aside-title = 外れました
harassment-aside = この件から外れました。見ることも、知らせを受けることもありません。知ったことは、これからもだれにも話せません（要綱 第11条）。
harassment-pair-find = 対応者が1人足りません。代わりの相談員を選んでください。
harassment-pair-short = 対応者が足りませんが、代わりにお願いできる相談員が、いまはいません。
harassment-pair-none = 対応者がいなくなり、代わりにお願いできる相談員がいません。
harassment-one-finds = 対応者の1人が、この件から外れました。もう1人が続け、代わりの相談員を選んでいます。
harassment-one-left = 対応者の1人が、この件から外れました。代わりにお願いできる相談員がいないので、もう1人が続けます。
harassment-being-found = 対応者が、この件から外れました。代わりの相談員を選んでいます。
harassment-none-left = 対応者が、この件から外れました。代わりにお願いできる相談員が、いまはいません。お電話でどうぞ（{ $phone }）。
harassment-take-place-button = 代わりの相談員を選ぶ
harassment-take-place-title = 代わりの相談員を選ぶ
harassment-take-place-submit = 決める
harassment-take-place-about = 選ばれた人は、この件の内容を読めるようになります。本人にも、代わったことをお知らせします。
harassment-take-place-who = 代わりの相談員
