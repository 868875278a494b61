### The sentences of the results: the person's own screen, the implementer's review, sheets handed over by hand.

## One's own screen

stress-result-title = Stress check result
stress-result-detriment = Nobody may treat you worse because of what this result says (Aku 19(4)).
stress-result-profile = How you are at present
stress-result-meaning = What this tells you
stress-result-seen = Besides you, only the implementer and the joint clerks can see this result. It goes neither to your superiors nor to general affairs. General affairs gets it only if you apply for the interview.
stress-result-seen-elsewhere = The result itself reached you from whoever held the check. All that is here is the day on which you were told about the interview. Neither your superiors nor general affairs get it.
stress-result-calm = Your answers do not show that your mind or body is carrying an especially heavy load at present. Not everything hard shows in numbers, though. If something is on your mind, please talk to somebody.
stress-result-high = Your answers show that a load has been building up on your mind or body (the stress check calls this “high stress”). It does not mean that you are ill. Take it as a sign to pause and see whether you are pushing yourself too hard.
stress-result-individual = We did not ask your sex, so there is no assessment by the conversion table. The implementer looks at everybody in this position one by one, by the sums.
stress-result-elsewhere = This is about a check that you took elsewhere.
stress-result-advised-until = The implementer (industrial physician) has looked at it and advises you to talk to a physician (the interview under the law). You can apply until { DAY($day) }. Whether you do is yours to decide.
stress-result-advised = The implementer (industrial physician) has looked at it and advised you to talk to a physician (the interview under the law). You can still say that you would like to. Whether you do is yours to decide.
stress-result-not-advised = The implementer (industrial physician) has not advised an interview with a physician. Whenever you would like to talk to somebody, the button below is there for you.
stress-talk-button = Talk to someone
stress-picture-button = Show as a picture

## The profile in words

stress-profile-direction = More squares (■) are better, fewer mean more strain: five are “good”, three “usual”, one “strain”.
stress-profile-heading = ── { $area } ──
stress-profile-area-A = Load of work
stress-profile-area-B = Reactions of mind and body
stress-profile-area-C = Support around you
stress-profile-area-D = Satisfaction
stress-profile-line = { $scale }: { $level } { $bar }
stress-profile-level-1 = strain
stress-profile-level-2 = some strain
stress-profile-level-3 = usual
stress-profile-level-4 = rather good
stress-profile-level-5 = good
stress-profile-sum-direction = These are sums of points: the higher, the heavier the load.
stress-profile-sum = { $area }: { $sum } (from { $lowest } to { $highest })

## The implementer

stress-review-title = Review of results
stress-review-about = Decide for one person after the other whether the interview is needed (Aku 10). Every decision can be changed until the results are opened. Nobody else's result is shown here.
stress-review-progress = Reviewed: { $done } of { $count }.
stress-review-next = Next person
stress-review-more = More
stress-review-look = Look
stress-review-who = { $name } ({ $unit })
stress-review-individual = Individual review: the sex was not given, so the conversion table gives no assessment. Please judge by the sums.
stress-review-sums = Sums (the higher, the heavier the load)
stress-review-points = Sums of evaluation points (the lower, the heavier the load): work { $a }, reactions { $b }, support { $c }
stress-review-question = Do you advise this person to have the interview?
stress-review-advise-button = Advise it
stress-review-spare-button = Do not advise it
stress-review-row = { $name }: { $decided }
stress-review-yes = advised
stress-review-no = not advised
stress-review-order-button = Open the results of all
stress-review-order-sure = As soon as you press, everybody who took the check can see their own result. Your decisions about interviews can no longer be changed.
stress-review-order-yes = Open them
stress-review-ordered = The results are open. Everybody who took the check can see their own now. Messages follow one after the other, in the same words for all. Those on paper, and those who do not open theirs, get a sealed sheet from the joint clerk.
stress-review-left = { $count ->
    [one] One person is still to be reviewed.
   *[other] { $count } people are still to be reviewed.
  } The results can be opened after that.
stress-review-over = The results are open already. What was decided here can no longer be changed.

## The joint clerk: by hand

stress-paper-button = Sheets and forms on paper
stress-paper-title = Results on paper
stress-paper-about = Those without an account, those who took it on paper and those who have not opened their result get a sealed sheet. The custodian of the keys prints them. Enter the day on which you handed one over: the days of the application are counted from it. What a result says is not shown here.
stress-paper-none = There is nothing to hand over at present.
stress-paper-row = { $unit } { $name }
stress-paper-deliver = Enter the day
stress-paper-day = Handed over on
stress-paper-day-hint = The day on which the person had it in hand. Counting begins on the next day.
stress-paper-save = Enter
stress-paper-application-about = When you have been given a signed application for the interview, enter it here.
stress-paper-application-button = Enter a signed form
stress-deliver-moved = This person has received the result already.
stress-deliver-early = Choose the day on which the results were opened, or a later one.
stress-day-future = Choose today or an earlier day.

## On paper: the sealed result, the form of the application

stress-sheet-title = A notice
stress-sheet-whose = { $unit } { $name }
stress-sheet-sealed = To be opened by this person only. The sheet is handed over in a sealed envelope. Everybody's envelope holds as many pages.
stress-sheet-advised = The implementer (industrial physician) has looked at it and advises you to talk to a physician (the interview under the law). You can apply with the form on the next page within { $days } days, counted from the day after you received this sheet (where the last one is a closed day, until the next office day). Instead you can ask for counselling or for a clinic. Whether you do is yours to decide.
stress-sheet-not-advised = The implementer (industrial physician) has not advised an interview with a physician (the application within { $days } days is for those who were advised). If you would like to talk to somebody, the contacts below are there for you at any time.
stress-sheet-made = Printed on { DATE($day) }.
stress-sheet-form-heading = Application for the health appointment
stress-sheet-form-about = With this form you apply for the interview with a physician. It is for those whom the implementer has advised, within { $days } days from the day after the result was received. The same form is in everybody's envelope.
stress-sheet-form-name = Unit and name
stress-sheet-form-received = Result received on
stress-sheet-form-day = Day of the application
stress-sheet-form-reach = How to reach you (so that nobody else learns of it)
stress-sheet-form-words = I have read the above, agree that the result is handed over, and apply for the interview. Signature:
stress-sheet-form-where = Please give it to the joint clerk in a sealed envelope, or send it by post.
