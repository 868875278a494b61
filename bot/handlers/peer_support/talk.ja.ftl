### やり取り・提案・自分だけのメモ・名前を伝えること。日本語が原文で、talk.en.ftl がその訳です。

## やり取り

peer_support-talk-button = やり取り
peer_support-case-button = この件の画面へ
peer_support-talk-title = やり取り
peer_support-talk-readers = ここを読めるのは、あなたと{ $name }だけです。
peer_support-talk-with = 相手：{ $name }
peer_support-talk-me = あなた
peer_support-talk-name = { $name }さん
peer_support-talk-before = 前にお願いした方
peer_support-talk-nameless = お名前を出していない方（{ $ref }）
peer_support-talk-unnamed = あなたの名前は、{ $name }の画面に出ていません。ただ、小さな職場では、また会って話すときは、だれなのかわかることがあります。書く内容にもお気をつけください。
peer_support-talk-nothing = まだ何も書かれていません。ひとことだけでもかまいません。
peer_support-talk-line = { $name }・{ DATE($at) } { TIME($at) }
peer_support-talk-opened = { $name }が最後に開いたのは、{ DATE($at) } { TIME($at) }ごろです。
peer_support-talk-earlier-button = 前を見る
peer_support-talk-later-button = 後を見る
peer_support-talk-text = 書く
peer_support-talk-text-hint = ほかの方の名前は、なるべく書かないでください。
peer_support-talk-stored = 書いたことはSlackのメッセージになりません。暗号にして保存し、この件が終わったら消します。送ったあとは書き換えられませんが、書き足すことはいつでもできます。
peer_support-talk-submit = 送る
peer_support-talk-sent = 送りました。相手には数分おいて、「お知らせがあります」とだけ届きます。時間外のときは、次の勤務時間に届きます。
peer_support-talk-kept = 書いたことを、お預かりしました。
peer_support-talk-waits = いまは、お願いしている方がいません。ここに書いたことは、次にお願いする方が決まるまで、暗号のまま待ちます。読むのは、その方だけです。
peer_support-talk-stays = これまでのやり取りは、あなたにだけ残ります。次にお願いする方には見えません。
peer_support-talk-unread = 新しく書かれたことがあります。「やり取り」から読めます。
peer_support-talk-gone = この方は、いまSlackをお使いになれません。書いても届かないので、ここには書けません。お困りのときは、お電話でどうぞ（{ $phone }）。
peer_support-talk-over = この件は、もう終わったか、ほかの方に移りました。送っていません。書いたことは、この欄に残っています。
peer_support-talk-empty = 何か書くか、会う日や場所を選んでください。

## 会う日・場所・方法

peer_support-propose-button = 日や場所を提案する
peer_support-talk-propose = 提案したいところだけ、選んでください。
peer_support-talk-propose-day = 日にち
peer_support-talk-propose-place = 場所
peer_support-talk-propose-means = 方法
peer_support-talk-past = もう過ぎた日です。今日からあとの日を選んでください。
peer_support-talk-day = { DAY($day) }
peer_support-talk-and = ・
peer_support-talk-proposed = 提案：{ $what }
peer_support-talk-yes = これで決まりです：{ $what }
peer_support-talk-agreed = 決まったこと：{ $what }
peer_support-agree-button = この提案で決める
peer_support-talk-another = この提案は、もう新しい提案に変わったか、決まっています。「やり取り」を開き直してください。

## 名前を伝える

peer_support-reveal-button = 名前を伝える
peer_support-reveal-sure = いまお願いしている方の画面に、あなたの名前と所属が出ます。あとから隠すことはできません。
peer_support-revealed-title = 名前を伝えました
peer_support-revealed = 名前を伝えました。お願いしている方の画面に、あなたの名前と所属が出ます。

## 自分だけのメモ

peer_support-note-button = 自分だけのメモ
peer_support-note-title = 自分だけのメモ
peer_support-note-about = ここを読めるのは、あなただけです。ご本人にも、次に引き受ける方にも見えません。この件が終わると、いっしょに消えます。
peer_support-note-text = 書き足す
peer_support-note-submit = 書き足す
peer_support-note-saved = 書き足しました。
peer_support-note-empty = 何か書いてください。
