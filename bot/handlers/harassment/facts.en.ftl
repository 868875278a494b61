### Consent to the hearing, what the head decides, fact sheets (form 2), the outcome. Translated from facts.ja.ftl.

## Whether the person agrees (K1)

harassment-hearing-question = After the report the regulation has the other side heard, and people who saw or heard something (Article 8(1)). When they are heard they may understand that it is about you. May the hearing go ahead?
harassment-hearing-until = If there is no answer from you by { DAY($day) }, that counts as no: nobody is heard and it stops there. You can change your mind later.
harassment-hearing-before = You need not decide now. No hearing from which others could learn that it is about you begins without your answer.
harassment-hearing-hidden = People are being heard now in a way that does not show that it is about you. If you do not want that either, you can stop it at any time.
harassment-hearing-agreed = You have agreed to the hearing. You can take that back at any time under “What else you can do”; it then stops at once. Fact sheets written until then stay with the two who listened and do not go to the head of general affairs. Tell the two if you wish something else to be done with them.
harassment-hearing-refused = Without your consent nobody is heard. Fact sheets that were already written stay with the two who listened. The head of general affairs decides in writing what happens next.
harassment-consent-hearing-button = I agree to the hearing
harassment-stop-hearing-button = I do not want a hearing
harassment-note-consent-button = The person has told me yes
harassment-note-refusal-button = The person does not want a hearing

## Who is heard

harassment-heard-affected = The affected person
harassment-heard-respondent = The other side
harassment-heard-third-party = A third party (who saw or heard something)
harassment-heard-one = • { $who }

## The head’s order (Article 8(1))

harassment-head-reported = Please read the intake sheet and order the two responders to look into the facts (Article 8(1)).
harassment-head-found = Please read the fact sheets and decide what comes next. If something is missing you can order more.
harassment-head-held = Once the person agrees you can order it again. You can also close the matter in writing without a hearing.
harassment-order-button = Order the fact-finding
harassment-order-title = Order the fact-finding
harassment-order-about = You order the two responders in writing to look into the facts and confirm them (Article 8(1)). It is kept with its date. Nothing here ever contacts the other side.
harassment-order-asked-until = The person’s consent: waiting for an answer until { DAY($day) }.
harassment-order-agreed = The person’s consent: given.
harassment-order-not-agreed = The person’s consent: not given.
harassment-order-affected-agreed = The affected person’s consent: given.
harassment-order-affected-no = The affected person’s consent: not given.
harassment-order-affected-unasked = The affected person’s consent: not asked yet.
harassment-order-heard = Who is heard
harassment-order-known = Will others learn from it who asked for help?
harassment-order-known-yes = Yes, or perhaps
harassment-order-known-no = No, it can be done so that they do not
harassment-order-danger = Urgency
harassment-order-danger-yes = Somebody is in danger and the answer cannot be waited for
harassment-order-note = What the responders should know
harassment-order-note-hint = Why it is urgent, in which order to hear people, what to be careful about
harassment-order-submit = Order it
harassment-order-refused = The person has not agreed, so no hearing can be ordered. Once they agree it can be ordered again.
harassment-order-unanswered = A hearing from which others learn who asked for help needs that person’s consent. Please wait for the answer, or order only what can be heard without it.
harassment-order-affected = The affected person has not agreed yet. Unless somebody is in danger, the responders ask them first.
harassment-read-order-button = Read the order
harassment-order-read-title = The order
harassment-order-none = There is no order yet.
harassment-order-on = Order of { DAY($day) }: hear
harassment-order-told-yes = The person has agreed that others learn who asked for help.
harassment-order-told-no = Please hear people in a way that does not show who asked for help.
harassment-order-respondent = Nothing here contacts the other side. Summons, rebuttals and requests for documents go by paper.
harassment-head-late = We are sorry to keep you waiting. The decision on what comes next is late. Whoever decides has been reminded. If it is urgent or hard for you, please call { $phone }.
harassment-head-late-title = A decision is late
harassment-head-late-desk = A decision of whoever received a report is late (Article 8). Please ask them to decide soon. What the matter is about is not shown here.

## Fact sheets (form 2)

harassment-fact-sheets-button = Fact sheets
harassment-new-fact-sheet-button = Begin a fact sheet
harassment-report-facts-button = Report to the head
harassment-report-facts-sure = The fact sheets are reported to the head of general affairs as they are. After that they cannot be changed.
harassment-facts-title = Fact sheets (form 2)
harassment-facts-about = One sheet for each person heard; when they are complete, report them to the head (Article 8(1)). The person who asked for help does not see them and learns the outcome only.
harassment-facts-stopped = Nobody new is heard now. What was written can be read by the responders and by whoever received the report.
harassment-facts-none-yet = There is no fact sheet yet.
harassment-facts-missing = Without a fact sheet so far:
harassment-facts-reported = The fact sheets reported on { DAY($day) }.
harassment-facts-unreported = The fact sheets have not been reported yet.
harassment-facts-none = Nothing has been written into a fact sheet yet.
harassment-facts-late = We are sorry to keep you waiting. Looking into the facts takes longer than intended. The two in charge have been reminded. If it is urgent or hard for you, please call { $phone }.
harassment-fact-new-title = Begin a fact sheet
harassment-fact-new-about = The name is for the record only. Writing it here contacts nobody.
harassment-fact-who = Who was heard
harassment-fact-name = Name
harassment-fact-name-hint = This may stay empty.
harassment-fact-name-withheld = The person has not agreed that the head learns their name. Please do not write that name here.
harassment-fact-submit = Save
harassment-fact-page-title = Fact sheet ({ $page } of { $pages })
harassment-fact-of = { $number }. { $who }
harassment-fact-stored = Each page is saved by itself. You can leave lines empty and add to them later.
harassment-fact-witness = Nobody may be put at a disadvantage for helping (Article 4(2)). Whoever wants to be asked about it later can leave a contact by themselves, on Home under “{ harassment-guideline-button }”, “{ harassment-witness-button }”. It is tied neither to this matter nor to you. Please tell them.
harassment-fact-read-title = Fact sheet
harassment-fact-empty = Nothing has been written yet.
harassment-sheet-stopped = The hearing has been stopped. No new fact sheet can be begun.
harassment-sheet-not-ordered = The order does not say that this person is heard.

## The end and the outcome (K7)

harassment-close-after-facts-button = End the handling
harassment-close-title = End the handling
harassment-close-about = A responder tells the person what came of it; after that the person can read it too. Please write nothing of what was said in the hearing, no names of others, and no detail of any discipline.
harassment-close-outcome = What came of it
harassment-close-hint = What was done or not done, and why
harassment-close-submit = Decide
harassment-outcome-empty = Please write what came of it.
harassment-close-requested = The person has asked for the committee, so it has to be referred there (Article 8(2)).
harassment-outcome-button = Read what came of it
harassment-outcome-title = What came of it
harassment-outcome-tell = Please tell the person yourself what came of it by { DAY($day) }.
harassment-outcome-tell-then = When you have told them, press the button below. After that they can read it here as well.
harassment-outcome-waits = One of the two who listened will tell you what came of it. After that you can read it here as well.
harassment-outcome-told = It has been told already.
harassment-tell-outcome-button = I have told the person

## Somebody else has reported: the affected person is asked first (K5)

harassment-affected-title = We would like to ask you
harassment-affected-worried = Somebody is worried about what happens to you at work. We cannot say who told us. The counsellors ask you first, so that nothing goes on behind your back. Whatever you choose, it brings you no disadvantage.
harassment-affected-until = If there is no answer from you by { DAY($day) }, nobody is heard and nothing goes to the committee. You can change your mind later.
harassment-affected-given = Your answer now: { $answer }. You can change it later.
harassment-affected-secret = The two counsellors in charge read your answer; the head of general affairs learns only whether it may go on. Where somebody is in danger it cannot always be stopped.
harassment-affected-go-on = It may go on
harassment-affected-stop = I want no hearing and no committee
harassment-affected-talk = First I want to talk to a counsellor myself
harassment-affected-silent = Could not be asked
harassment-affected-unasked = not asked yet
harassment-affected-over = This has ended and needs no answer any more. You can always ask for help yourself.
harassment-affected-asked = This has been asked already. Please wait for the answer.
harassment-affected-in-person = This person cannot be asked from here. Please ask in person.
harassment-affected-said-button = What the affected person wants
harassment-affected-said-title = The affected person
harassment-affected-first = Somebody else has reported this. Before anybody is heard and before it goes to the committee, the affected person is asked. If they do not want it, it does not go on, unless somebody is in danger. Please do not say who reported it; asking from here does not tell it either.
harassment-affected-answer-is = The answer now: { $answer }
harassment-affected-waits = Waiting for an answer until { DAY($day) }.
harassment-ask-affected-button = Ask from here
harassment-affected-in-person-label = What they said in person
harassment-affected-submit = Note it
