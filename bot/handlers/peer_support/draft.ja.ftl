### 上司に伝える文の下書き。日本語が原文で、draft.en.ftl がその訳です。

peer_support-draft-button = 上司に伝える文を考える
peer_support-mine-draft = あなたの下書き
peer_support-draft-title = あなたの下書き
peer_support-draft-about = 上司の方に話したいときの下書きです。読めるのはあなただけです。ここからはだれにも送れません。送るかどうかも、いつ、どうやって伝えるかも、あなたが決めます。
peer_support-draft-text = 下書き
peer_support-draft-hint = くわしい事情や病名は、書かなくてもかまいません。
peer_support-draft-template =
    お疲れさまです。ご相談したいことがあり、連絡しました。
    いま（　　　　）のことで困っていて、仕事にも影響が出そうです。
    くわしいことは、二人で話せるときにお伝えします。
    今週か来週、15分ほどお時間をいただけますか。
peer_support-draft-submit = とっておく
peer_support-draft-copy = 下の文を写して、メールやチャット、口頭など、好きな方法で伝えてください。
peer_support-draft-kept = あなただけに見えます。{ DATE($day) }に自動で消えます。
peer_support-edit_draft-button = 書き直す
peer_support-draft_sent-button = 伝えたので消す
peer_support-draft_thrown-button = 使わずに消す
peer_support-draft-gone-title = 消しました
peer_support-draft-gone = 下書きを消しました。どこにも残っていません。
peer_support-draft-exists = 下書きは、もう一つあります。ホームの「あなたの下書き」から開けます。
peer_support-draft-empty = 残しておく文を書いてください。やめるときは「やめる」を押してください。
