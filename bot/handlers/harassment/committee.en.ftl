# The committee: asking for it, the referral, chair and clerk, sittings, extension, proposal.

## Before asking

harassment-request-committee-button = I want the committee to deal with it
harassment-committee-title = The committee
harassment-committee-submit = Ask for it
harassment-committee-about =
    The committee looks into the facts, discusses what should be done and makes a proposal to the mayor (the head of the organisation), within { $days } days of the referral. If looking into it takes longer, you are told at once, with the reason and the new date.
    You and the two who listened are told when the proposal has been made (Article 9(2)(3)).
harassment-committee-refers = Only you can ask for this. Once you have, the head of general affairs (or the deputy) who received the intake sheet must refer it to the committee (Article 8(2)), about { DAY($day) } at the latest.
harassment-seats-heading = Who would deal with it (Article 9(4))
harassment-seat = • { $seat }: { $who }
harassment-seat-other = Other members
harassment-seat-empty = takes no part in this matter (empty)
harassment-chair-is = In the chair: { $name }
harassment-chair-elected = In the chair: elected by the members (Article 9(8))
harassment-file-is = Secretariat, which handles the minutes and papers (Article 9(11)): { $name }
harassment-file-named = Secretariat: the staff section takes no part; whoever is in the chair names somebody else
harassment-committee-reads =
    The members read the fact sheets (form 2) and the minutes. The secretariat reads the minutes and the proposal. Nobody who is not named here reads them.
    Where it is needed, the committee may ask others to come and hear them (Article 9(5)).
harassment-committee-free = You can take this back at any time until it has been referred. Nobody may treat you worse for asking, or for not asking.
harassment-committee-nobody = There is no member just now who may deal with this. Nothing was sent to anybody. There are places outside the organisation where you can ask for advice.

## The person's screen

harassment-note-request-button = The person wants the committee
harassment-note-request-back-button = The person takes the request back
harassment-note-request-back-sure = Press this when the person has told you, by phone or in person, that they no longer ask for the committee. The records of the consultation stay as they are. They can ask again later.
harassment-note-committee-title = The person asks
harassment-note-committee-submit = I have heard it
harassment-committee-for-caller = Only the person can ask for this. Please read the above to them, by phone or in person, and send it when they have said that they want the committee to deal with it.
harassment-take-back-request-button = Take back this request
harassment-take-back-request-sure = You no longer ask for the committee. The records of the consultation stay as they are. You can ask again later.
harassment-committee-asked = You have asked for the committee. It is the turn of the head of general affairs (or the deputy) to refer it.
harassment-committee-asked-early = You have asked for the committee. It will be referred when the report or the hearing is done.
harassment-committee-gone = There is no member just now who may deal with this, so it does not go on from here. There are places outside the organisation where you can ask for advice.
harassment-committee-until = The committee has until { DAY($day) }.
harassment-committee-extended = The committee now has until { DAY($day) }. The reason stands in its notice.
harassment-committee-overdue =
    The committee had until { DAY($until) }; there is neither a proposal nor word of an extension yet. Whoever is in the chair and the secretariat are reminded every day.
    You can also ask by telephone ({ $number }), or turn to somebody outside the organisation.
harassment-committee-notice-button = Read the committee’s notice
harassment-notice-title = The committee’s notice
harassment-notice-extended = Looking into it takes longer, so the date was moved to { DAY($day) }. The reason:
harassment-notice-proposed = On { DAY($day) } the committee made its proposal to the mayor (the head of the organisation).
harassment-notice-measures = These measures are to be taken:
harassment-notice-measure = • { $kind }
harassment-notice-none = There is no notice at the moment.

## The screen of the head of general affairs (or the deputy)

harassment-refer-asked = The person has asked for the committee. Please refer it (Article 8(2)).
harassment-refer-after-hearing = The person has asked for the committee. Please refer it once you have the report of the hearing (Article 8(2)).
harassment-refer-button = Refer to the committee
harassment-refer-sure = The committee’s 60 days begin today. Its members and the secretariat are told, and it cannot be undone.
harassment-refer-unasked = The person has not asked for it, so it cannot be referred (Article 8(2)).
harassment-refer-affected = The person it is about has not agreed yet. Please make sure of that before referring it.
harassment-refer-nobody = There is no member who may deal with this, so it cannot be referred. The person’s screen shows where to turn outside the organisation.

## The screen of members and secretariat

harassment-committee-work = The last day is { DAY($day) } (Article 9(3)).
harassment-committee-file-button = Members and minutes
harassment-file-title = Members and minutes
harassment-seats-short = { $there } members sit on this matter; the regulation has { $seats }. It can go on all the same.
harassment-seats-balance = The regulation asks for as many men as women on the committee, as far as possible (Article 9(10)).
harassment-sittings-none = There are no minutes yet.
harassment-sitting-button = Meeting of { DAY($day) }
harassment-sitting-attended = Members present: { $who }
harassment-proposal-heading = Proposal

harassment-sit-button = Write down a meeting
harassment-sit-title = A meeting
harassment-sit-submit = Write down
harassment-sit-day = Day of the meeting
harassment-sit-attended = Members present
harassment-sit-members = Members
harassment-sit-heard = Who else was heard, and what they said
harassment-sit-heard-hint = Article 9(5). Leave it empty if there was nobody.
harassment-sit-minutes = Minutes
harassment-sit-later = Please choose a day up to today.
harassment-sit-nobody = Please choose the members who were present.

harassment-extend-button = Take more time
harassment-extend-title = More time
harassment-extend-submit = Extend and tell
harassment-extend-about = The last day is { DAY($day) }. When you extend it, the person and the responders are told at once (Article 9(3)).
harassment-extend-until = New last day
harassment-extend-reason = Reason (the person and the responders read it)
harassment-extend-reason-hint = Say what takes time, not who said what.
harassment-extend-reason-needed = Please give a reason. The person reads it.
harassment-extend-too-soon = Please choose a day after the present last day.

harassment-propose-button = Make the proposal
harassment-propose-title = Proposal to the mayor
harassment-propose-submit = Propose and tell
harassment-propose-about = The proposal itself is read by members and secretariat. Please hand it to the mayor (the head of the organisation) on paper. The person and the responders are told that it was made, and what you write in the second field (Article 9(2)).
harassment-propose-text = Proposal
harassment-propose-told = What the person and the responders are told
harassment-propose-told-hint = Left empty, they are told only that a proposal was made. Please write nothing about discipline.
harassment-propose-text-needed = Please write the proposal.

## Chair and secretariat

harassment-elect-button = Elect who takes the chair
harassment-elect-title = Acting chair
harassment-elect-submit = Vote
harassment-elect-about =
    The chair takes no part in this matter, so the members elect one of themselves to act (Article 9(8)). Everybody has one vote, and may vote for themselves.
    It is decided once somebody has more than half, once all have voted, or when the time is up; of equals the one with the lower seat. Nobody sees who voted for whom.
harassment-elect-who = Who acts for the chair
harassment-vote-cast = You have voted already.
harassment-chair-there = There is somebody in the chair already.
harassment-name-clerk-button = Name a clerk
harassment-name-clerk-title = A clerk for this matter
harassment-name-clerk-submit = Name
harassment-name-clerk-about = The staff section takes no part in this matter. Please name somebody to keep the minutes and papers, from today until it leaves the committee. Those who may take no part, and who works under them, are not in the list.
harassment-name-clerk-who = Who keeps the file
harassment-clerk-there = There is somebody who keeps the file already.
harassment-clerk-nobody = There is nobody who could be named. The members can write the minutes themselves.

harassment-recuse-button = Step out of this matter
harassment-recuse-sure = You take no further part in this matter and no longer see it. This cannot be undone. Nobody asks why.
harassment-recused-title = You have stepped out
harassment-recused = You no longer see this matter. Please go on keeping to yourself what you know of it.
