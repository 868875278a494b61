### The words of a stress-check round (plan, list of examinees). The Japanese file is the original.

stress-door = Health
stress-door-about = The yearly stress check, and the slip for health matters.
stress-round-button = Stress check: the plan
stress-list-button = List of examinees
stress-taken-button = Answers received

stress-round-title = Stress check: plan
stress-round-about = The yearly round is planned here. Who took it and how it came out is not on this screen, and the programme administrator does not see it.
stress-round-none = This year's round has not been planned yet.
stress-round-missing = Some offices have not been filled yet: { $offices }. A round cannot begin without them.
stress-round-undecided = Answering in Slack needs a decision under article 21. Once it is made, write its date and number in the policy at stress_check.electronic_form_decision.
stress-round-prepare = Plan it
stress-round-change = Change the plan
stress-round-figures = Numbers
stress-round-prepared = It is planned, and begins by itself on the morning of its first day.
stress-round-open = Answers are being taken.
stress-round-closing = The time for answers is over. The results are being put together.
stress-round-reviewing = The implementer is looking at the results.
stress-round-told = The results have gone to those who took it.
stress-round-over = This round is over.
stress-round-days = Days: { $first } to { $last }
stress-round-method = Selection: { $method }
stress-round-outside = In principle a round takes place from month { $from } to month { $to }. These days lie outside.
stress-round-office = { $office }: { $names }
stress-method-conversion = by the conversion table
stress-method-sum = by the sums of points

stress-plan-about = Once a year, in principle from month { $from } to month { $to }. Once it has begun, neither the days nor the selection nor the questions can be changed.
stress-plan-opens = First day
stress-plan-closes = Last day
stress-plan-closes-hint = Answers are taken until the end of this day. Please leave enough time, away from the busiest weeks.
stress-plan-method = How those who may be offered an interview are selected
stress-plan-method-hint = Choose what was decided in the health committee after hearing the implementer.
stress-plan-save = Plan it
stress-round-past = Please choose today or a later day.
stress-round-order = Please choose a day after the first one.
stress-round-long = Please choose a day before the next fiscal year begins.
stress-round-nobody = Please plan it once there are an implementer, a joint implementation clerk and an implementation clerk.
stress-round-exists = This year's round has begun already. There is one a year.

stress-list-title = List of examinees
stress-list-about = Today there { $count ->
        [one] is one examinee
       *[other] are { $count } examinees
    }: everybody on the roster in the classes that were decided, and those who were added. Whoever is away is not on it.
stress-list-line = · { $unit }  { $name }
stress-list-add = Add somebody
stress-list-leave = Enter days away
stress-list-add-about = Add somebody whom the mayor finds necessary. For somebody without an account write the name and the unit; they get everything on paper.
stress-list-person = From the roster
stress-list-name = Name (without an account)
stress-list-unit = Unit (without an account)
stress-list-reason-label = Why they are added
stress-list-reason-hint = It is kept sealed with the list.
stress-list-reason = Please say in a word why they are added.
stress-list-who = Choose somebody from the roster, or write a name and a unit.
stress-list-there = This person is on the list already.
stress-list-leave-about = Whoever is away is no examinee meanwhile. The reason is not asked and not kept: please enter the days only.
stress-list-first = From
stress-list-last = To
stress-list-last-hint = From the day after, they are examined again.
stress-list-order = Please choose a day that is not before the first one.
stress-list-save = Enter it
stress-list-span = { $first } to { $last }
stress-list-away = { $name }: no examinee { $days }
stress-list-back = Examine again

## Home

stress-mine-invited = Answer the stress check (by { DAY($day) })
stress-mine-handed_in = Your stress-check envelope has arrived
stress-mine-taken = Your stress-check answers have arrived
stress-mine-result = See your stress-check result
stress-wish-mine = What you asked for about your health
stress-duty-round = The stress-check plan
stress-duty-review = Look at the results
stress-duty-entries = Enter answers from envelopes ({ $count })
stress-duty-wishes = Answer a wish

## Own records

stress-held-nothing = ■ Stress check
stress-held-check = ■ Stress check ({ $year })
stress-held-interview = ■ Health appointment ({ $year })
stress-held-wish = ■ What you asked for about your health
stress-held-unit = Your unit when you took it
stress-held-taken_on = Answered on
stress-held-handed_in_on = Envelope received on
stress-held-told_on = Result sent on
stress-held-received_on = Result received on
stress-held-apply_by = You can apply until
stress-held-quiet = No reminders
stress-held-paper = On paper, please
stress-held-declined = You do not wish to apply
stress-held-sex = Sex
stress-held-sex-male = male
stress-held-sex-female = female
stress-held-sex-unsaid = not said
stress-held-added = Added question ({ $name })
stress-held-sums = Sums
stress-held-applied_on = Applied on
stress-held-held_on = Held on
stress-held-readers = Who may see the result
stress-held-slot = When and where
stress-held-asked = What you said
stress-held-reply = Reply
