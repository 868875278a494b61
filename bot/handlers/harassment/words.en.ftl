# Harassment, the first screen: where it stands. Words of each act stand in a file of their own.

harassment-waiting = A matter in your hands
harassment-mine = Look at my matter
harassment-draft = Go on writing
harassment-case-title = Where it stands
harassment-more-title = What else you can do
harassment-more-button = What else you can do

harassment-own-draft = Nothing has been sent yet. Only you can see it.
harassment-own-received = We have it. A day, a place and two people to listen are being settled by your wishes.
harassment-own-stranded = As it is, nobody is left in the organisation who may take this. It is in nobody’s hands now.
harassment-own-arranging = There is a proposal for the day and the place.
harassment-own-arranged = The day to talk is settled.
harassment-own-met = The two who listened are putting what you said on an intake sheet.
harassment-own-confirming = What you told us has been put on an intake sheet.
harassment-own-held = What was written down stays with the two who listened.
harassment-own-reported = The intake sheet has been reported. The head of general affairs (or the deputy) who received it decides what comes next.
harassment-own-consent-held = The hearing has been stopped.
harassment-own-hearing = The facts are being looked into.
harassment-own-found = The facts have been looked into. The head of general affairs (or the deputy) decides what comes next.
harassment-own-referred = The committee is dealing with it.
harassment-own-proposed = The committee has made its proposal.
harassment-own-measures = Measures are being taken.
harassment-own-closing = It has been dealt with.

harassment-handled-received = A matter that came in. Please settle day, place and two responders by the person’s wishes.
harassment-handled-stranded = Nobody may take this matter.
harassment-handled-arranging = Day, place and responders are proposed and being confirmed.
harassment-handled-arranged = Day, place and responders are settled.
harassment-handled-met = You have listened. Please write the intake sheet (form 1).
harassment-handled-confirming = The intake sheet has been given to the person.
harassment-handled-held = The intake sheet stays with the responders.
harassment-handled-reported = The intake sheet has been reported.
harassment-handled-consent-held = Without the person’s consent the hearing is stopped.
harassment-handled-hearing = The facts are being looked into.
harassment-handled-found = The fact sheets (form 2) have been reported.
harassment-handled-referred = A matter that was referred to the committee.
harassment-handled-proposed = The committee has made its proposal on this matter.
harassment-handled-measures = Measures are being taken in this matter.
harassment-handled-closing = This matter has been dealt with.

harassment-withdraw-button = Take it back
harassment-stop-button = Stop the handling
