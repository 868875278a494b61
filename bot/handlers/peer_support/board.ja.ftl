### 取り組みの一覧と年間の予定に出す文：ピアサポートの報告。

peer_support-board-reports =
    { $n ->
        [0] 報告を待っている月の記録はありません
       *[other] まだ報告されていない月の記録が{ $n }あります
    }
peer_support-board-adviser = 部外相談員の報告に、遅れているものはありません
peer_support-board-adviser-late = 部外相談員の報告に、遅れているものがあります
peer_support-board-kept = 記録を残す年数が決まっています
peer_support-board-undecided = 記録を残す年数が、まだ決まっていません

peer_support-date-report = ピアサポートの月の報告は、この日までです
peer_support-date-disposal = 残す年数の過ぎたピアサポートの記録が、この日から消えます
