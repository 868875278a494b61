### The sentences of what is printed.

print-directory-title = { $organisation }: people who will listen
print-directory-about = When something at work or in your life troubles you, or you are not sure, you can talk directly to anybody listed here. Your thoughts need not be in order. By telephone or in person, as you like.
print-directory-families = Families can talk to them too. Please ring the numbers below.
print-directory-detriment = Nobody is put at a disadvantage for asking. Whoever listens tells nobody what they have learned.
print-directory-name = Name
print-directory-unit = Unit
print-directory-phone = Telephone
print-directory-hq-supporter = Headquarters supporters
print-directory-coordinator = Coordinators
print-directory-external-adviser = External advisers
print-directory-unit-supporter = Supporters in each unit
print-directory-made = As of { DATE($day) }. It may change.
print-danger = If life or limb is in danger, ring 119 (ambulance and fire) or 110 (police) without hesitating.

## What is held about a person, for their own hands

print-own-heading = { $organisation }: your own records
print-own-whose = For { $name }
print-own-about = What is kept at the desk about the person to whom this is handed, and to nobody else. Notes, hearings and reports that others wrote and other people's matters are not in it.
print-own-request-about = Your request about records and how it was answered. It is handed to the person who asked, and to nobody else.
print-own-check = Identity checked by: □ staff card  □ driving licence or similar  □ other (________________)  handed over on ____________ by ________________
print-own-made = Printed on { DATE($day) }. Once it is handed over, keep no copy and delete the file.

## Empty forms

print-form-keep = Keep what is written here under lock and key, and show it to nobody but those who may read this form.
print-intake-sheet-heading = Intake sheet (form 1)
print-intake-sheet-about = For somebody who came by telephone or in person. Write in the person's own words, read it back, and go through what may be passed on together. Lines may stay empty.
print-fact-sheet-heading = Fact sheet (form 2)
print-fact-sheet-about = One for each person heard. Keep what was said apart from what you think of it.
print-record-heading = Record of a support (peer support)
print-record-about = One for each support. Who it was for and what troubled them is not written down.
print-heard = Who was heard
print-heard-affected = The person affected
print-heard-respondent = The other side
print-heard-third-party = A third party
print-or = {" or "}
print-only-for = (only for: { $who })
print-record-month = Month and year
print-record-activity = What was done
print-record-topic = About
print-record-means = How
print-record-duration = How long
print-record-requester = For
print-record-supporter = Written by

## The slip for leaving one's desk: one wording for every appointment

print-slip-heading = Away from my desk (health)
print-slip-words = I am away from my desk at the following time for a health appointment.
print-slip-name = Unit and name
print-slip-time = When
print-slip-blanks = Day ______________     from ______ : ______     to ______ : ______
print-slip-confirmed = Seen by the head of unit
print-slip-about = The same slip serves a check-up, health guidance, an interview, a visit to the doctor, giving blood and anything like it. Which one it is is not written and not asked.
