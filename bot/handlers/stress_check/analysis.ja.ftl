### 職場ごとの集計（集団分析）、改善の記録、制度担当者の人数の文。日本語が原文で、analysis.en.ftl がその訳です。

## 職場ごとの集計

stress-analysis-title = 職場ごとの集計
stress-analysis-provided = { $year }年の回。{ $day }に、共同実施事務従事者から市に渡されました。数は、このあと変わりません。
stress-analysis-published = { $published ->
        [yes] 職員のみなさんにも見えるようにしてあります（改善の記録は見えません）。
       *[no] 職員のみなさんには、まだ見えません。
    }
stress-analysis-preview = { $year }年の回。{ $ordered ->
        [yes] 実施者の指示が出ています。まだ市には渡っていません。
       *[no] まだ実施者の指示が出ていません。市には渡っていません。
    }
stress-analysis-how = { $size }人以上が受けた集まりだけを示しています。それより少ない所属は、同じ部門の中で合わせています。人数は幅だけ、平均は小数第1位まで、リスクは整数です。一人ひとりの答えが推しはかられるおそれのある数は、示していません。
stress-analysis-reads = 平均は3から12までです。仕事の量は低いほど、ほかの3つは高いほど、負担が軽いことを表します。リスクは全国の平均を100とした参考値で、{ $noticed }をこえると、何かの形であらわれていることが多いとされます。四角の列は、平均の数と同じことを表しています。
stress-analysis-heading = ■ { $name }
stress-analysis-everybody = 全体
stress-analysis-division = { $division }（部門の全体）
stress-analysis-alone = { $units }（{ $division }）
stress-analysis-together = { $units }を合わせた集まり（{ $division }）
stress-analysis-no-unit = 所属の分からない方
stress-analysis-band = 受けた人：{ $most ->
        [0] { $least }人以上
       *[other] { $least }人から{ $most }人
    }
stress-analysis-mean = { $label }：{ $mean }　{ $bar }
stress-analysis-risk = { $label }：{ $risk }（{ $how }）
stress-analysis-not-shown = { $label }：示していません
stress-chart-quantity = 仕事の量
stress-chart-control = 仕事のコントロール
stress-chart-supervisor = 上司の支援
stress-chart-coworker = 同僚の支援
stress-risk-a = 量とコントロールのリスク
stress-risk-b = 職場の支援のリスク
stress-risk-total = 総合のリスク
stress-risk-below = 全国の平均より低い
stress-risk-same = 全国の平均と同じ
stress-risk-above = 全国の平均より高い
stress-risk-noticed = 全国の平均よりかなり高い。何かの形であらわれていることが多いとされる高さ
stress-analysis-nothing = 示せる数がありません。受けた人が{ $size }人以上になる集まりがないか、答えが推しはかられるおそれがあるためです。一人ひとりの結果は、ご本人にだけ伝わっています。
stress-analysis-hidden = 次の所属は、部門の中で合わせても{ $size }人に届かないので、示していません。
stress-analysis-hidden-unit = ・{ $unit }
stress-analysis-no-change = 前の回とは比べていません。集まりに入った人と出た人の答えが、推しはかられることがあるためです。
stress-analysis-late = この回の集計は、いまは作れません。結果が伝わってから回が終わるまでの間に作れます。
stress-analysis-order-button = 市に渡すように指示する
stress-analysis-order-sure = 共同実施事務従事者に、この集計を市に渡すようにお願いします。
stress-analysis-ordered = 指示を出しました。共同実施事務従事者に伝わります。
stress-analysis-ordered-already = 指示は、もう出ています。
stress-analysis-provide-button = 市に渡す
stress-analysis-provide-sure = 総務課と、月次のまとめの受け手に、この集計を渡します。渡したあとは変えられません。
stress-analysis-there = この回の集計は、もう市に渡っています。
stress-analysis-publish-button = 職員にも見えるようにする
stress-analysis-publish-sure = 集計の数を、職員のだれでも見られるようになります。集まりの上司の方への心配りが要ることもあります。見せる範囲を話し合ってからにしてください。
stress-analysis-unpublish-button = 職員には見えないようにする
stress-analysis-unpublish-sure = 職員のみなさんからは、集計が見えなくなります。
stress-analysis-as-it-is = もう、そのようになっています。
stress-analysis-yes = そうする
stress-analysis-next = 次のページ
stress-analysis-back = 前のページ
stress-analysis-picture-button = 図で見る
stress-analysis-door-button = 職場ごとの集計
stress-analysis-duty-order = 職場ごとの集計を確かめ、指示する
stress-analysis-duty-provide = 職場ごとの集計を市に渡す

## 改善の記録

stress-actions-button = 改善の記録
stress-actions-duty = 改善がどうなったか見る
stress-actions-title = 改善の記録
stress-actions-about = 集計を見て、職場のためにすることを書きとめます。その日が来たら、どうなったかをおたずねします。個人の名前や、個人が分かることは書かないでください。総務課、月次のまとめの受け手、実施者、共同実施事務従事者が読めます。
stress-actions-none = まだ何も書かれていません。
stress-actions-add = 書きとめる
stress-actions-back = 集計に戻る
stress-actions-finish = 改善の記録を閉じる
stress-actions-finish-sure = すべて終わったので閉じます。閉じたあとは書き足せません。記録は、決まった年数だけ残ります。
stress-analysis-open = まだ終わっていない改善があります。先に、どうなったかを書いてください。
stress-action-form-about = 小さなことで結構です。例：会議を1つ減らす、朝の打ち合わせで困りごとを聞く。
stress-action-group = どこのことですか
stress-action-groups = 集まり
stress-action-text = すること
stress-action-text-hint = 個人が分かることは書かないでください。
stress-action-text-needed = することを、ひとことで結構ですので書いてください。
stress-action-follow-on = どうなったかを見る日
stress-action-follow-on-hint = この日の朝に、総務課の担当にお願いが届きます。
stress-action-day = 明日かそれより後の日を選んでください。
stress-action-many = 進行中の改善が多くなりました。どれかを終えてから、書きとめてください。
stress-action-save = 書きとめる
stress-action-follow = どうなったか書く
stress-action-how = どうなりましたか
stress-action-how-done = 終わった
stress-action-how-again = もう少し続ける
stress-action-again = 続けるとき、次に見る日
stress-action-seen = 気づいたこと
stress-action-was-seen = 気づいたこと：{ $seen }
stress-action-open = { $day }に見ます
stress-action-done = { $day }に終わりました
stress-action-gone = この改善は、もう終わっています。

## 人数（制度担当者）

stress-figures-title = 人数
stress-figures-about = 合計だけです。だれが受けたか、だれが受けていないかは、この画面には出ません。結果についての数は、法律の報告書にもなく、どこにも出ません。
stress-figures-not-begun = まだ始まっていません。
stress-figures-examinees = 対象者：{ $count }人
stress-figures-taken = 受けた人：{ $count }人
stress-figures-on-paper = 紙の封筒を受けとり、これから入れるもの：{ $count }人
stress-figures-not-yet = まだ受けていない人：{ $count }人
stress-figures-report = 法律の報告書（年に一度）の項目です。報告先：{ $addressee }
stress-figures-look = 在籍労働者数は、名簿にいま載っている方のうち、対象の任用の方の数です。報告書は検査の月の末日の数をたずねますので、報告の前に確かめてください。労働保険番号、事業の種類、所在地などは、報告する方がお書きください。
stress-figures-line = { $label }：{ $value }
stress-figures-label-year = 対象年
stress-figures-label-month = 検査を行った年月（最後の月）
stress-figures-label-staff = 在籍労働者数
stress-figures-label-implementer = 検査を実施した者
stress-figures-label-took = 検査を受けた労働者数
stress-figures-label-physician = 面接指導を実施した医師
stress-figures-label-interviews = 面接指導を受けた労働者数
stress-figures-label-groups = 集団ごとの分析
stress-figures-of-year = { $year }年
stress-figures-of-month = { $year }年{ $month }月
stress-figures-people = { $count }人
stress-figures-later = まだ出せません
stress-figures-groups-yes = 行った
stress-figures-groups-no = まだ行っていない
stress-doctor-own-physician = 事業場で選任している産業医
stress-doctor-own-staff = 事業場の医師など（選任している産業医を除く）
stress-doctor-contractor = 外部に委託した医師など
stress-addressee-mayor = 市町村長（人事委員会を置かない団体の、現業でない職場）
stress-addressee-personnel-commission = 人事委員会
stress-addressee-labour-office = 労働基準監督署
