### コーディネーターへの相談、支える人自身のこと、練習。日本語が原文で、advice.en.ftl がその訳です。

## 名前などの代わりに入る言葉

peer_support-mark-name = （ある人）
peer_support-mark-mention = （ある人）
peer_support-mark-unit = （ある所属）
peer_support-mark-room = （ある場所）
peer_support-mark-employment = （ある区分）
peer_support-mark-when = （ある日時）
peer_support-mark-phone = （電話番号）
peer_support-mark-mail = （メールアドレス）
peer_support-mark-number = （番号）
peer_support-kind-name = 名前
peer_support-kind-mention = 宛先やリンク
peer_support-kind-unit = 所属
peer_support-kind-room = 部屋
peer_support-kind-employment = 職員の区分
peer_support-kind-when = 日付や時刻
peer_support-kind-phone = 電話番号
peer_support-kind-mail = メールアドレス
peer_support-kind-number = 番号
peer_support-left-out = だれのことかわかりそうな言葉を、置きかえました。
peer_support-left-out-and = 、
peer_support-left-out-kind = ・{ $kind }：{ $words }

## コーディネーターへの相談

peer_support-advice-button = コーディネーターに相談する
peer_support-advice-title = コーディネーターへの相談
peer_support-advice-about = だれの件かは書かずに相談できます（要綱 第10条第2項）。名前・所属・日付などは、送る前に自動で置きかえ、どう送られるかをお見せします。どのお願いとも結びつきません。あなたのお名前は、選んだ方だけに伝わります。
peer_support-advice-text = 相談したいこと
peer_support-advice-text-hint = めずらしい出来事は、それだけでだれのことかわかることがあります。おおまかに書いてください。
peer_support-advice-coordinator = だれに相談しますか
peer_support-advice-coordinators = コーディネーター
peer_support-advice-purpose = どんな相談ですか
peer_support-advice-purpose-guidance = 進め方の助言がほしい
peer_support-advice-purpose-load = 自分の負担が大きい
peer_support-advice-look = 送る前に見る
peer_support-advice-preview = このように送ります
peer_support-advice-as-sent = 送る文（ここで書き直せます）
peer_support-advice-nothing-left-out = 置きかえた言葉はありません。読み返して、だれのことかわかる出来事がないかをお確かめください。
peer_support-advice-few = 書かれていた所属や区分にあてはまる方は、わずかです。言葉を置きかえても、だれのことかわかるかもしれません。出来事をもう少しおおまかに書き直すことをおすすめします。
peer_support-advice-send = この内容で送る
peer_support-advice-empty = 相談したいことを書いてください。
peer_support-advice-identifying = だれのことかわかりそうな言葉が残っています。その言葉を消してから、もう一度送ってください。
peer_support-advice-sent-title = 送りました
peer_support-advice-sent = { $name }さんに送りました。{ DAY($day) }までに返事があります。ないときは、こちらからお知らせします。
peer_support-advice-me = あなた
peer_support-advice-earlier = 前にお願いした方
peer_support-advice-earlier-page-button = { peer_support-talk-earlier-button }
peer_support-advice-later-page-button = { peer_support-talk-later-button }
peer_support-advice-asked = { $name }さんに相談しています。{ DAY($day) }までに返事があります。
peer_support-advice-unanswered = { $name }さんから、まだ返事がありません。お待たせしてすみません。ほかの方に相談することもできます。
peer_support-advice-answered = { $name }さんから返事がありました。
peer_support-advice-kept = やり取りがなければ、{ DAY($day) }に自動で消えます。終えると、すぐに消えます。
peer_support-advice-other-button = ほかの方に相談する
peer_support-advice-other-title = ほかの方に相談する
peer_support-advice-close-button = 相談を終える
peer_support-advice-close-sure = この相談のやり取りが、すぐに消えます。元には戻せません。
peer_support-advice-closed-title = 相談を終えました
peer_support-advice-closed = この相談のやり取りを消しました。またいつでもどうぞ。
peer_support-advice-from = { $name }さんから、進め方についての相談です。だれの件かは入っていません。
peer_support-advice-from-load = { $name }さんから、自分の負担が大きくなっているという相談です。ほかの方には見えません。
peer_support-advice-answer = 返事
peer_support-advice-nameless = だれの件かは、たずねないでください（要綱 第10条第2項）。知ったことは、だれにも話せません（第13条）。
peer_support-advice-mine = コーディネーターへの相談
peer_support-advice-mine-answered = コーディネーターへの相談（返事があります）
peer_support-advice-mine-unanswered = コーディネーターへの相談（選んでいただくことがあります）
peer_support-advice-due = 相談への返事（{ DAY($day) }まで）
peer_support-advice-late = 相談への返事
peer_support-advice-open = 返事をした相談

## 支える人自身のこと

peer_support-care-load = いま引き受けている件：{ $taken_on }件。今月の記録：{ $entries }件（あなただけに見えています）
peer_support-load-button = 負担が大きいとき
peer_support-care-text = 人の話を聞くのは、力のいることです。一人で抱えずに、休むことも引き受けないことも選べます。眠れない、頭から離れないと感じたら、早めに話してください。ここに書いたことは、選んだ一人だけが読みます。何も書かずに送ってもかまいません。

## 練習

peer_support-practise-button = 練習する
peer_support-practice-row = 練習のお願い
peer_support-practice-banner = 【練習】これは練習です。お願いした人はいません。押しても、だれにも知らされず、どこにも数えられません。{ DAY($day) }に自動で消えます。
peer_support-practice-person = 練習の相談者
peer_support-practice-message = 最近、仕事のことが気になって、休みの日も気持ちが休まりません。どうしたいのか、自分でもよくわからないのですが、一度聞いてもらえますか。
peer_support-practice-nobody = 【練習】練習なので、だれにも知らせていません。
peer_support-practice-record = 本番では、このあと、したことを記録します。練習では何も記録されません。
peer_support-practice-open = 練習のお願いは、もう開いています。ホームからお進みください。
peer_support-practice_accept-button = { peer_support-accept-button }
peer_support-practice_aside-button = { peer_support-aside-button }
peer_support-practice_end-button = { peer_support-end-button }
