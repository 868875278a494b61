### 取り組みの一覧（要綱の条ごとに、いまどうなっているか）と、年間の予定。

hr_digest-board-button = 要綱の取り組み一覧
hr_digest-board-title = 要綱の取り組み一覧
hr_digest-board-about = 要綱の条ごとに、だれが何をするか、いまどうなっているかを示します。相談のことや、だれのことかは、ここには出ません。
hr_digest-board-row = { $number }　{ $what }
hr_digest-board-owes = 　だれが：{ $holders }
hr_digest-board-state = 　いま：【{ $state }】{ $words }
hr_digest-board-due = { $words }（{ DAY($day) }まで）
hr_digest-board-and = 、
hr_digest-board-reserved = 担当の方だけに見えます（{ $holders }）
hr_digest-board-program = この窓口のしくみが、このとおりに動きます
hr_digest-board-people = 人がすることです。この窓口は、そのお手伝いをします
hr_digest-board-untold = この窓口からは分かりません

hr_digest-state-met = できています
hr_digest-state-open = これからです
hr_digest-state-late = まだできていません
hr_digest-state-nothing_due = いまは、することがありません
hr_digest-state-reserved = 担当の方だけ
hr_digest-state-program = しくみ
hr_digest-state-people = 人の手で
hr_digest-state-untold = 不明

hr_digest-calendar-button = 年間の予定
hr_digest-calendar-title = 年間の予定
hr_digest-calendar-about = これから1年の予定です。みなさんに関わることと、あなたの役割で動く日だけを示します。
hr_digest-calendar-month = { $year }年{ $month }月
hr_digest-date-digest = 月次のまとめが届く日です

## 書き出した表の見出し

hr_digest-csv-article = 条
hr_digest-csv-what = すること
hr_digest-csv-holder = だれが
hr_digest-csv-state = 状態
hr_digest-csv-words = くわしく
hr_digest-csv-as-of = いつの時点か
