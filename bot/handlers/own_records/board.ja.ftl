### 取り組みの一覧に出す文：自分の記録についての申し出。

own_records-board-met = お返事の期限を過ぎた申し出はありません
own_records-board-late = お返事の期限を過ぎた申し出があります
