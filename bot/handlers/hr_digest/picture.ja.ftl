### 月次のまとめの図の文。日本語が原文で、picture.en.ftl がその訳です。

hr_digest-picture-total = 合計
hr_digest-picture-caption = 図にあるのは、文字でもお送りした数だけです。少ない数は、0も含めて表示していません。
