### 取り組みの一覧と年間の予定に出す文：体制、任期、案内、研修、感謝。

roster-board-name =
    { $office ->
        [welfare_head] 厚生課長
        [hq_supporter] 本部ピアサポーター
        [unit_supporter] 所属ピアサポーター
        [coordinator] コーディネーター
        [external_adviser] 部外相談員
        [desk_officer] 窓口職員
        [counsellor] ハラスメント相談員
        [response_nurse] 対応保健師
        [committee_member] 対策委員会の委員
        [chair] 委員長
        [secretariat] 委員会の事務局
        [planner] ストレスチェックの担当者
        [implementer] 実施者
        [clerk] 実施事務従事者
        [joint_clerk] 共同実施事務従事者
        [physician] 面接指導の医師
       *[other] 担当
    }
roster-board-office = { roster-board-name }：いま{ $there }人（必要なのは{ $seats }人）
roster-board-units =
    { $n ->
        [0] どの所属にも、ピアサポーターがいます
       *[other] ピアサポーターのいない所属が{ $n }あります
    }
roster-board-rooms =
    { $n ->
        [0] ピアサポーターの要る部屋には、みな、います
       *[other] ピアサポーターのいない部屋が{ $n }あります
    }
roster-board-heads =
    { $n ->
        [0] どの所属にも、指名する所属長がいます
       *[other] 所属長が名簿にない所属が{ $n }あります
    }
roster-board-terms =
    { $n ->
        [0] { roster-board-name }：任期の終わりが近い方で、次の決まっていない方はいません
       *[other] { roster-board-name }：任期の終わりが近く、次の決まっていない方が{ $n }人います
    }
roster-board-announcement = 全員への月ごとの案内：今年度は{ $n }回お送りしました
roster-board-thanked = 今年度の感謝を、お伝えしました
roster-board-thanks = 今年度の感謝を、まだお伝えしていません
roster-board-training-support = ピアサポーターの研修：今年度は{ $held }回開き、これからの予定は{ $ahead }回です
roster-board-training-staff = ハラスメント防止の研修：今年度は{ $held }回開き、これからの予定は{ $ahead }回です

roster-date-announcement = 全員への月ごとの案内をお送りします
roster-date-training-support = ピアサポーターとコーディネーターの研修
roster-date-training-staff = ハラスメント防止の研修（全員）
roster-date-training-unit = ハラスメント防止の研修（所属）
roster-date-terms = { roster-board-name }：{ $n }人の任期が終わる日です
roster-date-keys = 年に一度、暗号の鍵を取り替える日です
roster-date-thanks = ピアサポーターとコーディネーターに感謝を伝える日です
