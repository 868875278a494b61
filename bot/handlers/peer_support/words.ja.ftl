### ピアサポートの文。日本語が原文で、words.en.ftl がその訳です。

## ホーム

peer_support-door = ピアサポート
peer_support-door-about = 仕事や暮らしのことで、身近な職員に話を聞いてもらえます。考えがまとまっていなくても、だいじょうぶです。
peer_support-door-button = 話を聞いてもらう
peer_support-mine = お願いした件（{ DAY($day) }までに連絡があります）
peer_support-mine-choose = お願いした件（選んでいただくことがあります）
peer_support-mine-open = お願いした件
peer_support-asked = お願い（{ DAY($day) }まで）
peer_support-asked-late = お願い
peer_support-under-way = 引き受けた件
peer_support-month-due = { month-name }分のまとめ（{ DAY($day) }まで）
peer_support-record-button = 記録する
peer_support-reports-button = 月ごとの報告を見る

## 申し込み

peer_support-form-title = 話を聞いてもらう
peer_support-form-readers = ここに書いたことを読むのは、上で選んだ一人だけです。上司や人事には伝わりません。
peer_support-form-detriment = 相談したことを理由に、不利な扱いを受けることはありません（要綱 第12条）。
peer_support-form-stored = 書いたことはSlackのメッセージになりません。暗号にして{ $organisation }の窓口に保存し、終わったら消します。
peer_support-form-topic = どんなことですか
peer_support-form-supporter = だれに話しますか
peer_support-form-supporter-hint = 選んだ方に直接届きます。「いまお願いできる方に」のときは、一人ずつ聞いて、聞かれた方が読みます。
peer_support-form-means = どうやって話すのがよいですか
peer_support-form-message = 伝えておきたいこと
peer_support-form-message-hint = 書かなくてもかまいません。ほかの方の名前は、なるべく書かないでください。
peer_support-form-submit = 送る
peer_support-superior = { $name }さんは、名簿ではあなたの上司にあたります。それでもこの方に話したいときは、もう一度「送る」を押してください。ほかの方を選び直すこともできます。
peer_support-already-asked = この方には、もうお願いしています。その件は、ホームの「お願いした件」から開けます。ほかの方にもお願いするときは、選び直してください。
peer_support-near-1 = 同じ部屋
peer_support-near-2 = 同じ所属
peer_support-near-3 = ほかの所属
peer_support-near-4 = 本部
peer_support-near-5 = 部外の相談員（{ $field }）
peer_support-near-superior = あなたの上司にあたる方
peer_support-nobody = いま、このホームからお願いできる方がいません。お電話でどうぞ（{ $phone }）。

## 申し込みのあと

peer_support-sent-title = 送りました
peer_support-sent = { $name }さんにお願いしました。数分おいて届きます。時間外のときは、次の勤務時間に届きます。
peer_support-sent-promise = { DAY($day) }までに、{ $name }さんが引き受けるかどうかの連絡があります。それまでに返事がないときは、こちらからお知らせして、どうするかを選んでいただきます。
peer_support-sent-anytime = いつでもホームから、取りやめることができます。

## お願いした人の画面

peer_support-case-title = お願いした件
peer_support-case-requested = { $name }さんにお願いしています。{ DAY($day) }までに連絡があります。
peer_support-case-unanswered = { $name }さんから、まだ返事がありません。お待たせしてすみません。もう少し待つことも、ほかの方にお願いすることもできます。お電話でもどうぞ（{ $phone }）。
peer_support-case-stepped_aside = いま、ほかの方をさがしています。お手数ですが、話したい方をもう一度選んでください。
peer_support-case-accepted = { $means ->
    [none] { $name }さんが引き受けました。{ $name }さんから連絡があります。
   *[other] { $name }さんが引き受けました。{ $means }で、{ $name }さんから連絡があります。
}
peer_support-case-accepted-nameless = { $name }さんが引き受けました。あなたの名前は出ていないので、連絡は「やり取り」に届きます。
peer_support-case-accepted-phone = 急ぐときは、こちらから電話してもかまいません（{ $number }）。
peer_support-case-closing = { $name }さんとの件は、ひと区切りつきました。この件の記録は、{ DAY($day) }に消えます。いますぐ消すこともできます。
peer_support-case-again = また話したくなったときは、いつでもホームからどうぞ。
peer_support-more-button = そのほか
peer_support-more-title = そのほか
peer_support-wait-button = もう少し待つ
peer_support-choose-button = ほかの方を選ぶ
peer_support-withdraw-button = 取りやめる
peer_support-forget-button = いま消す
peer_support-withdraw-sure = 書いたことも、だれにお願いしたかも、すぐに消えます。元には戻せません。
peer_support-forget-sure = この件の記録が、すぐに消えます。元には戻せません。
peer_support-choose-title = ほかの方を選ぶ
peer_support-withdrawn-title = 取りやめました
peer_support-withdrawn = 取りやめました。書いたことも、だれにお願いしたかも、消しました。また話したくなったときは、いつでもどうぞ。
peer_support-forgotten-title = 消しました
peer_support-forgotten = この件は消しました。また話したくなったときは、いつでもどうぞ。

## ピアサポーターの画面

peer_support-asked-title = お願い
peer_support-asked-from = { $name }さん（{ $unit }）から、話を聞いてほしいというお願いです。
peer_support-asked-from-unknown = { $name }さんから、話を聞いてほしいというお願いです。
peer_support-asked-from-nameless = お名前を出していない方（{ $ref }）から、話を聞いてほしいというお願いです。
peer_support-asked-topic = { $topic ->
    [none] どんなこと：会ってから
   *[other] どんなこと：{ $topic }
}
peer_support-asked-means = { $means ->
    [none] 希望の方法：特になし
   *[other] 希望の方法：{ $means }
}
peer_support-asked-message = 伝えておきたいこと
peer_support-now = いましていただきたい三つのこと
peer_support-now-1 = { DAY($day) }までに、引き受けるかどうかを選んでください。むずかしいときは、遠慮なく「ほかの方に」を押してください。
peer_support-now-2 = 引き受けたら、希望の方法で、まわりに人がいないときに連絡してください。
peer_support-now-3 = まず話を聞いてください。答えを急がず、ご本人が決めるのを手伝ってください。
peer_support-keep = 知ったことは、やめた後も、だれにも話せません（要綱 第13条）。上司に知らせるには、ご本人の同意が必要です（第10条第4項）。
peer_support-accept-button = 引き受ける
peer_support-aside-button = ほかの方に
peer_support-accepted-title = 引き受けました
peer_support-accepted = ありがとうございます。{ $name }さんに、引き受けたことだけをお知らせします。
peer_support-named-under-way = 引き受けていただいている件です。希望の方法で連絡し、話がひと区切りついたら、「ひと区切りついた」を押してください。
peer_support-nameless-under-way = 引き受けていただいている件です。お名前を出していない方なので、「やり取り」から連絡し、話がひと区切りついたら、「ひと区切りついた」を押してください。
peer_support-end-button = ひと区切りついた
peer_support-aside-title = ほかの方に
peer_support-aside-about = 断ったとは伝わりません。「ほかの方をさがしています」とだけお知らせします。理由もご本人には見えません。
peer_support-aside-reason = 理由
peer_support-aside-submit = ほかの方に
peer_support-aside-done-title = ありがとうございます
peer_support-aside-done = ご本人に、ほかの方をさがしているとお知らせします。この件は、もうあなたの画面には出ません。
peer_support-taken-back-title = 取り下げ
peer_support-taken-back = 届いていたお願いが一件、取り下げになりました。することはありません。
peer_support-ended-title = ひと区切りつきました
peer_support-ended = お疲れさまでした。ひと区切りついたことを、ご本人にお知らせします。
peer_support-ended-record = 続けて、したことを記録してください。

## 記録と月ごとの報告

peer_support-record-title = 記録する
peer_support-record-about = だれのことかは書きません（要綱 第11条第3項）。選ぶだけで終わります。相談を受けたときだけでなく、気付きや声掛けも一件です。ご家族からの相談や、電話や立ち話で受けたものも、ここに記録してください。
peer_support-record-month = いつの分ですか
peer_support-record-month-this = 今月（{ month-name }）
peer_support-record-month-last = 先月（{ month-name }）
peer_support-record-activity = したこと
peer_support-record-topic = どんなこと
peer_support-record-means = 方法
peer_support-record-duration = かかった時間
peer_support-record-requester = だれと
peer_support-record-submit = 記録する
peer_support-recorded-title = 記録しました
peer_support-recorded = { month-name }分に記録しました。翌月の1日にまとめができ、{ DATE($day) }までに一度押すだけで報告が終わります。
peer_support-month-closed = この月の分は、もう締め切りました。今月の分として記録するか、厚生課へお電話ください（{ $phone }）。
peer_support-month-title = { month-name }分のまとめ
peer_support-month-question = { month-name }に、気付きや声掛け、相談の対応はありましたか。なければ、何もしなくてかまいません。自動で「なし」になります。
peer_support-month-collecting = { month-name }分は { $count } 件です。翌月の1日に、報告のまとめができます。
peer_support-month-drafted = { month-name }分は { $count } 件です。このまま厚生課長に報告できます。だれのことかは入っていません。
peer_support-month-late = { DATE($day) }を過ぎましたが、いまからでも報告できます。
peer_support-month-sent = { month-name }分は報告済みです。ありがとうございます。
peer_support-month-closed_empty = { month-name }分は「なし」で締めました。何もしなくてかまいません。
peer_support-month-send = 報告する
peer_support-month-add = 記録を足す
peer_support-entry = { $activity }・{ $topic }・{ $means }・{ $duration }（{ $requester }）
peer_support-month-sent-title = 報告しました
peer_support-reports-title = 月ごとの報告
peer_support-reports-about = 記録にあるのは、したことの種類だけです。だれのことかは、どこにもありません。ご本人が同意したときだけ、くわしい内容が添えてあります（要綱 第11条第3項）。
peer_support-reports-none = { month-name }分の報告は、まだありません。
peer_support-reports-others = ほかの月
peer_support-reports-month = { $year }年{ month-name }分
peer_support-reports-from = { $name }（{ $unit }）：{ $count }件
peer_support-reports-from-again = { $name }（{ $unit }）つづき
peer_support-reports-next = 次のページ
