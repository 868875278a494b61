### Words for danger to life or body, and for crime. words.ja.ftl is the original.

## The two doors on the help screen

danger-call-about = If you would like somebody to contact you, press the button below. The people on duty ({ $roles }) get your name at once. There is nothing to write.
danger-call-button = Please contact me
danger-call-sure = The people on duty ({ $roles }) get your name at once, at night and on holidays too.
danger-call-yes = Tell them
danger-crime-about = Numbers for when a crime has happened to you, or when something may be a crime. Looking at them tells nobody.
danger-crime-button = About a crime

## Numbers first, on every screen

danger-emergency = If life or health is in danger now, call 119 (ambulance, fire) or 110 (police) without hesitating.
danger-on-duty = { $name }: { $number }

## After calling

danger-status-title = They have been told
danger-status-calling = { $count ->
    [one] The person on duty has been told.
   *[other] The { $count } people on duty are told one after the other; the first one knows already.
} Whoever takes it on is named here, and you get a message.
danger-status-until = Somebody should answer by { DAY($until) } { TIME($until) }. If you cannot wait, or if that time has passed, call 119 or 110, or the number below.
danger-status-confirmed = { $name } has taken it on and will contact you shortly.
danger-status-confirmed-raised = { $name } has taken it on and will contact the person shortly.
danger-status-confirmed-phone = You can also call ({ $number }).
danger-status-confirmed-again = If nobody contacts you, everybody on duty can be told once more, one after the other.
danger-status-confirmed-raised-again = If it seems that nobody has reached the person, everybody on duty can be told once more, one after the other.
danger-status-unanswered = The people on duty were told, but nobody answered. We are truly sorry to have kept you waiting. Please call the number below. They can also be told once more.
danger-status-nobody = There is nobody on duty at the moment. We are sorry. Please call the number below.
danger-status-superior = Those who are your superiors on the roster are told only if nobody else answers.
danger-status-raised = Whoever takes it on sees the name and number of the person and yours, and nothing of what was said. Somebody without a part in it looks at it afterwards, and the person hears that you told them, unless that would be unsafe.
danger-again-button = Tell them once more
danger-phone-given = You will be reached at the number you gave ({ $number }). To change it, write another one below.
danger-phone-roster = You will be reached at your number on the roster ({ $number }). If you prefer another one, write it below.
danger-phone-unknown = The roster has no number for you. If you like, write one below.
danger-phone = Telephone number
danger-phone-hint = They have been told, whether you write it or not.
danger-phone-submit = Give the number
danger-already = You have asked already. Please look on Home under “The contact you asked for”.

## About a crime

danger-crime-title = About a crime
danger-crime-numbers =
    If it is happening now or is urgent: 110 (police).
    If it is not urgent: #9110 (police advice).
danger-crime-nobody = Nobody has been told. That you looked at this is not kept either.
danger-crime-ticks = Only if it applies
danger-crime-tick = Life or health is in danger (people on duty are told)
danger-crime-submit = Tell people on duty
danger-crime-unticked = Please tick this if people on duty are to be told. Otherwise simply close.

## From somebody who was asked for help

danger-raise-title = Danger or crime
danger-raise-about = If life or health is in danger, tick below and send. The people on duty ({ $roles }) get the person's name and yours at once, and nothing of what was said (article 10(4)).
danger-raise-what = What applies
danger-raise-danger = Life or health of the person or of somebody else is in danger
danger-raise-crime = It has to do with a crime
danger-raise-services = A call to 119 or 110
danger-raise-called = I have called already
danger-raise-submit = Send
danger-raise-unticked = People on duty are told when life or health is in danger. Please tick what applies.

## What people on duty see

danger-page-title = An urgent request
danger-page-calling = Somebody needs help now. If you can telephone at once, please take it on. You will then see name and number, and nobody else is told any more.
danger-page-calling-not = If you cannot, simply close this. The next person will be told.
danger-page-taken = { $name } has taken it on. There is nothing for you to do.
danger-page-mine = You have taken this on.
danger-page-over = The time for this has passed. There is nothing for you to do.
danger-confirm-button = Take it on
danger-who-button = Show name and number
danger-who-title = You have taken it on
danger-who-name = { $name } ({ $unit })
danger-who-unlisted = This person is not on the roster. The name in Slack is:
danger-who-unknown = The name is not known. Please ask who told you.
danger-who-phone-given = Number given: { $number }
danger-who-phone-roster = Number on the roster: { $number }
danger-who-phone-none = No number is known.
danger-who-by-person = The person has asked to be contacted.
danger-who-raiser = Told by: { $name } ({ $number })
danger-who-crime = It has to do with a crime.
danger-who-services = { $called ->
    [yes] 119 or 110 have been called already by who told you.
   *[no] 119 and 110 may not have been called yet.
}
danger-who-now = What to do now
danger-who-now-1 = Telephone at once. If there is no answer or the danger is near, call 119 or 110.
danger-who-now-2 = Before asking why, find out where the person is, whether they are hurt and whether somebody is with them.
danger-who-now-3 = A superior may be told only with the person's consent (article 10(4)). Please do not copy what you see here.
danger-who-gone = Name and number are erased { $hours } hours after the call.

## What the reviewer sees

danger-review-title = A review
danger-review-about = In { month-name } people on duty were called because of danger. Who it was is not shown. As you had no part in it, you are asked to see whether prompt measures were taken (article 10(4)).
danger-review-side = { $side ->
    [person] The person called.
   *[supporter] Somebody who was asked for help called.
}
danger-review-taken = Taken on by { $name }
danger-review-not-taken = Nobody has taken it on.
danger-review-handled = Were prompt measures taken?
danger-review-handled-yes = Yes
danger-review-handled-no = No
danger-review-telling = May the person be told that people on duty were called?
danger-review-tell = Tell them
danger-review-unsafe = Telling would be unsafe: do not tell
danger-review-submit = Reviewed
danger-review-over = This has been reviewed already. Thank you.
danger-review-other = Somebody who had a part in it cannot review it. Somebody else is asked.
danger-reviewed-already = { danger-review-over }
danger-reviewed-title = Thank you
danger-reviewed = Your review has been noted.

## To the person, to the auditor

danger-told-title = Something to tell you
danger-told = Somebody you had asked for help was worried about your life or health and told people on duty (article 10(4)). Whoever took it on saw your name and number only, and nothing of what you said.
danger-told-gone = Name and number are erased { $hours } hours after the call. The record says only that measures were taken. If anything worries you, please telephone ({ $phone }).
danger-often-title = News
danger-often = One person has called people on duty more than { $limit } times within a month. Which cases, and whom they were about, is not shown. Please look into it with the head of welfare.

## Home

danger-mine = The contact you asked for
danger-raised = You told people on duty
danger-waiting = An urgent request
danger-taken = An urgent request (you took it on)
danger-to-review = A review (by { DAY($day) })

## What is held about oneself

danger-held = ■ Your call to whoever is on duty
danger-held-state = Now
danger-held-open = you wait for whoever is on duty, or they have answered
danger-held-over = it is over; your name is erased soon
