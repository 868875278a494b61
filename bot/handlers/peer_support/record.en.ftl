### What is added to a record with consent, and the external adviser's report each time. record.ja.ftl is the original.

## Added to a record only with consent (Yam 11(3))

peer_support-record-agreed = What follows is what the person has agreed to have recorded. Only the head of welfare reads it. You may leave it empty.
peer_support-record-subtopic = More precisely
peer_support-record-text = What should be known
peer_support-record-text-hint = Please write no names, units, dates or other words that tell who it is.
peer_support-record-found = These words may tell who it is. Nothing has been recorded yet. Please put it another way, or press "Record" once more to leave it as it is.
peer_support-record-found-word = "{ $word }"
peer_support-record-not-agreed = The person has not agreed to this at the moment, so what stands here cannot be recorded. Please clear it and press once more.
peer_support-record-other-group = This does not belong to what you chose above. Please choose again, or leave it open.
peer_support-entry-consented = { $subtopic ->
    [none]   By the person's consent
   *[other]   By the person's consent: { $subtopic }
}

## The external adviser's report (Yam 11(2))

peer_support-report-title = Report of a consultation
peer_support-report-ended = Thank you for your help. The person is told that it has come to a close. Please report what you did now.
peer_support-report-about = After each consultation you report to the head of welfare only what kind of thing you did (regulation, article 11(2)). It does not say for whom. Choosing is enough.
peer_support-report-by = By { DAY($day) }, if you can.
peer_support-report-submit = Report
peer_support-report-sent-title = Reported
peer_support-report-sent = Thank you. The head of welfare has your report. It does not say for whom.
peer_support-report-due = Report of a consultation (by { DAY($day) })
