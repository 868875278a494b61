### 自分の件と、自分について持っているものの文。日本語が原文で、own.en.ftl がその訳です。

## だれがいつ開いたか、これからどうなるか

peer_support-history-button = 開いた人とこれから
peer_support-history-title = 開いた人とこれから
peer_support-history-opened = 開いた人
peer_support-history-nobody = まだだれも開いていません。
peer_support-history-supporter = 前にお願いした方
peer_support-history-by = { DAY($at) } { TIME($at) }　{ $name }
peer_support-history-next = これから
peer_support-clock-requested = { DAY($day) }までに、引き受けるかどうかの連絡があります。返事がないときは、次の勤務日の朝にお知らせし、どうするかを選んでいただきます。
peer_support-clock-unanswered = お約束した{ DAY($day) }までに、返事がありませんでした。待つか、ほかの方にするかを選んでいただくまで、そのままお待ちしています。
peer_support-clock-stepped_aside = ほかの方を選んでいただくまで、そのままお待ちしています。
peer_support-clock-accepted = どちらかが終わりにするまで続きます。{ $days }日のあいだ何も動きがないときは、続けるかどうかを、お二人におたずねします。
peer_support-clock-closing = 連絡先を残さなければ、{ DAY($day) }にすべて消えます。

## 自分についての記録

peer_support-held-nothing = ■ ピアサポート
peer_support-held-request = ■ お願いした件
peer_support-held-contact = ■ 残した連絡先
peer_support-held-draft = ■ 上司への下書き
peer_support-held-advice = ■ コーディネーターへの相談
peer_support-held-practice = ■ 練習
peer_support-held-adviser_report = ■ 対応ごとの報告
peer_support-held-month = ■ { month-name }分の記録
peer_support-held-asked_on = お願いした日
peer_support-held-handlers = お願いしている方
peer_support-held-supporter = 連絡先の方
peer_support-held-stepped_aside = 前にお願いした方
peer_support-held-referred_from = 取り次いだ方
peer_support-held-avoided = お願いしたくない方
peer_support-held-named = 相手に名前を見せる
peer_support-held-topic = どんなこと
peer_support-held-means = 希望の方法
peer_support-held-message = 伝えておきたいこと
peer_support-held-text = 書いたこと
peer_support-held-promised_on = 返事の約束の日
peer_support-held-forgotten_on = 消える日
peer_support-held-until = いつまで
peer_support-held-receipt = 控え番号
peer_support-held-consent = 同意
peer_support-held-given = { DAY($at) }に同意
peer_support-held-taken-back = { DAY($at) }に取り消し
peer_support-held-said = やり取り
peer_support-held-said-own = { DAY($at) } { TIME($at) } あなた「{ $text }」
peer_support-held-said-other = { DAY($at) } { TIME($at) } お相手「{ $text }」
peer_support-held-agreed = それでお願いします
peer_support-held-opened = 開いた日時
peer_support-held-kept_until = 消える日
peer_support-held-entry = 記録
peer_support-held-asked = 答えを待っているおたずね
peer_support-held-introduced = 紹介された連絡先
peer_support-held-purpose = 相談の種類
peer_support-held-purpose-guidance = 対応についての助言
peer_support-held-purpose-load = 自分の負担について
peer_support-held-advice-other = コーディネーター「{ $text }」
peer_support-held-advice-own = あなた「{ $text }」
peer_support-held-answer_by = 返事の予定日
peer_support-held-ends_on = 消える日
peer_support-held-vanishes_on = 消える日
peer_support-held-due_on = 報告の予定日
peer_support-held-sent_on = 報告した日
