### 取り組みの一覧と年間の予定に出す文：指針と、決めておくこと。相談のことは、ここには出しません。

harassment-board-published = 今年度の指針が公表されています
harassment-board-unpublished = 今年度の指針が、まだ公表されていません
harassment-board-no-guideline = 今年度の指針がまだないため、することはありません
harassment-board-read = 指針を読んだと確かめた方：{ $read }人、まだの方：{ $unread }人
harassment-board-read-hidden = 指針を読んだ方の数は、個人が分からないように表示しません
harassment-board-known = 指針を所属に知らせた所属長：{ $of }人のうち{ $n }人
harassment-board-kept = 記録を残す年数が決まっています
harassment-board-undecided = 記録を残す年数が、まだ決まっていません。決まるまで、記録は消えません

harassment-date-guideline = ハラスメント防止の指針を、新しい年度のために改める日です
harassment-date-known = 指針を所属に知らせるのは、この日までです
harassment-date-disposal = ハラスメントの記録のうち、残す年数の過ぎたものが分かる日です
