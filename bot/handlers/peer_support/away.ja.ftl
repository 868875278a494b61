### 留守とお知らせの文。日本語が原文で、away.en.ftl がその訳です。

peer_support-away-button = 留守にする
peer_support-away-change-button = 留守の日を変える
peer_support-away-title = 留守にする
peer_support-away-about = 理由は書きません。その日までのあいだ、名簿に「留守」と出ます。お返事を待っている方には、そのことをお知らせして、どうするかを選んでいただきます。ほかの方に勝手に回ることはありません。
peer_support-away-until = いつまで（この日をふくみます）
peer_support-away-submit = 留守にする
peer_support-away-past = 今日より前の日です。今日か、それより後の日を選んでください。
peer_support-away-done-title = 留守にしました
peer_support-away-done = { DATE($day) }まで留守にしました。次の日には、何もしなくても元に戻ります。早く戻ったときは、ホームから終わりにできます。
peer_support-away-now = { DATE($day) }まで、名簿に「留守」と出ています。
peer_support-back-button = 留守を終わりにする
peer_support-back-done-title = お帰りなさい
peer_support-back-done = 留守を終わりにしました。また、お願いが届きます。
peer_support-case-away = { $name }さんは、{ DAY($day) }まで留守です。
peer_support-snooze-button = 次のお知らせを一日おくらせる
peer_support-snoozed = 次のお知らせは、{ DAY($until) }の朝です。ご本人への約束（{ DAY($day) }まで）は、変わりません。
peer_support-snooze-late = これより後のお知らせは、おくらせることができません。お返事は、まだお待ちしています。
