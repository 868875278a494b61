### The words of what comes after the end. after.ja.ftl is the original.

harassment-day = - { DAY($day) }
harassment-end-day = { DAY($day) }

## What can be chosen at the end

harassment-end-choose = Until { DAY($day) } you can choose one of these. If you choose nothing, it is “Erase”.
harassment-end-forget =
    “Erase”: that you are the person of this matter, what you wrote, and what was written down but not reported are erased and cannot be brought back.
    What stays: the intake sheet that was reported, the fact sheets, and the records of the committee and of what was done. Until the organisation has decided how long they are kept, they are not disposed of. If you agreed to your name in the intake sheet, that name stays too.
harassment-end-keep =
    “Erase, and keep a contact”: the same is erased, only your name is kept apart, and on { $days } we ask whether everything has been all right since. Nobody learns that you kept it, or what you answer. It is erased on { DAY($day) }.
harassment-forget-button = Erase
harassment-forget-sure = Your name and the words that were not reported are erased and cannot be brought back. What was reported stays. If you want to keep anything, take it from “See a copy” first.
harassment-forgotten-title = Erased
harassment-forgotten = Erased. Whenever you would like to talk again, start from Home.
harassment-keep-button = Erase, and keep a contact
harassment-keep-sure = Only your name is kept, apart from everything; the rest is erased as with “Erase” and cannot be brought back. If you want to keep anything, take it from “See a copy” first.
harassment-kept = The contact is kept. You can open it from Home and erase it at any time.
harassment-reopen-button = Ask for it to be taken up again
harassment-reopen-nobody = There is nobody just now who may receive it. If it is urgent, please call us ({ $phone }).
harassment-copy-button = See a copy
harassment-copy-title = A copy
harassment-copy-about = What you wrote, and what was put into the intake sheet. Please copy from here what you want to keep.
harassment-copy-nothing = Nothing was written down.
harassment-copy-story = What you wrote

## A kept contact and its later checks

harassment-contact-mine = A contact you kept
harassment-contact-asked = A contact you kept (there is a question for you)
harassment-contact-title = A contact you kept
harassment-contact-until = This contact is there until { DAY($day) }. Only your name is kept, nothing of what it was about.
harassment-check = Has everything been all right since? You need not answer. No answer is passed on to anybody or kept.
harassment-check-fine-button = All right
harassment-check-worse-button = Something is wrong
harassment-checked-title = Thank you
harassment-checked = Thank you for answering.
harassment-worse-title = What you can do now
harassment-worse = Thank you for telling us. Nobody may be put at a disadvantage for having come forward or for having answered when asked (regulation, articles 4(2) and 11). Nobody has been told yet. You can talk to the desk or a counsellor again.
harassment-worse-start = Talk to the desk or a counsellor
harassment-worse-anytime = It need not be now. You can start from Home at any time.
harassment-forget-contact-button = Erase it now
harassment-forget-contact-sure = The contact is erased and nobody asks any more. This cannot be undone.
harassment-erased = The contact is erased.

## For somebody who was asked

harassment-witness-button = If you were asked what you saw
harassment-witness-title = If you were asked
harassment-witness-about =
    Whoever told what they saw or heard may not be put at a disadvantage for it either (regulation, articles 4(2) and 11).
    If you keep a contact, we ask on these days whether everything has been all right since.
    { $days }
    Only your name is kept. Nothing says which matter it was, and nobody is told. It is erased on { DAY($day) }, and you can erase it before.
harassment-witness-keep = Keep a contact
harassment-witness-kept = The contact is kept. You can open it from Home and erase it at any time.
harassment-witness-already = You keep a contact already. To start anew, open it from Home and erase it first.
