### Form 1: written, read back and reported (Aki 7(8)). Translation of sheet.ja.ftl.

## The responders write it

harassment-sheet-button = Write the intake sheet
harassment-sheet-title = Intake sheet
harassment-sheet-page-title = Intake sheet { $page }/{ $pages }
harassment-sheet-page-button = Change this part
harassment-sheet-submit = Save and go on
harassment-sheet-and = {", "}
harassment-sheet-line =
    ▸ { $label }
    { $text }
harassment-sheet-empty-line = (nothing written yet)
harassment-sheet-stored = You may leave open what you do not know. The other responder can go on from here too. What you write does not become a Slack message.
harassment-sheet-crossed = The other fields are saved. In the ones below the other responder has written something as well. Look at both, keep the words that should stay, and save once more.
harassment-sheet-crossed-line =
    { $label }: what was saved first
    { $text }
harassment-sheet-given-already = This sheet has gone on already. It was not saved. What you wrote is still in this field.
harassment-sheet-empty = Nothing has been written yet.
harassment-sheet-give-about = When you give it to the person, they check it word by word, take out what they do not want to be passed on, and decide whether their name goes with it. It is reported only after that.
harassment-sheet-give-caller = This person cannot see it in Slack. After this tap read it to them on the phone or in person, and ask what to put right, what to take out, and whether the name goes with it.
harassment-give-sheet-button = Let the person check it
harassment-correction =
    What the person wants put right
    { $words }
harassment-sheet-corrected = The person has written what they want put right. You can read it in the intake sheet.

## A short guide

harassment-sheet-guide-button = A short guide to listening and writing
harassment-sheet-guide-title = Listening and writing
harassment-sheet-guide-do =
    Do
    - Listen in twos, where nobody can look in or overhear. Who should listen is for the person to wish.
    - Let them speak without interrupting, even if it comes in no order.
    - Find out what they want and how urgent it is (how they are, in mind and body).
    - Ask four things: how those concerned stand to each other; when, where and how; what the person did; whether a superior was told. Ask also who else knows and what records there are.
    - Show the person what you wrote, and let them check it.
harassment-sheet-guide-avoid =
    Avoid
    - Deciding on the spot that it is harassment, or that it is not.
    - Blaming ("why did you not refuse?") or making it small ("that happens").
    - Promising a result, or that nobody will ever know.
    - Pushing a solution, or asking more than is needed.
    - Contacting the other side or a superior without the person’s consent (except when life is in danger).
harassment-sheet-guide-write =
    When you write
    - Write words and acts as they were. Keep your impressions out.
    - Write names in the field for the name only. Where the person does not want to give their name, that field alone is left out.

## The person checks it

harassment-sheet-until = Please read it and check it by { DAY($day) }. There you can take parts out, or ask for something to be put right. Until then nothing is reported to anybody.
harassment-sheet-after = If that day passes, the two who listened may report the least there is (when you talked, what kind of consultation and of what kinds, that it has not been checked). What was written, and your name, are not passed on then.
harassment-sheet-over = { DAY($day) } has passed, so the two who listened may report the least there is (when you talked, what kind of consultation and of what kinds, that it has not been checked). What was written, and your name, are not passed on. Until they do, you can still read and check it.
harassment-sheet-late =
    Writing it down is taking longer than it should. We are sorry. If you do not want to wait, call one of the two who listened.
    { $who }
harassment-read-sheet-button = Read the intake sheet
harassment-nurse-sheet-button = Read the intake sheet
harassment-read-title = Intake sheet
harassment-read-about = This is everything that was written down. Please check it word by word. Nothing has been reported to anybody yet.
harassment-read-names = This tells who you are. It is not in the report.
harassment-read-out = You have taken this out. It is not in the report.
harassment-read-named = It will be reported with your name.
harassment-read-nameless = It will be reported without your name. In a small workplace people may still know from what it says.
harassment-preview-button = See it as it will be reported
harassment-name-yes-button = Give my name
harassment-name-no-button = Do not give my name
harassment-take-out-button = Take parts out
harassment-take-out-title = Take parts out
harassment-take-out-about = Choose what should not be reported. There it will only say "left out at the person’s wish". You can choose again at any time before it is reported.
harassment-take-out-which = Left out
harassment-take-out-submit = Done
harassment-correct-button = Something is not right
harassment-correct-title = What to put right
harassment-correct-about = The two who listened will read this and write the sheet anew. Then you check it once more.
harassment-correct-words = What should be put right, and how
harassment-correct-submit = Ask them
harassment-correct-empty = Please write what should be put right.
harassment-correct-late = This sheet has gone on already. It was not sent. What you wrote is still in this field.

## As it will be seen, before it goes

harassment-preview-title = What will be reported
harassment-preview-to = It goes to { $who }. On their screen it stands exactly as below.
harassment-report-who = { $name }, { $office }
harassment-preview-nobody = There is nobody in the organisation just now who may receive this. It is sent to nobody and stays with the two who listened. There are places outside where you can talk.
harassment-preview-still-named = Your name, or a part of it, seems to stand in the words below. If you do not want that, go back, take that part out, or ask for it to be put right.
harassment-preview-follows =
    What comes next
    - The regulation has whoever receives it tell the two who listened to hear the other side and others as well (Article 8(1)).
    - You can say that you do not want this hearing, also after the report.
    - You can ask for the committee to deal with it. Only you can (Article 8(2)).
    - Nothing here ever contacts the other side.
harassment-preview-others = The person will be told that it was reported. If you can, tell them before who receives it.
harassment-report-button = Report it like this
harassment-report-sure = It is reported exactly as you saw it. The sheet stays as a record even if you take the matter back later.
harassment-hold-button = I have checked it
harassment-hold-sure = It is sent to nobody. The sheet you have checked stays with the two who listened.
harassment-report-other-recipient = Somebody else would receive it now. Nothing has been reported yet. Please open it again and see who receives it.
harassment-report-nobody = Nobody may receive it just now. It was sent to nobody.

## What was reported

harassment-reported-title = Intake sheet (form 1)
harassment-reported-on = The intake sheet as it was reported on { DAY($day) }.
harassment-reported-named = With the person’s name, by their consent.
harassment-reported-nameless = Without the person’s name.
harassment-reported-omitted = (left out at the person’s wish)
harassment-reported-least = The person has not checked the intake sheet, so this is the least there is to report, without its words and without the name.
harassment-reported-entry = What kind of consultation: { $words }
harassment-reported-kinds = Kinds: { $words }
harassment-reported-day = Day of the talk: { DAY($day) }

## Waiting and holding

harassment-sheet-waits = The person is reading it (until { DAY($day) }). If something is to be put right, you will be told.
harassment-sheet-least = The person has not checked it by { DAY($day) }. Ask gently whether they can, minding how they are. If not, please report the least there is.
harassment-sheet-caller = This person cannot see it in Slack. Read it to them on the phone or in person, and go on as they say.
harassment-held-nobody = There is nobody in the organisation just now who may receive it. It was sent to nobody. Every day it is looked at again whether somebody may.
harassment-head-nobody = Whoever received the report is out of this, and just now nobody in the organisation may decide what follows. It was sent to nobody else.
harassment-held-receivable = { $who } may receive it now. The two who listened will report it. If there is somebody else who should not see it, choose them before.
harassment-held-stays = Nobody may receive it, so it was sent to nobody. You will be told when somebody may.
harassment-held-send = { $who } may receive it now. Please tell the person, then report it.
