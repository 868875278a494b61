### だれに話すかを選ぶ画面の文。日本語が原文で、choice.en.ftl がその訳です。

## 申し込みの画面

peer_support-form-later = { $topic }（くわしくは会ってから）
peer_support-form-outside = 迷うときは、このまま送ってかまいません。ハラスメントは{ $harassment }、ストレスチェックは{ $stress }でも受け付けています。仕事そのものの進め方は、上司や担当の方へどうぞ。
peer_support-named = お名前
peer_support-named-shown = 名前を伝える
peer_support-named-hidden = 名前を相手に出さない
peer_support-named-hint = 名前を出さないときは、このアプリの画面でやり取りします。小さな職場では、また会えば、だれかわかることがあります。名前は、あとから伝えることもできます。
peer_support-avoid-button = 避けたい方がいるとき
peer_support-avoid = 避けたい方
peer_support-avoid-hint = ここで選んだことは、だれにも見えません。選んだ方に、この件が届くことはありません。
peer_support-avoid-person = { $unit ->
    [none] { $name }
   *[other] { $name }（{ $unit }）
}
peer_support-avoided = この方は、避けたい方に選ばれています。どちらかを選び直してください。
peer_support-near-free = 決められないとき
peer_support-free = いまお願いできる方に（一人ずつ聞きます）
peer_support-nobody-free = いま、ほかにお願いできる方がいません。お名前で選ぶか、お電話でどうぞ（{ $phone }）。
peer_support-near-away = いま留守の方
peer_support-person = { $where ->
    [none] { $name }（{ $office }）
   *[other] { $name }（{ $where }・{ $office }）
}
peer_support-person-away = { $person }（{ DATE($day) }まで留守）
peer_support-families = ご家族の方や、Slackを使わない方は、お電話{ $mail ->
    [none] でどうぞ
   *[other] かメール（{ $mail }）でどうぞ
}（{ $desk } { $phone }）。ピアサポーターに直接声をかけてもかまいません。

## お願いしたあと

peer_support-sent-free = むずかしいときは、次の方に一人ずつ聞きます。だれに聞いているかは、いつもお知らせします。
peer_support-case-free = むずかしいときは、次の方に一人ずつ聞きます。だれに聞いているかは、いつもここに出ます。
peer_support-substitute-button = { $name }さんにお願いする
peer_support-correct-button = 書いたことを直す
peer_support-correct-title = 書いたことを直す
peer_support-correct-about = まだどなたも引き受けていないので、直せます。前に書いたことは残りません。
peer_support-correct-submit = 直す
peer_support-correct-late = もう引き受けた方がいるので、ここでは直せません。ホームの「お願いした件」から、続けて伝えてください。
peer_support-accepted-nameless = ありがとうございます。ご本人に、引き受けたことだけをお知らせします。
peer_support-now-2-nameless = 引き受けたら、この件の「やり取り」から連絡してください。お名前を出していない方です。
