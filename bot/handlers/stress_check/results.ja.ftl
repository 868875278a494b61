### 結果（本人の画面、実施者の確認、紙での手渡し）の文。日本語が原文で、results.en.ftl がその訳です。

## 本人の画面

stress-result-title = ストレスチェックの結果
stress-result-detriment = この結果の内容を理由に、不利益な扱いを受けることはありません（要綱第19条第4号）。
stress-result-profile = あなたのいまの様子
stress-result-meaning = ここから分かること
stress-result-seen = 結果を見られるのは、あなたのほかには、実施者と共同実施事務従事者だけです。上司にも総務課にも渡りません。総務課に渡るのは、あなたが面接指導を申し出たときだけです。
stress-result-seen-elsewhere = 結果そのものは、検査をしたところからお手もとに届いています。ここに入っているのは、面接指導のご案内の日だけです。上司や総務課には渡りません。
stress-result-calm = いまの回答からは、心や体に特に大きな負担がかかっている様子は見られませんでした。それでも、数字に出ないつらさはあります。気になることがあれば、どうぞ話してください。
stress-result-high = いまの回答からは、心や体に負担がたまっている様子が見られました（ストレスチェックでは「高ストレス」と呼びます）。病気という意味ではありません。無理を重ねていないか、少し立ち止まる目安にしてください。
stress-result-individual = 性別をうかがっていないので、換算表による判定はありません。合計点をもとに、実施者が一人ひとり個別に確かめています。
stress-result-elsewhere = ほかの機関で受けた検査についてのご案内です。
stress-result-advised-until = 実施者（産業医）が確かめ、医師と話すこと（面接指導）をおすすめしています。{ DAY($day) }まで申し出ることができます。受けるかどうかは、あなたが決めます。
stress-result-advised = 実施者（産業医）が確かめ、医師と話すこと（面接指導）をおすすめしていました。これからでも、ご希望を伝えられます。受けるかどうかは、あなたが決めます。
stress-result-not-advised = 実施者（産業医）から、医師の面接指導のおすすめは出ていません。だれかと話したいときは、いつでも下のボタンからどうぞ。
stress-talk-button = だれかと話す
stress-picture-button = 図で見る

## 様子を文字で

stress-profile-direction = 四角（■）が多いほど良好で、少ないほど負担が大きいことを表します。五つで「良好」、三つで「ふつう」、一つで「負担あり」です。
stress-profile-heading = ── { $area } ──
stress-profile-area-A = 仕事の負担
stress-profile-area-B = 心と体の反応
stress-profile-area-C = 周りの支え
stress-profile-area-D = 満足度
stress-profile-line = { $scale }：{ $level }　{ $bar }
stress-profile-level-1 = 負担あり
stress-profile-level-2 = やや負担あり
stress-profile-level-3 = ふつう
stress-profile-level-4 = やや良好
stress-profile-level-5 = 良好
stress-profile-sum-direction = 合計点です。点が高いほど、負担が重いことを表します。
stress-profile-sum = { $area }：{ $sum }点（{ $lowest }点から{ $highest }点まで）

## 実施者

stress-review-title = 結果の確認
stress-review-about = 面接指導が必要かどうかを、一人ずつ確かめて決めます（要綱第10条）。決めたことは、結果を開くまで直せます。ほかの方の結果は、ここには出ません。
stress-review-progress = { $count }人のうち{ $done }人を確かめました。
stress-review-next = 次の方を見る
stress-review-more = 続きを見る
stress-review-look = 見る
stress-review-who = { $name }（{ $unit }）
stress-review-individual = 個別の確認：性別の回答がないので、換算表による判定がありません。合計点から判断してください。
stress-review-sums = 合計点（点が高いほど負担が重い）
stress-review-points = 評価点の合計（点が低いほど負担が重い）：仕事の負担 { $a }、心と体の反応 { $b }、周りの支え { $c }
stress-review-question = この方に、面接指導をすすめますか。
stress-review-advise-button = すすめる
stress-review-spare-button = すすめない
stress-review-row = { $name }：{ $decided }
stress-review-yes = すすめる
stress-review-no = すすめない
stress-review-order-button = 受けた方全員の結果を開く
stress-review-order-sure = 押すとすぐに、受けた方全員が自分の結果を見られるようになります。面接指導をすすめるかどうかは、もう直せません。
stress-review-order-yes = 開く
stress-review-ordered = 結果を開きました。受けた方全員が、いま、自分の結果を見られます。お知らせは、どなたにも同じ文で、順に届きます。紙の方と、開かれないままの方には、共同実施事務従事者が封をした紙でお渡しします。
stress-review-left = まだ確かめていない方が{ $count }人います。全員を確かめてから、結果を開いてください。
stress-review-over = 結果はもう開かれています。ここで決めたことは、直せません。

## 共同実施事務従事者：紙での手渡し

stress-paper-button = 紙での手渡しと申し出
stress-paper-title = 紙でお渡しする結果
stress-paper-about = アカウントのない方、紙で受けた方、結果が開かれないままの方に、封をした紙をお渡しします。紙は、鍵を預かる人が印刷します。お渡しした日を入れると、その日から申し出の日数を数えます。結果の中身は、この画面には出ません。
stress-paper-none = いま、お渡しする紙はありません。
stress-paper-row = { $unit }　{ $name }
stress-paper-deliver = 渡した日を入れる
stress-paper-day = お渡しした日
stress-paper-day-hint = ご本人の手に渡った日を入れてください。次の日から数えます。
stress-paper-save = 入れる
stress-paper-application-about = 面接指導の申し出を紙で受けとったときは、こちらから入れてください。
stress-paper-application-button = 紙の申し出を入れる
stress-deliver-moved = この方は、もう結果を受けとっています。
stress-deliver-early = 結果が開かれた日か、それより後の日を選んでください。
stress-day-future = 今日か、それより前の日を選んでください。

## 紙（封をしてお渡しする結果、申し出の用紙）

stress-sheet-title = お知らせ
stress-sheet-whose = { $unit }　{ $name } 様
stress-sheet-sealed = ご本人だけが開けてください。この紙は封筒に入れ、封をしてお渡しします。どなたの封筒も、枚数は同じです。
stress-sheet-advised = 実施者（産業医）が確かめ、医師と話すこと（面接指導）をおすすめしています。この紙を受けとった日の次の日から数えて{ $days }日のうちに、次のページの用紙で申し出ることができます（最後の日が閉庁日のときは、次の開庁日まで）。申し出ずに、カウンセリングや医療機関の紹介を頼むこともできます。受けるかどうかは、あなたが決めます。
stress-sheet-not-advised = 実施者（産業医）から、医師の面接指導のおすすめは出ていません（{ $days }日のうちの申し出は、おすすめがあった方のためのものです）。だれかと話したいときは、下の連絡先へ、いつでもどうぞ。
stress-sheet-made = { DATE($day) }に印刷しました。
stress-sheet-form-heading = 健康の予定の申し出
stress-sheet-form-about = 医師による面接指導を申し出るための用紙です。実施者からおすすめがあった方が、結果を受けとった日の次の日から{ $days }日のうちに使えます。どなたの封筒にも、同じ用紙が入っています。
stress-sheet-form-name = 所属・名前
stress-sheet-form-received = 結果を受けとった日
stress-sheet-form-day = 申し出る日
stress-sheet-form-reach = 連絡のしかた（ほかの方に知られない方法）
stress-sheet-form-words = 上の説明を読み、結果を渡すことに同意して、面接指導を申し出ます。　署名（　　　　　　　　　　　　　　）
stress-sheet-form-where = 封をして、共同実施事務従事者へお渡しください。郵送でもかまいません。
