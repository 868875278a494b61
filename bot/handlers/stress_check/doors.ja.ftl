### 結果のあとの入口（だれかと話す、面接指導の申し出、カウンセリングや医療機関の紹介）の文。日本語が原文で、doors.en.ftl がその訳です。

## だれかと話す

stress-talk-title = だれかと話す
stress-talk-about = 結果がどうであっても、話していい相手がいます。話すかどうか、だれに話すかは、あなたが決めます。
stress-talk-peers = 身近な職員に聞いてもらう：ホームの「{ $door }」からどうぞ。
stress-talk-harassment = 人との関わりで気になることがある：ホームの「{ $door }」からどうぞ。
stress-talk-lines = 職場の外で、電話で話す：この画面の「{ $door }」に番号があります。
stress-talk-more = 医師や専門の人と話す
stress-talk-interview = 医師による面接指導を受けられます。{ DAY($day) }までに申し出てください。勤務時間のうちに受けられ、休みを取る必要はありません（要綱第14条）。
stress-talk-applied = 医師による面接指導を申し出ています。
stress-talk-wished = ご希望を受けとっています。
stress-talk-late = 申し出の日は過ぎましたが、医師と話したいお気持ちは、いつでも伝えられます。実施者（産業医）がお答えします。
stress-talk-other = 面接指導ではなく、カウンセリングや医療機関の紹介を頼むこともできます。共同実施事務従事者だけに届き、結果は総務課へ渡りません。
stress-talk-enough = 話さなくてもかまいません。これからのお知らせがいらないときは、次のボタンを押してください。理由はうかがいません。あとから気が変わっても、入口は開いています。
stress-decline-button = いまは結構です
stress-declined = 分かりました。この件のお知らせは、もう届きません。気が変わったら、いつでも結果の画面からどうぞ。

## 面接指導を申し出る

stress-apply-title = 健康の予定
stress-apply-button = 面接指導を申し出る
stress-apply-about = 医師による面接指導を申し出ます（{ DAY($day) }まで）。日時と場所は、ほかの方に分からない言葉で、あなたにだけお知らせします。
stress-consent-readers = 申し出ると、あなたのストレスチェックの結果を「{ $office }」へ渡すことに同意したことになります（要綱第11条第2項）。読めるのは、{ $names }です。
stress-consent-nobody = いまこの役割にある人はいません。決まった人が読みます
stress-consent-personnel = この中には、人事を担当する職員も含まれます。
stress-consent-others = 面接をする医師も結果を読みます。実施事務従事者と共同実施事務従事者は、日時を決めるために、申し出があったことを知ります。
stress-consent-answers = 渡るのは結果（尺度ごとの段階と点）だけです。一つひとつの回答は、渡りません。
stress-consent-back = 担当の職員が結果を開くまでは、申し出を取り消せます。取り消すと、渡るはずだった結果も残りません。
stress-apply-detriment = 結果の提供に同意しないことも、申し出をしないことも、不利益な扱いの理由にはなりません（要綱第19条第2号・第3号）。申し出たことも同じです。
stress-apply-submit = 同意して申し出る
stress-applied = 申し出を受けとりました。{ DAY($day) }までに受けられるように、日時と場所をお知らせします。
stress-applied-back = 担当の職員が結果を開くまでは、取り消せます。
stress-interview-button = 健康の予定を見る
stress-withdraw-button = 取り消す
stress-withdraw-sure = 申し出を取り消します。総務課へ渡るはずだった結果も消えます。期限までは、もう一度申し出られます。
stress-withdrawn = 取り消しました。総務課へは、何も渡っていません。
stress-withdraw-arranged = 日時の調整がもう始まっています。やめるときは、「健康の予定を見る」からどうぞ。
stress-apply-twice = 申し出は、もう受けとっています。もう一度出さなくてだいじょうぶです。
stress-apply-late = 申し出の日を過ぎています。医師と話したいときは、結果の画面の「だれかと話す」から、いつでも伝えられます。
stress-apply-early = 結果を受けとった日か、それより後の日を選んでください。

## 紙の申し出（共同実施事務従事者）

stress-paper-application-form = 署名のある申し出の用紙を受けとった方を選び、用紙を受けとった日を入れてください。その日から面接指導までの日数を数えます。
stress-paper-application-person = 申し出た方
stress-paper-application-day = 用紙を受けとった日
stress-paper-application-day-hint = 今日か、それより前の日です。申し出の日数のうちに受けとったものは、期限が過ぎたあとでも入れられます。
stress-paper-application-none = いま、申し出を入れられる方はいません。

## カウンセリング、医療機関の紹介、遅れてのご希望

stress-wish-title = 健康についてのご希望
stress-wish-button-counselling = カウンセリングを頼む
stress-wish-button-clinic = 医療機関の紹介を頼む
stress-wish-button-late = 医師と話したいと伝える
stress-wish-about-counselling = カウンセリングの希望を伝えます（要綱第11条第3項）。日時や場所は、お返事でお知らせします。
stress-wish-about-clinic = 医療機関の紹介の希望を伝えます（要綱第11条第3項）。受診するかどうかは、あなたが決めます。
stress-wish-about-late = 申し出の日は過ぎていますが、医師と話したい希望を伝えます。どのように話せるかを、お返事でお知らせします。
stress-wish-readers = 読んでお返事をするのは、次の人だけです。{ $who }
stress-wish-no-consent = これは面接指導の申し出ではなく、結果を総務課へ渡す同意でもありません。総務課にも上司にも伝わりません。
stress-wish-text = 伝えたいこと
stress-wish-text-hint = 書かなくてもかまいません。都合のよい曜日や、連絡のしかたなど。
stress-wish-submit = 伝える
stress-wish-asked = { $what }（{ $day }）
stress-wish-what-counselling = カウンセリングの希望
stress-wish-what-clinic = 医療機関の紹介の希望
stress-wish-what-late = 医師と話したい希望
stress-wish-promise = { DAY($day) }までにお返事します。お返事があると、お知らせが届きます。
stress-wish-withdraw-sure = この希望を取り消します。書いたことは残りません。
stress-wish-withdrawn = 取り消しました。この希望は残っていません。
stress-wish-twice = ご希望は、もう受けとっています。お返事をお待ちください。
stress-wish-nobody = いま、これにお答えする人がいません。お電話でどうぞ（{ $phone }）。
stress-wish-reply = お返事
stress-wish-reply-hint = 日時、場所、相手、電話番号など。書いたことは、そのままご本人が読みます。
stress-wish-reply-needed = ご本人が読むお返事を書いてください。
stress-wish-who = { $name }さんから
stress-wish-handled-about = この希望は、あなたの役割の人だけに届いています。お返事は、この画面からどうぞ。ほかの人に伝えるときは、先にご本人に確かめてください。
stress-wish-answer-button = お返事を書く
stress-wish-answer-about = 書いたことは、そのままご本人が読みます。届くお知らせには、中身は出ません。
stress-wish-answer-submit = お返事を送る
stress-wish-row = { DAY($day) }に届いた希望
stress-wish-open = 開く
stress-wish-none = いま、お返事を待っている希望はありません。
