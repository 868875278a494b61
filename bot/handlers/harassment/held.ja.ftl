### 自分の件について持っているものの文。日本語が原文で、held.en.ftl がその訳です。

harassment-held-nothing = ■ 職場での人との関わりの相談
harassment-held-consultation = ■ 職場での人との関わりの相談
harassment-held-contact = ■ あとで様子をたずねるための連絡先
harassment-held-affected = ■ あなたのことを心配する方がいて、おたずねした件
harassment-held-state = いま
harassment-held-sheet = 受付票「{ $label }」
harassment-held-correction = 直してほしいと書いたこと
harassment-held-hearing_agreed = 聞き取りへの同意
harassment-held-name_agreed = 受付票に名前をのせる同意
harassment-held-nurse_agreed = 保健師が受付票を読む同意
harassment-held-promised_on = 日・場所・対応者が決まる約束の日
harassment-held-committee_requested_on = 委員会での対応を頼んだ日
harassment-held-committee_due_on = 委員会の期限
harassment-held-forgotten_on = 消える日
harassment-held-until = いつまで
harassment-held-asked = 残っているもの
harassment-held-asked-about = おたずねしたことと、お返事だけです
harassment-held-answer = お返事
