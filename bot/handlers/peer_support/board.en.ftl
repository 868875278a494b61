### Sentences on the board of duties and in the calendar: reports of peer support.

peer_support-board-reports =
    { $n ->
        [0] No month's record waits to be reported
        [one] One month's record has not been reported yet
       *[other] { $n } months' records have not been reported yet
    }
peer_support-board-adviser = No report of an external adviser is late
peer_support-board-adviser-late = A report of an external adviser is late
peer_support-board-kept = It is decided how many years records are kept
peer_support-board-undecided = It is not decided yet how many years records are kept

peer_support-date-report = The last day for the monthly report of peer support
peer_support-date-disposal = From this day on, peer support records that were kept long enough are destroyed
