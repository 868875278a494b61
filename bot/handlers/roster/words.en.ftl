### Naming, release, terms and gaps. words.ja.ftl is the original.

## Everywhere

roster-day = { DATE($on) } { $year }
roster-term = from { DATE($first) } { $first_year } to { DATE($last) } { $last_year }
roster-term-in-post = from { DATE($first) } { $first_year }, while in post
roster-who-room = { $name } ({ $room })
roster-who-office = { $who }, { $office }
roster-not-on-roster = Somebody who is not on the roster
roster-office-unit-head = Head of unit
roster-and = { ", " }
roster-reason = Reason
roster-appointment-button = Open

## When something cannot be chosen

roster-not-available = This person cannot be chosen at the moment. Please choose somebody else.
roster-room-elsewhere = This room does not belong to that person's unit. Please choose another room or another person.
roster-day-too-far = Please choose a day of this fiscal year or the next.
roster-day-outside = Please choose a day between today and the end of the term.
roster-term-overlaps = This person holds the same role at that time already. To go on from the day after the term, open the person and press “Ask to go on”.
roster-barred = This cannot be held together with what the person holds now, which is kept apart from all cases. Please choose somebody else.
roster-basis-needed = For a coordinator from outside the welfare section please say why (article 7(3)).
roster-line-needed = Please fill this in.
roster-over-already = This appointment has ended already.
roster-renewed-already = The next term of this person is settled already.
roster-no-gap = Nobody is missing in this room at the moment.
roster-check-by-another = Somebody other than the one who entered it confirms it.

## Home

roster-home-unit = Peer supporters of your unit
roster-home-unit-button = Name, renew, release
roster-home-overview-button = Who serves in peer support
roster-duty-term = A term is ending ({ DATE($day) })
roster-duty-gap = Your unit lacks a peer supporter somewhere
roster-duty-gaps = { $count ->
    [one] One gap
   *[other] { $count } gaps
} in the whole organisation
roster-duty-offices = Offices without enough people ({ $count })
roster-duty-check = An external adviser's account to confirm

## What the head of a unit sees

roster-unit-title = Peer supporters
roster-unit-about = The head of the unit names its peer supporters, at least one for each office room (article 6). Who has asked for support is shown nowhere here.
roster-unit-ending = Terms that end soon
roster-unit-gaps = Where somebody is missing
roster-unit-supporters = Now and later
roster-unit-nobody = Nobody has been named yet.
roster-gap-unit = { $unit } has no peer supporter. It needs at least one (article 6(1)).
roster-gap-room = { $unit }, { $room }: no peer supporter.
roster-gap-head = { $unit }: the roster names no head.
roster-gap-office = Too few: { $office }.
roster-gap-short = { $office }: { $there } of the { $seats } that the regulation names.
roster-gap-seat = An empty seat, { $office }: { $seat }
roster-without = { $unit }, { $room }: none is needed ({ $reason }).
roster-exempt-button = None needed
roster-lift-button = One is needed
roster-exempt-title = None needed here
roster-exempt-about = For { $room }, if place and way of work make a peer supporter of its own unnecessary (article 6(2)). It holds until 31 March, and the head of welfare sees the reason. The unit still needs one.
roster-exempt-submit = None needed

## Naming

roster-name-button = Name somebody
roster-name-title = Name a supporter
roster-name-about = Please ask somebody of good character whom colleagues trust and who is willing (article 6(3)). Speak to the person first.
roster-name-nobody = The roster has nobody in this unit. Please tell whoever keeps it.
roster-name-person = Who
roster-name-room = For which room
roster-name-own-room = Their own
roster-name-starts = From
roster-name-starts-hint = The term lasts until 31 March of that fiscal year. For next year choose 1 April.
roster-name-told = The person and the head of welfare are told, and on that day everybody in the unit (article 6(7)).
roster-name-submit = Name
roster-named-title = Named
roster-named = { $name }: { $office }
    { $term }
roster-named-unit = The person and the head of welfare are told, and on its first day everybody in the unit.
roster-named-office = The person is told.
roster-named-unchecked = Staff can ask an external adviser when somebody other than the one who entered it has confirmed the account.
roster-named-also = The roster has this person also as: { $offices }. Please make sure that the two go together.
roster-done-before = This is done already. Home shows how it stands.
roster-enter-title = Enter an appointment
roster-enter-hq-supporter = A headquarters supporter commissioned by the chief: a fiscal-year employee, who is a coordinator as well (article 5).
roster-enter-coordinator = A coordinator named by the chief (article 7).
roster-enter-external-adviser = An external adviser commissioned by the chief (article 8).
roster-enter-hq-supporter-button = Enter a headquarters supporter
roster-enter-coordinator-button = Enter a coordinator
roster-enter-external-adviser-button = Enter an external adviser
roster-enter-unit = Which unit is the person in?
roster-enter-button = Somebody from here
roster-enter-field = Field
roster-enter-field-hint = Medicine, law, tax, property and so on
roster-enter-basis = If from outside the welfare section, why
roster-enter-basis-hint = Not needed for the welfare section's own staff (article 7(2)(3)).
roster-enter-document = Number of the paper
roster-enter-document-on = Date of the paper
roster-enter-submit = Enter
roster-entered-title = Entered

## One appointment

roster-appointment-title = An appointment
roster-appointment-field = Field: { $field }
roster-appointment-document = Paper: { $number } ({ $day })
roster-remark-unsworn = The promise of secrecy has not been given yet; it is asked for at the first opening.
roster-remark-let-end = It is not to be renewed and ends by itself.
roster-remark-released = The release is settled.
roster-renew-button = Ask to go on
roster-renew_form-button = Renew
roster-let_end-button = Let it end
roster-release-button = Release
roster-renew-title = Renew
roster-renew-about = The next term of { $name }. It begins the day after this one ends, and open matters run on.
roster-renew-submit = Enter
roster-renewed-title = Renewed
roster-release-title = Release
roster-release-about = This releases { $name }. From that day requests can no longer be opened, and whoever asked chooses anew.
roster-release-day = From
roster-release-day-hint = The first day without the role.
roster-release-reason-hint = The reason is shown to nobody.
roster-release-submit = Release
roster-released-title = Released
roster-released = { $name } serves until { $day }. The person is told.
roster-released-unit = The head of welfare and the unit are told too (article 6(7)).
roster-released-office = The list for everybody changes by itself.

## What the named person sees

roster-mine-title = Your role
roster-mine-held = You are asked to serve: { $office }
    { $term }
roster-mine-over = Your time as { $office } ended on { $day }. Thank you. Please keep what you learned secret from now on too (article 13).
roster-promise-about = Before you begin, please read what this role shows and what it does not, and promise secrecy. It is asked once.
roster-promise-button = Read and promise
roster-mine-none = There is no role to tell you about.

## What the head of welfare sees

roster-overview-title = Who serves
roster-overview-unchecked = Accounts to confirm
roster-overview-unchecked-about = Please make sure that the Slack account is that of the person on the roster. The appointment is valid before that; only an external adviser can be asked no sooner.
roster-overview-more = { $count } more
roster-overview-offices = Headquarters supporters, coordinators, external advisers
roster-overview-reported = Reported by the units (31 days)
roster-overview-reported-none = Nothing has been reported.
roster-reported-named = { $unit }: { $who }, { $term }
roster-reported-released = { $unit }: { $who }, released on { $day }
roster-check-button = Confirmed
roster-check-sure = Have you made sure that the Slack account is that of the person on the roster?
roster-gaps-button = Gaps
roster-gaps-title = Gaps
roster-gaps-about = Peer supporters of units and rooms, and offices with too few people (articles 4(2), 6). It has nothing to do with who has asked for support.
roster-gaps-none = There are no gaps.
roster-gaps-ending = Counsellors and committee members whose term ends soon. Once they are appointed again, please have the roster imported (regulation, articles 7(4) and 10).
roster-gaps-without = Rooms that need none

## Changing the keys (to administrators, once a year)
roster-key-change-title = Changing the keys
roster-key-change-about = Once a year, when the records that had their time are destroyed, the keys are changed, so that no older backup shows those records again. It is done on the server; docs/operating/keys.md has the steps.
roster-key-change-rotate = 1  Stop the program, run `python -m bot keys rotate`, start it again. Copy the folder of the keys to both offline media.
roster-key-change-drill = 2  Run `python -m bot drill` to see that a backup can be put back.
roster-key-change-destroy = 3  After { $days } days stop the program and destroy the old keys with `python -m bot keys destroy`. Destroy their offline copies too.
