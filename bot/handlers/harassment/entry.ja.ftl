### 話し始めるところの文。日本語が原文で、entry.en.ftl がその訳です。

## ホーム（のぞき見ても、何の窓口か分からない言葉で）

harassment-door = 職場での人との関わり
harassment-door-about = 気になることがあれば、話せます。はっきりしないことでも、ほかの方のことでも、だいじょうぶです。
harassment-start-button = 話してみる
harassment-entering-button = 電話や対面で受けた件を書く

## はじめの画面

harassment-start-title = 話してみる
harassment-start-about = ハラスメントかどうか分からなくても、これから起きるかもしれないことでも、話せます。書くのは、ひとことでも、なくてもかまいません。
harassment-readers-heading = だれが読むか
harassment-readers-desk = ・窓口に送ると、窓口職員（{ $desk }）が読みます。
harassment-readers-counsellor = ・相談員に送ると、読むのは、選んだ一人だけです。
harassment-readers-head = ・会って話を聞くのは、相談員の中の2人です。2人がまとめた受付票は、あなたが確かめたあと、総務課長として報告を受ける{ $head }さんが読みます（要綱 第7条第8項）。
harassment-readers-nobody = ・会って話を聞くのは、相談員の中の2人です。聞いたことは受付票にまとめますが、いまは報告を受けられる人がいないので、2人の手元にとどめます。
harassment-readers-hearing = 報告のあとは、要綱により、相手方からも話を聞くことになっています（第8条第1号）。その前に、あなたの考えをうかがいます。あなたの同意なしに、相手方に名前を出すことはありません。ただ、小さな職場や会って話す場では、分かってしまうことがあります。
harassment-start-detriment = 話したことを理由に、不利な扱いを受けることはあってはなりません（要綱 第4条第2項、第11条）。途中でやめることは、いつでもできます。
harassment-hours-open = いまは受付時間です。数分おいて届き、{ DAY($day) }までに、話を聞く日と場所の案をお知らせします。
harassment-hours-closed = いまは受付時間の外ですが、送ることはいつでもできます。読むのは、次に窓口が開く{ DAY($opens) } { TIME($opens) }からです。{ DAY($day) }までに、話を聞く日と場所の案をお知らせします。それまでに急ぐことがあれば、{ $contact } { $number }か、下の「急ぐとき・電話で話したいとき」へどうぞ。
harassment-begin-button = 送らずに、少しずつ書く
harassment-start-later = 「少しずつ書く」を押すと、ここまでを取っておき、名前での除外、くわしいこと、ご希望などを、何日かに分けて書けます。見えるのはあなただけです。最後に書いてから{ $days }日で自動で消えます。

## 送り先

harassment-door-choose = だれに送りますか
harassment-door-hint = 選んだところにだけ届きます。
harassment-door-desks = 窓口
harassment-door-desk = 窓口（総務課 職員係）
harassment-counsellors = 相談員を一人
harassment-all-counsellors = 相談員
harassment-person = { $unit ->
    [none] { $name }
   *[other] { $name }（{ $unit }）
}
harassment-no-unit = そのほか
harassment-and = 、
harassment-send-title = 送り先を選ぶ
harassment-send-submit = 送る
harassment-door-closed = この送り先は、知られたくない方か、その方の係にあたるため選べません。ほかの送り先を選んでください。
harassment-nobody-left = この条件では、受けられる人が残っていません。だれにも送っていません。
harassment-choose-door-title = 送り先を変える
harassment-choose-door-about = 書いたことはそのままで、送り先だけを変えます。前の送り先からは、見えなくなります。
harassment-left-alone = いま、この件を持っている人がいません。お手数ですが「送り先を変える」から、だれに送るかを選んでください。
harassment-choose-door-button = 送り先を変える

## 受けられる人がいないとき

harassment-nobody-title = 送っていません
harassment-nobody = いまの条件では、この件を受けられる人が組織の中に残っていません（要綱では、相談員2人で対応します）。この画面からは、だれにも送っていません。書いたことは、そのままです。「知られたくない」を一部外すと送れることもありますが、無理に外さなくてかまいません。組織の外にも、話せるところがあります。
harassment-outside = 組織の外で話せるところ
harassment-outside-look = お近くの窓口へ

## 送ったあと

harassment-sent-title = 送りました
harassment-sent-desk = 話してくださり、ありがとうございます。窓口に送りました。
harassment-sent-counsellor = 話してくださり、ありがとうございます。{ $name }さんにだけ送りました。
harassment-sent-anytime = ホームの「自分の件を見る」から、いつでも、書いたことを読み返す、知られたくない人を変える、取り下げることができます。
harassment-customers = 住民や取引先の方とのことで、この要綱が定めているのは性的な言動だけですが（第2条第3号）、それ以外のことも受け付けます。

## 書きかけ

harassment-draft-kept = { DAY($day) }まで取っておきます。書き足すと、その日から数え直します。どのページも、書かなくてかまいません。
harassment-page-who-button = 1　知られたくない人{ $written ->
    [yes] {"（書きました）"}
   *[no] {""}
}
harassment-page-about-button = 2　どんなこと{ $written ->
    [yes] {"（書きました）"}
   *[no] {""}
}
harassment-page-story-button = 3　あったこと{ $written ->
    [yes] {"（書きました）"}
   *[no] {""}
}
harassment-page-wishes-button = 4　ご希望{ $written ->
    [yes] {"（書きました）"}
   *[no] {""}
}
harassment-page-name-button = 5　名前の扱い{ $written ->
    [yes] {"（書きました）"}
   *[no] {""}
}
harassment-page-who = 知られたくない人
harassment-page-about = どんなこと
harassment-page-story = あったこと
harassment-page-wishes = ご希望
harassment-page-name = 名前の扱い
harassment-page-submit = 取っておいて次へ
harassment-page-kept = 「取っておいて次へ」を押すと保存されます。まだ、だれにも送りません。
harassment-finish-button = 送り先を選んで送る
harassment-throw-away-button = 書きかけを捨てる
harassment-thrown-title = 捨てました
harassment-thrown = 書きかけを消しました。どこにも残っていません。

## 知られたくない人

harassment-who-about = ここで選んだ人は、この件に一切関わりません。一覧にも、お知らせにも出ません。相手方かもしれない人も、ここで選んでください。
harassment-who-ticks = 知られたくないところ
harassment-who-ticks-hint = 総務課長に印をつけると、同じ課の窓口にも届きません。対策委員会に印をつけると、委員でもある総務課長にも届きません。どちらのときも、相談員をお一人選んで話せます。
harassment-office-desk = 窓口の職員
harassment-office-counsellors = 相談員
harassment-office-head = 総務課長
harassment-office-committee = 対策委員会の委員
harassment-who-people = 知られたくない人
harassment-who-people-hint = 何人でも選べます。職員係、総務課長、総務部長のだれかを選ぶと、職員係の窓口も外れます。
harassment-exclude-button = 知られたくない人を変える
harassment-exclude-at-once = 変えると、すぐに効きます。外した人に、そのことは伝わりません。
harassment-exclude-submit = 変える

## どんなこと

harassment-entry = いまのようす
harassment-kinds = あてはまりそうなもの
harassment-kinds-hint = いくつでも。分からなければ、そのままでかまいません。ハラスメントかどうかを、ここで決めることはありません。
harassment-kind-group = { $group ->
    [sexual] 性的な言動
    [power] 職場での立場の強さを背景にしたこと
    [family] 妊娠・出産・育児・介護のこと
    [customer] 住民や取引先とのこと
   *[other] そのほか
}

## あったこと

harassment-affected = だれのことですか
harassment-affected-hint = 分かれば選んでください。その方が望まないときは、聞き取りも、委員会で扱うことも止められます。
harassment-story = 話したいこと
harassment-story-hint = 思いつくままで、だいじょうぶです。会ったときに話すのでもかまいません。
harassment-when = いつごろ
harassment-places = どこで

## ご希望

harassment-wishes-about = 話を聞く日、場所、人は、ご希望に沿って決めます（要綱 第7条第6項、第7項）。
harassment-wish-days = 都合のよい日や時間
harassment-wish-days-hint = たとえば「来週の夕方」「昼休みのほかなら」
harassment-wish-place = 場所
harassment-wish-means = 話す方法
harassment-wish-counsellors = 話を聞いてほしい相談員
harassment-wish-counsellors-hint = 原則として、ご希望の方が聞きます。むずかしいときは、理由をお伝えします。
harassment-wish-sex = 聞く人の性別
harassment-wish-nurse = 保健師
harassment-wish-nurse-yes = 保健師にもいてほしい
harassment-wish-wanted = どうしてほしいですか

## 名前の扱い

harassment-named = 総務課長への受付票に、名前を
harassment-named-hidden = 載せない
harassment-named-shown = 載せてよい
harassment-named-hint = あとで受付票を確かめるときにも選べます。窓口と、話を聞く人は名前を知っています。相手方には、あなたの同意なしに名前を出しません。小さな職場や会って話す場では、分かってしまうことがあります。

## 書いたことを読む

harassment-told-button = 書いたことを読む
harassment-told-title = 書いたこと
harassment-told-line = ■ { $label }
    { $value }
harassment-told-nothing = 書いたことは、まだありません。
harassment-told-requester = 話した人
harassment-told-caller = 電話や対面で話した人
harassment-told-affected = だれのこと
harassment-told-door = 送り先
harassment-told-entry = いまのようす
harassment-told-kinds = あてはまりそうなもの
harassment-told-places = どこで
harassment-told-when = いつごろ
harassment-told-story = 話したいこと
harassment-told-named = 受付票に名前を
harassment-told-days = 都合のよい日や時間
harassment-told-place = 場所の希望
harassment-told-means = 話す方法
harassment-told-wished = 話を聞いてほしい相談員
harassment-told-sex = 聞く人の性別
harassment-told-nurse = 保健師
harassment-told-wanted = どうしてほしいか
harassment-told-excluded = 知られたくない人
harassment-told-kept-out = 知られたくないところ

## 電話や対面で受けたもの（窓口と相談員）

harassment-enter-title = 受けた件を書く
harassment-enter-about = ご本人から聞いたことを、聞いたとおりに書いてください。はじめに「報告のあと、相手方からも話を聞くことになっている（要綱 第8条第1号）」「話したことで不利な扱いを受けることはあってはならない」と伝えてください。書いた方が、この件の窓口になります。
harassment-enter-caller = ご本人の名前と連絡先
harassment-enter-caller-hint = こちらから連絡できる方法を、ご本人に確かめてください。
harassment-enter-submit = 受け付ける
harassment-caller-needed = 連絡できるように、ご本人の名前か連絡先を書いてください。
harassment-enter-not-you = 選ばれた「知られたくない」に、あなたが入っています。ここでは受けられないので、ご本人に、ほかの送り先をご案内ください。
harassment-entered-title = 受け付けました
harassment-entered = 受け付けました。{ DAY($day) }までに話を聞く日と場所の案をお伝えすると、ご本人にお知らせください。

## 取り下げる、止める

harassment-withdraw-title = 取り下げる
harassment-withdraw-gone = 取り下げると、書いたこと、だれに送ったか、受付票の下書きまで、すべてすぐに消えます。元には戻せません。手元に残したいものは、先に「写しを見る」から写してください。
harassment-withdraw-told = この件を知っている人には、「一件、取り下げになった」とだけ伝わります。理由は聞かれません。また話したくなったら、いつでもどうぞ。
harassment-withdraw-now-button = すべて消して取り下げる
harassment-withdrawn-title = 取り下げました
harassment-withdrawn = 取り下げました。書いたことも、だれに送ったかも消しました。また話したくなったら、いつでもホームからどうぞ。
harassment-stop-title = 対応を止める
harassment-stop-ends = 止めると、このあとの聞き取り、委員会での審議、措置の話は進みません。関わっている人には、「一件、取り下げになった」とだけ伝わります。
harassment-stop-stays = 残るもの：報告された受付票と、すでに作られた調査票や委員会の記録。だれの手元からも開けなくなりますが、組織が保存期間を決めるまで消えません。
harassment-stop-goes = 消えるもの：あなたがこの件の本人であることと、報告していない言葉。すぐには消えず、{ DAY($day) }まではホームから、もう一度取り上げてもらえます。手元に残したいものは「写しを見る」から写してください。
harassment-stop-now-button = 対応を止める
harassment-own-stopped = 対応を止めました。
harassment-handled-stopped = この件の対応は止まりました。
harassment-stopped-until = { DAY($day) }までは、もう一度取り上げてもらえます。その日を過ぎると、あなたの名前と報告していない言葉が消え、報告された記録だけが残ります。
harassment-caller-withdraws-button = ご本人が取り下げる
harassment-caller-withdraws-sure = 電話などで、ご本人から取り下げると聞いたときに押してください。この件の記録はすべて消え、元に戻せません。残したいものがないか、先にご本人に確かめてください。
harassment-caller-withdrawn = 取り下げました。この件の記録はすべて消えました。ご本人にお伝えください。
harassment-caller-stops-button = ご本人が対応を止める
harassment-caller-stops-sure = 電話などで、ご本人から止めてほしいと聞いたときに押してください。このあとの対応は行われません。報告された受付票などの記録は残ります。
harassment-caller-stopped = 対応を止めました。報告された記録は残り、それ以外はしばらくして消えることを、ご本人にお伝えください。
harassment-over-title = 取り下げ
harassment-over = お手元の件が一件、取り下げになりました。することはありません。知ったことは、これからも、だれにも話さないでください。
