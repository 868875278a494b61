### 指針の文。

harassment-guideline-button = 職場の指針
harassment-guideline-title = 職場の指針
harassment-guideline-none = 指針はまだ公表されていません。
harassment-guideline-published = { $year }年{ DATE($day) }に公表（要綱 第3条）
harassment-guideline-read-button = 読みました
harassment-guideline-read-about = 数えるのは人数だけです。だれが読んだか、読んでいないかの一覧はありません。
harassment-guideline-have-read = 読んだことを確かめました。
harassment-guideline-changed = 指針が新しくなりました。ホームから開き直して、お読みください。

## 所属長

harassment-guideline-unknown = 指針を所属に知らせてください
harassment-guideline-make-known = 所属の職員への周知をお願いします（要綱 第3条第3項）。朝礼や会議、回覧など、方法は自由です。
harassment-guideline-known-button = 所属に周知しました
harassment-guideline-made-known = 所属に周知したことを確かめました。

## 公表する人

harassment-guideline-due = 今年度の指針を公表してください
harassment-guideline-year = 今年度の指針は、まだ公表されていません。内容が同じでも、年度ごとにあらためて公表します。
harassment-guideline-rate = 読んだ人：{ $total }人のうち{ $read }人
harassment-guideline-rate-hidden = 読んだ人の数は、少なすぎるか、ほとんど全員のときは、個人が分からないように表示しません。
harassment-guideline-heads = 周知した所属長：{ $heads }人のうち{ $known }人
harassment-guideline-write-button = 指針を公表する
harassment-guideline-form-about = 公表すると、職員全員にお知らせが届き、所属長には周知のお願いが届きます。前の版を読んだ人も、もう一度「読みました」を押します。
harassment-guideline-name = 題名
harassment-guideline-text = 本文
harassment-guideline-more = 本文の続き
harassment-guideline-empty = 本文を書いてください。
harassment-guideline-submit = 公表する
harassment-guideline-done = 公表しました。職員全員にお知らせが届きます。
