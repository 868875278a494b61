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
