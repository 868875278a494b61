### The board of duties, how it stands now with each article of the regulations, and the calendar of the year.

hr_digest-board-button = Board of duties
hr_digest-board-title = Board of duties
hr_digest-board-about = For each article of the regulations: who does what, and how it stands now. Nothing here is about a consultation or about whose it is.
hr_digest-board-row = { $number }  { $what }
hr_digest-board-owes = { "  " }Who: { $holders }
hr_digest-board-state = { "  " }Now: [{ $state }] { $words }
hr_digest-board-due = { $words } (by { DAY($day) })
hr_digest-board-and = { ", " }
hr_digest-board-reserved = Seen by its holders only ({ $holders })
hr_digest-board-program = The program itself works this way
hr_digest-board-people = People do this; the program helps
hr_digest-board-untold = The program cannot tell

hr_digest-state-met = done
hr_digest-state-open = still to do
hr_digest-state-late = not done yet, and due
hr_digest-state-nothing_due = nothing to do now
hr_digest-state-reserved = holders only
hr_digest-state-program = built in
hr_digest-state-people = by people
hr_digest-state-untold = unknown

hr_digest-calendar-button = Calendar of the year
hr_digest-calendar-title = Calendar of the year
hr_digest-calendar-about = The year from today: what concerns everybody, and the days on which your offices act.
hr_digest-calendar-month = { $year }-{ $month }
hr_digest-date-digest = The monthly digest arrives

## Headings of the exported table

hr_digest-csv-article = Article
hr_digest-csv-what = What it asks
hr_digest-csv-holder = Who
hr_digest-csv-state = State
hr_digest-csv-words = In words
hr_digest-csv-as-of = As of
