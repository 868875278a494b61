### 指名・解除・任期・空きの文。日本語が原文で、words.en.ftl がその訳です。

## 共通

roster-day = { $year }年{ DATE($on) }
roster-term = { $first_year }年{ DATE($first) }から{ $last_year }年{ DATE($last) }まで
roster-term-in-post = { $first_year }年{ DATE($first) }から、その職にある間
roster-who-room = { $name }（{ $room }）
roster-who-office = { $who }　{ $office }
roster-not-on-roster = 名簿にない方
roster-office-unit-head = 所属長
roster-and = 、
roster-reason = 理由
roster-appointment-button = 開く

## 選べないとき

roster-not-available = この方は、いま選べません。ほかの方を選んでください。
roster-room-elsewhere = この部屋は、選んだ方の所属の部屋ではありません。部屋か、方を選び直してください。
roster-day-too-far = 今年度か来年度の日を選んでください。
roster-day-outside = きょうから任期の終わりまでの日を選んでください。
roster-term-overlaps = この方は、その時期にもう同じ役割にあります。任期の終わりの翌日から続けるときは、その方の画面の「続けてお願いする」を押してください。
roster-barred = この方のいまの役割とは、兼ねられません（相談の内容を見ない役割のためです）。ほかの方を選んでください。
roster-basis-needed = 厚生課以外の方をコーディネーターにするときは、その理由を書いてください（要綱 第7条第3項）。
roster-line-needed = 書いてください。
roster-over-already = この指名は、もう終わっています。
roster-renewed-already = この方の次の任期は、もう決まっています。
roster-no-gap = この部屋には、いま空きがありません。
roster-check-by-another = 登録した方とは別の方が確認します。

## ホーム

roster-home-unit = 所属のピアサポーター
roster-home-unit-button = 指名・更新・解除
roster-home-overview-button = ピアサポートの体制
roster-duty-term = 任期が終わる方がいます（{ DATE($day) }まで）
roster-duty-gap = 所属に、ピアサポーターのいない所があります
roster-duty-gaps = 全体の空き（{ $count }件）
roster-duty-offices = 窓口・相談員・委員の空き（{ $count }件）
roster-duty-check = 部外相談員のアカウントの確認

## 所属長の画面

roster-unit-title = 所属のピアサポーター
roster-unit-about = 所属のピアサポーターは、所属長が指名します。執務室ごとに一人以上です（要綱 第6条）。だれが相談したかは、ここには出ません。
roster-unit-ending = 任期が近い方
roster-unit-gaps = いない所
roster-unit-supporters = いまの方と、これからの方
roster-unit-nobody = まだ指名された方がいません。
roster-gap-unit = { $unit }に、ピアサポーターがいません。一人以上お願いします（要綱 第6条第1項）。
roster-gap-room = { $unit }・{ $room }に、ピアサポーターがいません。
roster-gap-head = { $unit }の所属長が、名簿にありません。
roster-gap-office = { $office }が足りません。
roster-gap-short = { $office }：要綱では{ $seats }人のところ、いま{ $there }人です。
roster-gap-seat = { $office }の席が空いています：{ $seat }
roster-without = { $unit }・{ $room }には置かないことにしています（{ $reason }）。
roster-exempt-button = 置かない
roster-lift-button = 置くことにする
roster-exempt-title = この部屋には置かない
roster-exempt-about = { $room }の勤務場所・勤務状況から、ピアサポーターを置く必要がないと認めるときに選びます（要綱 第6条第2項）。今年度末まで有効で、厚生課長にも理由が見えます。所属に一人は必要です。
roster-exempt-submit = 置かない

## 指名

roster-name-button = 指名する
roster-name-title = ピアサポーターの指名
roster-name-about = 人格識見が高く、信望が厚く、熱意のある方にお願いしてください（要綱 第6条第3項）。ご本人の気持ちを、先に聞いておいてください。
roster-name-nobody = 名簿に、この所属の方がいません。名簿の担当にお知らせください。
roster-name-person = お願いする方
roster-name-room = 受け持つ部屋
roster-name-own-room = ご本人の部屋
roster-name-starts = いつから
roster-name-starts-hint = 任期は、その年度の3月31日までです。来年度の分は4月1日を選んでください。
roster-name-told = 指名すると、ご本人と厚生課長に知らせ、その日に所属の皆さんにも知らせます（要綱 第6条第7項）。
roster-name-submit = 指名する
roster-named-title = 指名しました
roster-named = { $name }さん　{ $office }
    { $term }
roster-named-unit = ご本人と厚生課長にお知らせします。始まる日に、所属の皆さんにもお知らせします。
roster-named-office = ご本人にお知らせします。
roster-named-unchecked = 部外相談員には、登録した方とは別の方がアカウントを確認したあとで、職員がお願いできるようになります。
roster-named-also = 名簿では、この方は{ $offices }も務めています。兼ねてよいか、念のためお確かめください。
roster-done-before = もう済んでいます。いまの様子は、ホームからご覧ください。
roster-enter-title = 指名・委嘱の登録
roster-enter-hq-supporter = 本部長が委嘱した本部ピアサポーターを登録します。会計年度任用職員の方です。コーディネーターも兼ねます（要綱 第5条）。
roster-enter-coordinator = 本部長が指名したコーディネーターを登録します（要綱 第7条）。
roster-enter-external-adviser = 本部長が委嘱した部外相談員を登録します（要綱 第8条）。
roster-enter-hq-supporter-button = 本部ピアサポーターを登録
roster-enter-coordinator-button = コーディネーターを登録
roster-enter-external-adviser-button = 部外相談員を登録
roster-enter-unit = どの所属の方ですか。
roster-enter-button = この所属の方
roster-enter-field = 分野
roster-enter-field-hint = 医療、法律、税務、不動産など
roster-enter-basis = 厚生課以外の方のとき、その理由
roster-enter-basis-hint = 厚生課の方なら、書かなくてかまいません（要綱 第7条第2項・第3項）。
roster-enter-document = 文書の番号
roster-enter-document-on = 文書の日付
roster-enter-submit = 登録する
roster-entered-title = 登録しました

## 一人の指名

roster-appointment-title = 指名の内容
roster-appointment-field = 分野：{ $field }
roster-appointment-document = 文書：{ $number }（{ $day }）
roster-remark-unsworn = ご本人は、まだ秘密を守る約束をしていません。はじめて開くときにお願いします。
roster-remark-let-end = 続けてはお願いしないことにしています。任期の終わりに、自動で終わります。
roster-remark-released = 解除が決まっています。
roster-renew-button = 続けてお願いする
roster-renew_form-button = 続けて委嘱・指名する
roster-let_end-button = 任期で終える
roster-release-button = 解除する
roster-renew-title = 続けて委嘱・指名する
roster-renew-about = { $name }さんの次の任期を登録します。いまの任期の翌日から始まり、対応中の件もそのまま続きます。
roster-renew-submit = 登録する
roster-renewed-title = 続けてお願いしました
roster-release-title = 指名の解除
roster-release-about = { $name }さんの指名を解除します。その日から、届いていたお願いは開けなくなり、お願いした方が、話したい方を選び直します。
roster-release-day = いつから
roster-release-day-hint = この日から、役割を離れます。
roster-release-reason-hint = 理由は、だれの画面にも出ません。
roster-release-submit = 解除する
roster-released-title = 解除しました
roster-released = { $name }さんの役割は、{ $day }までです。ご本人にお知らせします。
roster-released-unit = 厚生課長と所属の皆さんにもお知らせします（要綱 第6条第7項）。
roster-released-office = 所属の皆さんへの周知は、一覧の更新で行います。

## 指名された方の画面

roster-mine-title = あなたの役割
roster-mine-held = { $office }をお願いします。
    { $term }
roster-mine-over = { $office }の役割は、{ $day }で終わりました。ありがとうございました。知ったことは、これからも秘密にしてください（要綱 第13条）。
roster-promise-about = はじめる前に、この役割で見えるものと見えないものを読んで、秘密を守る約束をお願いします。一度だけです。
roster-promise-button = 読んで約束する
roster-mine-none = いま、お知らせする役割はありません。

## 厚生課長の画面

roster-overview-title = ピアサポートの体制
roster-overview-unchecked = アカウントの確認
roster-overview-unchecked-about = 名簿の方と、Slackのアカウントが同じ方かを確かめてください。確認の前でも、指名は有効です。部外相談員だけは、確認のあとでお願いできるようになります。
roster-overview-more = ほか{ $count }件
roster-overview-offices = 本部ピアサポーター・コーディネーター・部外相談員
roster-overview-reported = 所属からの報告（31日以内）
roster-overview-reported-none = 報告はありません。
roster-reported-named = { $unit }：{ $who }　{ $term }
roster-reported-released = { $unit }：{ $who }　{ $day }に解除
roster-check-button = 確認した
roster-check-sure = 名簿の方と、Slackのアカウントが同じ方であることを確かめましたか。
roster-gaps-button = 空きを見る
roster-gaps-title = 体制の空き
roster-gaps-about = 所属と執務室のピアサポーター、役割の人数です（要綱 第4条第2項、第6条）。だれが相談したかとは関係ありません。
roster-gaps-none = 空きはありません。
roster-gaps-ending = 任期の終わりが近い相談員・委員です。任命の手続きのあと、名簿を取り込んでください（要綱 第7条第4項、第10条）。
roster-gaps-without = 置かないことにしている部屋

## 鍵の更新（管理者へ、年に一度）
roster-key-change-title = 鍵の更新
roster-key-change-about = 年に一度、保存期間を過ぎた記録の処分が終わったあとに、鍵を新しくします。古いバックアップから、処分した記録が読めないようにするためです。作業はサーバーの上で行います。手順は docs/operating/keys.md にあります。
roster-key-change-rotate = 1  プログラムを止めて `python -m bot keys rotate` を実行し、また動かします。鍵のフォルダーを、別々に保管している二つの媒体に写します。
roster-key-change-drill = 2  `python -m bot drill` で、バックアップから元に戻せることを確かめます。
roster-key-change-destroy = 3  { $days }日たったら、プログラムを止めて `python -m bot keys destroy` で古い鍵を消します。媒体に写した古い鍵も、忘れずに消してください。
