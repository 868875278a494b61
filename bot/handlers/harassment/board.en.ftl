### Sentences on the board of duties and in the calendar: the guideline, and what is to be decided; no consultation.

harassment-board-published = This fiscal year's guideline is published
harassment-board-unpublished = This fiscal year's guideline is not published yet
harassment-board-no-guideline = There is no guideline of this fiscal year yet, so there is nothing to do
harassment-board-read = Have confirmed that they read the guideline: { $read }; not yet: { $unread }
harassment-board-read-hidden = How many have read the guideline is not shown, so that nobody can be made out
harassment-board-known = { $n } of { $of } unit heads have made the guideline known
harassment-board-kept = It is decided how many years records are kept
harassment-board-undecided = It is not decided yet how many years records are kept; until then none is destroyed

harassment-date-guideline = The guideline against harassment is renewed for the new fiscal year
harassment-date-known = The last day to make the guideline known in each unit
harassment-date-disposal = From this day on, one more year of harassment records need not be kept
