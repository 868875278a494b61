### Advice from a coordinator, the supporters themselves, practising. advice.ja.ftl is the original.

## What stands in the place of names and the like

peer_support-mark-name = (somebody)
peer_support-mark-mention = (somebody)
peer_support-mark-unit = (a unit)
peer_support-mark-room = (a place)
peer_support-mark-employment = (a class of staff)
peer_support-mark-when = (a day or time)
peer_support-mark-phone = (a phone number)
peer_support-mark-mail = (a mail address)
peer_support-mark-number = (a number)
peer_support-kind-name = Names
peer_support-kind-mention = Accounts and links
peer_support-kind-unit = Units
peer_support-kind-room = Rooms
peer_support-kind-employment = Classes of staff
peer_support-kind-when = Days and times
peer_support-kind-phone = Phone numbers
peer_support-kind-mail = Mail addresses
peer_support-kind-number = Numbers
peer_support-left-out = Words that may tell who it is about have been replaced.
peer_support-left-out-and = {", "}
peer_support-left-out-kind = - { $kind }: { $words }

## Advice from a coordinator

peer_support-advice-button = Ask a coordinator
peer_support-advice-title = Asking a coordinator
peer_support-advice-about = You can ask without saying whom it is about (article 10(2)). Names, units, dates and the like are replaced before it goes, and you see first how it will be sent. It is tied to no request. Your own name is shown only to the one you choose.
peer_support-advice-text = What you would like to ask
peer_support-advice-text-hint = An unusual event can tell by itself who it is about. Please describe it roughly.
peer_support-advice-coordinator = Whom would you like to ask?
peer_support-advice-coordinators = Coordinators
peer_support-advice-purpose = What is it about?
peer_support-advice-purpose-guidance = I would like advice on how to go on
peer_support-advice-purpose-load = It is becoming too much for me
peer_support-advice-look = Look before sending
peer_support-advice-preview = This is how it will be sent
peer_support-advice-as-sent = The text as it will be sent (you can change it here)
peer_support-advice-nothing-left-out = No words have been replaced. Please read it once more: does an event in it tell who it is about?
peer_support-advice-few = Very few people fit the unit or class you wrote of. Even with the words replaced it may be clear who it is about. We suggest describing what happened more roughly.
peer_support-advice-send = Send it like this
peer_support-advice-empty = Please write what you would like to ask.
peer_support-advice-identifying = There are still words in it that may tell who it is about. Please take them out and send it again.
peer_support-advice-sent-title = Sent
peer_support-advice-sent = It goes to { $name }. You will have an answer by { DAY($day) }; if not, we will tell you.
peer_support-advice-me = You
peer_support-advice-earlier = The one you asked before
peer_support-advice-earlier-page-button = { peer_support-talk-earlier-button }
peer_support-advice-later-page-button = { peer_support-talk-later-button }
peer_support-advice-asked = You have asked { $name }. You will have an answer by { DAY($day) }.
peer_support-advice-unanswered = { $name } has not answered yet. We are sorry to keep you waiting. You can also ask somebody else.
peer_support-advice-answered = { $name } has answered.
peer_support-advice-kept = If nobody writes any more, this is erased on { DAY($day) }. If you close it, it is erased at once.
peer_support-advice-other-button = Ask somebody else
peer_support-advice-other-title = Ask somebody else
peer_support-advice-close-button = Close it
peer_support-advice-close-sure = What was said here is erased at once. This cannot be undone.
peer_support-advice-closed-title = Closed
peer_support-advice-closed = What was said here has been erased. You can ask again at any time.
peer_support-advice-from = { $name } asks for advice on how to go on. It does not say whom it is about.
peer_support-advice-from-load = { $name } says that it is becoming too much. Nobody else sees this.
peer_support-advice-answer = Your answer
peer_support-advice-nameless = Please do not ask whom it is about (article 10(2)). What you learn you may tell nobody (article 13).
peer_support-advice-mine = Asking a coordinator
peer_support-advice-mine-answered = Asking a coordinator (there is an answer)
peer_support-advice-mine-unanswered = Asking a coordinator (there is something to choose)
peer_support-advice-due = An answer to give (by { DAY($day) })
peer_support-advice-late = An answer to give
peer_support-advice-open = Something you have answered

## The supporters themselves

peer_support-care-load = Requests you have taken on: { $taken_on }. Entries this month: { $entries }. Only you see this.
peer_support-load-button = When it is too much
peer_support-care-text = Listening to people takes strength. You need not carry it alone; you may rest, and you may leave a request to somebody else. If you cannot sleep or cannot put it out of your mind, talk about it early. Only the one you choose reads what you write here. You can also send it without writing anything.

## Practising

peer_support-practise-button = Practise
peer_support-practice-row = A practice request
peer_support-practice-banner = [Practice] Nobody has asked for this. Whatever you press, nobody is told and nothing is counted. It disappears by itself on { DAY($day) }.
peer_support-practice-person = Somebody to practise with
peer_support-practice-message = Lately I keep thinking about work and cannot rest even on days off. I do not quite know myself what I want, but could you listen to me once?
peer_support-practice-nobody = [Practice] This was practice: nobody has been told.
peer_support-practice-record = In earnest you would now write down what you did. In practice nothing is written down.
peer_support-practice-open = You have a practice request open already. Please go on from Home.
peer_support-practice_accept-button = { peer_support-accept-button }
peer_support-practice_aside-button = { peer_support-aside-button }
peer_support-practice_end-button = { peer_support-end-button }
