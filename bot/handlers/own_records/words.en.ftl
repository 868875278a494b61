### Own records, and requests about them. words.ja.ftl is the original.

## Home

own_records-show-button = What is kept about me
own_records-log-button = Requests about records
own_records-waiting = Answer a request about records (by { DAY($day) })
own_records-mine-received = My request about records
own_records-mine-answered = The answer to my request about records

## What is kept about oneself

own_records-title = What is kept about me
own_records-about = This is what is kept about you here. Only you can open it. The text can be selected and copied. Notes, hearings and reports that others wrote and other people's matters are not in it.
own_records-open = Open this
own_records-line = { $label }: { $value }
own_records-none = none
own_records-next = Next page
own_records-ask-button = Ask to see, correct or stop the use
own_records-after-end =
    ■ What stays after the end
    When a matter ends, whose it was is destroyed with its key. Of peer support only what a supporter did stays, without your name (month, kind, length and so on), { $years ->
        [0] until a retention is decided
        [one] for one year
       *[other] for { $years } years
    }. Of a matter about relations at work the papers that were reported stay until a retention is decided; the key to your name and words is gone by then. A request about records and its answer are destroyed { $kept } days after the answer.
own_records-after-slack =
    ■ What Slack keeps
    The fixed sentences that the desk has sent (“There is news for you” and so on) with their times, and whatever you typed into the direct message. The desk's own copy of a sent message goes after { $days } days. What you write behind the buttons is no Slack message.
own_records-after-paper =
    ■ On paper
    Please ring { $phone }. We check that it is you and hand it over there and then. Whoever prints it may see it. You get news when it is printed.

## Asking

own_records-form-title = Request about records
own_records-form-about = You can correct or take back your own words in a matter by yourself, with “Open this” on the screen before. Where that is not enough, ask here.
own_records-what = What you ask for
own_records-what-see = To see it (disclosure)
own_records-what-correct = To have it corrected
own_records-what-stop = To stop its use
own_records-subject = Which records
own_records-subject-paper = Printed at the counter
own_records-readers = Only these people read this request and answer it. They do not see what a matter is about. If there is somebody who should not know, please ring us.
own_records-reads = · { $about }: { $who }
own_records-office = { $office } ({ $names })
own_records-text = More about it
own_records-text-hint = For a correction: what is wrong, and what is right. You need not write what you asked for help with.
own_records-text-needed = Please write something; a word is enough.
own_records-nobody = Nobody can answer this at the moment. Please ring us ({ $phone }).
own_records-submit = Send

## Where it stands

own_records-case-title = Request about records
own_records-promise = You will have an answer by { DAY($day) }. News will reach you then.
own_records-missed = You were promised an answer by { DAY($day) } and it has not come. We are sorry. Whoever owes it is being reminded. You can also ring us ({ $phone }).
own_records-withdraw-button = Take it back
own_records-withdraw-sure = This request is erased. That cannot be undone.
own_records-withdraw-done = Taken back. Nothing of this request is left.
own_records-forget-button = I have read it, erase it
own_records-forget-sure = The request and its answer are erased. Copy them first if you need them.
own_records-forget-done = Erased.
own_records-held = ■ Requests about records
own_records-held-requester = Who asks
own_records-held-asked_on = Asked on
own_records-held-what = Asked for
own_records-held-subject = Which records
own_records-held-text = More about it
own_records-held-answered_by = Answered by
own_records-held-due_on = To be answered by
own_records-held-extended = Why it takes longer
own_records-held-outcome = Answer
own_records-held-reason = Reason or explanation

## Answering

own_records-handled-about = You see this request only. What a matter is about is not shown, and you do not need it.
own_records-answer-button = Answer
own_records-answer-title = Answer the request
own_records-answer-about = The person reads what you write, word for word.
own_records-outcome = Outcome
own_records-outcome-done = Done as asked
own_records-outcome-partly = Done in part
own_records-outcome-refused = We cannot do it
own_records-outcome-longer = More time is needed ({ $days } days more, once)
own_records-reason = Reason or explanation
own_records-reason-hint = Always needed unless it was done as asked.
own_records-reason-needed = Please give the reason, so that the person can follow it.
own_records-extend-late = More time can be taken once, and only while the first days are not over.
own_records-answer-submit = Tell the person
own_records-log-title = Requests about records
own_records-log-about = What waits for an answer, and what was answered in the last { $days } days.
own_records-log-waits = waiting

## What came on paper, by phone or in person

own_records-entering-button = Enter one that came on paper or by phone
own_records-enter-title = Enter a request
own_records-enter-about = Enter what somebody without an account has asked on paper, by phone or in person. Whoever has an account can ask from their own Home. No news reaches the person, so the answer is handed over on paper.
own_records-caller = The person’s name and how to reach them
own_records-caller-hint = Please ask the person for the address or number for the answer.
own_records-caller-needed = Please write the person’s name and how to reach them, so that the answer can be handed over.
own_records-way = How it came
own_records-way-paper = On paper (a letter)
own_records-way-phone = By phone
own_records-way-counter = In person
own_records-received = The day on which it came
own_records-received-hint = The days for the answer are counted from the day after it.
own_records-received-later = Please choose today or an earlier day.
own_records-enter-text-hint = As you heard it, or as it is written. You need not write what the person asked for help with.
own_records-enter-submit = Take it
own_records-hand-over = This came from somebody without an account: no news reaches them. For a sheet to hand over, give the number { $number } to the custodian of the keys, who prints it (print own).
own_records-answer-about-paper = What you write is printed as it is and handed to the person.
own_records-answer-submit-paper = Keep the answer
own_records-held-way = How it came
own_records-after-entered = This request and its answer are destroyed at the desk { $kept } days after the answer. If you have a question, please ring us ({ $phone }).
