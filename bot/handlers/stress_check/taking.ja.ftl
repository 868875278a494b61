### ストレスチェックを受ける方、紙を受けとる方、紙を入力する方の画面の文。日本語が原文で、taking.en.ftl がその訳です。

## はじめの画面

stress-taking-title = ストレスチェック
stress-start-about = 年に一度の、心と体の健康の質問です。{ $day }まで、都合のよいときに答えられます。10分ほどで終わります。途中でやめて、別の日に続きから答えてもかまいません。
stress-start-time = 答える時間は、勤務時間のうちです。その間は、職務に専念する義務が免除されています（要綱第14条）。
stress-start-detriment = 受けないことを理由に、不利益な扱いを受けることはありません（要綱第19条第1号）。治療中などで答えにくいときは、答えなくてかまいません。
stress-start-begin = 答えはじめる
stress-start-go-on = 続きから答える
stress-start-end = 送る前の確認へ
stress-start-paper = 紙で答えたい
stress-start-quiet = お知らせは要らない
stress-start-saved = ここまでの答えを、封をして保存しました。続きは、ホームからいつでもどうぞ。
stress-start-paper-noted = 紙でのご希望を受けとりました。{ $clerks }が、調査票と封筒をお渡しします。気が変わったら、ここで答えてもかまいません。
stress-start-quiet-noted = これからは、答えのお願いをお送りしません。お知らせを止めたことは、ほかのだれにも見えません。答えたくなったら、いつでもここからどうぞ。
stress-start-who = 行う人と、見える人
stress-start-nobody = いまはいません
stress-start-seen = 答えと結果を見られるのは、あなたのほかは、実施者（{ $implementers }）と共同実施事務従事者（{ $joint_clerks }）だけです。実施事務従事者（{ $clerks }）に見えるのは、回答を受けとったかどうかだけです。{ $planner }に見えるのは、人数だけです。上司にも総務課にも、答えや結果は見えません。結果が総務課に渡るのは、あなたが医師との面接を自分から申し出たときだけで、その前に、もう一度くわしくお伝えします。
stress-start-server = この仕組みが動いている機械は、{ $office }（{ $names }）が管理しています。記録は暗号にして保存していますが、機械と鍵の両方に手の届く人なら、技術的には読むことができます。画面で開いたことは記録に残りますが、機械の中を直接読んだことまでは、この仕組みには分かりません。答えは、Slackを通って届きます。
stress-start-decision = 要綱は、紙の調査票と封筒を定めています。ここで答えられるのは、要綱第21条による決定（{ $decision }）があるからです。紙で答えても、扱いは同じです。
stress-start-form = 要綱は、紙の調査票と封筒を定めています。紙で答えても、扱いは同じです。
stress-start-next = このあと

## ページ

stress-taking-page-title = ストレスチェック { $page }/{ $pages }
stress-taking-page-about = 「次へ」「前へ」「ここまでにする」を押すと、このページの答えが保存されます。答えにくい質問は、あとに回してかまいません。
stress-page-translation = この文は参考訳です。正式な調査票は日本語です。
stress-page-next = 次へ
stress-page-back = 前へ
stress-page-pause = ここまでにする
stress-page-added = そのほかの質問
stress-page-added-about = この職場で加えた質問です。点数には入りません。最もあてはまるものを選んでください。
stress-page-first-open = まだの質問へ
stress-page-look-again = はじめから見なおす
stress-page-open-line = { $area }：{ $numbers }
stress-page-open-added = そのほかの質問
stress-page-open-sex = 性別
stress-sex = 性別
stress-sex-reason = 点数を表にあてはめるためにだけ、お聞きします。国の素点換算表は、男性と女性で欄が分かれています。「答えない」を選ぶと、表にあてはめた判定は行われず、実施者が一人ひとりの結果として確かめます。
stress-sex-reason-sum = 結果の表にあてはめるためにだけ、お聞きします。国の素点換算表は、男性と女性で欄が分かれています。「答えない」を選ぶと、表にあてはめた段階は出ず、点数だけをお伝えします。
stress-sex-label = 表のどちらの欄を使いますか
stress-sex-male = 男性
stress-sex-female = 女性
stress-sex-unsaid = 答えない
stress-sex-none = 性別は「答えない」になっています。表にあてはめた判定は行われず、実施者が一人ひとりの結果として確かめます。
stress-taking-end-title = 送る前の確認
stress-taking-open = まだ答えていない質問が{ $count }あります。全部に答えると、送れるようになります。
stress-taking-whole = 全部の質問に答えました。送ったあとは、答えを直せません。
stress-taking-send = 送る

## 受けとったあと

stress-taken = 回答を受けとりました。ありがとうございました。
stress-handed-in = 封筒を{ $day }に受けとりました。ありがとうございました。開けるのは、共同実施事務従事者だけです。
stress-taken-next = 期間は{ $day }までです。そのあと実施者が結果を確かめ、受けた方全員に、同じときにお知らせします。お知らせを開けるのは、ご本人だけです。
stress-taken-talk = だれかと話したくなったら、下のボタンからいつでもどうぞ。
stress-taking-away = いまは、対象の期間ではありません。答えていただくことはありません。
stress-taking-over = 回答の受けつけは終わりました。
stress-taking-open-items = まだ答えていない質問があります。

## 実施事務従事者：受けとったかどうか

stress-taken-list-title = 回答の受けとり
stress-taken-list-about = 対象の方ごとに、回答を受けとったかどうかだけが見えます。答えも結果も見えません。この一覧は、受検のご案内のためだけに使い、書きうつしたり、ほかの人に見せたりしないでください。
stress-taken-list-none = いまは、一覧にする方がいません。
stress-taken-list-count = { $from }～{ $to }人目（全部で{ $count }人）
stress-taken-unit-label = 所属へ飛ぶ
stress-taken-unit = 所属
stress-taken-unit-go = 開く
stress-taken-line = { $name }：{ $state }
stress-taken-paper = （紙を希望）
stress-taken-state-invited = まだ
stress-taken-state-away = 対象外の期間
stress-taken-state-handed_in = 封筒を受けとり
stress-taken-state-taken = 回答あり
stress-taken-state-untaken = 回答なし
stress-taken-envelope = 封筒を受けとった
stress-taken-undo = 取り消す
stress-taken-before = 前の方
stress-taken-after = 次の方
stress-taken-moved = この方の分は、もう先へ進んでいます。一覧を開きなおしてください。

## 共同実施事務従事者：紙の入力

stress-enter-list-title = 封筒の回答
stress-enter-list-about = 実施事務従事者が受けとった封筒です。開けるのは共同実施事務従事者だけです。入力が終わった紙は、封をして、決められた場所に保存してください。
stress-enter-list-none = 入力を待っている封筒はありません。
stress-enter-list-id = 取り込み用の番号：{ $id }
stress-enter-list-more = ほかに{ $count }通あります。
stress-enter-line = { $unit }　{ $name }
stress-enter-begin = 入力する
stress-enter-go-on = 入力を続ける
stress-enter-page-title = 紙の入力 { $page }/{ $pages }
stress-enter-page-about = 書いてあるとおりに入れてください。書いていない質問は、空けておきます。「次へ」か「前へ」で、このページが保存されます。
stress-enter-end-title = 入力の確認
stress-enter-open = 入力していない質問が{ $count }あります。紙に書いていない質問を、推測で埋めないでください。期間のうちは、封をして実施事務従事者に渡し、ご本人に返して書き足してもらってください。
stress-enter-whole = 全部の質問を入れました。このあとは直せません。紙と見くらべてから、終えてください。
stress-enter-send = 入力を終える
stress-enter-aside = このまま終える（受けていない扱い）
stress-enter-aside-about = 期間が終わっていて、書き足してもらえないときは、受けていない扱いで終えられます。紙は、封をしてご本人に返してください。
stress-enter-aside-sure = この紙は受けていない扱いになり、元に戻せません。よろしいですか。
stress-enter-aside-yes = 終える
stress-enter-moved = この封筒は、もう先へ進んでいます。一覧を開きなおしてください。
