### 終わったあとの文。

harassment-day = ・{ DAY($day) }
harassment-end-day = { DAY($day) }

## 終わりに選ぶこと

harassment-end-choose = { DAY($day) }までに、次のどちらかを選べます。選ばないときは「消す」になります。
harassment-end-forget =
    「消す」：あなたがこの件の本人であること、書いたこと、話したことのうち報告していないものが消え、元に戻せません。
    残るもの：報告された受付票、調査票、委員会と対応の記録。組織が保存する期間を決めるまで、廃棄もされません。受付票に名前を添えたときは、その名前も残ります。
harassment-end-keep =
    「連絡先を残して消す」：同じように消したうえで、あなたの名前だけを別に残し、{ $days }に「その後お変わりありませんか」とお尋ねします。残したことも答えも、だれにも伝わりません。{ DAY($day) }に消えます。
harassment-forget-button = 消す
harassment-forget-sure = あなたの名前と、報告していない言葉が消え、元に戻せません。すでに報告された受付票などの記録は残ります。手元に残したいものは、先に「写しを見る」からお取りください。
harassment-forgotten-title = 消しました
harassment-forgotten = 消しました。また話したいことができたら、いつでもホームから始められます。
harassment-keep-button = 連絡先を残して消す
harassment-keep-sure = あなたの名前だけを別に残し、ほかは「消す」と同じように消えて、元に戻せません。手元に残したいものは、先に「写しを見る」からお取りください。
harassment-kept = 連絡先を残しました。いつでもホームから開いて、消すことができます。
harassment-reopen-button = もう一度取り上げてもらう
harassment-reopen-nobody = いま、これを受け取れる人がいません。お急ぎのときはお電話ください（{ $phone }）。
harassment-copy-button = 写しを見る
harassment-copy-title = 写し
harassment-copy-about = あなたが書いたことと、受付票にまとめられたことです。手元に残したいものは、ここから写してください。
harassment-copy-nothing = 書きとめられたものはありません。
harassment-copy-story = あなたが書いたこと

## 残した連絡先と、その後の確認

harassment-contact-mine = 残した連絡先
harassment-contact-asked = 残した連絡先（お尋ねがあります）
harassment-contact-title = 残した連絡先
harassment-contact-until = この連絡先は{ DAY($day) }まであります。残っているのはあなたの名前だけで、何のことだったかは残っていません。
harassment-check = その後、お変わりありませんか。答えなくてもかまいません。答えはだれにも伝わらず、残りません。
harassment-check-fine-button = 変わりありません
harassment-check-worse-button = 困ったことが起きている
harassment-checked-title = ありがとうございます
harassment-checked = お答えくださり、ありがとうございました。
harassment-worse-title = これからできること
harassment-worse = 知らせてくださり、ありがとうございます。相談したことや、話を聞かれて答えたことを理由に、不利な扱いを受けることがあってはなりません（要綱 第4条第2項、第11条）。まだ、だれにも伝えていません。もう一度、窓口か相談員に話すことができます。
harassment-worse-start = 窓口か相談員に話す
harassment-worse-anytime = いまでなくてもかまいません。いつでもホームから始められます。
harassment-forget-contact-button = いま消す
harassment-forget-contact-sure = 連絡先が消え、お尋ねもなくなります。元に戻せません。
harassment-erased = 連絡先を消しました。

## 話を聞かれた方へ

harassment-witness-button = 話を聞かれた方へ
harassment-witness-title = 話を聞かれた方へ
harassment-witness-about =
    見聞きしたことを話してくださった方も、そのために不利な扱いを受けることがあってはなりません（要綱 第4条第2項、第11条）。
    連絡先を残すと、次の日に「その後お変わりありませんか」とお尋ねします。
    { $days }
    残るのはあなたの名前だけです。どの件で話したかは残らず、だれにも伝わりません。{ DAY($day) }に消え、途中で消すこともできます。
harassment-witness-keep = 連絡先を残す
harassment-witness-kept = 連絡先を残しました。いつでもホームから開いて、消すことができます。
harassment-witness-already = 連絡先はもう残っています。残し直すときは、ホームから開いて、いちど消してください。
