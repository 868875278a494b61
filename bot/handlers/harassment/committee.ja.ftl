# 対策委員会：申出、付託、委員長と庶務、会議、延長、提言。

## 申し出る前に

harassment-request-committee-button = 対策委員会で扱ってほしい
harassment-committee-title = 対策委員会で扱う
harassment-committee-submit = 申し出る
harassment-committee-about =
    対策委員会は、事実を調べ、どう対応するかを話し合い、市長（組織の長）に提言します。付託された日から{ $days }日以内です。調べるのに時間がかかるときは、理由と新しい期日が、すぐにあなたに知らされます。
    提言が出たことは、あなたと、話を聞いた2人に知らされます（要綱 第9条第2項・第3項）。
harassment-committee-refers = 申し出ることができるのは、あなただけです。申し出ると、受付票を受け取った総務課長（または代理）は、委員会に付託しなければなりません（要綱 第8条第2号）。めやすは{ DAY($day) }までです。
harassment-seats-heading = この件を扱う委員（要綱 第9条第4項）
harassment-seat = ・{ $seat }：{ $who }
harassment-seat-other = そのほかの委員
harassment-seat-empty = この件には加わりません（空席）
harassment-chair-is = 委員長の役：{ $name }
harassment-chair-elected = 委員長の役：委員の互選で決めます（要綱 第9条第8項）
harassment-file-is = 庶務（会議の記録などを扱います。要綱 第9条第11項）：{ $name }
harassment-file-named = 庶務：職員係は加わりません。委員長の役の人が、ほかの人を指名します
harassment-committee-reads =
    委員は、調査票（様式第2号）と会議の記録を読みます。庶務は、会議の記録と提言を読みます。ここに名前のない人は読みません。
    委員会は、必要なときに、ほかの人の出席を求めて話を聞くことがあります（要綱 第9条第5項）。
harassment-committee-free = 付託されるまでは、いつでも取り消せます。申し出ても、申し出なくても、不利益な扱いはありません。
harassment-committee-nobody = いま、この件を扱える委員がいません。申し出は、だれにも送られていません。組織の外にも、相談できるところがあります。

## あなたの画面

harassment-note-request-button = ご本人が委員会での扱いを望む
harassment-note-request-back-button = ご本人が委員会の申出を取り消す
harassment-note-request-back-sure = 電話などで、ご本人から取り消すと聞いたときに押してください。相談の記録は、そのまま残ります。あとで、また申し出ることができます。
harassment-note-committee-title = ご本人の申出
harassment-note-committee-submit = 聞き取った
harassment-committee-for-caller = 申し出られるのはご本人だけです。電話などで、上の内容をご本人に読み上げ、「委員会で扱ってほしい」と聞いたときに送ってください。
harassment-take-back-request-button = 委員会の申出を取り消す
harassment-take-back-request-sure = 委員会での扱いの申出を取り消します。相談の記録は、そのまま残ります。あとで、また申し出られます。
harassment-committee-asked = 対策委員会での扱いを申し出ています。総務課長（または代理）が付託する番です。
harassment-committee-asked-early = 対策委員会での扱いを申し出ています。報告や聞き取りが済んだら、付託されます。
harassment-committee-gone = いま、この件を扱える委員がいません。ここから先へは進んでいません。組織の外にも、相談できるところがあります。
harassment-committee-until = 委員会の期日は{ DAY($day) }です。
harassment-committee-extended = 委員会の期日が{ DAY($day) }に延びました。理由は「委員会からのお知らせ」にあります。
harassment-committee-overdue =
    委員会の期日（{ DAY($until) }）を過ぎましたが、提言も延長の連絡もまだありません。委員長の役の人と庶務には、毎日催促しています。
    電話でもお尋ねになれます（{ $number }）。組織の外に相談することもできます。
harassment-committee-notice-button = 委員会からのお知らせを読む
harassment-notice-title = 委員会からのお知らせ
harassment-notice-extended = 調べるのに時間がかかるため、期日を{ DAY($day) }に延ばしました。理由は次のとおりです。
harassment-notice-proposed = { DAY($day) }に、委員会が市長（組織の長）に提言をしました。
harassment-notice-measures = 次の措置が取られることになりました。
harassment-notice-measure = ・{ $kind }
harassment-notice-none = いまは、お知らせはありません。

## 総務課長（または代理）の画面

harassment-refer-asked = 本人が、対策委員会での扱いを申し出ています。委員会に付託してください（要綱 第8条第2号）。
harassment-refer-after-hearing = 本人が、対策委員会での扱いを申し出ています。聞き取りの報告を受けたら、委員会に付託してください（要綱 第8条第2号）。
harassment-refer-button = 委員会に付託する
harassment-refer-sure = 委員会の60日がきょうから始まります。委員と庶務に知らされ、元に戻せません。
harassment-refer-unasked = 本人の申出がないため、付託できません（要綱 第8条第2号）。
harassment-refer-affected = 被害を受けたとされる人が、まだ同意していません。付託は、同意を確かめてからにしてください。
harassment-refer-nobody = この件を扱える委員がいないため、付託できません。本人の画面に、組織の外の相談先が出ています。

## 委員・庶務の画面

harassment-committee-work = 期日は{ DAY($day) }です（要綱 第9条第3項）。
harassment-committee-file-button = 委員と会議の記録
harassment-file-title = 委員と会議の記録
harassment-seats-short = この件の委員は{ $there }人です（定めは{ $seats }人）。少ないままでも進められます。
harassment-seats-balance = 委員は、男女同数となるよう努めることとされています（要綱 第9条第10項）。
harassment-sittings-none = 会議の記録は、まだありません。
harassment-sitting-button = { DAY($day) }の会議
harassment-sitting-attended = 出席した委員：{ $who }
harassment-proposal-heading = 提言

harassment-sit-button = 会議を記録する
harassment-sit-title = 会議の記録
harassment-sit-submit = 記録する
harassment-sit-day = 会議の日
harassment-sit-attended = 出席した委員
harassment-sit-members = 委員
harassment-sit-heard = ほかに意見を聞いた人と、その内容
harassment-sit-heard-hint = 要綱 第9条第5項。いなければ空けておいてください。
harassment-sit-minutes = 議事
harassment-sit-later = きょうまでの日にしてください。
harassment-sit-nobody = 出席した委員を選んでください。

harassment-extend-button = 期間を延ばす
harassment-extend-title = 期間を延ばす
harassment-extend-submit = 延ばして知らせる
harassment-extend-about = いまの期日は{ DAY($day) }です。延ばすと、本人と対応者2人に、すぐに知らされます（要綱 第9条第3項）。
harassment-extend-until = 新しい期日
harassment-extend-reason = 理由（本人と対応者2人が読みます）
harassment-extend-reason-hint = だれが何を話したかは書かず、何に時間がかかるかを書いてください。
harassment-extend-reason-needed = 理由を書いてください。本人が読みます。
harassment-extend-too-soon = いまの期日より後の日にしてください。

harassment-propose-button = 提言する
harassment-propose-title = 市長への提言
harassment-propose-submit = 提言して知らせる
harassment-propose-about = 提言そのものは、委員と庶務が読みます。市長（組織の長）へは、書面で渡してください。本人と対応者2人には、提言をしたことと、下の2つめの欄に書いたことが知らされます（要綱 第9条第2項）。
harassment-propose-text = 提言
harassment-propose-told = 本人と対応者2人に伝えること
harassment-propose-told-hint = 空けておくと、提言をしたことだけが伝わります。処分のことは書かないでください。
harassment-propose-text-needed = 提言を書いてください。

## 委員長の役、庶務の役

harassment-elect-button = 委員長の役を選ぶ
harassment-elect-title = 委員長職務代理者
harassment-elect-submit = 投票する
harassment-elect-about =
    委員長がこの件に加わらないため、委員の互選で職務を代理する人を選びます（要綱 第9条第8項）。1人1票で、自分にも入れられます。
    過半数になったとき、全員が入れたとき、または期日が来たときに決まります。同じ票数なら、席の順で先の人です。だれがだれに入れたかは、だれにも見えません。
harassment-elect-who = 職務を代理する人
harassment-vote-cast = 投票は済んでいます。
harassment-chair-there = 委員長の役の人は、もう決まっています。
harassment-name-clerk-button = 庶務の人を指名する
harassment-name-clerk-title = 庶務の指名
harassment-name-clerk-submit = 指名する
harassment-name-clerk-about = 職員係はこの件に加わりません。庶務をする人を指名してください。きょうから、この件が委員会を離れるまでです。加われない人と、その部下は、ここに出てきません。
harassment-name-clerk-who = 庶務をする人
harassment-clerk-there = 庶務の人は、もういます。
harassment-clerk-nobody = 指名できる人がいません。会議の記録は、委員が書けます。

harassment-recuse-button = この件から外れる
harassment-recuse-sure = この件に加わらなくなり、この件は見えなくなります。元に戻せません。理由は聞かれません。
harassment-recused-title = この件から外れました
harassment-recused = この件は、もう表示されません。知ったことは、これからもだれにも話さないでください。
