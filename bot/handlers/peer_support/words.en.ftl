### The words of peer support. words.ja.ftl is the original.

## Home

peer_support-door = Peer support
peer_support-door-about = A colleague will listen, about work or about life. You need not have your thoughts in order first.
peer_support-door-button = Talk to somebody
peer_support-mine = What you asked for (you will hear by { DAY($day) })
peer_support-mine-choose = What you asked for (there is something to choose)
peer_support-mine-open = What you asked for
peer_support-asked = A request (by { DAY($day) })
peer_support-asked-late = A request
peer_support-under-way = Something you took on
peer_support-month-due = Your summary of { month-name } (by { DAY($day) })
peer_support-record-button = Write down a support
peer_support-reports-button = Monthly reports

## Asking

peer_support-form-title = Talk to somebody
peer_support-form-readers = Only the one person you choose above reads this. Your superior and personnel are not told.
peer_support-form-detriment = Nobody may put you at a disadvantage for asking (article 12 of the rules).
peer_support-form-stored = What you write does not become a Slack message. It is kept encrypted by the desk of { $organisation } and erased at the end.
peer_support-form-topic = What is it about?
peer_support-form-supporter = Whom would you like to talk to?
peer_support-form-supporter-hint = It reaches this person directly. With “whoever is free” people are asked one at a time, and who is asked reads it.
peer_support-form-means = How would you like to talk?
peer_support-form-message = Anything you would like to say first
peer_support-form-message-hint = You need not write anything. Please leave out other people's names if you can.
peer_support-form-submit = Send
peer_support-superior = The roster has { $name } as your superior. If you would still like to talk to this person, press “Send” once more. You can also choose somebody else.
peer_support-already-asked = You have asked this person already; you find it on Home under “What you asked for”. To ask somebody else as well, choose another name.
peer_support-near-1 = Your room
peer_support-near-2 = Your unit
peer_support-near-3 = Other units
peer_support-near-4 = Headquarters
peer_support-near-5 = External advisers ({ $field })
peer_support-near-superior = Your superiors
peer_support-nobody = There is nobody you can ask from here at the moment. Please telephone ({ $phone }).

## After asking

peer_support-sent-title = Sent
peer_support-sent = You have asked { $name }. It arrives in a few minutes, or in the next working hours.
peer_support-sent-promise = By { DAY($day) } you will hear whether { $name } can take it on. If there is no answer by then, we will tell you and you can choose what to do.
peer_support-sent-anytime = You can take it back from Home at any time.

## What the person who asked sees

peer_support-case-title = What you asked for
peer_support-case-requested = You have asked { $name }. You will hear by { DAY($day) }.
peer_support-case-unanswered = { $name } has not answered yet. We are sorry to keep you waiting. You can wait a little longer or ask somebody else. You can also telephone ({ $phone }).
peer_support-case-stepped_aside = We are looking for somebody else. Please choose once more whom you would like to talk to.
peer_support-case-accepted = { $means ->
    [none] { $name } has taken it on and will contact you.
   *[other] { $name } has taken it on and will contact you ({ $means }).
}
peer_support-case-accepted-nameless = { $name } has taken it on. Your name is not shown, so { $name } will write to you under “Talk”.
peer_support-case-accepted-phone = If it is urgent, you can also call ({ $number }).
peer_support-case-closing = What you asked of { $name } has come to an end. What was kept of it will be erased on { DAY($day) }. You can also erase it now.
peer_support-case-again = Whenever you would like to talk again, start from Home.
peer_support-more-button = More
peer_support-more-title = More
peer_support-wait-button = Wait a little longer
peer_support-choose-button = Choose somebody else
peer_support-withdraw-button = Take it back
peer_support-forget-button = Erase it now
peer_support-withdraw-sure = What you wrote and whom you asked are erased at once. This cannot be undone.
peer_support-forget-sure = What was kept of this is erased at once. This cannot be undone.
peer_support-choose-title = Choose somebody else
peer_support-withdrawn-title = Taken back
peer_support-withdrawn = It is taken back. What you wrote and whom you asked have been erased. You are welcome at any time.
peer_support-forgotten-title = Erased
peer_support-forgotten = This has been erased. You are welcome at any time.

## What the peer supporter sees

peer_support-asked-title = A request
peer_support-asked-from = { $name } ({ $unit }) would like to talk to you.
peer_support-asked-from-unknown = { $name } would like to talk to you.
peer_support-asked-from-nameless = Somebody whose name is not shown ({ $ref }) asks you to listen.
peer_support-asked-topic = { $topic ->
    [none] About: to be told when you meet
   *[other] About: { $topic }
}
peer_support-asked-means = { $means ->
    [none] Preferred way: any
   *[other] Preferred way: { $means }
}
peer_support-asked-message = What they would like to say first
peer_support-now = Three things to do now
peer_support-now-1 = Please say by { DAY($day) } whether you take it on. If it is difficult, do not hesitate to leave it to somebody else.
peer_support-now-2 = If you take it on, contact them the way they prefer, when nobody is around.
peer_support-now-3 = Listen first. Do not hurry to an answer; help them decide.
peer_support-keep = What you learn you may tell nobody, also after leaving (article 13). Their superior may be told only with their consent (article 10(4)).
peer_support-accept-button = Take it on
peer_support-aside-button = Somebody else
peer_support-accepted-title = You have taken it on
peer_support-accepted = Thank you. { $name } will be told only that you have taken it on.
peer_support-named-under-way = You have taken this on. Please contact them the way they prefer, and press “It has come to an end” when it has.
peer_support-nameless-under-way = You have taken this on. They have not given their name: please write to them under “Talk”, and press “It has come to an end” when it has.
peer_support-end-button = It has come to an end
peer_support-aside-title = Somebody else
peer_support-aside-about = They will not read a refusal, only that we are looking for somebody else. They do not see the reason either.
peer_support-aside-reason = Reason
peer_support-aside-submit = Somebody else
peer_support-aside-done-title = Thank you
peer_support-aside-done = They will be told that we are looking for somebody else. You will not see this any more.
peer_support-taken-back-title = Taken back
peer_support-taken-back = A request that had reached you has been taken back. There is nothing for you to do.
peer_support-ended-title = It has ended
peer_support-ended = Thank you. The person will be told.
peer_support-ended-record = Please go on to write down what you did.

## Records and monthly reports

peer_support-record-title = Write down a support
peer_support-record-about = Not who it was, nor what was said (article 11(3)). Choosing is enough. Noticing and speaking first count too, not only being asked. So does what came from a family, by phone or in passing.
peer_support-record-month = For which month?
peer_support-record-month-this = This month ({ month-name })
peer_support-record-month-last = Last month ({ month-name })
peer_support-record-activity = What you did
peer_support-record-topic = About what
peer_support-record-means = How
peer_support-record-duration = How long
peer_support-record-requester = With whom
peer_support-record-submit = Write it down
peer_support-recorded-title = Written down
peer_support-recorded = It counts for { month-name }. The summary is ready on the 1st of the next month; one tap by { DATE($day) } reports it.
peer_support-month-closed = This month is closed. Please write it into the current month, or telephone the welfare section ({ $phone }).
peer_support-month-title = Summary of { month-name }
peer_support-month-question = Did you notice anybody, speak to somebody or give support in { month-name }? If not, there is nothing to do: it closes by itself as “none”.
peer_support-month-collecting = { month-name } has { $count ->
    [one] one entry
   *[other] { $count } entries
}. The summary will be ready on the 1st of the next month.
peer_support-month-drafted = { month-name } has { $count ->
    [one] one entry
   *[other] { $count } entries
}. You can report it to the welfare head as it is. It does not say who it was.
peer_support-month-late = { DATE($day) } has passed, but you can still report it.
peer_support-month-sent = { month-name } has been reported. Thank you.
peer_support-month-closed_empty = { month-name } was closed as “none”. There is nothing to do.
peer_support-month-send = Report
peer_support-month-add = Add an entry
peer_support-entry = { $activity } · { $topic } · { $means } · { $duration } ({ $requester })
peer_support-month-sent-title = Reported
peer_support-reports-title = Monthly reports
peer_support-reports-about = The records hold only the kind of thing that was done. Nowhere do they say for whom; more is added only where the person has agreed to it (article 11(3)).
peer_support-reports-none = There are no reports of { month-name } yet.
peer_support-reports-others = Other months
peer_support-reports-month = { month-name } { $year }
peer_support-reports-from = { $name } ({ $unit }): { $count ->
    [one] one entry
   *[other] { $count } entries
}
peer_support-reports-from-again = { $name } ({ $unit }), continued
peer_support-reports-next = Next page
