### いのちや身体の危険、犯罪のときの文。日本語が原文で、words.en.ftl がその訳です。

## 「急ぐとき」の画面に置く、二つの入口

danger-call-about = だれかに連絡してほしいときは、下のボタンを押してください。当番（{ $roles }）に、あなたの名前がすぐに届きます。何も書かなくてかまいません。
danger-call-button = 連絡してほしい
danger-call-sure = 当番（{ $roles }）に、夜でも休みでも、あなたの名前をすぐに知らせます。
danger-call-yes = 知らせる
danger-crime-about = 犯罪にあったとき、犯罪に関わることかもしれないときの番号です。見るだけでは、だれにも伝わりません。
danger-crime-button = 犯罪に関わること

## どの画面でも、まず番号

danger-emergency = いのちや身体の危険が迫っているときは、迷わず 119番（救急・消防）か 110番（警察）へ電話してください。
danger-on-duty = { $name }：{ $number }

## 呼んだあと

danger-status-title = 当番に知らせました
danger-status-calling = { $count ->
    [one] 当番の方に知らせました。
   *[other] 当番の{ $count }人に、ひとりずつ順に知らせています。最初の方には、もう知らせました。
} 引き受けた方の名前は、この画面でわかります。お知らせも届きます。
danger-status-until = { DAY($until) } { TIME($until) }までに、だれかから返事があるはずです。それまで待てないとき、過ぎても返事がないときは、119番か110番、または下の番号に電話してください。
danger-status-confirmed = { $name }さんが引き受けました。まもなく連絡があります。
danger-status-confirmed-raised = { $name }さんが引き受けました。まもなく、ご本人に連絡します。
danger-status-confirmed-phone = こちらから電話してもかまいません（{ $number }）。
danger-status-confirmed-again = 連絡が来ないときは、もう一度、当番の全員に順に知らせることができます。
danger-status-confirmed-raised-again = ご本人に連絡がついていないようなら、もう一度、当番の全員に順に知らせることができます。
danger-status-unanswered = 当番に知らせましたが、返事がありませんでした。お待たせして、ほんとうにすみません。下の番号に電話してください。もう一度、当番に知らせることもできます。
danger-status-nobody = いま、当番の方がいません。すみません。下の番号に電話してください。
danger-status-superior = 名簿であなたの上司にあたる方には、ほかの方から返事がないときだけ知らせます。
danger-status-raised = 引き受けた方に伝わるのは、ご本人の名前と連絡先、あなたの名前と電話番号だけです。ご本人が話したことは伝わりません。あとで関わっていない方が確かめ、知らせたことをご本人にも伝えます（伝えると危ないときは伝えません）。
danger-again-button = もう一度知らせる
danger-phone-given = 連絡先は、あなたが書いた番号（{ $number }）です。変えたいときは、下に書いてください。
danger-phone-roster = 連絡先は、名簿の番号（{ $number }）です。ほかの番号がよいときは、下に書いてください。
danger-phone-unknown = 名簿に電話番号がありません。よければ、下に書いてください。
danger-phone = 電話番号
danger-phone-hint = 書かなくても、連絡はお願いしてあります。
danger-phone-submit = 番号を伝える
danger-already = もうお願いしてあります。ホームの「お願いした連絡」からご覧ください。

## 犯罪に関わること

danger-crime-title = 犯罪に関わること
danger-crime-numbers =
    いま起きているとき、急ぐときは 110番（警察）へ。
    急がない相談は #9110（警察相談専用電話）へ。
danger-crime-nobody = だれにも知らせていません。この画面を見たことも残りません。
danger-crime-ticks = あてはまるときだけ
danger-crime-tick = いのちや身体に危険がある（当番にすぐ知らせます）
danger-crime-submit = 当番に知らせる
danger-crime-unticked = 当番に知らせるときは、印をつけてください。つけないときは、そのまま閉じてください。

## 相談を受けた方から

danger-raise-title = 危険・犯罪のおそれ
danger-raise-about = いのちや身体に危険があるときは、下に印をつけて送ってください。当番（{ $roles }）に、ご本人とあなたの名前がすぐに届きます。ご本人が話したことは届きません（要綱 第10条第4項）。
danger-raise-what = あてはまるもの
danger-raise-danger = ご本人やほかの方の、いのちや身体に危険がある
danger-raise-crime = 犯罪に関わることが含まれている
danger-raise-services = 119番か110番への電話
danger-raise-called = もう電話した
danger-raise-submit = 送る
danger-raise-unticked = 当番に知らせるのは、いのちや身体に危険があるときです。あてはまるものに印をつけてください。

## 当番の方の画面

danger-page-title = 急ぎのお願い
danger-page-calling = いま、助けを必要としている方がいます。すぐに電話できるなら、引き受けてください。引き受けると、お名前と連絡先が出て、ほかの方への知らせは止まります。
danger-page-calling-not = むずかしいときは、何も押さずに閉じてください。次の方に知らせます。
danger-page-taken = { $name }さんが引き受けました。していただくことはありません。
danger-page-mine = あなたが引き受けた件です。
danger-page-over = 知らせる時間が過ぎて、この件は終わりました。していただくことはありません。
danger-confirm-button = 引き受ける
danger-who-button = お名前と連絡先を見る
danger-who-title = 引き受けた件
danger-who-name = { $name }さん（{ $unit }）
danger-who-unlisted = 名簿にない方です。Slackでのお名前は次のとおりです。
danger-who-unknown = お名前はわかりません。知らせた方に聞いてください。
danger-who-phone-given = ご本人が書いた番号：{ $number }
danger-who-phone-roster = 名簿の番号：{ $number }
danger-who-phone-none = 電話番号はわかりません。
danger-who-by-person = ご本人が「連絡してほしい」と知らせました。
danger-who-raiser = 知らせた方：{ $name }さん（{ $number }）
danger-who-crime = 犯罪に関わることが含まれています。
danger-who-services = { $called ->
    [yes] 119番か110番には、知らせた方がもう電話しています。
   *[no] 119番や110番には、まだ電話していないかもしれません。
}
danger-who-now = いましていただくこと
danger-who-now-1 = すぐに電話してください。出ないとき、危険が迫っているときは、119番か110番へ。
danger-who-now-2 = わけを聞くより先に、いまどこにいるか、けがはないか、そばに人がいるかを確かめてください。
danger-who-now-3 = 上司に知らせるには、ご本人の同意が必要です（要綱 第10条第4項）。ここで知ったことは、書き写さないでください。
danger-who-gone = お名前と連絡先は、知らせてから{ $hours }時間で消えます。

## あとで確かめる方の画面

danger-review-title = 確かめのお願い
danger-review-about = { month-name }に、危険を知らせるために、当番が呼ばれました。どなたのことかは出ません。関わっていないあなたに、すぐに手が打たれたかを確かめていただきます（要綱 第10条第4項）。
danger-review-side = { $side ->
    [person] 知らせたのは、ご本人です。
   *[supporter] 知らせたのは、相談を受けた方です。
}
danger-review-taken = 引き受けた方：{ $name }さん
danger-review-not-taken = 引き受けた方はいません。
danger-review-handled = すぐに手が打たれましたか
danger-review-handled-yes = はい
danger-review-handled-no = いいえ
danger-review-telling = 当番に知らせたことを、ご本人に伝えてよいですか
danger-review-tell = 伝える
danger-review-unsafe = 伝えると危ないので、伝えない
danger-review-submit = 確かめました
danger-review-over = この件は、もう確かめが済んでいます。ありがとうございます。
danger-review-other = この件に関わった方には、確かめをお願いできません。ほかの方にお願いしています。
danger-reviewed-already = { danger-review-over }
danger-reviewed-title = ありがとうございます
danger-reviewed = 確かめていただいたことを記録しました。

## ご本人へ、監査の方へ

danger-told-title = お伝えすること
danger-told = あなたのいのちや身体が心配だとして、相談を受けた方が職場の当番に知らせました（要綱 第10条第4項）。引き受けた方に伝わったのは、お名前と連絡先だけです。あなたが話したことは伝わっていません。
danger-told-gone = 伝わったお名前と連絡先は、知らせてから{ $hours }時間で消えます。残る記録は、手を打ったということだけです。気がかりなことは、お電話でどうぞ（{ $phone }）。
danger-often-title = お知らせ
danger-often = ひとりの方が、ひと月に{ $limit }回より多く、当番への知らせを使いました。どの件か、どなたのことかは出ません。使い方は、厚生課長と確かめてください。

## ホーム

danger-mine = お願いした連絡
danger-raised = 当番に知らせた件
danger-waiting = 急ぎのお願い
danger-taken = 急ぎのお願い（引き受けた件）
danger-to-review = 確かめのお願い（{ DAY($day) }まで）

## 自分について持っているもの

danger-held = ■ 当番への連絡
danger-held-state = いま
danger-held-open = 当番の返事を待っているか、返事をもらったところです
danger-held-over = 終わりました。名前は、まもなく消えます
