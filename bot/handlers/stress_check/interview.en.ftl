### The words of the health appointment (the interview) and of the slip. The Japanese file is the original.
### Titles and Home say "health appointment" and no more, so that nobody else learns what it is (Aku 12(2)).

stress-appointment-title = Health appointment
stress-appointment-private = Home and messages say "health appointment" and no more. Nobody but those in charge can tell which one it is.

## The person's screen

stress-appointment-own-applied = Your application for the interview with a physician has arrived. News will reach you once there is a day and a place.
stress-appointment-own-proposed = This is the day and the place for your interview with the physician. Does it suit you?
stress-appointment-own-arranged = Day and place of your interview with the physician are settled.
stress-appointment-own-held = Your interview with the physician is over. The physician is now writing the report and the opinion.
stress-appointment-own-reported = The physician's report and opinion are there. You can read them with the button below. General affairs now considers how your work can be made easier.
stress-appointment-own-measured = It has been decided how your work is made easier. You can read it with the button below.
stress-appointment-own-over = All of this is done. You can read the report and the measures at any time with the buttons below.
stress-appointment-own-called_off = The interview with the physician has been called off.
stress-appointment-own-said = Your wish for another day has arrived. Whoever arranges it is looking for one.
stress-appointment-when = When: { DAY($day) } { $time }
stress-appointment-place = Where: { $place }
stress-appointment-physician = Physician: { $name }
stress-appointment-promise = You have been promised the interview by { DAY($day) }.
stress-appointment-missed = You were promised the interview by { DAY($day) } and it has not been held. We are sorry. Those who owe it are being reminded. You can also ring us ({ $phone }).
stress-appointment-time = For the time of the interview you are released from the duty to attend to your work (article 14). The slip does not say what it is for.
stress-appointment-detriment = Whether you choose another day or call it off, nobody asks why, and nothing may be held against you (article 19).
stress-appointment-confirm-button = It suits me
stress-appointment-other-button = I would like another day
stress-appointment-off-button = Call it off
stress-appointment-off-sure = The interview is called off. Nobody asks why, and nothing may be held against you. If general affairs has not opened your result yet, it will not be opened any more.
stress-appointment-other-about = If some days, hours or places suit you better, write them here. You need not write anything. Whoever arranges it (the implementation clerk) reads it and offers you another day.
stress-appointment-other-text = What you would like
stress-appointment-other-hint = For example "rather in the afternoon" or "away from my workplace".
stress-appointment-other-submit = Ask for another day
stress-appointment-over = This day is over. Please ask for another one.
stress-appointment-past = Please choose a day and an hour that are still to come.
stress-appointment-where = Please write the place.
stress-appointment-gone = This physician cannot be chosen now. Please choose another one.
stress-appointment-future = Please choose today or an earlier day.
stress-appointment-nothing = There is no day to be answered now. Please offer one first.
stress-opinion-promise = The physician's report and opinion will be there by { DAY($day) }.
stress-opinion-missed = The physician's report and opinion were promised by { DAY($day) } and are not there yet. We are sorry. The physician is being reminded. You can also ring us ({ $phone }).
stress-opinion-read-button = Read the report and the opinion
stress-measures-read-button = Read how work is made easier

## The screen of those who arrange it

stress-arrange-private = Nobody else may learn that this person wishes for the interview (article 12(2)). By telephone and on paper, too, say "health appointment" and no more, at a moment when nobody listens. Neither the result nor the physician's opinion is on this screen.
stress-arrange-name = { $name }
stress-arrange-by = The interview is to be held by { DAY($day) }
stress-arrange-late = The last day of the interview ({ DAY($day) }) is over. The person has had our apology. Please offer a day as soon as possible.
stress-arrange-opinion = Report and opinion of the physician are to be there by { DAY($day) }
stress-arrange-unnamed = This person has no account. Tell them the day by telephone or on paper, and note their answer with the button below.
stress-arrange-other = On { DAY($day) } the person asked for another day. Please do not ask why.
stress-arrange-words = What they would like: { $text }
stress-arrange-told = Answered: { $way }, { $day }
stress-arrange-gone = The physician of this interview holds the office no more. Please choose another one.
stress-arrange-state-applied = There is no day yet
stress-arrange-state-proposed = The person's answer is awaited
stress-arrange-state-arranged = The day is settled
stress-arrange-state-held = It is over; the physician's report is awaited
stress-arrange-state-reported = The physician's report has arrived
stress-arrange-state-measured = General affairs is carrying out measures
stress-arrange-state-over = All of it is done
stress-arrange-state-called_off = It was called off; please do not ask why
stress-arrange-propose-button = Offer a day
stress-arrange-move-button = Change the day
stress-arrange-said-button = Note their answer
stress-arrange-assign-button = Ask another physician
stress-arrange-open = Open
stress-arrange-none = There is nothing now.
stress-arrange-row = { $name }: { $state }
stress-arrange-no-physician = No interviewing physician has been appointed. Please offer a day once there is one.
stress-arrange-about = The person is told day and place. The last day is { DAY($day) }. Please choose a place where few people pass.
stress-arrange-day = Day
stress-arrange-time = Hour
stress-arrange-place = Place
stress-arrange-place-hint = For example "Meeting room 2". Please avoid places that tell what it is about, such as the health office.
stress-arrange-physician = Physician
stress-arrange-physicians = Interviewing physicians
stress-arrange-submit = Offer it
stress-arrange-said-about = Note an answer that came by telephone, on paper or in person. Please do not ask why.
stress-arrange-answer = The answer
stress-arrange-answer-confirmed = It suits
stress-arrange-answer-another = Another day, please
stress-arrange-answer-off = Call it off
stress-arrange-way = How it came
stress-arrange-way-phone = by telephone
stress-arrange-way-letter = on paper
stress-arrange-way-in_person = in person
stress-arrange-on = The day of the answer
stress-arrange-text-hint = Only for another day. Please write what the person said and no more.
stress-arrange-note = Note it

## The physician's screen

stress-physician-private = What you learn of this person may serve the interview only. Please see that nobody else learns of it (articles 12, 20).
stress-physician-state-applied = There is no day yet. You will hear once there is one.
stress-physician-state-proposed = The person's answer is awaited.
stress-physician-state-arranged = The day is settled.
stress-physician-state-held = Please write the report and the opinion.
stress-physician-state-reported = Report and opinion have arrived. Thank you.
stress-physician-state-measured = General affairs is carrying out measures.
stress-physician-state-over = All of it is done.
stress-physician-state-called_off = This interview was called off.
stress-physician-result-button = See the result
stress-physician-held-button = Note that it was held
stress-physician-report-button = Write report and opinion
stress-handed-elsewhere = This person took another provider's stress check. Its result is not here.
stress-handed-about = This is the result that the application hands over. The answers themselves are handed to nobody (article 11).
stress-held-on = The interview was held on { $day }
stress-held-about = Note on which day the interview was held. The month for report and opinion begins with it (article 13).
stress-held-day = The day
stress-held-submit = Note it
stress-held-early = Please choose a day after the application.
stress-report-about = { $name }. Held on { $day }. Physician: { $doctor }
stress-report-readers = Read by the person, by those in charge at general affairs, by the implementer and the joint implementation clerk. Please write only what measures need: no diagnosis, and nothing that you were told in confidence.
stress-report-heading = Report of the interview
stress-report-label = ■ { $label }
stress-report-held = Held on
stress-report-doctor = Physician
stress-report-working = Working conditions
stress-report-working-hint = Hours, kind of work, support at the workplace and the like.
stress-report-strain = Psychological burden
stress-report-strain-hint = What the interview showed about it.
stress-report-condition = Other state of mind and body
stress-report-condition-hint = Health, sleep, daily life: only what measures need.
stress-report-other = Anything else
stress-report-submit = Hand it in
stress-report-needed = Please fill this in too. A few words are enough.
stress-report-detriment = Nothing of this may be held against the person (article 19(4)).
stress-opinion-heading = Opinion about work
stress-opinion-kind = Kind of work
stress-opinion-ordinary = Ordinary work
stress-opinion-restricted = Restricted work (made lighter)
stress-opinion-leave = Leave (time off for a while)
stress-opinion-needed = Measures at work
stress-opinion-needed-yes = Needed
stress-opinion-needed-no = Not needed
stress-opinion-measures = Recommended measures
stress-opinion-until = Until when
stress-opinion-until-hint = Leave it empty where it cannot be said yet.
stress-opinion-text = Opinion
stress-opinion-text-hint = What, how much, until when. What you would say about the workplace has room here too.
stress-opinion-until-over = Please choose today or a later day.
stress-opinion-which = Please choose recommended measures or write them in the opinion.
stress-opinion-needed-then = Please choose "Needed", so that it goes with the kind of work and the recommended measures.

## General affairs' screen

stress-affairs-private = Nobody else may learn of this application (articles 12, 20). Tell the person's unit only what it needs to carry out the measures.
stress-affairs-applied = Applied for the interview on { $day }
stress-affairs-state-applied = A day for the interview is being arranged
stress-affairs-state-proposed = A day for the interview is being arranged
stress-affairs-state-arranged = The interview is awaited
stress-affairs-state-held = The physician's report and opinion are awaited
stress-affairs-state-reported = Report and opinion have arrived; please decide on measures
stress-affairs-state-measured = Measures are being carried out
stress-affairs-state-over = All of it is done
stress-affairs-state-called_off = It was called off; please do not ask why
stress-affairs-result-button = See the result
stress-affairs-open-sure = Please open it only where measures need it. Once anybody has opened it, the person cannot take the application back any more. That you opened it is recorded.
stress-measures-kind = Kind of measure
stress-measures-kinds = Measures
stress-measures-about = Decide on one measure at a time, after hearing the person. The person can read what is decided.
stress-measures-text = What exactly
stress-measures-text-hint = What, how much, from when. Please use words that the person understands.
stress-measures-follow-on = Look at it again on
stress-measures-submit = Decide
stress-measures-decide-button = Decide on a measure
stress-measures-follow-button = Note how it goes
stress-measures-finish-button = Close it
stress-measures-done = Carried out
stress-measures-open-ones = Under way
stress-measures-again = Look at the others again on
stress-measures-later = Please choose a day after today.
stress-measures-what = Please write what exactly.
stress-measures-open = Some measures are still under way. Please note first how they go.
stress-measures-why = The physician says that measures are needed. Please write why none is taken. The person reads it.
stress-measures-why-label = Why no measure is taken
stress-measures-why-hint = The person reads it word by word. Please ask the physician before you write it.
stress-measures-why-none = Why no measure is taken
stress-measures-none = It was decided to take no measures.
stress-measures-not-yet = Nothing has been decided yet. News will reach you once it has.
stress-measures-was-done = Carried out on { $day }
stress-measures-looked-at = Looked at again on { $day }
stress-finish-about = All measures have been carried out. Once it is closed, the record is kept sealed for the years that are laid down (article 17).
stress-finish-none = It is closed without measures. The record is kept sealed for the years that are laid down (article 17).
stress-finish-submit = Close it

## The slip (one wording for everything)

stress-slip-button = Make an away slip
stress-slip-title = Away slip
stress-slip-about = The slip for being away from your desk for a health appointment. It has the same words for every one, and does not ask which it is.
stress-slip-day = Day
stress-slip-begins = From
stress-slip-ends = To
stress-slip-place = Where to
stress-slip-place-hint = You need not say it.
stress-slip-submit = Make it
stress-slip-order = Please choose an hour after "From".
stress-slip-times = { $day } from { $begins } to { $ends }
stress-slip-line = { $label }: { $value }
stress-slip-duty = I ask to be released from the duty to attend to my work for this time.
stress-slip-kept = It is on this screen only and kept nowhere. Show it, or copy it.

## Home

stress-home-mine = Health appointment
stress-home-mine-proposed = A health appointment is offered
stress-home-mine-day = Health appointment ({ DAY($day) })
stress-home-arrange = Arrange a health appointment (by { DAY($day) })
stress-home-list = All health appointments ({ $count })
stress-home-report = Papers after a health appointment (by { DAY($day) })
stress-home-measures = After a health appointment
stress-home-affairs = All health papers ({ $count })
