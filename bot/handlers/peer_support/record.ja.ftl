### 記録に添えること（同意のあるとき）と、部外相談員のその都度の報告。日本語が原文で、record.en.ftl がその訳です。

## 同意のあるときだけ記録に添えること（要綱 第11条第3項）

peer_support-record-agreed = ここから下は、ご本人が記録に残すことに同意したことです。厚生課長だけが読みます。書かなくてもかまいません。
peer_support-record-subtopic = くわしい内容
peer_support-record-text = 伝えておくこと
peer_support-record-text-hint = お名前や所属、日付など、だれのことかわかる言葉は書かないでください。
peer_support-record-found = 次の言葉から、だれのことかわかるかもしれません。まだ記録していません。言いかえるか、このままでよければ、もう一度「記録する」を押してください。
peer_support-record-found-word = 「{ $word }」
peer_support-record-not-agreed = いまはご本人の同意がないので、ここに書いたことは記録できません。消してから、もう一度押してください。
peer_support-record-other-group = 上の「どんなこと」で選んだものと合っていません。選び直すか、空けておいてください。
peer_support-entry-consented = { $subtopic ->
    [none] 　ご本人の同意により
   *[other] 　ご本人の同意により：{ $subtopic }
}

## 部外相談員の報告（要綱 第11条第2項）

peer_support-report-title = 相談の報告
peer_support-report-ended = お疲れさまでした。ひと区切りついたことを、ご本人にお知らせします。続けて、したことを報告してください。
peer_support-report-about = 相談を一つ終えるたびに、したことの種類だけを厚生課長に報告していただきます（要綱 第11条第2項）。だれのことかは書きません。選ぶだけで終わります。
peer_support-report-by = できれば{ DAY($day) }までにお願いします。
peer_support-report-submit = 報告する
peer_support-report-sent-title = 報告しました
peer_support-report-sent = ありがとうございます。厚生課長に報告しました。だれのことかは入っていません。
peer_support-report-due = 相談の報告（{ DAY($day) }まで）
