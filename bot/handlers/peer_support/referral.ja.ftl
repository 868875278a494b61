### 取り次ぎと紹介の文。日本語が原文で、referral.en.ftl がその訳です。

peer_support-refer-button = ほかの方に取り次ぐ
peer_support-refer-title = 取り次ぎ
peer_support-refer-about = ご本人が同意したときだけ、一人の方に取り次ぎます（要綱 第10条第2項、第3項）。その方が引き受けられないときや、同意が終わったときは、あなたに戻ります。
peer_support-refer-to = だれに取り次ぎますか
peer_support-refer-fields = 何を渡しますか（必要なものだけ）
peer_support-refer-nobody = いま、ここから取り次げる方がいません。連絡先を紹介することはできます。
peer_support-handed-on-title = 取り次ぎました
peer_support-handed-on = 引き受けていただいている件が一つ、ご本人の同意で、ほかの方に取り次がれました。することはありません。戻ってきたときは、お知らせします。
peer_support-introduce-button = 連絡先を紹介する
peer_support-introduce-title = 連絡先を紹介する
peer_support-introduce-about = ご本人の画面に、連絡先だけが出ます。相手の方には何も伝わりません。連絡するかどうかは、ご本人が決めます。
peer_support-introduce-whom = どの連絡先ですか
peer_support-introduce-desk = 窓口
peer_support-introduce-submit = 紹介する
peer_support-introduce-done = ご本人の画面に出しました。
peer_support-introduced = 紹介された連絡先です。連絡するかどうかは、あなたが決められます。相手の方は、何も知りません。
peer_support-introduced-one = { $number ->
    [none] ・{ $name }（{ $role }）
   *[other] ・{ $name }（{ $role }）電話 { $number }
}
