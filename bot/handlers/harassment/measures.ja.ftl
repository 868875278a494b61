# 提言のあと：市長の判断、措置の確認、終わり（要綱 第12条）。日付と種類だけを扱います。

harassment-measures-late = 提言から30日ほどたちましたが、市長（組織の長）の判断がまだ届いていません。庶務に催促しています。電話でもお尋ねになれます（{ $number }）。
harassment-measures-enter = 市長（組織の長）の判断が出たら、日付と種類を記録してください。措置が要らないとされたときや、すべて済んだときは、対応を終えてください。
harassment-measures-open = まだ済んでいない措置があります。
harassment-measures-so-far = これまでの記録
harassment-measure-open = ・{ DATE($day) } { $kind }
harassment-measure-done = ・{ DATE($day) } { $kind }（済み）

harassment-decide-button = 判断を記録する
harassment-decide-title = 市長の判断
harassment-decide-submit = 記録して知らせる
harassment-decide-about = 記録するのは日付と種類だけです。処分の内容は書きません。処分のことは、どの集計にも、本人の画面にも出ません。
harassment-decide-on = 判断の日
harassment-decide-kinds-label = 措置の種類
harassment-decide-kinds-heading = 要綱 第12条
harassment-decide-again = 次に確かめる日
harassment-decide-day = 提言の日から、きょうまでの日にしてください。
harassment-decide-kinds = 種類を選んでください。措置が要らないとされたときは、この画面を閉じて、対応を終えてください。
harassment-decide-look-again = あしたより後の日にしてください。

harassment-follow-up-button = 措置を確かめる
harassment-follow-up-title = 措置の確認
harassment-follow-up-submit = 記録する
harassment-follow-up-done = 済んだもの
harassment-follow-up-heading = 措置

harassment-close-measures-button = 対応を終える
harassment-close-measures-sure = この件の対応を終えます。本人に知らされます。元に戻せません。
harassment-close-open = まだ済んでいない措置があります。先に「措置を確かめる」で記録してください。
harassment-measures-closed-title = 対応を終えました
harassment-measures-closed = 本人に知らせました。この件は、もう手元にありません。
