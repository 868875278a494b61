### 話を聞いてもらえる人の一覧。

roster-directory-button = 話を聞いてもらえる人の一覧
roster-directory-title = 話を聞いてもらえる人
roster-directory-about = ここにいる人には、直接話せます。ホームの「話を聞いてもらう」からでも、電話でも、会ってでもかまいません。相談したことを理由に、不利な扱いを受けることはありません。
roster-directory-families = ご家族の方も、電話で話せます。印刷した一覧は厚生課にあります（{ $phone }）。
roster-directory-nobody = いま、一覧に載っている人がいません。お電話でどうぞ（{ $phone }）。
roster-directory-hq-supporter = ■ 本部のピアサポーター
roster-directory-coordinator = ■ コーディネーター
roster-directory-external-adviser = ■ 部外の相談員
roster-directory-unit-supporter = ■ { $unit }のピアサポーター
roster-directory-line-field = { $name }（{ $field }）　電話 { $phone }
roster-directory-line-room = { $name }（{ $room }）　電話 { $phone }
roster-directory-line-plain = { $name }　電話 { $phone }
roster-next = 次のページ
