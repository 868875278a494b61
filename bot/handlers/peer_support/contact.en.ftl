### The words at the end of peer support. contact.ja.ftl is the original.

## What can be chosen at the end

peer_support-finish-button = I am all right now
peer_support-keep-button = Keep a contact
peer_support-keep-about = If you keep a contact, you can ask the same person again from Home until { DAY($day) }. All that is kept is with whom, until when, and the day you asked. They are not told. If you choose nothing, nothing is kept.
peer_support-over-title = It has ended
peer_support-over = Something you had taken on has come to an end. Thank you.

## When nothing has happened for a while

peer_support-idle = Nothing seems to have happened here for a while. If it is still going on, press “Go on”. If nobody does by { DAY($day) }, it ends and what was kept of it is erased.
peer_support-carry_on-button = Go on
peer_support-idle-title = It has ended
peer_support-idle-over = Something in which nothing had happened for a while has been ended. What you wrote and whom you asked have been erased. Whenever you would like to talk again, start from Home.

## A kept contact

peer_support-contact-mine = A contact you kept (until { DAY($day) })
peer_support-contact-mine-asked = A contact you kept (there is a question for you)
peer_support-contact-title = A contact you kept
peer_support-kept = The contact is kept. You can open it from Home at any time.
peer_support-contact-with = You can ask { $name } again from here until { DAY($day) }.
peer_support-contact-over = { $name } cannot be asked at the moment; they may have left the role. You can talk to somebody else.
peer_support-contact-gone = After { DAY($day) } this contact erases itself.
peer_support-reopen-button = Talk again
peer_support-forget_contact-button = Erase it now
peer_support-forget_contact-sure = The contact and the receipt number are erased at once. This cannot be undone.

## The receipt

peer_support-receipt-button = See the receipt
peer_support-receipt-title = Receipt
peer_support-receipt =
    Receipt number: { $code }
    It shows that you asked on { DAY($day) }.
peer_support-receipt-about = It holds neither your name nor what it was about. If you ever need it, tell this number to the desk of { $organisation } ({ $phone }): they can confirm that somebody asked on that day, and nothing else. Once this matter is erased the number no longer works.

## The later check

peer_support-check = We ask once only: since you asked for support, do you feel you have been put at a disadvantage? How is it, compared with before? You need not answer. No answer is passed on to anybody or kept (article 12).
peer_support-check_same-button = The same
peer_support-check_better-button = Better
peer_support-check_worse-button = Worse
peer_support-checked-title = Thank you
peer_support-checked = Thank you. We will not ask again.
peer_support-worse-title = Thank you
peer_support-worse = Thank you for telling us. Nobody has been told yet. If there is somebody you would like to tell, choose. You can change or delete the text before you send it.
peer_support-worse-same = Tell { $name }
peer_support-worse-other = Tell somebody else
peer_support-worse-anytime = It need not be now. You can ask from Home at any time.
peer_support-worse-message = Since I asked for support, I feel that I have been put at a disadvantage.
