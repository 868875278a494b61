### 聞き取りへの同意、総務課長の決定、調査票（様式第2号）、結果。日本語が原文で、facts.en.ftl がその訳です。

## 本人の同意（K1）

harassment-hearing-question = 要綱では、報告のあと、行為者とされる方や見聞きした方からも話を聞くことになっています（第8条第1号）。聞き取りの中で、あなたのことだと相手にわかることがあります。聞き取りを進めてよいですか。
harassment-hearing-until = { DAY($day) }までにお返事がないときは、同意がないものとして聞き取りをせずに止めておきます。あとから変えることもできます。
harassment-hearing-before = いま決めなくてもかまいません。あなたのことだとわかる聞き取りが、お返事のないまま始まることはありません。
harassment-hearing-hidden = いまは、あなたのことだとわからないように話を聞いています。それも望まないときは、いつでも止められます。
harassment-hearing-agreed = 聞き取りに同意しています。「ほかにできること」から、いつでも取り消せます。取り消すと、聞き取りはすぐに止まります。それまでに書かれた調査票は対応者の手元にとどめ、総務課長には渡しません。取扱いにご希望があれば、対応者にお伝えください。
harassment-hearing-refused = あなたの同意がないので、聞き取りはしません。これまでに書かれた調査票があれば対応者の手元にとどめます。このあとどうするかは、総務課長が書面で決めます。
harassment-consent-hearing-button = 聞き取りに同意する
harassment-stop-hearing-button = 聞き取りはしないでほしい
harassment-note-consent-button = 本人の同意を聞いた
harassment-note-refusal-button = 本人は聞き取りを望まない

## だれから聞くか

harassment-heard-affected = 被害を受けた方
harassment-heard-respondent = 行為者とされる方
harassment-heard-third-party = 第三者（見聞きした方など）
harassment-heard-one = ・{ $who }

## 総務課長の指示（第8条第1号）

harassment-head-reported = 受付票を読み、事実の確認を対応者2人に指示してください（要綱 第8条第1号）。
harassment-head-found = 調査票を読み、このあとのことを決めてください。足りないことがあれば、あらためて確認を指示できます。
harassment-head-held = 本人が同意したときは、あらためて指示できます。聞き取りをせずに、書面で対応を終えることもできます。
harassment-order-button = 事実の確認を指示する
harassment-order-title = 事実の確認の指示
harassment-order-about = 対応者2人に、事実関係の調査と確認を書面で指示します（第8条第1号）。日付とともに残ります。行為者とされる方への連絡は、この仕組みからは行いません。
harassment-order-asked-until = 本人の同意：{ DAY($day) }まで返事を待っています。
harassment-order-agreed = 本人の同意：あります。
harassment-order-not-agreed = 本人の同意：ありません。
harassment-order-affected-agreed = 被害を受けた方の同意：あります。
harassment-order-affected-no = 被害を受けた方の同意：ありません。
harassment-order-affected-unasked = 被害を受けた方の同意：まだ聞けていません。
harassment-order-heard = 話を聞く人
harassment-order-known = 聞き取りで、相談した方がだれかが相手にわかりますか
harassment-order-known-yes = わかる、またはわかるかもしれない
harassment-order-known-no = わからないように聞ける
harassment-order-danger = 急ぐ事情
harassment-order-danger-yes = だれかの身に危険があり、返事を待てない
harassment-order-note = 対応者に伝えること
harassment-order-note-hint = 急ぐ理由、聞く順番、配慮してほしいことなど
harassment-order-submit = 指示する
harassment-order-refused = 本人の同意がないため、聞き取りを指示できません。本人が同意したとき、あらためて指示できます。
harassment-order-unanswered = 相談した方がだれかがわかる聞き取りには、本人の同意が要ります。返事を待つか、わからないように聞ける範囲で指示してください。
harassment-order-affected = 被害を受けた方の同意がまだありません。身に危険がある場合を除き、先に対応者が本人の考えを聞きます。
harassment-read-order-button = 指示を見る
harassment-order-read-title = 事実の確認の指示
harassment-order-none = 指示はまだありません。
harassment-order-on = { DAY($day) }の指示：次の方から話を聞く
harassment-order-told-yes = 相談した方がだれかがわかることについて、本人の同意があります。
harassment-order-told-no = 相談した方がだれかがわからないように聞いてください。
harassment-order-respondent = 行為者とされる方への連絡は、この仕組みからは行われません。呼び出し・反論・資料の求めは、書面で行ってください。
harassment-head-late = お待たせしています。このあとどうするかの決定が、めやすの日を過ぎました。決める方には、もう一度お願いしました。お急ぎのときや、お困りのときは { $phone } にお電話ください。
harassment-head-late-title = 決定が遅れている件
harassment-head-late-desk = 報告を受けた方の決定が、めやすの日を過ぎている件があります（第8条）。決める方に、早めの対応を声かけしてください。件の内容は、ここでは見られません。

## 調査票（様式第2号）

harassment-fact-sheets-button = 調査票
harassment-new-fact-sheet-button = 調査票を書き始める
harassment-report-facts-button = 総務課長に報告する
harassment-report-facts-sure = いまの調査票を総務課長に報告します。報告したあとは書き直せません。
harassment-facts-title = 調査票（様式第2号）
harassment-facts-about = 話を聞いた方ごとに1枚書き、そろったら総務課長に報告します（第8条第1号）。相談した方には、調査票は見えません。結果だけが伝わります。
harassment-facts-stopped = いまは、新しい聞き取りはしません。書かれた調査票は、対応者と、報告を受けた方だけが読めます。
harassment-facts-none-yet = 調査票はまだありません。
harassment-facts-missing = まだ調査票のない方
harassment-facts-reported = { DAY($day) }に報告された調査票です。
harassment-facts-unreported = 調査票は、まだ報告されていません。
harassment-facts-none = 書かれた調査票がまだありません。
harassment-facts-late = お待たせしています。事実の確認に、めやすより時間がかかっています。担当する方には、もう一度お願いしました。お急ぎのときや、お困りのときは { $phone } にお電話ください。
harassment-fact-new-title = 調査票を書き始める
harassment-fact-new-about = 名前は記録のためだけのものです。ここに書いても、その方に連絡が行くことはありません。
harassment-fact-who = 話を聞いた方
harassment-fact-name = 氏名など
harassment-fact-name-hint = 空欄でもかまいません。
harassment-fact-name-withheld = 本人は、氏名を総務課長に伝えることに同意していません。本人の氏名は書かないでください。
harassment-fact-submit = 保存する
harassment-fact-page-title = 調査票（{ $page }／{ $pages }）
harassment-fact-of = { $number }. { $who }
harassment-fact-stored = 1ページずつ保存されます。空欄のまま進んで、あとで書き足せます。
harassment-fact-witness = 調査に協力したことで不利益を受けることがあってはなりません（第4条第2項）。後日の確認を望む方は、ホームの「{ harassment-guideline-button }」の中の「{ harassment-witness-button }」から、ご自分で連絡先を残せます。この件とも、話を聞いた人とも結びつきません。そのことをお伝えください。
harassment-fact-read-title = 調査票
harassment-fact-empty = まだ何も書かれていません。
harassment-sheet-stopped = 聞き取りは止まっています。新しい調査票は書けません。
harassment-sheet-not-ordered = この方から話を聞くことは、指示されていません。

## 終わりと結果（K7）

harassment-close-after-facts-button = 対応を終える
harassment-close-title = 対応を終える
harassment-close-about = 結果は、対応者が本人に直接伝え、そのあと本人も読めます。聞き取りの内容や、ほかの方の名前、処分の詳細は書かないでください。
harassment-close-outcome = 結果
harassment-close-hint = どのような理由で、どのような対応をした（またはしなかった）か
harassment-close-submit = 決める
harassment-outcome-empty = 結果を書いてください。
harassment-close-requested = 本人が委員会での扱いを申し出ています。総務課長は委員会に依頼することになっています（第8条第2号）。
harassment-outcome-button = 結果を読む
harassment-outcome-title = 結果
harassment-outcome-tell = { DAY($day) }までに、結果を本人に直接伝えてください。
harassment-outcome-tell-then = 伝えたら、下のボタンを押してください。そのあと、本人もここで読めるようになります。
harassment-outcome-waits = 結果は、話を聞いた2人のどちらかが直接お伝えします。そのあと、ここでも読めるようになります。
harassment-outcome-told = すでに伝えたことになっています。
harassment-tell-outcome-button = 本人に伝えた

## ほかの人が相談したとき：先に、被害を受けた方に聞く（K5）

harassment-affected-title = あなたの考えを聞かせてください
harassment-affected-worried = 職場であなたに起きていることを心配している方がいます。だれが話したかは、お伝えできません。相談員が、あなたの知らないところで話を進めないように、先にあなたの考えをお聞きします。どれを選んでも、不利益になることはありません。
harassment-affected-until = { DAY($day) }までにお返事がないときは、聞き取りも委員会への依頼もしません。あとから変えることもできます。
harassment-affected-given = いまのお返事：{ $answer }。あとから変えることもできます。
harassment-affected-secret = お返事は、対応している相談員2人が読み、進めてよいかどうかだけが総務課長に伝わります。だれかの身に危険があるときは、止められないことがあります。
harassment-affected-go-on = 進めてよい
harassment-affected-stop = 聞き取りも委員会への依頼もしないでほしい
harassment-affected-talk = まず自分が相談員と話したい
harassment-affected-silent = 聞けなかった
harassment-affected-unasked = まだ聞いていません
harassment-affected-over = この件は終わりました。お返事は要りません。いつでも、ご自身で相談できます。
harassment-affected-asked = もう聞いています。返事をお待ちください。
harassment-affected-in-person = ここからは聞けません。直接会って聞いてください。
harassment-affected-said-button = 被害を受けた方の考え
harassment-affected-said-title = 被害を受けた方の考え
harassment-affected-first = ほかの方からの相談です。聞き取りや委員会への依頼の前に、被害を受けた方の考えを聞きます。望まないときは、身に危険がある場合を除き、進めません。だれが相談したかは伝えないでください。この仕組みから聞くときも、伝わりません。
harassment-affected-answer-is = いまの答え：{ $answer }
harassment-affected-waits = { DAY($day) }まで返事を待っています。
harassment-ask-affected-button = この仕組みから聞く
harassment-affected-in-person-label = 直接聞いたとき
harassment-affected-submit = 書きとめる
