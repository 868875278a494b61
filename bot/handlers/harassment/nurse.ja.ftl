### 対応保健師の同席。日本語が原文で、nurse.en.ftl がその訳です。

harassment-invite-nurse-button = 保健師の同席をたずねる
harassment-nurse-question = 対応者から、保健師も同席してはどうかという提案があります。決めるのはあなたです。
harassment-nurse-already = 保健師のことは、もう本人にたずねているか、決まっています。
harassment-nurse-none = いま、同席できる保健師がいません。
harassment-answer-nurse-button = 保健師の同席
harassment-answer-nurse-title = 保健師の同席
harassment-answer-nurse-submit = 決める
harassment-nurse-about = 対応保健師は{ $name }さんです。同席すると、日と場所、あなたの希望を読みます。受付票は、あなたが同意したときだけ読みます。あとからいつでもやめられます。
harassment-nurse-ask = どうしますか
harassment-nurse-sheet = 同席し、受付票も読んでよい
harassment-nurse-present = 同席するが、受付票は読まない
harassment-nurse-no = 同席しない
