### 取り組みの一覧と年間の予定に出す文：ストレスチェック。

stress-board-round-none = 今年度のストレスチェックは、まだ計画されていません
stress-board-round-prepared = 今年度のストレスチェックは、計画済みです
stress-board-round-open = 今年度のストレスチェックを、いま行っています
stress-board-round-held = 今年度のストレスチェックを行いました
stress-board-uptake = 受検した方は、{ $percent }%以上です（10%ごとに表示します）
stress-board-uptake-hidden = 受検した方の割合は、個人が分からないように表示しません
stress-board-uptake-none = いま行っているストレスチェックはありません
stress-board-review-waits = 結果が、実施者の確認を待っています
stress-board-review-done = 実施者の確認が済み、結果を本人にお知らせしました
stress-board-not-yet = まだその時期ではありません
stress-board-interviews-met = 30日を過ぎた面接指導はありません
stress-board-interviews-late = 30日を過ぎても行われていない面接指導があります
stress-board-opinions-met = 医師の意見に、遅れているものはありません
stress-board-opinions-late = 医師の意見に、遅れているものがあります
stress-board-analysis-given = 集団ごとの結果が、提供されました
stress-board-analysis-waits = 集団ごとの結果は、まだ提供されていません
stress-board-undecided = 記録を残す年数が、まだ決まっていません
stress-board-kept = 記録は{ $years }年残すと決まっています
stress-board-long-enough = 残す年数の過ぎた記録：{ $n }件
stress-board-form-decided = 紙でなくここで答えることが、決められています
stress-board-form-undecided = 紙でなくここで答えることが、まだ決められていません（方針の electronic_form_decision）

stress-date-opens = ストレスチェックが始まる日です
stress-date-closes = ストレスチェックは、この日までです
stress-date-plan = 今年度のストレスチェックを計画する時期が始まります
stress-date-stress_joint_clerk = 委託先で残すストレスチェックの記録のうち、年数の過ぎたものを返す日です
stress-date-stress_affairs = 総務課で残すストレスチェックの記録のうち、年数の過ぎたものが分かる日です
