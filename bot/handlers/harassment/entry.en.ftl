### The words of the way in. entry.ja.ftl is the original.

## Home (in words that tell a glance over the shoulder nothing)

harassment-door = Between people at work
harassment-door-about = If something is on your mind, you can talk about it. You need not be sure, and it may be about somebody else.
harassment-start-button = Talk about it
harassment-entering-button = Write down what came by phone or in person

## The first screen

harassment-start-title = Talk about it
harassment-start-about = You can talk about it without knowing whether it is harassment, and before anything has happened. One line is enough, and so is none.
harassment-readers-heading = Who reads it
harassment-readers-desk = - If you send it to the desk, its officers read it: { $desk }.
harassment-readers-counsellor = - If you send it to a counsellor, only the one you choose reads it.
harassment-readers-head = - Two of the counsellors will meet you and listen. They write an intake sheet; after you have checked it, it is reported to { $head } as head of general affairs (regulation, article 7(8)).
harassment-readers-nobody = - Two of the counsellors will meet you and listen. They write an intake sheet; as nobody may receive the report just now, it stays with the two.
harassment-readers-hearing = After the report the regulation has the other side heard as well (article 8(1)). You are asked what you think before that. Your name is not shown to the other side unless you agree; in a small workplace, or when people meet, they may know all the same.
harassment-start-detriment = Nobody may be treated worse for having talked about it (articles 4(2) and 11). You can stop at any time.
harassment-hours-open = The desk is open now. It arrives a few minutes later, and by { DAY($day) } you will have a proposal for the day and the place.
harassment-hours-closed = The desk is closed now, and you can send this all the same. It will be read when the desk opens on { DAY($opens) } at { TIME($opens) }. By { DAY($day) } you will have a proposal for the day and the place. If it cannot wait: { $contact }, { $number }, or “Urgent, or by phone” below.
harassment-begin-button = Do not send; write bit by bit
harassment-start-later = “Write bit by bit” keeps what you have written, and you can go on over several days: whom to keep out by name, what happened, your wishes. Only you can see it. It is erased { $days } days after you last wrote.

## The door

harassment-door-choose = Who shall read it?
harassment-door-hint = It reaches only who you choose.
harassment-door-desks = The desk
harassment-door-desk = The desk (general affairs, staff section)
harassment-counsellors = One counsellor
harassment-all-counsellors = Counsellors
harassment-person = { $unit ->
    [none] { $name }
   *[other] { $name } ({ $unit })
}
harassment-no-unit = Others
harassment-and = {", "}
harassment-send-title = Who shall read it
harassment-send-submit = Send
harassment-door-closed = This cannot be chosen: it is somebody you want to keep out, or in the same section. Please choose somebody else.
harassment-nobody-left = With this choice nobody is left who may take it. Nothing was sent.
harassment-choose-door-title = Somebody else
harassment-choose-door-about = What you wrote stays as it is; only who reads it changes. Who had it before can no longer see it.
harassment-left-alone = Nobody has this matter in hand just now. Please choose with “Let somebody else read it” who shall have it.
harassment-choose-door-button = Let somebody else read it

## Nobody is left

harassment-nobody-title = Nothing was sent
harassment-nobody = With this choice nobody is left in the organisation who may take it (the regulation asks for two counsellors). Nothing was sent from here, and what you wrote is still there. Keeping fewer people out may help, but you need not. There are people outside you can talk to.
harassment-outside = Outside the organisation
harassment-outside-look = Nearest office

## Afterwards

harassment-sent-title = Sent
harassment-sent-desk = Thank you for telling us. It was sent to the desk.
harassment-sent-counsellor = Thank you for telling us. It was sent to { $name } alone.
harassment-sent-anytime = With “Look at my matter” on Home you can read it again, change whom to keep out, or take it back, at any time.
harassment-customers = Between staff and residents or suppliers this regulation covers sexual words and acts only (article 2(3)); everything else is taken all the same.

## The draft

harassment-draft-kept = Kept until { DAY($day) }, counted anew whenever you add something. Every page may stay empty.
harassment-page-who-button = 1  Whom to keep out{ $written ->
    [yes] {" (written)"}
   *[no] {""}
}
harassment-page-about-button = 2  What it is about{ $written ->
    [yes] {" (written)"}
   *[no] {""}
}
harassment-page-story-button = 3  What happened{ $written ->
    [yes] {" (written)"}
   *[no] {""}
}
harassment-page-wishes-button = 4  Your wishes{ $written ->
    [yes] {" (written)"}
   *[no] {""}
}
harassment-page-name-button = 5  Your name{ $written ->
    [yes] {" (written)"}
   *[no] {""}
}
harassment-page-who = Whom to keep out
harassment-page-about = What it is about
harassment-page-story = What happened
harassment-page-wishes = Your wishes
harassment-page-name = Your name
harassment-page-submit = Keep and go on
harassment-page-kept = “Keep and go on” saves this page. It is not sent to anybody yet.
harassment-finish-button = Choose who reads it, and send
harassment-throw-away-button = Throw the draft away
harassment-thrown-title = Thrown away
harassment-thrown = The draft is erased. Nothing of it is left anywhere.

## Whom to keep out

harassment-who-about = Whoever you choose here has no part in this at all: not in any list, not in any message. Please choose the person it may be about, too.
harassment-who-ticks = Offices to keep out
harassment-who-ticks-hint = If you tick the head, the desk of the same section is kept out too. If you tick the committee, so is the head, who sits on it. You can still choose one counsellor to talk to.
harassment-office-desk = The desk officers
harassment-office-counsellors = The counsellors
harassment-office-head = The head of general affairs
harassment-office-committee = The members of the committee
harassment-who-people = Keep out a person
harassment-who-people-hint = As many as you like. If one of them is in the staff section, or is the head or director of general affairs, the desk is kept out as well.
harassment-exclude-button = Change whom to keep out
harassment-exclude-at-once = It takes effect at once. Whoever is kept out is not told.
harassment-exclude-submit = Change

## What it is about

harassment-entry = How it stands
harassment-kinds = What it might be
harassment-kinds-hint = As many as you like, or none. Nothing here decides whether it is harassment.
harassment-kind-group = { $group ->
    [sexual] Sexual words or acts
    [power] Using a stronger position at work
    [family] Pregnancy, birth, children, care
    [customer] With residents or suppliers
   *[other] Others
}

## What happened

harassment-affected = Who is it about?
harassment-affected-hint = Choose if you know. If that person does not want it, the hearing and the committee can be stopped.
harassment-story = What you would like to say
harassment-story-hint = Just as it comes. You can also tell it when you meet.
harassment-when = About when
harassment-places = Where

## Your wishes

harassment-wishes-about = The day, the place and the people are settled by your wishes (articles 7(6) and 7(7)).
harassment-wish-days = Days or times that suit you
harassment-wish-days-hint = For example “next week, late afternoon”
harassment-wish-place = Place
harassment-wish-means = How to talk
harassment-wish-counsellors = Counsellors you would like
harassment-wish-counsellors-hint = In principle it will be them. If somebody cannot, you are told why.
harassment-wish-sex = Women or men to listen
harassment-wish-nurse = Health nurse
harassment-wish-nurse-yes = I would like the nurse to be there
harassment-wish-wanted = What would you like?

## Named or not

harassment-named = My name on the intake sheet for the head
harassment-named-hidden = Leave it out
harassment-named-shown = May be there
harassment-named-hint = You can choose again when you look through the sheet. The desk and who listens know your name. The other side is not shown your name unless you agree; in a small workplace, or when people meet, they may know.

## Reading it back

harassment-told-button = Read what was told
harassment-told-title = What was told
harassment-told-line = ■ { $label }
    { $value }
harassment-told-nothing = Nothing has been written yet.
harassment-told-requester = Who told it
harassment-told-caller = Who told it by phone or in person
harassment-told-affected = Who it is about
harassment-told-door = Sent to
harassment-told-entry = How it stands
harassment-told-kinds = What it might be
harassment-told-places = Where
harassment-told-when = About when
harassment-told-story = What was said
harassment-told-named = Name on the intake sheet
harassment-told-days = Days or times
harassment-told-place = Place
harassment-told-means = How to talk
harassment-told-wished = Counsellors wished for
harassment-told-sex = Women or men
harassment-told-nurse = Health nurse
harassment-told-wanted = What is wanted
harassment-told-excluded = People kept out
harassment-told-kept-out = Offices kept out

## What came by phone or in person (desk and counsellors)

harassment-enter-title = What came in
harassment-enter-about = Please write down what you heard, as you heard it. First tell the person: “after the report the regulation has the other side heard as well (article 8(1))” and “nobody may be treated worse for having talked about it”. Whoever writes it down is the door for this matter.
harassment-enter-caller = The person’s name and how to reach them
harassment-enter-caller-hint = Please ask the person which way is safe.
harassment-enter-submit = Take it
harassment-caller-needed = Please write a name or a number, so that somebody can reach the person.
harassment-enter-not-you = You are among those whom the person wants to keep out, so you cannot take it here. Please tell them of another door.
harassment-entered-title = Taken
harassment-entered = It is taken. Please tell the person that they will have a proposal for the day and the place by { DAY($day) }.

## Taking it back, stopping

harassment-withdraw-title = Take it back
harassment-withdraw-gone = Everything is erased at once: what you wrote, who was asked, any draft of the intake sheet. It cannot be brought back. What you want to keep you can copy first with “See a copy”.
harassment-withdraw-told = Those who know of it are told only that one matter was taken back. Nobody asks you why. You can come again at any time.
harassment-withdraw-now-button = Erase everything and take it back
harassment-withdrawn-title = Taken back
harassment-withdrawn = It is taken back. What you wrote and who was asked are erased. You can come again from Home at any time.
harassment-stop-title = Stop the handling
harassment-stop-ends = Nothing goes on from here: no hearing, no committee, no measures. Those who have a part in it are told only that one matter was taken back.
harassment-stop-stays = What stays: the intake sheet that was reported, and fact sheets and committee records that exist already. Nobody can open them any more; they are kept until the organisation has decided for how long.
harassment-stop-goes = What goes: that it was you, and every word that was not reported. Not at once: until { DAY($day) } you can have it taken up again from Home. What you want to keep you can copy with “See a copy”.
harassment-stop-now-button = Stop the handling
harassment-own-stopped = The handling has been stopped.
harassment-handled-stopped = The handling of this matter has been stopped.
harassment-stopped-until = Until { DAY($day) } you can have it taken up again. After that your name and what was not reported are erased; only the record that was reported stays.
harassment-caller-withdraws-button = The person takes it back
harassment-caller-withdraws-sure = Press this when the person has told you, by phone or in person, that they take it back. All of it is erased and cannot be brought back. Please ask first whether they want to keep anything.
harassment-caller-withdrawn = It is taken back and all of it is erased. Please tell the person.
harassment-caller-stops-button = The person stops the handling
harassment-caller-stops-sure = Press this when the person has told you, by phone or in person, to stop. Nothing more will be done about it. The intake sheet and other records that were reported stay.
harassment-caller-stopped = The handling has stopped. Please tell the person that what was reported stays and that the rest is erased after some days.
harassment-over-title = Taken back
harassment-over = One matter in your hands was taken back. There is nothing to do. Please go on keeping to yourself what you have learned.
