### The doors after a result: people to talk to, the application for the interview, counselling and clinics.

## Talk to someone

stress-talk-title = Talk to someone
stress-talk-about = Whatever the result says, there are people you can talk to. Whether you do, and to whom, is yours to decide.
stress-talk-peers = A colleague who listens: “{ $door }” on the Home tab.
stress-talk-harassment = Something between you and others at work: “{ $door }” on the Home tab.
stress-talk-lines = By telephone, outside work: the numbers are behind “{ $door }” on this screen.
stress-talk-more = A physician or another professional
stress-talk-interview = You can have the interview with a physician. Please apply by { DAY($day) }. It takes place in working time; you need no leave for it (Aku 14).
stress-talk-applied = You have applied for the interview with a physician.
stress-talk-wished = We have what you asked for.
stress-talk-late = The days of the application are over, but you can always say that you would like to talk to a physician. The implementer (industrial physician) answers you.
stress-talk-other = Instead of the interview you can ask for counselling, or for a clinic. Only the joint clerks get it, and your result does not go to general affairs.
stress-talk-enough = You need not talk to anybody. If you would rather have no more messages about this, press the next button. We ask for no reason, and every door stays open if you change your mind.
stress-decline-button = Not now, thank you
stress-declined = That is fine. You get no more messages about this. If you change your mind, everything is behind your result.

## The application

stress-apply-title = Health appointment
stress-apply-button = Apply for the interview
stress-apply-about = You apply for the interview with a physician (until { DAY($day) }). Day and place are told to you alone, in words that say nothing to others.
stress-consent-readers = By applying you agree that the result of your stress check is given to “{ $office }” (Aku 11(2)). It can be read by: { $names }.
stress-consent-nobody = nobody holds this office today; whoever does then
stress-consent-personnel = This includes those in charge of personnel.
stress-consent-others = The physician who interviews you reads the result too. The clerk and the joint clerk learn that you have applied, so that they can arrange the day.
stress-consent-answers = Only the result is given: levels and points of the scales. Your single answers are never handed over.
stress-consent-back = Until somebody there opens the result you can take the application back. Then nothing of what would have been given remains.
stress-apply-detriment = Nobody may treat you worse for not agreeing to give the result, or for not applying (Aku 19(2)(3)); nor for applying.
stress-apply-submit = Agree and apply
stress-applied = We have your application. Day and place follow, so that the interview can be held by { DAY($day) }.
stress-applied-back = You can take it back until somebody at the office has opened the result.
stress-interview-button = Health appointment
stress-withdraw-button = Take it back
stress-withdraw-sure = This takes your application back. The result that would have gone to general affairs is erased. Until the last day you can apply again.
stress-withdrawn = Taken back. Nothing has gone to general affairs.
stress-withdraw-arranged = The day is being arranged already. If you would rather not go, use “Health appointment”.
stress-apply-twice = We have this application already. It need not be sent again.
stress-apply-late = The days of the application are over. You can always say that you would like to talk to a physician: “Talk to someone” on your result.
stress-apply-early = Choose the day on which the result was received, or a later one.

## A signed form (joint clerk)

stress-paper-application-form = Choose whose signed form you were given, and enter the day on which you got it. The days until the interview are counted from it.
stress-paper-application-person = Who applies
stress-paper-application-day = Handed in on
stress-paper-application-day-hint = Today or earlier. A form that came in time can be entered also when the last day is over.
stress-paper-application-none = There is nobody at present whose application could be entered.

## Counselling, a clinic, a late wish

stress-wish-title = Health: what I ask for
stress-wish-button-counselling = Ask for counselling
stress-wish-button-clinic = Ask for a clinic
stress-wish-button-late = I would like to talk to a physician
stress-wish-about-counselling = You ask for counselling (Aku 11(3)). Day and place come with the answer.
stress-wish-about-clinic = You ask to be referred to a clinic (Aku 11(3)). Whether you go is yours to decide.
stress-wish-about-late = The days of the application are over; you say that you would like to talk to a physician all the same. How that can be done comes with the answer.
stress-wish-readers = It is read and answered by these people only. { $who }
stress-wish-no-consent = This is neither an application for the interview nor consent to give your result to general affairs. Neither general affairs nor your superiors hear of it.
stress-wish-text = What you would like to say
stress-wish-text-hint = You need not write anything. Days that suit you, how to reach you, for example.
stress-wish-submit = Send
stress-wish-asked = { $what } ({ $day })
stress-wish-what-counselling = Counselling
stress-wish-what-clinic = Referral to a clinic
stress-wish-what-late = To talk to a physician
stress-wish-promise = You have an answer by { DAY($day) }. A message tells you when it is there.
stress-wish-withdraw-sure = This takes your wish back. Nothing of what you wrote remains.
stress-wish-withdrawn = Taken back. Nothing of it is left.
stress-wish-twice = We have what you asked for already. Please wait for the answer.
stress-wish-nobody = There is nobody to answer this at present. Please telephone ({ $phone }).
stress-wish-reply = Answer
stress-wish-reply-hint = Day, place, with whom, a telephone number. The person reads it word by word.
stress-wish-reply-needed = Please write an answer for the person to read.
stress-wish-who = From { $name }
stress-wish-handled-about = Only your office has this. Please answer from this screen, and ask the person first before you tell anybody else.
stress-wish-answer-button = Write an answer
stress-wish-answer-about = The person reads it word by word. The message that tells of it says nothing.
stress-wish-answer-submit = Send the answer
stress-wish-row = Asked for on { DAY($day) }
stress-wish-open = Open
stress-wish-none = No wish waits for an answer.
