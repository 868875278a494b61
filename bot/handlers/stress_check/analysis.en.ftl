### Group analysis, what is done after it, and the planner's numbers. analysis.ja.ftl is the original.

## The group analysis

stress-analysis-title = Group results
stress-analysis-provided = The round of { $year }. Given to the town by the joint clerk on { $day }. The figures will not change any more.
stress-analysis-published = { $published ->
        [yes] Everybody on the staff can see this too (but not what is done about it).
       *[no] The staff cannot see this yet.
    }
stress-analysis-preview = The round of { $year }. { $ordered ->
        [yes] The implementer has ordered it. It has not been given to the town yet.
       *[no] The implementer has not ordered it yet. It has not been given to the town.
    }
stress-analysis-how = Only groups with { $size } takers or more are shown. Smaller units are put together inside their division. Sizes are told as bands only, means with one decimal, risks as whole numbers. Figures from which somebody's answers might be worked out are left out.
stress-analysis-reads = Means go from 3 to 12. The load is lighter the lower the amount of work is, and the higher the other three are. Risks are reference figures with 100 as the national mean; above { $noticed } something usually shows already. The row of squares says the same as the number before it.
stress-analysis-heading = ■ { $name }
stress-analysis-everybody = Everybody
stress-analysis-division = { $division } (the whole division)
stress-analysis-alone = { $units } ({ $division })
stress-analysis-together = Together: { $units } ({ $division })
stress-analysis-no-unit = Unit not known
stress-analysis-band = Takers: { $most ->
        [0] { $least } or more
       *[other] { $least } to { $most }
    }
stress-analysis-mean = { $label }: { $mean }  { $bar }
stress-analysis-risk = { $label }: { $risk } ({ $how })
stress-analysis-not-shown = { $label }: not shown
stress-chart-quantity = Amount of work
stress-chart-control = Control over work
stress-chart-supervisor = Support by superiors
stress-chart-coworker = Support by colleagues
stress-risk-a = Risk from amount and control
stress-risk-b = Risk from support at work
stress-risk-total = Total risk
stress-risk-below = below the national mean
stress-risk-same = as the national mean
stress-risk-above = above the national mean
stress-risk-noticed = well above the national mean, where something usually shows already
stress-analysis-nothing = There is no figure that can be shown: no group has { $size } takers, or answers might be worked out from it. Each person's own result has gone to that person only.
stress-analysis-hidden = These units are not shown: even put together inside their division they do not come to { $size } takers.
stress-analysis-hidden-unit = - { $unit }
stress-analysis-no-change = Nothing is compared with the last round: the answers of those who joined or left a group might be worked out from it.
stress-analysis-late = The figures of this round cannot be made now. They can be made from the day of the results until the round is over.
stress-analysis-order-button = Order it to be given to the town
stress-analysis-order-sure = The joint clerk will be asked to give these figures to the town.
stress-analysis-ordered = You have ordered it. The joint clerk will hear of it.
stress-analysis-ordered-already = It has been ordered already.
stress-analysis-provide-button = Give it to the town
stress-analysis-provide-sure = General affairs and the readers of the monthly digest get these figures. They cannot be changed afterwards.
stress-analysis-there = The figures of this round have been given to the town already.
stress-analysis-publish-button = Let the staff see it
stress-analysis-publish-sure = Everybody on the staff can then see the figures. They may reflect on the heads of the groups: talk first about who should see them.
stress-analysis-unpublish-button = Let the staff see it no more
stress-analysis-unpublish-sure = The staff will not see the figures any more.
stress-analysis-as-it-is = It is like that already.
stress-analysis-yes = Yes, do
stress-analysis-next = Next page
stress-analysis-back = Page before
stress-analysis-picture-button = See it as a picture
stress-analysis-door-button = Group results
stress-analysis-duty-order = Look at the group results and order them
stress-analysis-duty-provide = Give the group results to the town

## What is done about it

stress-actions-button = What is done about it
stress-actions-duty = See what came of an improvement
stress-actions-title = What is done about it
stress-actions-about = What is to be done for the workplaces after these results. On its day you are asked what came of it. Please write no names, and nothing that tells who somebody is. General affairs, the readers of the monthly digest, the implementer and the joint clerk can read it.
stress-actions-none = Nothing has been written down yet.
stress-actions-add = Write one down
stress-actions-back = Back to the results
stress-actions-finish = Close this list
stress-actions-finish-sure = Everything is done, and the list is closed. Nothing can be added after that. It is kept for the years that are set.
stress-analysis-open = Something here is not done yet. Please write first what came of it.
stress-action-form-about = Small things are fine. For instance: one meeting less; five minutes in the morning for what is in the way.
stress-action-group = Which group is it about?
stress-action-groups = Groups
stress-action-text = What is to be done
stress-action-text-hint = Please write nothing that tells who somebody is.
stress-action-text-needed = Please write a word or two about what is to be done.
stress-action-follow-on = When to look at it again
stress-action-follow-on-hint = That morning whoever is in general affairs gets a request.
stress-action-day = Please choose tomorrow or a later day.
stress-action-many = Many things are open already. Please finish one of them first.
stress-action-save = Write it down
stress-action-follow = What came of it
stress-action-how = What came of it?
stress-action-how-done = It is done
stress-action-how-again = It goes on a little longer
stress-action-again = If it goes on: when to look again
stress-action-seen = What you noticed
stress-action-was-seen = Noticed: { $seen }
stress-action-open = to be looked at on { $day }
stress-action-done = done on { $day }
stress-action-gone = This one is done already.

## Numbers for the planner

stress-figures-title = Numbers
stress-figures-about = Totals only. Who took it and who did not does not appear here. There is no number about results, neither in the law's report nor anywhere.
stress-figures-not-begun = It has not begun yet.
stress-figures-examinees = Examinees: { $count }
stress-figures-taken = Took it: { $count }
stress-figures-on-paper = Paper envelope received, still to be entered: { $count }
stress-figures-not-yet = Not yet: { $count }
stress-figures-report = The fields of the law's yearly report. It goes to: { $addressee }
stress-figures-look = The number of staff is of those on the roster today in the classes that are examined. The form asks for the end of the month of the check: please look before you report. Insurance number, kind of business, address and so on are for whoever reports.
stress-figures-line = { $label }: { $value }
stress-figures-label-year = Year
stress-figures-label-month = Month of the check (the last one)
stress-figures-label-staff = Staff
stress-figures-label-implementer = Who held the check
stress-figures-label-took = Staff who took it
stress-figures-label-physician = Physician who held the interviews
stress-figures-label-interviews = Staff who had an interview
stress-figures-label-groups = Analysis by group
stress-figures-of-year = { $year }
stress-figures-of-month = { $year }-{ $month }
stress-figures-people = { $count }
stress-figures-later = cannot be told yet
stress-figures-groups-yes = done
stress-figures-groups-no = not done yet
stress-doctor-own-physician = the appointed industrial physician
stress-doctor-own-staff = a physician or nurse of the workplace, other than the appointed one
stress-doctor-contractor = a contractor
stress-addressee-mayor = the mayor (no personnel commission, no manual work)
stress-addressee-personnel-commission = the personnel commission
stress-addressee-labour-office = the labour standards office
