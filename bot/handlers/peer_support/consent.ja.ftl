### 同意の文。たずねる、答える、取り消す。日本語が原文で、consent.en.ftl がその訳です。

## お願いした人の画面

peer_support-question-there = 確かめたいことが一つあります。お返事は{ DAY($day) }までで、しなくてもかまいません。
peer_support-question-button = 読んで決める
peer_support-question-title = 確かめたいこと
peer_support-question-referral = { $name }さんが、あなたの相談を次の方に取り次いでもよいか、たずねています。
peer_support-question-referral-reader = 読むのは、この方だけです：{ $reader }
peer_support-question-superior = { $name }さんが、あなたの上司の方に、相談のことを話してもよいか、たずねています。
peer_support-question-record = { $name }さんが、月ごとの記録に、次のことを書いてもよいか、たずねています。ふだんの記録には、だれの、どんな相談かは書きません。
peer_support-question-record-reader = 読むのは、記録を受け取る方だけです：{ $reader }。一度書かれた記録は、あとで同意を取り消しても残ります。
peer_support-question-superior-reader = 聞くのは{ $reader }だけです。この窓口から連絡することはありません。話すのは{ $name }さん本人です。
peer_support-question-superior-warning = この方は、名簿ではあなたの上司にあたります。
peer_support-question-fields = 渡してもよいもの（外すことができます）
peer_support-question-until = { DATE($day) }までです。いつでも取り消せて、取り消した瞬間から見られなくなります。
peer_support-question-free = 同意しなくても、いまの相談は変わりません。不利な扱いを受けることもありません（要綱 第12条）。{ DAY($day) }までにお返事がなければ、なかったことになります。
peer_support-question-submit = 同意する
peer_support-not-now-button = いまは同意しない
peer_support-consent-over = この質問は、もう終わっています。何も渡っていません。
peer_support-consent-gone = この方には、いま取り次げません。何も渡っていません。
peer_support-consent-pending = いま、ご本人に別の質問をしています。お返事を待ってから、もう一度どうぞ。

peer_support-field-name = お名前と所属
peer_support-field-topic = どんなこと（大きな分類）
peer_support-field-message = 最初に書いた文
peer_support-field-talk = これまでのやり取り
peer_support-field-subtopic = くわしい分類（家庭、健康など）
peer_support-field-text = 短い説明の文
peer_support-fields-and = 、
peer_support-with-role = { $name ->
    [none] { $role }
   *[other] { $role ->
        [none] { $name }さん
       *[other] { $name }さん（{ $role }）
    }
}
peer_support-role-field = { $role }・{ $field }
peer_support-reader-superior = 上司の方

peer_support-purpose-referral = 取り次ぎ
peer_support-purpose-superior = 上司の方に話すこと
peer_support-purpose-record = 記録に書くこと

## 同意したことの一覧

peer_support-consents-button = 同意したこと
peer_support-consents-title = 同意したこと
peer_support-consents-about = この件で、あなたが同意したことです。取り消すと、その瞬間から見られなくなります。記録にすでに書かれたことだけは、残ります。
peer_support-consents-none = 同意したことは、まだありません。何も渡っていません。
peer_support-consent-line = { $what }：{ $reader }
peer_support-consent-fields = 見られるもの：{ $fields }
peer_support-consent-live = { DATE($day) }まで有効です。
peer_support-consent-ended = 終わっています。もう見られません。
peer_support-consent-opened = 最初に開かれた日：{ DATE($at) }
peer_support-consent-unopened = まだ開かれていません。
peer_support-take-back-consent = この同意を取り消す
peer_support-take_back-button = 取り次ぎを取り消す

## ピアサポーターの画面

peer_support-record_consent-button = 記録に書いてよいかたずねる
peer_support-record_consent-title = 記録に書くこと
peer_support-record_consent-about = ふだんの記録には、くわしい分類も文も書けません（要綱 第11条第3項）。報告に必要なときだけ、ご本人にたずねてください。
peer_support-record_consent-fields = 書きたいこと
peer_support-ask-about = ご本人は、外すことも、断ることもできます。理由は聞きません。お返事がなければ、何も起こりません。
peer_support-ask-submit = ご本人にたずねる
peer_support-ask-done-title = ありがとうございます
peer_support-ask-done = ご本人にたずねました。お返事があるまで、何も渡りません。急がせずに、待ってください。
peer_support-asked-consent = ご本人にたずねています（{ $what }）。{ DAY($day) }までにお返事がなければ、なかったことになります。急がせずに、待ってください。
peer_support-not-agreed = { $what }は、今回は見送りになりました。いまの相談を、そのまま続けてください。
peer_support-agreed-superior = 上司の方に話すことに、ご本人が同意しています（{ DATE($day) }まで）。話すのは、あなたご自身です。ご本人と、何をどう話すかを決めてからにしてください。
peer_support-agreed-record = 記録に書くことに、ご本人が同意しています（{ $fields }、{ DATE($day) }まで）。
peer_support-handed-to-you = ご本人の同意で取り次がれた件です。見られるのは、{ $fields }だけで、{ DATE($day) }までです。

## 上司への報告をすすめるとき

peer_support-superior_guide-button = 上司への報告をすすめるとき
peer_support-guide-title = 上司への報告
peer_support-guide-1 = 上司に伝えたほうがよいと思ったら、まずご本人にすすめてください（要綱 第10条第4項）。何が心配かを、責めずに話してください。
peer_support-guide-2 = 伝えるのはご本人です。「そのほか」の「上司に伝える文を考える」で、ご本人が下書きを作れます。いっしょに考えてもかまいません。
peer_support-guide-3 = 話したくないと言われたら、そこまでにしてください。理由を聞き出したり、くり返しすすめたりしないでください。
peer_support-guide-never = ご本人の同意がないかぎり、あなたから上司に連絡することはできません。いのちや身体に危険があるときは、「そのほか」の「危険・犯罪のおそれがあるとき」から進んでください。
peer_support-ask_superior-button = 自分から話してよいか、ご本人にたずねる
