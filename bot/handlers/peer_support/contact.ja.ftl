### ピアサポートのおわりの文。日本語が原文で、contact.en.ftl がその訳です。

## おわりに選ぶこと

peer_support-finish-button = もうだいじょうぶです
peer_support-keep-button = 連絡先を残す
peer_support-keep-about = 連絡先を残すと、{ DAY($day) }まで、ホームから同じ方にすぐお願いできます。残るのは、だれと、いつまで、お願いした日だけです。お相手には伝わりません。選ばなければ、残りません。
peer_support-over-title = 終わりになりました
peer_support-over = 引き受けていただいていた件が一件、終わりになりました。ありがとうございました。

## しばらく動きがないとき

peer_support-idle = しばらく動きがないようです。まだ続いているときは「続ける」を押してください。{ DAY($day) }までどなたも押さなければ、この件は終わりになり、記録も消えます。
peer_support-carry_on-button = 続ける
peer_support-idle-title = 終わりになりました
peer_support-idle-over = しばらく動きがなかった件を一件、終わりにしました。書いたことも、だれにお願いしたかも、消しました。また話したくなったときは、いつでもホームからどうぞ。

## 残した連絡先

peer_support-contact-mine = 残した連絡先（{ DAY($day) }まで）
peer_support-contact-mine-asked = 残した連絡先（おたずねがあります）
peer_support-contact-title = 残した連絡先
peer_support-kept = 連絡先を残しました。ホームから、いつでも開けます。
peer_support-contact-with = { $name }さんに、{ DAY($day) }まで、ここからまたお願いできます。
peer_support-contact-over = { $name }さんには、いまお願いできません。役割を終えたのかもしれません。ほかの方に話すことができます。
peer_support-contact-gone = この連絡先は、{ DAY($day) }を過ぎると自動で消えます。
peer_support-reopen-button = また話を聞いてもらう
peer_support-forget_contact-button = いま消す
peer_support-forget_contact-sure = 連絡先と控え番号が、すぐに消えます。元には戻せません。

## 控え

peer_support-receipt-button = 控えを見る
peer_support-receipt-title = 控え
peer_support-receipt =
    控え番号：{ $code }
    { DAY($day) }にお願いしたことの控えです。
peer_support-receipt-about = お名前も、相談したことの中身も入っていません。必要なときに{ $organisation }の窓口（{ $phone }）へこの番号を伝えると、その日にお願いがあったことだけを確かめられます。この件を消すと、番号も使えなくなります。

## そのあとのおたずね

peer_support-check = 一度だけ、おたずねします。相談してからきょうまで、不利な扱いを受けていると感じることはありますか。相談する前とくらべて、いかがですか。答えなくてもかまいません。どの答えも、だれにも伝わらず、記録にも残りません（要綱 第12条）。
peer_support-check_same-button = 変わりない
peer_support-check_better-button = よくなった
peer_support-check_worse-button = わるくなった
peer_support-checked-title = ありがとうございます
peer_support-checked = ありがとうございました。おたずねは、これでおしまいです。
peer_support-worse-title = ありがとうございます
peer_support-worse = 教えてくださって、ありがとうございます。まだ、だれにも伝わっていません。話してもよいと思う方がいれば、選んでください。文を送る前に、直すことも消すこともできます。
peer_support-worse-same = { $name }さんに話す
peer_support-worse-other = ほかの方に話す
peer_support-worse-anytime = いまでなくても、だいじょうぶです。いつでもホームからお願いできます。
peer_support-worse-message = 以前相談したあと、不利な扱いを受けていると感じることがあります。
