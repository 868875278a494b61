### 紙に出すものの文。

print-directory-title = { $organisation } 話を聞いてもらえる人の一覧
print-directory-about = 仕事や暮らしのことで困ったとき、迷ったときに、ここにある人に直接話せます。考えがまとまっていなくても、だいじょうぶです。電話でも、会ってでも、どちらでもかまいません。
print-directory-families = ご家族の方も話せます。下の電話番号へ、そのままおかけください。
print-directory-detriment = 相談したことを理由に、不利な扱いを受けることはありません。聞いた人は、知ったことをだれにも話しません。
print-directory-name = 名前
print-directory-unit = 所属
print-directory-phone = 電話
print-directory-hq-supporter = 本部のピアサポーター
print-directory-coordinator = コーディネーター
print-directory-external-adviser = 部外の相談員
print-directory-unit-supporter = それぞれの所属のピアサポーター
print-directory-made = { DATE($day) }の一覧です。変わることがあります。
print-danger = いのちや身体に危険があるときは、迷わず 119番（救急・消防）か 110番（警察）へ電話してください。

## 自分についての記録（本人に手渡すもの）

print-own-heading = { $organisation } ご本人についての記録
print-own-whose = { $name } さん
print-own-about = 窓口に残っている、ご本人についての記録です。ご本人だけにお渡しします。ほかの方が書いた控え・聞き取り・報告と、ほかの方の件は入っていません。
print-own-request-about = 記録についてのお申し出と、そのお答えです。お申し出になったご本人だけにお渡しします。
print-own-check = 本人の確認　□ 職員証　□ 運転免許証など　□ そのほか（　　　　　　　　　　）　　渡した日　　　年　　月　　日　　渡した人（　　　　　　　　　　）
print-own-made = { DATE($day) }に印刷しました。渡したあと、窓口の控えは残さず、もとのファイルも消してください。

## 空の用紙

print-form-keep = 書いた紙は、鍵のかかる所に置き、この用紙を読んでよい人のほかには見せないでください。
print-intake-sheet-heading = 相談受付票（様式第1号）
print-intake-sheet-about = 電話や対面で相談を受けたときに使います。相談した方の言葉で書き、書いたものを読み返して、伝えてよい所を一緒に確かめてください。空いたままの欄があってもかまいません。
print-fact-sheet-heading = 調査票（様式第2号）
print-fact-sheet-about = 話を聞いた人ごとに1枚です。聞いたことと、書いた人の考えとを分けて書いてください。
print-record-heading = 実施状況の記録（ピアサポート）
print-record-about = 一度の支援について1枚です。だれの支援だったか、どんな悩みだったかは書きません。
print-heard = 話を聞いた人
print-heard-affected = 被害を受けたとされる人
print-heard-respondent = 行為者とされる人
print-heard-third-party = 第三者
print-or = ・
print-only-for = （{ $who }のときだけ）
print-record-month = いつの分（年・月）
print-record-activity = したこと
print-record-topic = どんなこと
print-record-means = 方法
print-record-duration = 長さ
print-record-requester = どなたの
print-record-supporter = 書いた人

## 離席票（どの用件でも同じ言葉）

print-slip-heading = 離席票（健康に関する用務）
print-slip-words = 健康に関する用務のため、次の時間、席を離れます。
print-slip-name = 所属・名前
print-slip-time = 日時
print-slip-blanks = 　　　月　　　日　　　時　　　分 から　　　時　　　分 まで
print-slip-confirmed = 確認（所属長）
print-slip-about = 健診、保健指導、面談、通院、献血など、どの用務でもこの票を使います。どの用務かは書かず、たずねません。
