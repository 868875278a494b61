### Sentences on the board of duties and in the calendar: the stress check.

stress-board-round-none = This fiscal year's stress check has not been planned yet
stress-board-round-prepared = This fiscal year's stress check is planned
stress-board-round-open = This fiscal year's stress check is being held now
stress-board-round-held = This fiscal year's stress check has been held
stress-board-uptake = { $percent }% or more have taken it (told in steps of 10%)
stress-board-uptake-hidden = How many have taken it is not shown, so that nobody can be made out
stress-board-uptake-none = No stress check is being held now
stress-board-review-waits = Results wait for the implementer to look at them
stress-board-review-done = The implementer has looked at the results, and everybody was told of their own
stress-board-not-yet = It is not time for it yet
stress-board-interviews-met = No interview is past its 30 days
stress-board-interviews-late = An interview has not been held within its 30 days
stress-board-opinions-met = No physician's opinion is late
stress-board-opinions-late = A physician's opinion is late
stress-board-analysis-given = The results by group have been provided
stress-board-analysis-waits = The results by group have not been provided yet
stress-board-undecided = It is not decided yet how many years records are kept
stress-board-kept = It is decided that records are kept for { $years } years
stress-board-long-enough = Records that have been kept long enough: { $n }
stress-board-form-decided = It is decided that people may answer here instead of on paper
stress-board-form-undecided = It is not decided yet that people may answer here instead of on paper (electronic_form_decision in the policy)

stress-date-opens = The stress check begins
stress-date-closes = The last day of the stress check
stress-date-plan = The months begin in which this fiscal year's stress check is to be planned
stress-date-stress_joint_clerk = The contractor hands back stress check records that have been kept long enough
stress-date-stress_affairs = From this day on, one more year of stress check records at general affairs need not be kept
