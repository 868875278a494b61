# Harassment, the first screen: where it stands. Words of each act stand in a file of their own.

harassment-waiting = 手元にある件
harassment-mine = 自分の件を見る
harassment-draft = 書きかけを続ける
harassment-case-title = いまの状況
harassment-more-title = ほかにできること
harassment-more-button = ほかにできること

harassment-own-draft = まだどこにも送っていません。あなたにだけ見えています。
harassment-own-received = 受け付けました。話を聞く日・場所・対応する2人を、ご希望に沿って決めています。
harassment-own-stranded = いまの条件では、この件を受けられる人が組織の中に残っていません。いま、だれの手元にもありません。
harassment-own-arranging = 話を聞く日と場所の案ができています。
harassment-own-arranged = 話を聞く日が決まりました。
harassment-own-met = 対応者が、聞いたことを受付票にまとめています。
harassment-own-confirming = 話してくださったことを、対応者が受付票にまとめました。
harassment-own-held = 受付票は、話を聞いた2人の手元にとどめています。
harassment-own-reported = 受付票を報告しました。受け取った総務課長（または代理）が、このあとのことを決めます。
harassment-own-consent-held = 聞き取りは止めてあります。
harassment-own-hearing = 事実の確認が行われています。
harassment-own-found = 事実の確認が終わりました。総務課長（または代理）が、このあとのことを決めます。
harassment-own-referred = 対策委員会で扱われています。
harassment-own-proposed = 対策委員会の提言が出ました。
harassment-own-measures = 対応措置が取られています。
harassment-own-closing = 対応が終わりました。

harassment-handled-received = 受け付けた件です。日・場所・対応者2人を、本人の希望に沿って決めてください。
harassment-handled-stranded = この件を受けられる人がいません。
harassment-handled-arranging = 日・場所・対応者の案を確かめているところです。
harassment-handled-arranged = 日・場所・対応者が決まっています。
harassment-handled-met = 話を聞きました。受付票（様式第1号）にまとめてください。
harassment-handled-confirming = 受付票を本人に渡しました。
harassment-handled-held = 受付票は、対応者の手元にとどめています。
harassment-handled-reported = 受付票が報告されました。
harassment-handled-consent-held = 本人の同意がないため、聞き取りを止めています。
harassment-handled-hearing = 事実関係の調査と確認を行っています。
harassment-handled-found = 調査票（様式第2号）が報告されました。
harassment-handled-referred = 対策委員会に付託された件です。
harassment-handled-proposed = 委員会の提言が出た件です。
harassment-handled-measures = 対応措置を取っている件です。
harassment-handled-closing = 対応が終わった件です。

harassment-withdraw-button = 取り下げる
harassment-stop-button = 対応を止める
