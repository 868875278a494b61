### 健康の予定（面接指導）と、離席票の文。日本語が原文で、interview.en.ftl がその訳です。
### 画面の題名とホームの文では、第三者に何の予定かわからないよう「健康の予定」とだけ言います（要綱第12条第2項）。

stress-appointment-title = 健康の予定
stress-appointment-private = ホームや通知には「健康の予定」とだけ出ます。何の予定かは、担当の人のほかにはわかりません。

## 本人の画面

stress-appointment-own-applied = 医師の面接指導のお申し出を受けとっています。日時と場所が決まったら、お知らせが届きます。
stress-appointment-own-proposed = 医師の面接指導の日時と場所です。ご都合はいかがですか。
stress-appointment-own-arranged = 医師の面接指導の日時と場所が決まっています。
stress-appointment-own-held = 医師の面接指導が終わりました。いま、医師が報告と意見をまとめています。
stress-appointment-own-reported = 医師の報告と意見がまとまりました。下のボタンから読めます。これをもとに、総務課が仕事の上の配慮を考えます。
stress-appointment-own-measured = 仕事の上の配慮が決まりました。下のボタンから読めます。
stress-appointment-own-over = この予定のことは、ひととおり終わりました。報告と配慮は、下のボタンからいつでも読めます。
stress-appointment-own-called_off = 医師の面接指導は、とりやめになっています。
stress-appointment-own-said = 別の日のご希望を受けとりました。担当が次の日時を考えています。
stress-appointment-when = 日時：{ DAY($day) } { $time }
stress-appointment-place = 場所：{ $place }
stress-appointment-physician = 医師：{ $name }
stress-appointment-promise = 面接指導は、{ DAY($day) }までに行うお約束です。
stress-appointment-missed = { DAY($day) }までに面接指導を行うお約束でしたが、まだ行えていません。申し訳ありません。担当には催促を続けています。お電話でもおたずねいただけます（{ $phone }）。
stress-appointment-time = 面接指導の時間は、職務に専念する義務が免除されます（要綱第14条）。離席票には、何の用務かは書きません。
stress-appointment-detriment = 別の日を選んでも、とりやめても、理由は聞きません。不利益な取扱いを受けることもありません（要綱第19条）。
stress-appointment-confirm-button = この日時でよい
stress-appointment-other-button = 別の日にしてほしい
stress-appointment-off-button = とりやめる
stress-appointment-off-sure = 面接指導をとりやめます。理由は聞きません。不利益な取扱いを受けることもありません。総務課がまだ結果を開いていなければ、このあとも開かれません。
stress-appointment-other-about = ご都合のよい日や時間、場所があれば書いてください。書かなくてもかまいません。担当（実施事務従事者）が読み、次の日時をご案内します。
stress-appointment-other-text = ご希望
stress-appointment-other-hint = たとえば「午後がよい」「職場から離れた場所がよい」など。
stress-appointment-other-submit = 別の日を頼む
stress-appointment-over = この日は過ぎました。別の日を頼んでください。
stress-appointment-past = これから来る日時を選んでください。
stress-appointment-where = 場所を書いてください。
stress-appointment-gone = この医師は、いま選べません。別の医師を選んでください。
stress-appointment-future = 今日か、それより前の日を選んでください。
stress-appointment-nothing = いまは、答えていただく日時がありません。先に日時を案内してください。
stress-opinion-promise = 医師の報告と意見は、{ DAY($day) }までにまとまります。
stress-opinion-missed = 医師の報告と意見は{ DAY($day) }までのお約束でしたが、まだ届いていません。申し訳ありません。医師には催促を続けています。お電話でもおたずねいただけます（{ $phone }）。
stress-opinion-read-button = 報告と意見を読む
stress-measures-read-button = 仕事の上の配慮を読む

## 日時を決める人の画面

stress-arrange-private = 第三者に、この方が面接指導を希望していることがわからないようにしてください（要綱第12条第2項）。電話でも紙でも「健康の予定」とだけ言い、周りに人のいないときに伝えてください。結果も医師の意見も、この画面には出ません。
stress-arrange-name = { $name }さん
stress-arrange-by = 面接指導を行う期限：{ DAY($day) }
stress-arrange-late = 面接指導の期限（{ DAY($day) }）を過ぎています。ご本人には、お詫びをお伝えしました。できるだけ早い日を案内してください。
stress-arrange-opinion = 医師の報告と意見の期限：{ DAY($day) }
stress-arrange-unnamed = アカウントのない方です。日時は電話か紙でお伝えし、お返事を下のボタンから控えてください。
stress-arrange-other = { DAY($day) }に、別の日のご希望がありました。理由は聞かないでください。
stress-arrange-words = ご希望：{ $text }
stress-arrange-told = お返事：{ $way }、{ $day }
stress-arrange-gone = 面接指導をする医師が、その役割を離れています。別の医師を選んでください。
stress-arrange-state-applied = 日時がまだ決まっていません
stress-arrange-state-proposed = ご本人のお返事を待っています
stress-arrange-state-arranged = 日時が決まっています
stress-arrange-state-held = 終わりました。医師の報告を待っています
stress-arrange-state-reported = 医師の報告が届きました
stress-arrange-state-measured = 総務課が配慮を進めています
stress-arrange-state-over = ひととおり終わりました
stress-arrange-state-called_off = とりやめになりました。理由は聞かないでください
stress-arrange-propose-button = 日時を案内する
stress-arrange-move-button = 日時を変える
stress-arrange-said-button = お返事を控える
stress-arrange-assign-button = 別の医師に頼む
stress-arrange-open = 開く
stress-arrange-none = いまは、ありません。
stress-arrange-row = { $name }　{ $state }
stress-arrange-no-physician = 面接する医師が任命されていません。任命されてから、日時を案内してください。
stress-arrange-about = 日時と場所を、ご本人に案内します。期限は{ DAY($day) }です。人目につきにくい場所を選んでください。
stress-arrange-day = 日
stress-arrange-time = 時刻
stress-arrange-place = 場所
stress-arrange-place-hint = たとえば「第2会議室」。健康管理室の前など、何の用かわかる場所は避けてください。
stress-arrange-physician = 医師
stress-arrange-physicians = 面接する医師
stress-arrange-submit = 案内する
stress-arrange-said-about = 電話・紙・対面でいただいたお返事を控えます。理由は聞かないでください。
stress-arrange-answer = お返事
stress-arrange-answer-confirmed = この日時でよい
stress-arrange-answer-another = 別の日にしてほしい
stress-arrange-answer-off = とりやめる
stress-arrange-way = どのように
stress-arrange-way-phone = 電話
stress-arrange-way-letter = 紙
stress-arrange-way-in_person = 対面
stress-arrange-on = お返事をいただいた日
stress-arrange-text-hint = 別の日のときだけ。ご本人の言ったことだけを、短く書いてください。
stress-arrange-note = 控える

## 医師の画面

stress-physician-private = この方のことは、面接指導のためだけに使えます。第三者に知られないようにしてください（要綱第12条、第20条）。
stress-physician-state-applied = 日時がまだ決まっていません。決まったらお知らせします。
stress-physician-state-proposed = ご本人のお返事を待っています。
stress-physician-state-arranged = 日時が決まっています。
stress-physician-state-held = 報告と意見をお願いします。
stress-physician-state-reported = 報告と意見を受けとりました。ありがとうございました。
stress-physician-state-measured = 総務課が配慮を進めています。
stress-physician-state-over = ひととおり終わりました。
stress-physician-state-called_off = この面接指導は、とりやめになりました。
stress-physician-result-button = 結果を見る
stress-physician-held-button = 行ったことを控える
stress-physician-report-button = 報告と意見を書く
stress-handed-elsewhere = 別の事業者のストレスチェックを受けた方です。結果はここにはありません。
stress-handed-about = 申し出によって渡された結果です。回答そのものは、だれにも渡されません（要綱第11条）。
stress-held-on = 面接指導を行った日：{ $day }
stress-held-about = 面接指導を行った日を控えます。この日から1か月が、報告と意見の期限です（要綱第13条）。
stress-held-day = 行った日
stress-held-submit = 控える
stress-held-early = お申し出より後の日を選んでください。
stress-report-about = { $name }さん　面接指導を行った日：{ $day }　医師：{ $doctor }
stress-report-readers = ご本人、総務課の担当、実施者、共同実施事務従事者が読みます。配慮に要ることだけを書き、病名や、ここだけの話として聞いたことは書かないでください。
stress-report-heading = 面接指導の報告
stress-report-label = ■ { $label }
stress-report-held = 行った日
stress-report-doctor = 医師
stress-report-working = 勤務の状況
stress-report-working-hint = 労働時間、仕事の中身、職場での支えなど。
stress-report-strain = 心理的な負担の状況
stress-report-strain-hint = 面接で確かめた、心の負担のようすを書いてください。
stress-report-condition = そのほかの心身の状況
stress-report-condition-hint = 体の調子、眠り、生活のようすなど、配慮に要ることだけ。
stress-report-other = そのほか伝えること
stress-report-submit = 渡す
stress-report-needed = ここも書いてください。短くてかまいません。
stress-report-detriment = この内容を理由に、不利益な取扱いを受けることはありません（要綱第19条第4号）。
stress-opinion-heading = 仕事についての意見
stress-opinion-kind = 就業の区分
stress-opinion-ordinary = 通常勤務
stress-opinion-restricted = 就業制限（仕事を軽くする）
stress-opinion-leave = 要休業（しばらく休む）
stress-opinion-needed = 仕事の上の配慮
stress-opinion-needed-yes = 要る
stress-opinion-needed-no = 要らない
stress-opinion-measures = 勧める配慮
stress-opinion-until = いつまで
stress-opinion-until-hint = 決められないときは、空けておいてください。
stress-opinion-text = 意見
stress-opinion-text-hint = 何を、どのくらい、いつまで。職場環境についての意見もここに書けます。
stress-opinion-until-over = 今日か、それより後の日を選んでください。
stress-opinion-which = 勧める配慮を選ぶか、意見に書いてください。
stress-opinion-needed-then = 就業の区分や勧める配慮と合うように、「要る」を選んでください。

## 総務課の画面

stress-affairs-private = この方の申し出は、第三者に知られないようにしてください（要綱第12条、第20条）。所属には、配慮を行うのに要ることだけを伝えてください。
stress-affairs-applied = 面接指導の申し出：{ $day }
stress-affairs-state-applied = 面接指導の日時を調整しています
stress-affairs-state-proposed = 面接指導の日時を調整しています
stress-affairs-state-arranged = 面接指導を待っています
stress-affairs-state-held = 医師の報告と意見を待っています
stress-affairs-state-reported = 医師の報告と意見が届きました。配慮を決めてください
stress-affairs-state-measured = 配慮を進めています
stress-affairs-state-over = ひととおり終わりました
stress-affairs-state-called_off = とりやめになりました。理由は聞かないでください
stress-affairs-result-button = 結果を見る
stress-affairs-open-sure = 配慮を決めるのに要るときだけ開いてください。だれかが一度開くと、ご本人は申し出を取り下げられなくなります。開いたことは記録に残ります。
stress-measures-kind = 配慮の種類
stress-measures-kinds = 配慮
stress-measures-about = ご本人の話を聴いたうえで、配慮を一つずつ決めます。決めたことは、ご本人も読めます。
stress-measures-text = 中身
stress-measures-text-hint = 何を、どのくらい、いつから。ご本人に伝わる言葉で書いてください。
stress-measures-follow-on = ようすを見る日
stress-measures-submit = 決める
stress-measures-decide-button = 配慮を決める
stress-measures-follow-button = ようすを控える
stress-measures-finish-button = 終わりにする
stress-measures-done = 行ったもの
stress-measures-open-ones = 進めているもの
stress-measures-again = 残りのようすを見る日
stress-measures-later = 明日より後の日を選んでください。
stress-measures-what = 中身を書いてください。
stress-measures-open = まだ進めている配慮があります。先にようすを控えてください。
stress-measures-why = 医師は配慮が要ると言っています。行わない理由を書いてください。ご本人が読みます。
stress-measures-why-label = 配慮を行わない理由
stress-measures-why-hint = ご本人が、そのまま読みます。医師にも聞いたうえで書いてください。
stress-measures-why-none = 配慮を行わない理由
stress-measures-none = 配慮は行わないことになりました。
stress-measures-not-yet = 配慮は、まだ決まっていません。決まったらお知らせが届きます。
stress-measures-was-done = { $day }に行いました
stress-measures-looked-at = { $day }にようすを見ます
stress-finish-about = 決めた配慮をすべて行いました。終わりにすると、記録は定めの年数、封をして残ります（要綱第17条）。
stress-finish-none = 配慮を行わずに終わりにします。記録は定めの年数、封をして残ります（要綱第17条）。
stress-finish-submit = 終わりにする

## 離席票（どの用務でも同じ言葉）

stress-slip-button = 離席票をつくる
stress-slip-title = 離席票
stress-slip-about = 健康に関する用務で席を離れるときの票です。どの用務でも同じ言葉で、どの用務かはたずねません。
stress-slip-day = 日
stress-slip-begins = 何時から
stress-slip-ends = 何時まで
stress-slip-place = 行き先
stress-slip-place-hint = 書かなくてもかまいません。
stress-slip-submit = つくる
stress-slip-order = 「何時から」より後の時刻を選んでください。
stress-slip-times = { $day } { $begins }から{ $ends }まで
stress-slip-line = { $label }：{ $value }
stress-slip-duty = この時間について、職務に専念する義務の免除をお願いします。
stress-slip-kept = この画面の中だけのもので、どこにも残りません。見せるか、写して使ってください。

## ホーム

stress-home-mine = 健康の予定
stress-home-mine-proposed = 健康の予定のご案内
stress-home-mine-day = 健康の予定（{ DAY($day) }）
stress-home-arrange = 健康の予定を決める（{ DAY($day) }まで）
stress-home-list = 健康の予定の一覧（{ $count }）
stress-home-report = 健康の予定のあとの書類（{ DAY($day) }まで）
stress-home-measures = 健康の予定のあとのこと
stress-home-affairs = 健康に関する書類の一覧（{ $count }）
