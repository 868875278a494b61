### 受付票（様式第1号）を書く・本人が確かめる・報告する（Aki 7(8)、K4、K6）。日本語が原文で、sheet.en.ftl がその訳です。

## 対応者が書く

harassment-sheet-button = 受付票を書く
harassment-sheet-title = 受付票
harassment-sheet-page-title = 受付票 { $page }/{ $pages }
harassment-sheet-page-button = ここを書き直す
harassment-sheet-submit = 保存して次へ
harassment-sheet-and = 、
harassment-sheet-line =
    【{ $label }】
    { $text }
harassment-sheet-empty-line = （まだ書かれていません）
harassment-sheet-stored = わからないところは、空けておけます。もう一人の対応者も、続きから書けます。書いたことはSlackのメッセージになりません。
harassment-sheet-crossed = ほかの欄は保存しました。下の欄は、もう一人の対応者も書いています。両方を見て、残す文にしてから、もう一度保存してください。
harassment-sheet-crossed-line =
    { $label }・先に保存された文
    { $text }
harassment-sheet-given-already = この受付票は、もう先へ進んでいます。保存していません。書いたことは、この欄に残っています。
harassment-sheet-empty = まだ何も書かれていません。
harassment-sheet-give-about = 本人に渡すと、本人がひとことずつ確かめ、外したいところを外し、名前を添えるかを決めます。報告されるのは、本人が確かめたあとです。
harassment-sheet-give-caller = この方にはSlackでお見せできません。渡したあと、電話や対面で読み上げて、直すところ・外すところ・名前を添えるかを聞きながら進めてください。
harassment-give-sheet-button = 本人に確かめてもらう
harassment-correction =
    本人から、直してほしいところ
    { $words }
harassment-sheet-corrected = 本人から、直してほしいという言葉が届いています。受付票の中で読めます。

## 対応者への短い手引き

harassment-sheet-guide-button = 聞くとき・書くときの手引き
harassment-sheet-guide-title = 聞くとき・書くとき
harassment-sheet-guide-do =
    大切にすること
    ・のぞかれない、聞かれない場所で、2人で聞く。どんな人に聞いてほしいかは、本人の希望から。
    ・順序立てて話せなくても、さえぎらずに聞く。
    ・本人が何を望んでいるか、どのくらい急ぐか（心と体の様子）を聞く。
    ・当事者どうしの関係、いつ・どこで・どのように、本人がどうしたか、上司などに話したか、の4つを聞く。ほかに知っている人や記録があるかも聞く。
    ・書いたものを本人に見せて、確かめてもらう。
harassment-sheet-guide-avoid =
    しないこと
    ・その場で「ハラスメントだ」「ハラスメントではない」と決める。
    ・「なぜ断らなかったのか」と責める。「よくあること」と軽く扱う。
    ・結果を約束する。「だれにも絶対に知られない」と約束する。
    ・解決のしかたを押しつける。要らないことまで聞く。
    ・本人の同意なしに、相手や上司に連絡する（いのちや身体の危険があるときを除く）。
harassment-sheet-guide-write =
    書くとき
    ・言われた言葉、されたことは、そのまま書く。感想や評価は混ぜない。
    ・名前は、名前の欄にだけ書く。本人が名前を添えないと決めたとき、その欄だけが外れます。

## 本人が確かめる

harassment-sheet-until = { DAY($day) }までに、読んで確かめてください。外したいところや直してほしいところは、そこで伝えられます。それまでは、だれにも報告されません。
harassment-sheet-after = その日を過ぎると、対応者が最小限のこと（いつ話したか、どのような相談か、その種類、確かめられていないこと）だけを報告できます。書かれた内容とお名前は伝えません。
harassment-sheet-over = { DAY($day) }を過ぎたので、対応者は最小限のこと（いつ話したか、どのような相談か、その種類、確かめられていないこと）だけを報告できます。書かれた内容とお名前は伝えません。報告されるまでは、いまからでも、読んで確かめられます。
harassment-sheet-late =
    受付票をまとめるのに、時間がかかっています。申し訳ありません。お急ぎのときは、対応者に直接お電話ください。
    { $who }
harassment-read-sheet-button = 受付票を読む
harassment-nurse-sheet-button = 受付票を読む
harassment-read-title = 受付票
harassment-read-about = 対応者が書いたことの、すべてです。ひとことずつお確かめください。まだ、だれにも報告されていません。
harassment-read-names = 名前がわかるところなので、報告に入りません。
harassment-read-out = 外したところです。報告に入りません。
harassment-read-named = 名前を添えて報告します。
harassment-read-nameless = 名前は添えずに報告します。ただ、小さな職場では、内容からだれのことかわかることがあります。
harassment-preview-button = 報告される形を見る
harassment-name-yes-button = 名前を添える
harassment-name-no-button = 名前を添えない
harassment-take-out-button = 一部を外す
harassment-take-out-title = 一部を外す
harassment-take-out-about = 報告したくないところを選んでください。その欄には「本人の希望により省略」とだけ出ます。何度でも選び直せます。
harassment-take-out-which = 外すところ
harassment-take-out-submit = 決める
harassment-correct-button = 直してほしい
harassment-correct-title = 直してほしいところ
harassment-correct-about = 対応者の2人が読み、受付票を書き直します。書き直したものを、もう一度確かめていただきます。
harassment-correct-words = どこを、どう直してほしいか
harassment-correct-submit = 対応者に頼む
harassment-correct-empty = 直してほしいところを書いてください。
harassment-correct-late = この受付票は、もう先へ進んでいます。送っていません。書いたことは、この欄に残っています。

## 報告の前に、見えるとおりに

harassment-preview-title = 報告される内容
harassment-preview-to = 受け取るのは、{ $who }です。その方の画面には、下のとおりに出ます。
harassment-report-who = { $office }の{ $name }さん
harassment-preview-nobody = いま、これを受け取れる人が組織の中にいません。だれにも送らず、対応者の2人の手元にとどめます。外にも話せるところがあります。
harassment-preview-still-named = 下の文の中に、あなたのお名前かその一部があるようです。名前を出したくないときは、「戻る」から、その部分を外すか、直してほしいと伝えてください。
harassment-preview-follows =
    このあとのこと
    ・報告を受けた方は、要綱により、相手の方や周りの方からも話を聞くよう、対応者に指示します（第8条第1号）。
    ・聞き取りをしてほしくないときは、そう言えます。報告のあとでも、止められます。
    ・対策委員会での処理を申し出ることもできます。申し出られるのは、あなただけです（第8条第2号）。
    ・この仕組みから相手の方に連絡がいくことはありません。
harassment-preview-others = 本人にも、報告したことが知らされます。できれば報告の前に、だれが受け取るかを本人に伝えてください。
harassment-report-button = このまま報告する
harassment-report-sure = 見えていたとおりに報告します。報告した受付票は、取り下げても記録として残ります。
harassment-hold-button = 確かめたと伝える
harassment-hold-sure = だれにも送りません。確かめた受付票は、対応者の2人の手元に残ります。
harassment-report-other-recipient = 受け取る人が変わりました。まだ報告していません。もう一度開いて、だれが受け取るかをお確かめください。
harassment-report-nobody = いまは、受け取れる人がいません。だれにも送っていません。

## 報告されたもの

harassment-reported-title = 受付票（様式第1号）
harassment-reported-on = { DAY($day) }に報告された受付票です。
harassment-reported-named = 本人の同意により、名前を添えています。
harassment-reported-nameless = 本人の名前は添えていません。
harassment-reported-omitted = （本人の希望により省略）
harassment-reported-least = 本人が受付票を確かめていないため、最小限のことだけの報告です。内容と名前は含みません。
harassment-reported-entry = どのような相談か：{ $words }
harassment-reported-kinds = 種類：{ $words }
harassment-reported-day = 話した日：{ DAY($day) }

## 待つとき・とどめるとき

harassment-sheet-waits = 本人が読んで確かめているところです（{ DAY($day) }まで）。直してほしいところがあれば、お知らせが届きます。
harassment-sheet-least = { DAY($day) }までに、本人の確認がありませんでした。本人の様子を気づかいながら、確かめてもらえるかを聞いてみてください。難しいときは、最小限のことだけを報告してください。
harassment-sheet-caller = この方にはSlackでお見せできません。電話や対面で読み上げて確かめてもらい、聞いたとおりに進めてください。
harassment-held-nobody = 受け取れる人が、いまは組織の中にいません。だれにも送っていません。毎日、受け取れる人がいるかを見直します。
harassment-head-nobody = 報告を受けた人がこの件から外れ、このあとを決められる人が、いまは組織の中にいません。ほかのだれにも送っていません。
harassment-held-receivable = いまは、{ $who }が受け取れます。対応者が報告します。ほかにも知られたくない人がいるときは、その前に伝えてください。
harassment-held-stays = 受け取れる人がいないため、だれにも送っていません。受け取れる人が決まったら、お知らせします。
harassment-held-send = いまは、{ $who }が受け取れます。本人に伝えたうえで、報告してください。
