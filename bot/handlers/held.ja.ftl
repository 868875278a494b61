### 自分について持っているものを伝えるときに、どの制度でも使う文。日本語が原文で、held.en.ftl がその訳です。

held-and = 、
held-dated = { $year }年{ DAY($day) }
held-ends = { $day }まで
held-yes = はい
held-no = いいえ
held-gone = 名簿にない方
