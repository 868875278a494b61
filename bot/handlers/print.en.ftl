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
